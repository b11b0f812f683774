import type { ErrorCode, ErrorDetails, MessageValue, Outcome, OutcomeStatus, Phrase } from "../home/index.ts";
import type { Deed, Subjects } from "./deeds.ts";
import type { Language } from "./language.ts";
import { errorText, textOf } from "./message.ts";
import type { Moving } from "./moving.ts";
import { kindName } from "./names.ts";
import { packOf } from "./packs.ts";

/** One change or action and what came of it. */
export interface ToldOutcome {
  /** How the device, or its part, is called. */
  readonly name: string;
  /** Kind of the device from its spec. */
  readonly kind: string;
  readonly deed: Deed;
  readonly outcome: Pick<Outcome, "status" | "error" | "code">;
  /** Set while it is only on its way to where it was sent. */
  readonly moving?: Moving | null;
}

/**
 * What happened, in sentences that claim nothing else: alike ones together, what failed apart. What waits for a yes is not
 * told here: its question is. `room`: where it was, when that was taken and not said.
 */
export function tellOutcomes(told: readonly ToldOutcome[], language: Language, room: string | null = null): string {
  const groups = new Map<string, [ToldOutcome, ...ToldOutcome[]]>();
  for (const each of told) {
    const { status } = each.outcome;
    const reason = isFailure(status) || each.outcome.error ? reasonText(each.outcome, language) : "";
    const key = JSON.stringify([status, reason, sameForAll(status, reason) ? null : (each.moving ?? each.deed)]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const { grammar } = packOf(language);
  return grammar.sentences([...groups.values()].map((group) => groupText(group, language, room)));
}

/** Whether it does not matter what was to be done: nothing reached any of them. */
function sameForAll(status: OutcomeStatus, reason: string): boolean {
  return status === "offline" && reason !== "";
}

function isFailure(status: OutcomeStatus): boolean {
  return status === "offline" || status === "rejected" || status === "denied";
}

function groupText(group: readonly [ToldOutcome, ...ToldOutcome[]], language: Language, room: string | null): string {
  const { replies } = packOf(language).messages;
  const [{ deed, outcome, moving }] = group;
  const subjects = subjectsOf(group, language);
  if (moving) return replies.moving(moving, subjects, room, outcome.status !== "accepted");
  switch (outcome.status) {
    case "confirmed":
      return replies.done(deed, subjects, room);
    case "unchanged":
      return replies.already(deed, subjects);
    case "accepted":
      return replies.accepted(deed, subjects);
    case "timeout":
      return outcome.error
        ? packOf(language).grammar.sentences([replies.timeout(subjects), reasonText(outcome, language)])
        : replies.timeout(subjects);
    case "offline":
      return replies.offline(subjects, reasonText(outcome, language));
    case "rejected":
      // It was not the device that refused it.
      if (outcome.error?.code === "not-sent") return replies.notSent(subjects, reasonText(outcome, language));
      return replies.rejected(subjects, reasonText(outcome, language));
    case "denied":
      return replies.denied(reasonText(outcome, language));
    case "needs-confirmation":
      return "";
    default:
      return outcome.status satisfies never;
  }
}

function subjectsOf(group: readonly ToldOutcome[], language: Language): Subjects {
  const [kind, ...others] = new Set(group.map((each) => each.kind));
  const names = [...new Set(group.map(({ name }) => name))];
  return { names, kind: kind !== undefined && others.length === 0 ? kindName(kind, language) : "" };
}

/** Why it was not done, as far as the outcome says. */
function reasonText({ error, code }: Pick<Outcome, "error" | "code">, language: Language): string {
  if (!error) return code === undefined ? "" : String(code);
  return error.code === "denied" || error.code === "not-sent"
    ? detailText(error, language)
    : errorText(error, language);
}

/** The reason alone, without the sentence around it. */
function detailText({ details }: { code: ErrorCode; details?: ErrorDetails }, language: Language): string {
  const detail = details?.["detail"];
  return isPhrase(detail) ? textOf(detail, language) : String(detail ?? "");
}

function isPhrase(value: MessageValue | undefined): value is Phrase {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

/** The question for what waits for a yes: what would be done, and why it is asked. */
export function confirmationQuestion(
  waiting: readonly Pick<ToldOutcome, "name" | "deed">[],
  reasons: readonly (Phrase | null)[],
  language: Language,
): string {
  const { grammar, messages } = packOf(language);
  const things = [...new Set(waiting.map(({ name, deed }) => messages.replies.doing(deed, name)))];
  const why = [...new Set(reasons.map((reason) => textOf(reason ?? "", language)).filter((text) => text !== ""))];
  return messages.replies.confirm(grammar.list(things, "and"), why);
}
