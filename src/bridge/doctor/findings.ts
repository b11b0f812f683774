import { cleanText } from "../../home/index.ts";
import type { RecognisedTopics, TopicKind } from "./recognise.ts";
import { factsJson, factsText, type TopicFacts } from "./survey.ts";

/** The codes of findings; the language packs have words for each. */
export const FINDINGS = [
  "nothing-there",
  "retained-command",
  "retained-event",
  "stale-announcement",
  "announced-twice",
  "bridge-offline",
  "no-availability",
  "joining-open",
  "large-retained",
  "clock-skew",
  "own-clock",
  "broker-restarted",
  "dropped-messages",
  "no-password",
  "no-password-here",
  "wildcard-refused",
  "access-refused",
  "too-many-topics",
  "unsupported-dialect",
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** A finding about the broker or the devices on it. */
export interface DoctorFinding {
  readonly code: FindingCode;
  readonly severity: "problem" | "advice";
  readonly count: number;
  /** A few topics, or what else shows it; cleaned. */
  readonly examples: readonly string[];
}

const MAX_EXAMPLES = 3;
/** Larger than anything that a home needs to keep in the broker for each new client, bytes. */
const LARGE = 1_000_000;

/** All findings that the topics and their payloads show. */
export function findingsOf(
  topics: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): readonly DoctorFinding[] {
  const of = (kind: TopicKind) => recognised.find((each) => each.kind === kind);
  const facts = [...topics.values()].filter(({ topic }) => !topic.startsWith("$SYS/"));
  const retained = facts.filter((each) => each.retained && each.bytes > 0);
  return [
    ...(facts.length === 0 ? [finding("nothing-there", "advice", [])] : []),
    ...findingAbout("retained-command", "problem", retained.filter(isCommand)),
    ...findingAbout("retained-event", "problem", retained.filter(isEvent)),
    ...findingAbout(
      "large-retained",
      "advice",
      retained.filter(({ bytes }) => bytes > LARGE),
    ),
    ...staleDiscovery(topics, of("discovery")),
    ...zigbee(topics, of("zigbee2mqtt"), of("discovery")),
    ...unsupported(recognised),
  ];
}

/** Up to three examples of a code; nothing when there are none. */
export function findingAbout(
  code: FindingCode,
  severity: DoctorFinding["severity"],
  facts: readonly TopicFacts[],
): DoctorFinding[] {
  return facts.length === 0
    ? []
    : [
        finding(
          code,
          severity,
          facts.map(({ topic }) => topic),
        ),
      ];
}

export function finding(
  code: FindingCode,
  severity: DoctorFinding["severity"],
  examples: readonly string[],
): DoctorFinding {
  const shown = examples.slice(0, MAX_EXAMPLES).map((example) => cleanText(example, 200));
  return { code, severity, count: Math.max(1, examples.length), examples: shown };
}

/** Topics of commands: a retained command is carried out again at every reconnection. */
const COMMANDS: readonly RegExp[] = [
  /\/(?:set|get|down|command|cmd)$/,
  /\/(?:set|get)\/[^/]+$/,
  /^cmnd\//,
  /\/rpc$/,
  /^master\/proxy\//,
  /\/bridge\/request\//,
];

function isCommand({ topic }: TopicFacts): boolean {
  return COMMANDS.some((pattern) => pattern.test(topic));
}

/** Topics of events: a retained event happens again for every new subscriber. */
function isEvent(facts: TopicFacts): boolean {
  const { topic } = facts;
  // Descriptions of something that is called an event are no events.
  if (/\/(?:config|\$[^/]+)$/.test(topic)) return false;
  if (/\/(?:up|action|click)$|\/bridge\/event$|\/events?\/(?!rpc)|\/up\/event_occured\//.test(topic)) return true;
  const body = factsJson(facts);
  if (typeof body !== "object" || body === null || !("action" in body)) return false;
  return typeof body.action === "string" && body.action !== "";
}

/**
 * Announcements of Home Assistant discovery whose device has no other topic on the broker: it was removed, or is long
 * gone.
 */
function staleDiscovery(
  topics: ReadonlyMap<string, TopicFacts>,
  discovery: RecognisedTopics | undefined,
): DoctorFinding[] {
  const stale: TopicFacts[] = [];
  for (const topic of discovery?.topics ?? []) {
    const facts = topics.get(topic);
    if (!facts?.retained || facts.bytes === 0) continue;
    const named = mentionedTopics(factsText(facts));
    if (named.length > 0 && !named.some((each) => topics.has(each))) stale.push(facts);
  }
  return findingAbout("stale-announcement", "advice", stale);
}

/** The state and availability topics of an announcement: they are kept by the broker as a rule. */
function mentionedTopics(text: string): string[] {
  return topicsIn(text, /"(?:state_topic|stat_t|availability_topic|avty_t|topic|t)"\s*:\s*"([^"]+)"/g);
}

/** All topics that announcements of discovery name; they are known, whatever they carry. */
export function announcedTopics(
  topics: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): ReadonlySet<string> {
  const discovery = recognised.find(({ kind }) => kind === "discovery");
  return new Set(
    [...(discovery?.topics ?? [])].flatMap((topic) => {
      const facts = topics.get(topic);
      return facts ? topicsIn(factsText(facts), /"(?:\w*topic|\w+_t|t)"\s*:\s*"([^"]+)"/g) : [];
    }),
  );
}

/** The topics that `pattern` finds in an announcement, with `~` filled in. */
function topicsIn(text: string, pattern: RegExp): string[] {
  const base = /"~"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? "";
  return [...text.matchAll(pattern)].map(([, topic = ""]) => topic.replace(/^~|~$/, base));
}

function zigbee(
  topics: ReadonlyMap<string, TopicFacts>,
  zigbee2mqtt: RecognisedTopics | undefined,
  discovery: RecognisedTopics | undefined,
): DoctorFinding[] {
  if (!zigbee2mqtt) return [];
  const own = [...zigbee2mqtt.topics];
  const state = (end: string) => own.flatMap((topic) => (topic.endsWith(end) ? (topics.get(topic) ?? []) : []));
  const offline = state("/bridge/state").filter((facts) => /offline/.test(factsText(facts)));
  const open = state("/bridge/info").filter((facts) => /"permit_join"\s*:\s*true/.test(factsText(facts)));
  const hasAvailability = own.some((topic) => topic.endsWith("/availability"));
  const twice = [...(discovery?.topics ?? [])].flatMap((topic) => {
    const facts = topics.get(topic);
    return facts && /"Zigbee2MQTT"/i.test(factsText(facts)) ? [facts] : [];
  });
  return [
    ...findingAbout("bridge-offline", "problem", offline),
    ...findingAbout("joining-open", "problem", open),
    ...(hasAvailability || zigbee2mqtt.devices.size === 0 ? [] : [finding("no-availability", "advice", [])]),
    ...findingAbout("announced-twice", "advice", twice),
  ];
}

/** Findings for dialects that are on the broker and that Jia does not speak. */
function unsupported(recognised: readonly RecognisedTopics[]): DoctorFinding[] {
  const native = recognised.filter(({ kind }) => kind === "homie" || kind === "tasmota" || kind === "shelly");
  const announced = recognised.some(({ kind }) => kind === "discovery");
  // Tasmota and Shelly can announce themselves by discovery as well; where something does, nothing is missing for sure.
  return native
    .filter(({ kind, devices }) => devices.size > 0 && !(announced && kind !== "homie"))
    .map(({ kind, devices }) => finding("unsupported-dialect", "advice", [kind, ...devices]));
}
