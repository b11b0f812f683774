import { workNoticeIn, workQuestionIn } from "../activities/work-questions.ts";
import { ruleOf } from "../ground/conditions.ts";
import type { DialogueContext } from "../ground/context.ts";
import { queryStep } from "../ground/queries.ts";
import type { Item } from "../parse/items.ts";
import type { Understanding } from "../plan.ts";
import { clauseStep } from "./clause-step.ts";

/** A question about the work of a device, or a request to be told when it ends; null for anything else. */
export function aboutWork(items: readonly Item[], context: DialogueContext): Understanding | null {
  const asked = workQuestionIn(items, context);
  const told = asked && clauseStep(asked, context);
  if (asked && told) return { kind: "plan", steps: [told], frames: [asked] };
  const awaited = workNoticeIn(items, context);
  if (!awaited) return null;
  const found = queryStep(awaited, { ...context, room: null });
  const rule = found?.kind === "answer" ? ruleOf(awaited, found.query, [], true) : null;
  if (rule === null) return null;
  const notice = awaited.propText;
  return {
    kind: "plan",
    steps: [{ kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice }],
    frames: [awaited],
  };
}
