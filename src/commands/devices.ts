import { JiaError, nearest } from "../home/index.ts";
import { type Language, message, messages, stateWord } from "../language/index.ts";
import { JSON_FLAG, printer } from "./answer.ts";
import type { DeviceAnswer } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./connect.ts";
import { table } from "./layout.ts";
import type { Style } from "./style.ts";

export const devices = defineCommand({
  name: "devices",
  summary: message("devices.summary"),
  usage: "",
  examples: ["jia devices --room 客厅", "jia devices --kind light --json"],
  flags: {
    room: { kind: "text", value: "ROOM", about: message("devices.room") },
    kind: { kind: "text", value: "KIND", about: message("devices.kind") },
    ...JSON_FLAG,
    ...HOME_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags }, context) {
    return withJia(flags, context, async (client) => {
      const found = await client.devices({ room: flags.room, kind: flags.kind }, context.signal);
      if (found.length === 0 && flags.kind !== undefined) {
        throw noSuchKind(flags.kind, await client.devices({ room: flags.room }, context.signal));
      }
      printer(flags, context)({ devices: found }, () => [deviceTable(found, context)]);
      return 0;
    });
  },
});

function noSuchKind(kind: string, others: readonly DeviceAnswer[]): JiaError {
  const kinds = [...new Set(others.map((device) => device.kind))].sort();
  return new JiaError("usage", { detail: message("devices.noSuchKind", { kind, near: nearest(kind, kinds), kinds }) });
}

/** The devices as a table, by room. */
export function deviceTable(
  devices: readonly DeviceAnswer[],
  { language, style }: Pick<CommandContext, "language" | "style">,
): string {
  const { none, heading } = messages(language).devices;
  if (devices.length === 0) return none;
  const sorted = [...devices].sort((a, b) => (a.room ?? "~").localeCompare(b.room ?? "~", language));
  const rows = sorted.map((device) => [
    device.room ?? "—",
    device.name,
    device.handle,
    device.kind,
    stateLine(device, language, style),
  ]);
  return table([heading, ...rows], style.bold).join("\n");
}

/** Properties that say most about a device, in this order. */
const TELLING =
  /^(.*\.on|lock\.locked|.*\.(brightness|target-temperature|temperature|relative-humidity|pm2-5-density|current-position|status|contact-state|motion-state|battery-level|volume))$/;
/** How many of them are shown. */
const SHOWN = 4;

function stateLine(device: DeviceAnswer, language: Language, style: Style): string {
  const { devices: words, states } = messages(language);
  const { offline, doubts } = words;
  if (device.lostSince !== null) return style.bad(doubts["broker-lost"]);
  if (device.online === false) return style.bad(offline);
  // What is not known stands beside what is, so that nobody takes it for something that the device does not have.
  const told = [...new Set([...Object.keys(device.state), ...Object.keys(device.doubts)])]
    .filter((address) => TELLING.test(address))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN);
  return told
    .map((address) => {
      const value = device.state[address];
      const doubt = device.doubts[address];
      const shown = typeof value === "boolean" ? style[value ? "good" : "dim"](truth(address, value)) : value;
      if (!doubt) return `${address}=${shown}`;
      return `${address}=${shown === undefined ? style.dim(doubts[doubt.reason]) : `${shown} (${doubts[doubt.reason]})`}`;
    })
    .join(" ");

  /** What is locked or open is said so: `contact-state=false` reads as shut to most people. */
  function truth(address: string, value: boolean): string {
    const word = stateWord(address.slice(address.indexOf(".") + 1), address);
    return word === null || word === "power" ? String(value) : states.truth(word, value);
  }

  function rank(address: string): number {
    return Number(!address.endsWith(".on")) * 2 + Number(device.state[address] === undefined);
  }
}
