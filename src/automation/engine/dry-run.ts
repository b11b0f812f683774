import type { Command, Home, Outcome, Phrase, Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { conditionIsMet, evaluateConditions } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { AutomationAction } from "../definition/index.ts";
import { changeWords } from "../describe/outcomes.ts";
import { currentCommandsOf, type ExpectedChange, expectedChanges } from "../device-commands/of-actions.ts";
import { type ConditionTrace, type Run, SILENT, type StepTrace } from "../runs/run.ts";
import { automationRun, type LiveAutomation } from "./live.ts";
import { CONDITION } from "./run-manager.ts";
import { branchWords, unknownWords } from "./run-steps.ts";

/** What a scene would change. */
type ScenePreview = (id: string, parameters: Readonly<Record<string, Value>>) => readonly ExpectedChange[];

/** What an automation would do now: conditions as they are, branches as they would be taken, nothing sent. */
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

  /** false once a stop step was met. */
  walk(actions: readonly AutomationAction[], path: string): boolean {
    return actions.every((action, index) => this.#step(action, `${path}[${index}]`));
  }

  #step(action: AutomationAction, path: string): boolean {
    const { home } = this.#situation;
    switch (action.type) {
      case "set":
      case "invoke": {
        const { commands, unknown } = currentCommandsOf(action, home, this.#situation.now);
        const invoked = commands.some(({ kind }) => kind === "invoke");
        const changes = invoked ? SILENT : changeWords(expectedChanges(commands, home), home);
        const detail = unknown.length > 0 ? unknownWords(unknown, [], home) : changes;
        this.#note(path, action.type, detail, refusals(commands, home));
        return true;
      }
      case "scene":
        this.#note(path, action.type, changeWords(this.#scenePreview(action.scene, action.parameters ?? {}), home));
        return true;
      case "wait":
        this.#note(path, action.type);
        return true;
      case "wait-until":
        this.#note(
          path,
          action.type,
          this.#holds(action.condition, `${path}.condition`)
            ? message("traces.soAlready")
            : message("traces.wouldWait"),
        );
        return true;
      case "wait-for":
        this.#note(path, action.type, message("traces.wouldWait"));
        return true;
      case "stop":
        this.#note(path, action.type);
        return false;
      case "notify":
      case "say":
      case "mode":
        this.#note(path, action.type);
        return true;
      case "if": {
        const holds = this.#holds(action.condition, `${path}.condition`);
        this.#note(path, action.type, branchWords(holds ? "do" : "else"));
        return this.walk(holds ? action.do : (action.else ?? []), `${path}.${holds ? "do" : "else"}`);
      }
      case "choose": {
        const index = action.options.findIndex(({ condition }, at) =>
          this.#holds(condition, `${path}.options[${at}].condition`),
        );
        this.#note(path, action.type, branchWords(index >= 0 ? `options[${index}]` : "else"));
        return index >= 0
          ? this.walk(action.options[index]?.do ?? [], `${path}.options[${index}].do`)
          : this.walk(action.else ?? [], `${path}.else`);
      }
      case "repeat":
        this.#note(
          path,
          action.type,
          action.times === undefined
            ? message("traces.onceOrMore")
            : message("traces.rounds", { rounds: action.times }),
        );
        return this.walk(action.actions, `${path}.actions#1`);
      default:
        return action satisfies never;
    }
  }

  #holds(condition: Parameters<typeof conditionIsMet>[0], path: string): boolean {
    return conditionIsMet(condition, this.#situation, path, this.conditions);
  }

  #note(path: string, type: string, detail: Phrase = SILENT, outcomes: readonly Outcome[] = []): void {
    this.steps.push({ path, type, at: this.#situation.now, ms: 0, result: "would-do", detail, outcomes });
  }
}

function refusals(commands: readonly Command[], home: Home): Outcome[] {
  return home
    .assess(commands, { kind: "schedule", id: "check", approved: false })
    .flatMap(({ refused }) => [...refused]);
}
