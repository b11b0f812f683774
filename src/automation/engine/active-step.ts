import { type HomeEvent, type Outcome, type Phrase, succeeded } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { InnerAction, KeptStep, Performed, RunningStep, StepEffects, StepWaits } from "../actions/step.ts";
import { conditionIsMet } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Condition } from "../definition/index.ts";
import { failureWords, unknownWords } from "../describe/steps.ts";
import { errorWords, type StepTrace } from "../runs/run.ts";
import type { StepPosition } from "../storage.ts";
import type { Resumption } from "./resumption.ts";
import type { RunLog } from "./run-log.ts";
import type { RunWaits } from "./run-waits.ts";

/** The parts that the steps of one run share. */
export interface StepParts {
  readonly log: RunLog;
  readonly waits: RunWaits;
  readonly resumption: Resumption;
  readonly effects: StepEffects;
  situation(): ConditionContext;
  onEvent(callback: (event: HomeEvent) => void): () => void;
  /** Runs a list of actions. @param outer the place of the step that it stands in */
  list(actions: readonly InnerAction[], outer: readonly StepPosition[], path: string): Promise<void>;
}

/** One step of a run that is under way. */
export class ActiveStep implements RunningStep {
  readonly waits: StepWaits;
  readonly #parts: StepParts;
  readonly #type: string;
  readonly #place: readonly StepPosition[];
  readonly #path: string;

  /** @param path its place in the definition, as in traces: `actions[0].do[1]` */
  constructor(parts: StepParts, type: string, place: readonly StepPosition[], path: string) {
    const { waits } = parts;
    this.#parts = parts;
    this.#type = type;
    this.#place = place;
    this.#path = path;
    this.waits = {
      throwIfEnding: () => waits.throwIfEnding(),
      deadline: (at, resumed) => waits.deadline(at, resumed),
      until: (at, resumed) => waits.until(at, resumed),
      untilChange: (at, resumed) => waits.untilChange(at, resumed),
      onEvent: (callback) => parts.onEvent(callback),
    };
  }

  situation(): ConditionContext {
    return this.#parts.situation();
  }

  now(): number {
    return this.situation().now;
  }

  holds(condition: Condition, field: string): boolean {
    return conditionIsMet(condition, this.situation(), `${this.#path}.${field}`);
  }

  note(at: number, result: StepTrace["result"], detail?: Phrase, outcomes?: readonly Outcome[]): void {
    this.#parts.log.step(this.#path, this.#type, at, result, detail, outcomes);
  }

  /** The step is stored as begun before its effect, so that a restart does not repeat it. */
  async once(perform: (effects: StepEffects) => Promise<Performed>): Promise<void> {
    const { log, waits, effects } = this.#parts;
    if (this.takeKept()?.begun) {
      this.note(this.now(), "interrupted", message("traces.restart"));
      return;
    }
    await log.checkpoint({ position: this.#place, begun: true, deadline: null }, "running");
    waits.throwIfEnding();
    const at = this.now();
    try {
      this.#notePerformed(at, await perform(effects));
    } catch (error) {
      this.note(at, "failed", errorWords(error));
    }
  }

  #notePerformed(at: number, { outcomes, unknown = [], empty = false }: Performed): void {
    const failed = outcomes.filter((outcome) => !succeeded(outcome));
    const { home } = this.situation();
    const detail =
      unknown.length > 0
        ? unknownWords(unknown, failed, home)
        : empty
          ? message("traces.nothingToCommand")
          : failureWords(failed, home);
    const wrong = failed.length > 0 || empty || unknown.length > 0;
    this.note(at, wrong ? "failed" : "done", detail, outcomes);
  }

  takeKept(): KeptStep | null {
    return this.#parts.resumption.take();
  }

  async keep({ begun, deadline }: KeptStep): Promise<void> {
    await this.#parts.log.checkpoint({ position: this.#place, begun, deadline }, "waiting");
  }

  resumedBranch(): string | null {
    return this.#parts.resumption.branchAt(this.#place);
  }

  resumedRound(branch: string): number {
    return this.#parts.resumption.roundAt(this.#place, branch);
  }

  async inside(actions: readonly InnerAction[], branch: string, round = 0): Promise<void> {
    const last = this.#place.length - 1;
    const place = this.#place.map((each, index) => (index === last ? { ...each, branch, round } : each));
    await this.#parts.list(actions, place, branchPath(this.#path, branch, round));
  }
}

/** The path of a branch: `actions[0].do`, `actions[1].actions#3`. */
export function branchPath(path: string, branch: string, round: number): string {
  return round === 0 ? `${path}.${branch}` : `${path}.${branch}#${round}`;
}
