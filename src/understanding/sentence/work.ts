import { workNoticeIn, workQuestionIn } from "../activities/work-questions.ts";
import { ruleOf } from "../ground/conditions.ts";
import { queryStep } from "../ground/queries.ts";
import type { DialogueContext } from "../ground/situation.ts";
import type { Item } from "../parse/items.ts";
import type { Understanding } from "../plan.ts";
import { clauseStep } from "./clause-step.ts";

/** A question about the work of a device, or a request to be told when it ends; null for anything else. */
export function aboutWork(items: readonly Item[], situation: DialogueContext): Understanding | null {
  const asked = workQuestionIn(items, situation);
  const told = asked && clauseStep(asked, situation);
  if (asked && told) return { kind: "plan", steps: [told], frames: [asked] };
  const awaited = workNoticeIn(items, situation);
  if (!awaited) return null;
  const found = queryStep(awaited, { ...situation, room: null });
  const rule = found?.kind === "answer" ? ruleOf(awaited, found.query, [], true) : null;
  if (rule === null) return null;
  const notice = awaited.propText;
  return {
    kind: "plan",
    steps: [{ kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice }],
    frames: [awaited],
  };
}
