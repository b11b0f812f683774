import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { cancelsOneIn } from "../../../understanding/utterance/follow-ups.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import type { ChoiceItem } from "../../open/items.ts";
import { yesOrNo } from "../../open/yes-or-no.ts";
import { parseFrame } from "../context/last-turn.ts";
import { localReply } from "../execution/undo.ts";

/** A question which one is meant may be answered within so many turns. */
const TURNS = 2;

/**
 * The earlier question which one is meant, where the text answers it although another question came between: "the left one" after
 * "is the TV on?". Null where something was done since, or a model asked something itself.
 */
export function earlierChoice(
  { conversation }: Pick<LocalRequest, "conversation">,
  now: number,
  reads: (item: ChoiceItem) => boolean,
): ChoiceItem | null {
  const { aside, exchanges } = conversation;
  if (!aside || waitsForModel(conversation)) return null;
  const since = exchanges.slice(aside.after === null ? 0 : exchanges.indexOf(aside.after) + 1);
  if (since.length > TURNS || since.some(({ outcomes }) => outcomes.length > 0)) return null;
  return aside.items.find((item) => item.expiresAt > now && reads(item)) ?? null;
}

/** The reply to a yes or a no where nothing was asked. Null for any other text, or where a model may have asked. */
export function unaskedAnswerReply({ text, conversation, language }: LocalRequest): LocalReply | null {
  const said = yesOrNo(text);
  if (said === null || waitsForModel(conversation)) return null;
  const { talk, turn } = messages(language);
  // A yes to a question that lapsed does nothing, and the reply says so.
  if (said && sinceLapsed(conversation) !== null) return localReply(turn.noneWaiting, [], []);
  // A yes after any reply is a nod.
  const nods = said === false || conversation.exchanges.length > 0;
  return localReply(nods ? talk.courtesy({ of: said ? "noted" : "done" }) : turn.nothingAsked, [], []);
}

/** The reply to a yes whose question lapsed because something else was said. Null where none lapsed, or the text is no yes. */
export function lateYesReply({ text, conversation, language }: LocalRequest): LocalReply | null {
  if (yesOrNo(text) !== true || waitsForModel(conversation) || !hasLapsed(conversation)) return null;
  return { ...localReply(messages(language).turn.lapsed, [], []), failed: true };
}

/** Whether a question for a yes lapsed lately, and nothing was done since. */
function hasLapsed(conversation: Conversation): boolean {
  return sinceLapsed(conversation)?.every(({ outcomes }) => outcomes.length === 0) ?? false;
}

/** The exchanges since a question lapsed; null where none lapsed, or too many turns ago. */
function sinceLapsed({ lapsed, exchanges }: Conversation): Conversation["exchanges"] | null {
  if (!lapsed) return null;
  const since = exchanges.slice(lapsed.after === null ? 0 : exchanges.indexOf(lapsed.after) + 1);
  return since.length <= TURNS ? since : null;
}

/** Acts that may be for a device that is at work, rather than for the missed text. */
const HALTING: ReadonlySet<Act | null> = new Set<Act | null>(["stop", "pause"]);

/**
 * The reply to "never mind", 取消, right after a text that was not understood: nothing is reverted. Null where the text before was
 * understood, or a device is to stop.
 */
export function missedCancelReply(request: LocalRequest, context: DialogueContext): LocalReply | null {
  const { conversation, text } = request;
  const { missed, exchanges } = conversation;
  if (missed === undefined || missed !== (exchanges.at(-2) ?? null) || exchanges.at(-1)?.path !== "local") return null;
  // "Cancel that" is about the plan in focus; "never mind" alone is about the missed text.
  const planned = (conversation.focus?.plans?.length ?? 0) > 0;
  const drops = segmentText(normalise(text), context.index).some(
    (item) => playsRole(item, "never_mind") && !playsRole(item, "cancel"),
  );
  const cancels = cancelsOneIn(text) !== null || matchesRole(text, "cancel", ["it", "thing", "them"]);
  if (planned && cancels && !drops) return null;
  if (yesOrNo(text) !== false || HALTING.has(parseFrame(text, context).act)) return null;
  return unaskedAnswerReply(request);
}

/** Whether the last reply is a model's and ends as a question. */
function waitsForModel({ exchanges }: Conversation): boolean {
  const last = exchanges.at(-1);
  return last?.path === "model" && /[?？]\s*$/u.test(last.reply);
}
