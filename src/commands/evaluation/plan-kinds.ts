/** The kinds of plans that a case may expect, as people call them. */
export const EVALUATED_PLAN_KINDS = ["timer", "alarm", "reminder", "delayed", "automation", "scene"] as const;
export type EvaluatedPlanKind = (typeof EVALUATED_PLAN_KINDS)[number];
