import { JiaError, nearest } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { JSON_FLAG, printer } from "./answer.ts";
import type { DeviceAnswer } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./connect.ts";
import { type Style, table } from "./style.ts";

export const devices = defineCommand({
  name: "devices",
  summary: { en: "List the devices with their state.", zh: "列出设备及其状态。" },
  usage: "",
  examples: ["npm run jia -- devices --room 客厅", "npm run jia -- devices --kind light --json"],
  flags: {
    room: { kind: "text", value: "ROOM", about: { en: "Only this room.", zh: "只看这个房间。" } },
    kind: { kind: "text", value: "KIND", about: { en: "Only this kind: light.", zh: "只看这类设备，如 light。" } },
    ...JSON_FLAG,
    ...HOME_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags }, context) {
    return withJia(flags, context, async (client) => {
      const found = await client.devices({ room: flags.room, kind: flags.kind }, context.signal);
      if (found.length === 0 && flags.kind !== undefined) {
        throw noSuchKind(flags.kind, await client.devices({ room: flags.room }, context.signal), context.language);
      }
      printer(flags, context)({ devices: found }, () => [deviceTable(found, context)]);
      return 0;
    });
  },
});

function noSuchKind(kind: string, others: readonly DeviceAnswer[], language: Language): JiaError {
  const kinds = [...new Set(others.map((device) => device.kind))].sort();
  const near = nearest(kind, kinds);
  const detail =
    language === "zh"
      ? `没有“${kind}”类型的设备${near ? `，是否要找“${near}”？` : "。"}现有类型：${kinds.join("、")}`
      : `There is no device of the kind "${kind}"${near ? `, did you mean "${near}"?` : "."} There are: ${kinds.join(", ")}`;
  return new JiaError("usage", { detail });
}

/** The devices as a table, by room. */
export function deviceTable(
  devices: readonly DeviceAnswer[],
  { language, style }: Pick<CommandContext, "language" | "style">,
): string {
  if (devices.length === 0) return language === "zh" ? "没有设备。" : "There are no devices.";
  const sorted = [...devices].sort((a, b) => (a.room ?? "~").localeCompare(b.room ?? "~", language));
  const heading =
    language === "zh" ? ["房间", "名称", "标识", "类型", "状态"] : ["Room", "Name", "Handle", "Kind", "State"];
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
  if (device.online === false) return style.bad(language === "zh" ? "不在线" : "offline");
  return Object.entries(device.state)
    .filter(([address]) => TELLING.test(address))
    .sort(([a], [b]) => Number(!a.endsWith(".on")) - Number(!b.endsWith(".on")))
    .slice(0, SHOWN)
    .map(
      ([address, value]) =>
        `${address}=${typeof value === "boolean" ? style[value ? "good" : "dim"](String(value)) : value}`,
    )
    .join(" ");
}
