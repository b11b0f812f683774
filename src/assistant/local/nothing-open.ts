import { messages } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { Act } from "../../understanding/lexicon/types.ts";
import { is, itemsOf } from "../../understanding/parse/items.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import { cancelsOneIn } from "../../understanding/utterance/follow-ups.ts";
import { saysWord } from "../../understanding/words.ts";
import type { Conversation, LocalReply, LocalRequest } from "../contract.ts";
import { yesOrNo } from "../open/answer.ts";
import type { ChoiceItem } from "../open/items.ts";
import { frameOf } from "./last-done.ts";
import { reply } from "./settle.ts";

/** Turns that a question which one is meant is not forgotten for. */
const TURNS = 2;

/**
 * The question which one is meant that a text may still answer although something else was asked in between: "the left one"
 * after "is the TV on?". Null where something was done since, or a model has asked something itself.
 */
export function askedBeforehand(
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

/** What is said to a yes or a no where nothing was asked; null where a model may have asked. */
export function answeredNothing({ text, conversation, language }: LocalRequest): LocalReply | null {
  const said = yesOrNo(text);
  if (said === null || waitsForModel(conversation)) return null;
  const { talk, turn } = messages(language);
  // Something else was done since a yes was asked for: that it is taken as a nod would tell nobody that nothing came of it.
  if (said && sinceLapsed(conversation) !== null) return reply(turn.noneWaiting, [], []);
  // After something was told, a yes is a nod.
  const nods = said === false || conversation.exchanges.length > 0;
  return reply(nods ? talk.courtesy({ of: said ? "noted" : "done" }) : turn.nothingAsked, [], []);
}

/** What is said to a yes that comes after something else was said; null where nothing was let go of, or it is no yes. */
export function answeredLate({ text, conversation, language }: LocalRequest): LocalReply | null {
  if (yesOrNo(text) !== true || waitsForModel(conversation) || !hasLapsed(conversation)) return null;
  return { ...reply(messages(language).turn.lapsed, [], []), failed: true };
}

/** Whether what waited for a yes was let go of lately, and nothing was done since. */
function hasLapsed(conversation: Conversation): boolean {
  return sinceLapsed(conversation)?.every(({ outcomes }) => outcomes.length === 0) ?? false;
}

/** What was said since then; null where that is too long ago, or nothing was let go of. */
function sinceLapsed({ lapsed, exchanges }: Conversation): Conversation["exchanges"] | null {
  if (!lapsed) return null;
  const since = exchanges.slice(lapsed.after === null ? 0 : exchanges.indexOf(lapsed.after) + 1);
  return since.length <= TURNS ? since : null;
}

/** Who stops or pauses says so to what goes on. */
const HALTING: ReadonlySet<Act | null> = new Set<Act | null>(["stop", "pause"]);

/**
 * "Never mind", 取消, right after a text that was not understood: nothing came of that, and what was done or planned before it
 * stays. Null where the text before was understood, or something is to stop.
 */
export function withdrewMissed(request: LocalRequest, situation: Situation): LocalReply | null {
  const { conversation, text } = request;
  const { missed, exchanges } = conversation;
  if (missed === undefined || missed !== (exchanges.at(-2) ?? null) || exchanges.at(-1)?.path !== "local") return null;
  // "Cancel that" names what was planned; "never mind" alone is about what nothing came of.
  const planned = (conversation.focus?.plans?.length ?? 0) > 0;
  const drops = itemsOf(normalise(text), situation.index).some((item) => is(item, "never_mind") && !is(item, "cancel"));
  const cancels = cancelsOneIn(text) !== null || saysWord(text, "cancel", ["it", "thing", "them"]);
  if (planned && cancels && !drops) return null;
  if (yesOrNo(text) !== false || HALTING.has(frameOf(text, situation).act)) return null;
  return answeredNothing(request);
}

/** Whether a model has told something last that may be a question of its own. */
function waitsForModel({ exchanges }: Conversation): boolean {
  const last = exchanges.at(-1);
  return last?.path === "model" && /[?？]\s*$/u.test(last.reply);
}
