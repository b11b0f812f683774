import type { z } from "zod";
import { message } from "../../language/index.ts";
import { branchWords } from "../describe/steps.ts";
import type { ActionKind } from "./kind.ts";
import type { DryStep, InnerAction, RunningStep } from "./step.ts";

/** An action that takes one of several branches. */
export interface Branching<Action> {
  /** The branch that is taken now: `do`, `else`, `options[1].do`; null: none. */
  branchOf(action: Action, holds: RunningStep["holds"]): string | null;
  /** The actions of a branch; undefined when the definition does not have it any more. */
  actionsIn(action: Action, branch: string): readonly InnerAction[] | undefined;
}

/** The `run` and `dryRun` of an action with branches. */
export function branching<Action extends InnerAction>({
  branchOf,
  actionsIn,
}: Branching<Action>): Pick<ActionKind<z.ZodType<Action>>, "run" | "dryRun"> {
  return {
    async run(action: Action, step: RunningStep): Promise<void> {
      const at = step.now();
      const resumed = step.resumedBranch();
      const branch = resumed ?? branchOf(action, (condition, field) => step.holds(condition, field));
      const actions = branch === null ? undefined : actionsIn(action, branch);
      if (branch === null || !actions) {
        step.note(at, "done", message("traces.nothingToDo"));
        return;
      }
      if (resumed === null) step.note(at, "done", branchWords(branch));
      await step.inside(actions, branch);
    },
    dryRun(action: Action, step: DryStep): boolean {
      const branch = branchOf(action, (condition, field) => step.holds(condition, field)) ?? "else";
      step.note(branchWords(branch));
      return step.inside(actionsIn(action, branch) ?? [], branch);
    },
  };
}
