import { workAsked, workAwaited } from "../activities/work-asked.ts";
import { ruleOf } from "../ground/conditions.ts";
import { queryStep } from "../ground/queries.ts";
import type { Situation } from "../ground/situation.ts";
import type { Item } from "../parse/items.ts";
import type { Understanding } from "../plan.ts";
import { stepOf } from "./step.ts";

/** A question about the work of a device, or a request to be told when it ends; null for anything else. */
export function aboutWork(items: readonly Item[], situation: Situation): Understanding | null {
  const asked = workAsked(items, situation);
  const told = asked && stepOf(asked, situation);
  if (asked && told) return { kind: "plan", steps: [told], frames: [asked] };
  const awaited = workAwaited(items, situation);
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
