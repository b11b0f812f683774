import type { TopicFacts } from "./survey.ts";

/** Ways of talking over MQTT that the doctor knows by their topics. */
export const KINDS = [
  "miot",
  "zigbee2mqtt",
  "discovery",
  "hub",
  "hub-cloud",
  "homie",
  "tasmota",
  "shelly",
  "broker",
] as const;
export type Kind = (typeof KINDS)[number];

/** One dialect on this broker. */
export interface Recognised {
  readonly kind: Kind;
  /** The topics that are its business. */
  readonly topics: ReadonlySet<string>;
  /** Devices as far as the topics alone tell, by what names them there. */
  readonly devices: ReadonlySet<string>;
}

/** Reads the device out of a topic: its name there, "" for a topic about no device; null: not this dialect's topic. */
type Reader = (topic: string) => string | null;

const DISCOVERY =
  /^(?:[^/]+)\/(?:alarm_control_panel|binary_sensor|button|camera|climate|cover|device|device_automation|device_tracker|event|fan|humidifier|image|lawn_mower|light|lock|notify|number|scene|select|sensor|siren|switch|tag|text|update|vacuum|valve|water_heater)\/(?:[\w-]+\/)?([\w-]+)\/config$/;
const SHELLY_ID = /^shelly[a-z0-9]+-[0-9A-Fa-f]{6,12}$/i;

/** Finds the dialects on a broker. A topic belongs to the first that claims it. */
export function recognise(topics: ReadonlyMap<string, TopicFacts>): {
  readonly found: readonly Recognised[];
  /** Topics that nothing claimed. */
  readonly unknown: readonly string[];
} {
  const names = [...topics.keys()];
  const readers: readonly (readonly [Kind, Reader])[] = [
    ["broker", (topic) => (topic.startsWith("$SYS/") ? "" : null)],
    ["zigbee2mqtt", zigbee2mqtt(names)],
    ["discovery", discovery],
    ["hub", hub],
    [
      "hub-cloud",
      (topic) => /^device\/([^/]+)\/(?:up\/(?:properties_changed|event_occured)|state)\//.exec(topic)?.[1] ?? null,
    ],
    ["miot", miot],
    ["homie", homie(names)],
    ["tasmota", tasmota],
    ["shelly", shelly],
  ];
  const found = new Map<Kind, { topics: Set<string>; devices: Set<string> }>();
  const unknown: string[] = [];
  for (const topic of names) {
    let claimed = false;
    for (const [kind, read] of readers) {
      const device = read(topic);
      if (device === null) continue;
      const entry = found.get(kind) ?? { topics: new Set(), devices: new Set() };
      found.set(kind, entry);
      entry.topics.add(topic);
      if (device !== "") entry.devices.add(device);
      claimed = true;
      break;
    }
    if (!claimed) unknown.push(topic);
  }
  return { found: KINDS.flatMap((kind) => (found.has(kind) ? [{ kind, ...(found.get(kind) ?? none) }] : [])), unknown };
}

const none = { topics: new Set<string>(), devices: new Set<string>() };

/** Every base topic with a bridge below it; a device is what stands below the base. Names may hold slashes. */
function zigbee2mqtt(names: readonly string[]): Reader {
  const bases = new Set(
    names.flatMap((topic) => /^(.+)\/bridge\/(?:state|info|devices|groups|health)$/.exec(topic)?.[1] ?? []),
  );
  return (topic) => {
    for (const base of bases) {
      if (!topic.startsWith(`${base}/`)) continue;
      const rest = topic.slice(base.length + 1);
      return rest.startsWith("bridge/") ? "" : rest.replace(/\/(?:availability|set|get)(?:\/.*)?$/, "");
    }
    return null;
  };
}

const discovery: Reader = (topic) => {
  if (topic === "homeassistant/status") return "";
  return DISCOVERY.exec(topic)?.[1] ?? null;
};

const hub: Reader = (topic) => {
  const report = /^(?:master|\d{5,20})\/appMsg\/notify\/iot\/([^/]+)\//.exec(topic);
  if (report) return report[1] ?? "";
  return /^(?:master\/(?:proxy|appMsg)\/|\d{5,20}\/(?:appMsg\/|reply$))/.test(topic) ? "" : null;
};

const miot: Reader = (topic) => /^miot\/([^/]+)\//.exec(topic)?.[1] ?? null;

/** Homie 4 and 5: a root with devices that have `$state`. */
function homie(names: readonly string[]): Reader {
  const roots = new Set(
    names.flatMap((topic) => /^(.*?[^/]+(?:\/5)?)\/[^/]+\/\$(?:state|homie)$/.exec(topic)?.[1] ?? []),
  );
  return (topic) => {
    for (const root of roots) {
      if (topic.startsWith(`${root}/`)) return topic.slice(root.length + 1).split("/", 1)[0] ?? "";
    }
    return null;
  };
}

const tasmota: Reader = (topic) => {
  const announced = /^tasmota\/discovery\/([0-9A-F]{12})\/(?:config|sensors)$/.exec(topic);
  if (announced) return announced[1] ?? "";
  const own = /^(?:cmnd|stat|tele)\/([^/]+)\/[A-Z][\w-]*$/.exec(topic);
  // By topic they have another name than by discovery: count the announcements alone.
  return own ? "" : null;
};

const shelly: Reader = (topic) => {
  const first = /^shellies\/([^/]+)\//.exec(topic);
  if (first) return first[1] ?? "";
  if (/^shellies\/(?:announce|command)$/.test(topic)) return "";
  const [id = "", next] = topic.split("/", 2);
  return SHELLY_ID.test(id) && /^(?:events|online|status|rpc|debug|command)$/.test(next ?? "") ? id : null;
};
