import type { PastQuestion } from "../../understanding/past/question.ts";
import type { PastSpan } from "../../understanding/past/span.ts";
import { changesAnswer } from "./changes.ts";
import { energyAnswer } from "./energy.ts";
import type { PastQueryContext } from "./query-context.ts";
import { durationAnswer, stateAnswer } from "./states.ts";
import { type PastContext, PastTeller } from "./teller.ts";
import { comparisonAnswer, valueAnswer } from "./values.ts";

/** Answers a question about the past as the text of a reply. */
export async function pastAnswerText(
  { what, span }: PastQuestion,
  context: PastContext,
  asked: Omit<PastQueryContext, "teller">,
): Promise<string> {
  const asking: PastQueryContext = { ...asked, teller: new PastTeller(context, span ?? usual(what)) };
  switch (what.kind) {
    case "change":
      return await changesAnswer(what, asking);
    case "state":
      return await stateAnswer(what, asking);
    case "lasting":
      return await durationAnswer(asking);
    case "value":
      return await valueAnswer(what, asking);
    case "compared":
      return await comparisonAnswer(what, asking);
    case "energy":
      return await energyAnswer(what, asking);
    default:
      return what satisfies never;
  }
}

/** The span that a question means when it names none; null: all that is recorded, or now. */
function usual(what: PastQuestion["what"]): PastSpan | null {
  const today: PastSpan = { kind: "day", day: { kind: "back", days: 0 }, part: null, hours: null };
  switch (what.kind) {
    case "change":
      return what.of === "last" || what.of === "first" ? null : today;
    case "compared":
    case "energy":
      return null;
    case "state":
    case "lasting":
    case "value":
      return today;
    default:
      return what satisfies never;
  }
}
