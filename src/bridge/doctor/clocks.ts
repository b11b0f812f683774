import { cleanText } from "../../home/index.ts";
import { type DoctorFinding, finding, findingAbout } from "./finding.ts";
import { factsJson, factsText, type TopicFacts } from "./survey.ts";

/** How far a clock may be off, in milliseconds, before schedules and histories become wrong. */
const TOLERANCE_MS = 90_000;
/** Nothing of Jia is older: a clock before this was never set. */
const EARLIEST = Date.UTC(2025, 0, 1);
/** Fields in which devices say when something was true. */
const TIME_FIELDS = ["time", "timestamp", "ts", "last_seen", "Time", "unixtime"];

/** Finds clocks that differ from this machine's, by the time stamps of messages sent while we listened. */
export function clockFindings(topics: ReadonlyMap<string, TopicFacts>, now: number): readonly DoctorFinding[] {
  if (now < EARLIEST) return [finding("own-clock", "problem", [new Date(now).toISOString()])];
  const off: string[] = [];
  for (const facts of topics.values()) {
    const said = facts.liveAt === null ? null : timeIn(facts);
    const skew = said === null || facts.liveAt === null ? 0 : said - facts.liveAt;
    if (Math.abs(skew) > TOLERANCE_MS) off.push(`${facts.topic}: ${Math.round(skew / 1000)} s`);
  }
  return off.length > 0 ? [finding("clock-skew", "problem", off)] : [];
}

/** The time in a payload, in milliseconds since the epoch; null if it holds no absolute time. */
function timeIn(facts: TopicFacts): number | null {
  // EMQX tells its clock there.
  if (/^\$SYS\/brokers\/[^/]+\/(?:sysdate|datetime)$/.test(facts.topic)) return parseTime(factsText(facts));
  const body = factsJson(facts);
  if (typeof body !== "object" || body === null) return null;
  for (const [name, value] of Object.entries(body)) if (TIME_FIELDS.includes(name)) return parseTime(value);
  return null;
}

function parseTime(value: unknown): number | null {
  if (typeof value === "number") {
    // Seconds or milliseconds since 1970; anything else counts from a start that is not known.
    const at = value < 1e11 ? value * 1000 : value;
    return at > 1e12 * 0.9 && at < 1e13 ? at : null;
  }
  // Without a zone it is the device's local time: that says nothing about its clock.
  if (typeof value !== "string" || !/(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** Findings from the broker's own topics: that it has just started, or that it loses messages. */
export function brokerFindings(topics: ReadonlyMap<string, TopicFacts>): readonly DoctorFinding[] {
  const uptime = number(topics.get("$SYS/broker/uptime"));
  const dropped = topics.get("$SYS/broker/publish/messages/dropped") ?? topics.get("$SYS/broker/messages/dropped");
  return [
    ...(uptime !== null && uptime < 120 ? [finding("broker-restarted", "advice", [`${uptime} s`])] : []),
    ...((number(dropped) ?? 0) > 0 && dropped ? findingAbout("dropped-messages", "problem", [dropped]) : []),
  ];
}

/** The broker's name and version as it tells them; null when it does not. */
export function brokerVersion(topics: ReadonlyMap<string, TopicFacts>): string | null {
  for (const [topic, facts] of topics) {
    if (/^\$SYS\/(?:broker|brokers\/[^/]+)\/version$/.test(topic)) return cleanText(factsText(facts), 60);
  }
  return null;
}

function number(facts: TopicFacts | undefined): number | null {
  const found = facts ? /^\s*(\d+)/.exec(factsText(facts)) : null;
  return found ? Number(found[1]) : null;
}
