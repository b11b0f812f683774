import { z } from "zod";
import { JiaError } from "../home/index.ts";
import { lifts, message, messages } from "../language/index.ts";
import type { Client, DeviceWithSpec } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { fitted } from "./terminal/layout.ts";
import { MotorMoves, type MotorPosition } from "./terminal/motor-moves.ts";
import { isSelfExplanatory, propertyNameAt, valueWordsAt } from "./words/state.ts";

const Value = z.union([z.boolean(), z.number(), z.string()]);
/** The events of the stream that people are shown. */
const StreamedChange = z.discriminatedUnion("type", [
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

/** Prints changes of the home as they happen. */
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
      const print = (line: string) => stdout.write(`${fitted(line, stdout, 10)}\n`);
      const moves = new MotorMoves(print);
      const told = new LastValues();
      try {
        for await (const { event, data } of events) {
          const parsed = StreamedChange.safeParse({ ...asObject(data), type: event });
          if (!parsed.success || (!all && !chosen.has(parsed.data.id))) continue;
          const change = parsed.data;
          const device = chosen.get(change.id);
          if (flags.json) {
            stdout.write(`${data}\n`);
            continue;
          }
          if (told.before(change) || repeatsMotorMove(change, device)) continue;
          const position = positionOf(change, device, zone, context);
          if (position) moves.report(position);
          else print(changeLine(change, device, zone, context));
        }
      } finally {
        moves.stop();
      }
      signal.throwIfAborted();
      throw new JiaError("not-running", { url: client.address ?? "" });
    });
  },
});

type Change = z.infer<typeof StreamedChange>;

/** The last printed value of each property: a report of the same value is no change. */
class LastValues {
  /** Values, keyed by device and property. */
  readonly #values = new Map<string, unknown>();

  before(change: Change): boolean {
    if (change.type !== "property-changed") return false;
    const key = `${change.id} ${change.property}`;
    const same = this.#values.has(key) && this.#values.get(key) === change.value && change.value !== null;
    this.#values.set(key, change.value);
    return same;
  }
}

/** Words of specs for the status of a motor that runs or stands; a fault or an obstacle is not among them. */
const MOTOR_WORDS: ReadonlySet<string> = new Set([
  ...[
    "opening",
    "closing",
    "open",
    "close",
    "opened",
    "closed",
    "up",
    "down",
    "rising",
    "falling",
    "raising",
    "lowering",
  ],
  ...["stop", "stopped", "stopping", "pause", "paused", "idle", "moving", "running"],
]);

/** Whether a change only repeats that a motor runs or stands, which the device's position shows too. */
export function repeatsMotorMove(change: Change, device: DeviceWithSpec | undefined): boolean {
  if (change.type !== "property-changed" || !change.property.endsWith(".status")) return false;
  const [service] = change.property.split(".");
  if (device?.state[`${service}.current-position`] === undefined) return false;
  const status = device.spec.properties.find(({ address }) => address === change.property);
  const word = status?.values.find(({ value }) => value === change.value)?.description ?? "";
  return MOTOR_WORDS.has(word.trim().toLowerCase());
}

/** A position of a moving motor; null for any other change. */
function positionOf(
  change: Change,
  device: DeviceWithSpec | undefined,
  zone: string,
  context: CommandContext,
): MotorPosition | null {
  if (change.type !== "property-changed" || !change.property.endsWith(".current-position")) return null;
  const { id, property, value, before } = change;
  if (typeof value !== "number") return null;
  const { moves: words } = messages(context.language).devices;
  const [service = ""] = property.split(".");
  const moves = lifts({ service }) ? words.lifted : words.opened;
  const range = device?.spec.properties.find(({ address }) => address === property)?.range;
  return {
    key: `${id} ${property}`,
    value,
    before: typeof before === "number" ? before : null,
    atEnd: value === (range?.min ?? 0) || value === (range?.max ?? 100),
    started: (opens) => lineOf(change, device, opens ? moves.opening : moves.closing, zone, context),
    settled: () => {
      if (value === (range?.min ?? 0)) return lineOf(change, device, moves.closed, zone, context);
      if (value === (range?.max ?? 100)) return lineOf(change, device, moves.open, zone, context);
      return changeLine({ ...change, before: null }, device, zone, context);
    },
  };
}

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
): Promise<ReadonlyMap<string, DeviceWithSpec>> {
  const devices =
    called === undefined ? await client.wholeDevices({ room }, signal) : [await client.device(called, signal)];
  return new Map(devices.map((device) => [device.id, device]));
}

function lineOf(
  { at, id }: Change,
  device: DeviceWithSpec | undefined,
  what: string,
  zone: string,
  { style }: CommandContext,
): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "second" });
  const who = device ? [device.room, device.name].filter(Boolean).join(" ") : id;
  return `${style.dim(time)}  ${style.bold(who)}  ${what}`;
}

/** A change as a line: "20:41:25  客厅 落地灯  brightness 80% → 50%". */
function changeLine(change: Change, device: DeviceWithSpec | undefined, zone: string, context: CommandContext): string {
  const { language, style } = context;
  const { devices: words } = messages(language);
  const doubts: Readonly<Record<string, string>> = words.doubts;
  return lineOf(change, device, what(), zone, context);

  function what(): string {
    switch (change.type) {
      case "property-changed": {
        const { property, value, before, reason } = change;
        const inWords = (given: z.infer<typeof Value>) => valueWordsAt(device, property, given, language);
        const doubt = doubts[reason ?? ""] ?? "—";
        const after = value === null ? doubt : inWords(value);
        const shown = before === null || before === undefined ? after : words.from({ before: inWords(before), after });
        if (isSelfExplanatory(device, property, language)) return shown;
        return words.named({ name: propertyNameAt(device, property, language), value: shown });
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
