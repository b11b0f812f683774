import { messages } from "../../language/index.ts";
import type { Conversation, LocalReply, LocalRequest } from "../contract.ts";
import { yesOrNo } from "../open/answer.ts";
import type { ChoiceItem } from "../open/items.ts";
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
  // After something was told, a yes is a nod.
  const nods = said === false || conversation.exchanges.length > 0;
  return reply(nods ? talk.courtesy({ of: said ? "noted" : "done" }) : turn.nothingAsked, [], []);
}

/** Whether a model has told something last that may be a question of its own. */
function waitsForModel({ exchanges }: Conversation): boolean {
  const last = exchanges.at(-1);
  return last?.path === "model" && /[?？]\s*$/u.test(last.reply);
}
