import type { Outcome, Phrase, Value } from "../../home/index.ts";
import { actionKindOf } from "../actions/index.ts";
import type { DryStep, InnerAction } from "../actions/step.ts";
import { conditionIsMet, evaluateConditions } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { ExpectedChange } from "../device-commands/of-actions.ts";
import { type ConditionTrace, type Run, SILENT, type StepTrace } from "../runs/run.ts";
import { branchPath } from "./active-step.ts";
import { automationRun, type LiveAutomation } from "./live.ts";
import { CONDITION } from "./run-manager.ts";

/** Gives the changes that a scene would make. */
type ScenePreview = (id: string, parameters: Readonly<Record<string, Value>>) => readonly ExpectedChange[];

/**
 * The run of an automation as it would be now: conditions as they are, branches as they would be taken, nothing sent.
 */
export function dryRun(live: LiveAutomation, situation: ConditionContext, scenePreview: ScenePreview): Run {
  const { definition } = live.saved;
  const { holds, trace } = evaluateConditions(definition.conditions ?? [], situation);
  const cause = { type: "dry-run", trigger: null, dueAt: null, detail: SILENT, chain: [] };
  const run = { ...automationRun(live, cause, situation.now), conditions: trace, finishedAt: situation.now };
  if (!holds) return { ...run, status: "skipped", reason: CONDITION };
  const walker = new DryWalker(situation, scenePreview);
  walker.walk(definition.actions, "actions");
  return { ...run, status: "done", conditions: [...trace, ...walker.conditions], steps: walker.steps };
}

class DryWalker {
  readonly steps: StepTrace[] = [];
  readonly conditions: ConditionTrace[] = [];
  readonly #situation: ConditionContext;
  readonly #scenePreview: ScenePreview;

  constructor(situation: ConditionContext, scenePreview: ScenePreview) {
    this.#situation = situation;
    this.#scenePreview = scenePreview;
  }

  /** Adds the steps of a list to the trace. Returns false when a step ends the run. */
  walk(actions: readonly InnerAction[], path: string): boolean {
    return actions.every((action, index) =>
      actionKindOf(action).dryRun(action, this.#step(action.type, `${path}[${index}]`)),
    );
  }

  #step(type: string, path: string): DryStep {
    const situation = this.#situation;
    return {
      situation,
      holds: (condition, field) => conditionIsMet(condition, situation, `${path}.${field}`, this.conditions),
      scenePreview: this.#scenePreview,
      note: (detail: Phrase = SILENT, outcomes: readonly Outcome[] = []) => {
        this.steps.push({ path, type, at: situation.now, ms: 0, result: "would-do", detail, outcomes });
      },
      inside: (actions, branch, round = 0) => this.walk(actions, branchPath(path, branch, round)),
    };
  }
}
