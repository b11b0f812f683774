import { DIALECTS } from "../bridge/dialects.ts";
import { type BridgeStatus, type MissingFilterReason, troubleMessage } from "../bridge/index.ts";
import type { DialectSetting } from "../bridge/setting.ts";
import type { Message } from "../home/index.ts";
import { message } from "../language/index.ts";

type LinkStatus = BridgeStatus["links"][number];

/**
 * A connection without any message for this long deserves a hint, in milliseconds: retained messages arrive at once.
 */
const SILENT_MS = 10_000;

/** The problem of the first broker that cannot be used fully; null when there is none. */
export function brokerProblem({ links }: BridgeStatus): Message | null {
  for (const link of links) {
    const problem = linkProblem(link);
    if (problem) return message("broker.at", { url: link.url, problem });
  }
  return null;
}

/** The notice for people when messages of devices do not arrive any more; null while they do. */
export function brokerTrouble({ links }: BridgeStatus): Message | null {
  const lost = links.find(({ connected }) => !connected);
  const problem = lost && linkProblem(lost);
  return problem ? message("notices.brokerTrouble", { problem }) : null;
}

/** The problem of one connection; null when it works. */
export function linkProblem({ connected, trouble, missing, commands }: LinkStatus): Message | null {
  return subscriptionProblem({ connected, trouble, missing }) ?? publishProblem(commands);
}

/** The problem with subscriptions: why messages of devices do not arrive; null when there is none. */
function subscriptionProblem({
  connected,
  trouble,
  missing,
}: Pick<LinkStatus, "connected" | "trouble" | "missing">): Message | null {
  if (!connected) return trouble ? troubleMessage(trouble) : message("broker.notYet");
  const [first] = missing;
  if (!first) return null;
  const alike = missing.filter(({ reason }) => reason === first.reason);
  const filters = alike.map(({ filter }) => filter);
  if (first.reason === "unusable") return message("broker.unusable", { filters, settings: topicSettings(alike) });
  return message(MISSING_TEXTS[first.reason], { filters });
}

/** The problem of a user whose commands the broker always refused; null where none was tried, or one was taken. */
function publishProblem({ refused, taken }: LinkStatus["commands"]): Message | null {
  if (taken || refused.length === 0) return null;
  return message("broker.mayNotCommand", { topics: refused.slice(-NAMED_TOPICS) });
}

/**
 * A possible problem of a connection that works: nothing arrives, as when a broker silently leaves out what its user
 * may not read.
 * @param waited whether it counts from the beginning, not only after some seconds
 */
export function linkHint({ connected, heard, since }: LinkStatus, now: number, waited = false): Message | null {
  if (!connected || heard || since === null || (!waited && now - since < SILENT_MS)) return null;
  return message("broker.silent");
}

/**
 * Why the home may not know all devices; null when nothing prevents it.
 * @param known how many devices it knows
 */
export function missingDevicesReason({ links }: BridgeStatus, known: number, now: number): Message | null {
  for (const link of links) {
    const problem = subscriptionProblem(link);
    if (problem) return message("broker.at", { url: link.url, problem });
  }
  if (known > 0) return null;
  for (const link of links) {
    const silent = linkHint(link, now, true);
    if (silent) return message("broker.at", { url: link.url, problem: silent });
  }
  return message("broker.noDevice");
}

/**
 * The problem of a home without devices, until all retained messages have arrived, and where nothing arrives from a
 * broker that is not Jia's own; null otherwise.
 */
export function devicesProblem(
  { links }: BridgeStatus,
  { known, complete, own, now }: { known: number; complete: boolean; own: boolean; now: number },
): Message | null {
  if (known > 0) return null;
  if (links.every(({ connected }) => !connected)) return message("broker.unheard");
  const silent = own ? [] : links.flatMap((link) => linkHint(link, now) ?? []);
  return silent[0] ?? (complete ? null : message("broker.noDevice"));
}

/** The most topics that a message names. */
const NAMED_TOPICS = 3;
/** This many unanswered commands in a row deserve a hint. */
const UNANSWERED = 3;

/** Problems of refused messages, each with its hint; the newest of each is told. */
const REPORTED_PROBLEMS = [
  "ends-connection",
  "subscription-refused",
  "publication-refused",
  "too-large-for-broker",
] as const;

/**
 * The first hint about any connection.
 * @param own whether the broker is Jia's own: there, silence only means that no device has come
 */
export function brokerHint({ links, problems }: BridgeStatus, now: number, own: boolean): Message | null {
  for (const link of own ? [] : links) {
    const problem = linkHint(link, now);
    if (problem) return message("broker.at", { url: link.url, problem });
  }
  for (const { url, connected, unanswered } of links) {
    if (!connected || unanswered < UNANSWERED) continue;
    return message("broker.at", { url, problem: message("broker.unanswered", { count: unanswered }) });
  }
  for (const code of REPORTED_PROBLEMS) {
    const found = problems.find((each) => each.code === code);
    if (found) return message("broker.trouble", { topic: found.topic, advice: message(`problemAdvice.${code}`) });
  }
  return null;
}

const MISSING_TEXTS = {
  refused: "broker.refused",
  "too-large": "broker.refused",
  "ends-connection": "broker.endsConnection",
} as const satisfies Record<Exclude<MissingFilterReason, "unusable">, string>;

/** The settings from which the topics of these dialects are made. */
function topicSettings(missing: LinkStatus["missing"]): readonly string[] {
  return DIALECTS.filter(({ name }) => missing.some(({ dialect }) => dialect === name)).flatMap(({ settings }) =>
    Object.entries<DialectSetting>(settings).flatMap(([name, { expected }]) => (expected === "topic" ? [name] : [])),
  );
}
