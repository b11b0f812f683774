import { messages } from "../../../language/index.ts";
import { leftOutOf, withTime } from "../../../understanding/existing/without-time.ts";
import type { Situation } from "../../../understanding/ground/situation.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { yesOrNo } from "../../open/answer.ts";
import { reply } from "../settle.ts";

/** "Set an alarm": asks when it shall ring, or how long a timer shall count. Null where nothing of that is left out. */
export function askWhen(text: string, situation: Situation): LocalReply | null {
  const question = questionOf(text, situation);
  return question === null ? null : reply(question, [], [], true);
}

/**
 * The answer to that question: the sentence with the time that was said, or that nothing shall be made. Null where the turn
 * before asked nothing of it, or the text is something else.
 */
export function answeredWhen(
  text: string,
  { exchanges }: Conversation,
  situation: Situation,
): { readonly text: string } | LocalReply | null {
  const last = exchanges.at(-1);
  if (last?.path !== "local" || last.reply !== questionOf(last.text, situation)) return null;
  if (yesOrNo(text) === false) return reply(messages(situation.language).replies.leave, [], []);
  const whole = withTime(last.text, text, situation);
  return whole === null ? null : { text: whole };
}

function questionOf(text: string, situation: Situation): string | null {
  const { whenRing, howLong } = messages(situation.language).plans;
  const left = leftOutOf(text, situation);
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
