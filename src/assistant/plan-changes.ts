/** References to timers, automations and scenes, and changes of them, as plain data that a conversation stores. */
import type { AutomationDraft, SceneDraft, Weekday } from "../automation/index.ts";
import type { RequestedChange, RuleBound } from "../understanding/plans/request.ts";

/** A reference to a timer, an automation or a scene. */
export interface PlanRef {
  readonly kind: "timer" | "automation" | "scene";
  readonly id: string;
}

/** A changed plan, and how it was before. */
export interface MovedPlan {
  readonly plan: PlanRef;
  /** The state before: of a timer the milliseconds by which it was moved, of an automation its time and days; made: it did not exist. */
  readonly before:
    | { readonly kind: "timer"; readonly milliseconds: number }
    | { readonly kind: "rule"; readonly at: string; readonly weekdays: readonly Weekday[] | null }
    /** The whole automation before the change. */
    | { readonly kind: "whole"; readonly definition: AutomationDraft }
    /** The scene before the change. */
    | { readonly kind: "scene"; readonly definition: SceneDraft }
    | { readonly kind: "made" };
}

/** A change of the bounds of an automation, with all days computed, so that it can wait for an answer. */
export type RuleChange =
  | { readonly kind: "until"; readonly until: string }
  /** null: until further notice. */
  | { readonly kind: "pause"; readonly until: string | null }
  | Extract<RuleBound, { readonly kind: "resume" | "days" | "weekdays" | "times" }>
  | { readonly kind: "without"; readonly devices: readonly string[] };

/** A change of existing plans. */
export type PlanChange =
  /** Only timers, delayed commands, alarms, reminders and rules with one time. */
  | { readonly op: "move"; readonly to: RequestedChange }
  /** Only automations. */
  | { readonly op: "adjust"; readonly to: RuleChange }
  | { readonly op: "cancel" | "pause" | "resume" }
  | { readonly op: "add"; readonly milliseconds: number }
  /** Only scenes; `value`: the number in the sentence for the parameter of the scene. */
  | { readonly op: "activate"; readonly value: number | null }
  | { readonly op: "leave" };
