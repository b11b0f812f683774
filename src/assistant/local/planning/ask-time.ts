import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { completeWithTime, missingTimeOf } from "../../../understanding/plans/missing-time.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { yesOrNo } from "../../open/yes-or-no.ts";
import { localReply } from "../execution/undo.ts";

/** "Set an alarm": asks when it shall ring, or how long a timer shall count. Null where nothing of that is left out. */
export function askTime(text: string, context: DialogueContext): LocalReply | null {
  const question = questionOf(text, context);
  return question === null ? null : localReply(question, [], [], true);
}

/**
 * The answer to that question: the sentence with the time that was said, or that nothing shall be made. Null where the turn
 * before asked nothing of it, or the text is something else.
 */
export function answerWithTime(
  text: string,
  { exchanges }: Conversation,
  context: DialogueContext,
): { readonly text: string } | LocalReply | null {
  const last = exchanges.at(-1);
  if (last?.path !== "local" || last.reply !== questionOf(last.text, context)) return null;
  if (yesOrNo(text) === false) return localReply(messages(context.language).replies.leave, [], []);
  const whole = completeWithTime(last.text, text, context);
  return whole === null ? null : { text: whole };
}

function questionOf(text: string, context: DialogueContext): string | null {
  const { whenRing, howLong } = messages(context.language).plans;
  const left = missingTimeOf(text, context);
  if (left === null) return null;
  switch (left) {
    case "moment":
      return whenRing;
    case "duration":
      return howLong;
    default:
      return left satisfies never;
  }
}
