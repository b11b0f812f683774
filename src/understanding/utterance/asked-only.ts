import { isSameUnderstanding } from "../equivalence.ts";
import { ofLanguages } from "../languages.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { endsAsking } from "../sentence/asked.ts";
import { Patterns } from "../text/patterns.ts";
import { END_MARKS } from "./reword.ts";

const asks = ofLanguages((languages) => new Patterns(languages.flatMap(({ asking }) => asking?.asks ?? [])));
const asksMarked = ofLanguages(
  (languages) => new Patterns(languages.flatMap(({ asking }) => asking?.asksWithMark ?? [])),
);
const thenOrders = ofLanguages((languages) => languages.flatMap(({ asking }) => asking?.thenOrders ?? []));

/**
 * Whether an understanding would act on a mere question. In a question with a command behind it only the question must not act.
 * @param alone understands a part of the sentence by itself
 */
export function actsOnQuestion(
  understanding: Understanding,
  source: string,
  alone: (part: string) => Understanding,
): boolean {
  if (!hasEffect(understanding)) return false;
  const said = source.toLowerCase().replace(END_MARKS, "");
  if (!asks().test(said) && !(endsAsking(source) && asksMarked().test(said))) return false;
  return !thenOrders().some((pattern) => {
    const { asked = "", ordered } = pattern.exec(source.toLowerCase())?.groups ?? {};
    if (ordered === undefined || asks().test(ordered.replace(END_MARKS, ""))) return false;
    return !hasEffect(alone(asked)) || isSameUnderstanding(alone(ordered), understanding);
  });
}

/** Whether an understanding changes anything, now or later. */
export function hasEffect(understanding: Understanding): boolean {
  return understanding.kind !== "unknown" && understanding.steps.some(isAct);
}

function isAct(step: SentenceStep): boolean {
  switch (step.kind) {
    case "do":
    case "later":
    case "whenever":
    case "scene":
      return true;
    case "ask":
      return step.frame.asking === null;
    case "refuse":
      return step.frame?.asking === null;
    default:
      return false;
  }
}
