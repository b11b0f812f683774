import { z } from "zod";
import { JiaError } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client, WholeDevice } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, withJia } from "./connect.ts";
import { speaksForItself, toldName, toldValue } from "./state-words.ts";

const Value = z.union([z.boolean(), z.number(), z.string()]);
/** The events of the stream that a person is shown. */
const Shown = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("property-changed"),
    at: z.string(),
    id: z.string(),
    property: z.string(),
    value: Value.nullable(),
    before: Value.nullish(),
    reason: z.string().nullish(),
  }),
  z.object({ type: z.literal("availability-changed"), at: z.string(), id: z.string(), online: z.boolean().nullable() }),
  z.object({ type: z.literal("event-occurred"), at: z.string(), id: z.string(), event: z.string() }),
]);

/** Prints what changes in the home, as it happens. */
export const watch = defineCommand({
  name: "watch",
  summary: message("devices.watchSummary"),
  usage: "[DEVICE]",
  examples: ["jia watch", "jia watch living-ac", "jia watch --room 客厅 --json"],
  places: ["device"],
  positionals: { min: 0, max: 1 },
  flags: {
    room: { kind: "text", value: "ROOM", about: message("devices.room") },
    json: { kind: "switch", about: message("devices.watchJson") },
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [called] }, context) {
    const { signal, stderr, stdout, style, language } = context;
    return withJia(flags, context, async (client) => {
      const zone = await client.timezone(signal);
      const chosen = await chosenDevices(client, called, flags.room, signal);
      const events = await client.events(signal);
      const note = messages(language).devices.watching({ count: chosen.size, zone });
      if (stderr.isTTY === true) stderr.write(`${style.dim(note)}\n`);
      const all = called === undefined && flags.room === undefined;
      for await (const { event, data } of events) {
        const parsed = Shown.safeParse({ ...asObject(data), type: event });
        if (!parsed.success || (!all && !chosen.has(parsed.data.id))) continue;
        const line = flags.json ? data : changeLine(parsed.data, chosen.get(parsed.data.id), zone, context);
        stdout.write(`${line}\n`);
      }
      signal.throwIfAborted();
      throw new JiaError("not-running", { url: client.address ?? "" });
    });
  },
});

function asObject(data: string): object {
  const parsed: unknown = JSON.parse(data);
  return typeof parsed === "object" && parsed !== null ? parsed : {};
}

/** The devices that are watched, keyed by id. */
async function chosenDevices(
  client: Client,
  called: string | undefined,
  room: string | undefined,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, WholeDevice>> {
  const devices =
    called === undefined ? await client.wholeDevices({ room }, signal) : [await client.device(called, signal)];
  return new Map(devices.map((device) => [device.id, device]));
}

/** "20:41:25  客厅 落地灯  brightness 80% → 50%". */
function changeLine(
  change: z.infer<typeof Shown>,
  device: WholeDevice | undefined,
  zone: string,
  { language, style }: CommandContext,
): string {
  const { devices: words } = messages(language);
  const doubts: Readonly<Record<string, string>> = words.doubts;
  const time = Temporal.Instant.from(change.at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "second" });
  const who = device ? [device.room, device.name].filter(Boolean).join(" ") : change.id;
  return `${style.dim(time)}  ${style.bold(who)}  ${what()}`;

  function what(): string {
    switch (change.type) {
      case "property-changed": {
        const { property, value, before, reason } = change;
        const inWords = (given: z.infer<typeof Value>) => toldValue(device, property, given, language);
        const doubt = doubts[reason ?? ""] ?? "—";
        const after = value === null ? doubt : inWords(value);
        const shown = before === null || before === undefined ? after : words.from({ before: inWords(before), after });
        if (speaksForItself(device, property, language)) return shown;
        return words.named({ name: toldName(device, property, language), value: shown });
      }
      case "availability-changed":
        return change.online === false ? style.bad(words.wentOffline) : style.good(words.cameOnline);
      case "event-occurred":
        return device?.spec.events.find(({ address }) => address === change.event)?.description || change.event;
      default:
        return change satisfies never;
    }
  }
}
