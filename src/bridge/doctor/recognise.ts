import type { TopicReader } from "../descriptor.ts";
import { DIALECTS, type DialectName } from "../dialects.ts";
import type { SeenDialect } from "./finding.ts";
import type { TopicFacts } from "./survey.ts";

/** Topics of no dialect of Jia's: other systems, and the broker itself. */
const OTHER_KINDS = ["homie", "tasmota", "shelly", "broker"] as const;

/** Ways of talking over MQTT that the doctor knows by their topics. */
export type TopicKind = DialectName | (typeof OTHER_KINDS)[number];

/** One dialect on this broker. */
export interface RecognisedTopics extends SeenDialect {
  readonly kind: TopicKind;
}

const SHELLY_ID = /^shelly[a-z0-9]+-[0-9A-Fa-f]{6,12}$/i;

/** Sorts topics by dialect; a topic belongs to the first dialect that claims it. */
export function recogniseTopics(topics: ReadonlyMap<string, TopicFacts>): {
  readonly found: readonly RecognisedTopics[];
  /** Topics that nothing claimed. */
  readonly unknown: readonly string[];
} {
  const names = [...topics.keys()];
  const ours = DIALECTS.map(({ name, recognise, ambiguous = false }) => ({
    kind: name,
    read: recognise(names),
    ambiguous,
  }));
  const readers: readonly { readonly kind: TopicKind; readonly read: TopicReader }[] = [
    { kind: "broker", read: (topic) => (topic.startsWith("$SYS/") ? "" : null) },
    ...ours.filter(({ ambiguous }) => !ambiguous),
    ...ours.filter(({ ambiguous }) => ambiguous),
    { kind: "homie", read: homie(names) },
    { kind: "tasmota", read: tasmota },
    { kind: "shelly", read: shelly },
  ];
  const found = new Map<TopicKind, { topics: Set<string>; devices: Set<string> }>();
  const unknown: string[] = [];
  for (const topic of names) {
    let claimed = false;
    for (const { kind, read } of readers) {
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
  const kinds = [...DIALECTS.map(({ name }) => name), ...OTHER_KINDS];
  return { found: kinds.flatMap((kind) => (found.has(kind) ? [{ kind, ...(found.get(kind) ?? none) }] : [])), unknown };
}

const none = { topics: new Set<string>(), devices: new Set<string>() };

/** Homie 4 and 5: a root with devices that have `$state`. */
function homie(names: readonly string[]): TopicReader {
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

const tasmota: TopicReader = (topic) => {
  const announced = /^tasmota\/discovery\/([0-9A-F]{12})\/(?:config|sensors)$/.exec(topic);
  if (announced) return announced[1] ?? "";
  const own = /^(?:cmnd|stat|tele)\/([^/]+)\/[A-Z][\w-]*$/.exec(topic);
  // By topic they have another name than by discovery: count the announcements alone.
  return own ? "" : null;
};

const shelly: TopicReader = (topic) => {
  const first = /^shellies\/([^/]+)\//.exec(topic);
  if (first) return first[1] ?? "";
  if (/^shellies\/(?:announce|command)$/.test(topic)) return "";
  const [id = "", next] = topic.split("/", 2);
  return SHELLY_ID.test(id) && /^(?:events|online|status|rpc|debug|command)$/.test(next ?? "") ? id : null;
};
