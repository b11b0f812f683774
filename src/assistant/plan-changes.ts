/** References to timers, automations and scenes, and changes of them, as plain data that a conversation stores. */
import type { AutomationDraft, SceneDraft, Weekday } from "../automation/index.ts";
import type { RequestedChange, RuleBound } from "../understanding/plans/request.ts";

/** Something that was planned, by its id. */
export interface PlanRef {
  readonly kind: "timer" | "automation" | "scene";
  readonly id: string;
}

/** A plan that was changed, and what it was before. */
export interface MovedPlan {
  readonly plan: PlanRef;
  /** Of a timer how much later it is now, in milliseconds; of a rule its time and days; what was made beside it was not there. */
  readonly before:
    | { readonly kind: "timer"; readonly milliseconds: number }
    | { readonly kind: "rule"; readonly at: string; readonly weekdays: readonly Weekday[] | null }
    /** A rule that was bounded otherwise. */
    | { readonly kind: "whole"; readonly definition: AutomationDraft }
    /** A scene that held something else. */
    | { readonly kind: "scene"; readonly definition: SceneDraft }
    | { readonly kind: "made" };
}

/** How a rule is bounded, with every day worked out: it may wait for an answer. */
export type RuleChange =
  | { readonly kind: "until"; readonly until: string }
  /** null: until somebody says so. */
  | { readonly kind: "pause"; readonly until: string | null }
  | Extract<RuleBound, { readonly kind: "resume" | "days" | "weekdays" | "times" }>
  | { readonly kind: "without"; readonly devices: readonly string[] };

/** What is done with plans that there are. */
export type PlanChange =
  /** Only timers, delayed commands, alarms, reminders and rules with one time. */
  | { readonly op: "move"; readonly to: RequestedChange }
  /** Only rules. */
  | { readonly op: "adjust"; readonly to: RuleChange }
  | { readonly op: "cancel" | "pause" | "resume" }
  | { readonly op: "add"; readonly milliseconds: number }
  /** Only scenes; `value`: the number that was said for its parameter. */
  | { readonly op: "activate"; readonly value: number | null }
  | { readonly op: "leave" };
