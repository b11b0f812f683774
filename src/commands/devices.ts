import { z } from "zod";
import { DeviceBody, RoomBody } from "../api/schemas.ts";
import { JiaError, nearest } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client, DeviceAnswer } from "./client/client.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./client/connect.ts";
import { defineCommand, type ExitCode } from "./command.ts";
import { JSON_FLAG, printer } from "./line/answer.ts";
import { shellWord } from "./line/shell.ts";
import { missingArgument, unknownVerb } from "./line/verbs.ts";
import { tableWidth } from "./terminal/layout.ts";
import { deviceSheet } from "./words/device-sheet.ts";
import { deviceTable } from "./words/device-table.ts";

const VERBS = ["list", "show", "mark"];
/** The marks of devices, keyed by word: whether the device must keep running; null: its kind and name decide. */
const MARKS = new Map([
  ["essential", true],
  ["optional", false],
  ["auto", null],
] as const);

export const devices = defineCommand({
  name: "devices",
  summary: message("devices.summary"),
  usage: "[show DEVICE | mark DEVICE essential|optional|auto]",
  details: message("devices.details"),
  examples: [
    "jia devices --room 客厅",
    "jia devices --kind light --json",
    "jia devices show living-ac",
    "jia devices mark living-plug essential",
  ],
  places: [VERBS, "device", [...MARKS.keys()]],
  positionals: { min: 0, max: 3 },
  flags: {
    room: { kind: "text", value: "ROOM", about: message("devices.room") },
    kind: { kind: "text", value: "KIND", about: message("devices.kind") },
    ...JSON_FLAG,
    ...HOME_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", called, given] }, context) {
    const { language, style, signal, stdout } = context;
    const { room, kind } = flags;
    const print = printer(flags, context);
    return withJia(flags, context, async (client): Promise<ExitCode> => {
      if (!VERBS.includes(verb)) {
        throw unknownVerb("devices", verb, VERBS, await commandMeant(verb, client, signal));
      }
      if (verb === "show" && called !== undefined) {
        const device = await client.device(called, signal);
        const zone = await client.timezone(signal);
        print(device, () => deviceSheet(device, zone, { language, style, width: tableWidth(stdout) }));
        return 0;
      }
      if (verb === "mark") {
        const mark = [...MARKS].find(([word]) => word === given);
        if (called === undefined || !mark) throw missingArgument("devices mark DEVICE essential|optional|auto");
        const { handle } = await client.device(called, signal);
        const path = `/api/devices/${encodeURIComponent(handle)}`;
        const marked = await client.send("PATCH", path, { essential: mark[1] }, DeviceBody, signal);
        print(marked, () => [messages(language).devices.marked({ name: marked.name, essential: marked.essential })]);
        return 0;
      }
      if (verb === "show" || called !== undefined) throw missingArgument("devices show DEVICE");
      const noneOf = async (): Promise<void> => {
        if (kind !== undefined) throw noSuchKind(kind, await client.devices({ room }, signal));
      };
      if (flags.json) {
        const found = await client.devices({ room, kind }, signal);
        if (found.length === 0) await noneOf();
        print({ devices: found }, () => []);
        return 0;
      }
      const found = await client.wholeDevices({ room, kind }, signal);
      if (found.length === 0) await noneOf();
      print(found, () => [deviceTable(found, { language, style, width: tableWidth(stdout) })]);
      return 0;
    });
  },
});

/** The likely command of a person who gave a device, a room or a kind in place of a verb; null for other words. */
async function commandMeant(given: string, client: Client, signal: AbortSignal): Promise<string | undefined> {
  if (nearest(given, VERBS) !== null) return undefined;
  const all = await client.devices({}, signal);
  const { rooms } = await client.get("/api/rooms", z.object({ rooms: z.array(RoomBody) }), signal);
  const meant = new Map(
    [
      ...all.map(({ kind }) => [kind, `devices --kind ${kind}`] as const),
      ...all.flatMap(({ handle, name, aliases }) =>
        [name, ...aliases, handle].map((called) => [called, `devices show ${handle}`] as const),
      ),
      ...rooms.flatMap(({ id, name, aliases }) =>
        [id, name, ...aliases].map((called) => [called, `devices --room ${shellWord(called)}`] as const),
      ),
    ].map(([called, command]) => [called.toLowerCase(), command] as const),
  );
  const wanted = given.toLowerCase();
  return meant.get(wanted) ?? meant.get(nearest(wanted, meant.keys()) ?? "");
}

function noSuchKind(kind: string, others: readonly DeviceAnswer[]): JiaError {
  const kinds = [...new Set(others.map((device) => device.kind))].sort();
  return new JiaError("usage", { detail: message("devices.noSuchKind", { kind, near: nearest(kind, kinds), kinds }) });
}
