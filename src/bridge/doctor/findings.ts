import { DIALECTS } from "../dialects.ts";
import { type DoctorFinding, finding, findingAbout } from "./finding.ts";
import type { RecognisedTopics } from "./recognise.ts";
import { factsJson, factsText, type TopicFacts } from "./survey.ts";

/** Larger than anything that a home needs to keep in the broker for each new client, bytes. */
const LARGE = 1_000_000;

/** All findings that the topics and their payloads show. */
export function findingsOf(
  topics: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): readonly DoctorFinding[] {
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
    ...ofDialects(topics, recognised),
    ...unsupported(recognised),
  ];
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

/** The findings of the dialects themselves: what announcements show before what a bridge says of itself. */
function ofDialects(
  facts: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): readonly DoctorFinding[] {
  const announcements = announcementsIn(facts, recognised).map((each) => each.facts);
  return DIALECTS.toReversed().flatMap(({ name, findings }) => {
    const own = recognised.find(({ kind }) => kind === name);
    return own && findings ? findings({ facts, own, announcements }) : [];
  });
}

/** All topics that announcements name; they are known, whatever they carry. */
export function announcedTopics(
  topics: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): ReadonlySet<string> {
  return new Set(announcementsIn(topics, recognised).flatMap(({ facts, names }) => names(factsText(facts))));
}

interface Announcement {
  readonly facts: TopicFacts;
  /** The topics that it names. */
  readonly names: (announcement: string) => readonly string[];
}

function announcementsIn(
  topics: ReadonlyMap<string, TopicFacts>,
  recognised: readonly RecognisedTopics[],
): Announcement[] {
  return recognised.flatMap(({ kind, topics: own }) => {
    const names = ANNOUNCING.get(kind);
    if (!names) return [];
    return [...own].flatMap((topic) => {
      const facts = topics.get(topic);
      return facts ? [{ facts, names }] : [];
    });
  });
}

/** Dialects that announce devices, keyed by name. */
const ANNOUNCING: ReadonlyMap<string, Announcement["names"]> = new Map(
  DIALECTS.flatMap(({ name, announces }) => (announces ? [[name, announces] as const] : [])),
);

/** Findings for dialects that are on the broker and that Jia does not speak. */
function unsupported(recognised: readonly RecognisedTopics[]): DoctorFinding[] {
  const native = recognised.filter(({ kind }) => kind === "homie" || kind === "tasmota" || kind === "shelly");
  const announced = recognised.some(({ kind }) => ANNOUNCING.has(kind));
  // Tasmota and Shelly can announce themselves by discovery as well; where something does, nothing is missing for sure.
  return native
    .filter(({ kind, devices }) => devices.size > 0 && !(announced && kind !== "homie"))
    .map(({ kind, devices }) => finding("unsupported-dialect", "advice", [kind, ...devices]));
}
