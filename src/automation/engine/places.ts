import type { Action, ActionOf } from "../definition/index.ts";
import type { StepPosition } from "../storage.ts";

/** The actions of one branch of a step. */
export function listOf(action: ActionOf<"if"> | ActionOf<"choose">, branch: string): readonly Action[] | undefined {
  if (branch === "else") return action.else;
  if (action.type === "if") return branch === "do" ? action.do : undefined;
  const index = /^options\[(\d+)\]\.do$/.exec(branch)?.[1];
  return index === undefined ? undefined : action.options[Number(index)]?.do;
}

/** The same place, in one branch of its step. */
export function withBranch(place: readonly StepPosition[], branch: string, round: number): StepPosition[] {
  return place.map((each, index) => (index === place.length - 1 ? { ...each, branch, round } : each));
}
