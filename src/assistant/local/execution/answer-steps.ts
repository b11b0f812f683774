import type { Clock, Home } from "../../../home/index.ts";
import { clockWords } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { AnswerStep, SentenceStep } from "../../../understanding/plan.ts";
import type { PastHistory } from "../../past/index.ts";
import { answerText } from "../reply/answers.ts";
import { pastAnswer, sinceFromHistory } from "../reply/past.ts";

/** What questions are answered with. */
export interface AnswerContext {
  readonly home: Pick<Home, "timezone">;
  readonly clock: Clock;
  readonly dialogue: DialogueContext;
  /** null where no history is kept. */
  readonly history: PastHistory | null;
}

/** An answer from the state, or from the history where the past is asked about or it knows more. */
export async function answerStepText(step: AnswerStep, context: AnswerContext): Promise<string> {
  const { clock, history, home, dialogue } = context;
  const { language } = dialogue;
  const currency = history?.currency ?? null;
  const past = history && { history, now: clock.now(), timezone: home.timezone, language, currency };
  if (step.past) {
    const asked = { ...step, past: step.past };
    return await pastAnswer(asked, past, { dialogue, clock: (at) => momentText(at, context) });
  }
  return currentAnswerText(step, context, await sinceFromHistory(step.frame, step.query, past, dialogue));
}

/**
 * An answer from the state.
 * @param since since when devices are in their state, in milliseconds since the epoch, keyed by device
 */
export function currentAnswerText(
  { frame, query }: Extract<SentenceStep, { kind: "answer" | "unmet" }>,
  context: AnswerContext,
  since?: ReadonlyMap<string, number>,
): string {
  const { history, dialogue } = context;
  const known = { ...(since && { since }), ...(history && { mains: history.mains() }) };
  return answerText(frame, query, dialogue, (at) => momentText(at, context), known);
}

function momentText(at: number, { clock, home, dialogue }: AnswerContext): string {
  return clockWords(at, clock.now(), home.timezone, dialogue.language);
}
