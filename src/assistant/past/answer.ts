import type { PastQuestion } from "../../understanding/past/question.ts";
import type { PastSpan } from "../../understanding/past/span.ts";
import type { Asking } from "./asking.ts";
import { changesText } from "./changes.ts";
import { energyTold } from "./energy.ts";
import { lastingText, stateText } from "./states.ts";
import { type PastMeans, PastTeller } from "./teller.ts";
import { comparedText, valueText } from "./values.ts";

/** Answers a question about the past as the text of a reply. */
export async function pastText(
  { what, span }: PastQuestion,
  means: PastMeans,
  asked: Omit<Asking, "teller">,
): Promise<string> {
  const asking: Asking = { ...asked, teller: new PastTeller(means, span ?? usual(what)) };
  switch (what.kind) {
    case "change":
      return await changesText(what, asking);
    case "state":
      return await stateText(what, asking);
    case "lasting":
      return await lastingText(asking);
    case "value":
      return await valueText(what, asking);
    case "compared":
      return await comparedText(what, asking);
    case "energy":
      return await energyTold(what, asking);
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
