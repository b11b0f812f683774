import { type BridgeStatus, type MissingFilter, type MissingFilterReason, troubleMessage } from "../bridge/index.ts";
import type { Message } from "../home/index.ts";
import { message } from "../language/index.ts";

type LinkStatus = BridgeStatus["links"][number];

/** Nothing at all in this time, in milliseconds, is worth a word: what a broker keeps arrives at once. */
const SILENT_MS = 10_000;

/** Why a broker cannot be used as it should, null when all can. */
export function brokerProblem({ links }: BridgeStatus): Message | null {
  for (const link of links) {
    const problem = linkProblem(link);
    if (problem) return message("broker.at", { url: link.url, problem });
  }
  return null;
}

/** What people are told when devices are not heard any more; null while they are. */
export function brokerTrouble({ links }: BridgeStatus): Message | null {
  const lost = links.find(({ connected }) => !connected);
  const problem = lost && linkProblem(lost);
  return problem ? message("notices.brokerTrouble", { problem }) : null;
}

/** What is wrong with one connection; null when it works. */
export function linkProblem({ connected, trouble, missing, commands }: LinkStatus): Message | null {
  return subscriptionProblem({ connected, trouble, missing }) ?? publishProblem(commands);
}

/** What keeps Jia from hearing of devices. */
function subscriptionProblem({
  connected,
  trouble,
  missing,
}: Pick<LinkStatus, "connected" | "trouble" | "missing">): Message | null {
  if (!connected) return trouble ? troubleMessage(trouble) : message("broker.notYet");
  const [first] = missing;
  if (!first) return null;
  return message(MISSING_TEXTS[first.reason], { filters: filtersOf(missing, first.reason) });
}

/** A user who was never let command anything, though it tried: null where nothing was tried or something was taken. */
function publishProblem({ refused, taken }: LinkStatus["commands"]): Message | null {
  if (taken || refused.length === 0) return null;
  return message("broker.mayNotCommand", { topics: refused.slice(-NAMED_TOPICS) });
}

/**
 * What may be wrong with a connection that works: nothing arrives, as where a broker leaves out what its user may not
 * read, without a word.
 * @param waited whether it counts from the beginning, not only after some seconds
 */
export function linkHint({ connected, heard, since }: LinkStatus, now: number, waited = false): Message | null {
  if (!connected || heard || since === null || (!waited && now - since < SILENT_MS)) return null;
  return message("broker.silent");
}

/**
 * Why devices may be there that the home does not know: null when nothing keeps them from it.
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
 * What a home without a device has to say of it: a problem until all that the broker had kept has arrived, and where
 * nothing arrives from a broker that is not Jia's own; null otherwise.
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

/** Topics that are named at most. */
const NAMED_TOPICS = 3;
/** So many commands in a row without an answer are worth a word. */
const UNANSWERED = 3;

/** What a broker did not let pass, and how it is told; the newest of each. */
const REPORTED_PROBLEMS = [
  "ends-connection",
  "subscription-refused",
  "publication-refused",
  "too-large-for-broker",
] as const;

/**
 * The first hint about any connection.
 * @param own the broker is Jia's own: that nothing arrives there only says that no device has come
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
  unusable: "broker.unusable",
} as const satisfies Record<MissingFilterReason, string>;

function filtersOf(missing: readonly MissingFilter[], reason: MissingFilterReason): readonly string[] {
  return missing.filter((each) => each.reason === reason).map(({ filter }) => filter);
}
