import { type Localized, type Outcome, succeeded, type Value } from "../../home/index.ts";
import { commandsOf } from "../commands.ts";
import { dependsOnTime, evaluate, type Situation } from "../conditions.ts";
import { type Action, type ActionOf, type Condition, toMs } from "../definition/index.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { Checkpoint, Place, RunRecord } from "../storage.ts";
import { errorWords, type Run, SILENT, type StepTrace, verbatim } from "../trace.ts";
import { listOf, withBranch } from "./places.ts";
import { RunEnd, Suspended } from "./run-end.ts";
import {
  branchWords,
  FAILED_STEP,
  failureWords,
  IN_VAIN,
  NOTHING_TO_COMMAND,
  RESTART,
  roundWords,
  STOP_STEP,
} from "./step-words.ts";
import type { Work } from "./work.ts";

/** What a run needs of the engine around it. */
export interface RunPorts {
  readonly agenda: Agenda;
  readonly work: Work;
  situation(): Situation;
  save(record: RunRecord): Promise<void>;
  execute(commands: ReturnType<typeof commandsOf>, run: ActiveRun): Promise<readonly Outcome[]>;
  /**
   * @param underWay called when only a long transition is left
   * @throws JiaError when the scene is gone
   */
  activate(
    scene: string,
    parameters: Readonly<Record<string, Value>>,
    run: ActiveRun,
    signal: AbortSignal,
    underWay: () => void,
  ): Promise<readonly Outcome[]>;
  notify(action: ActionOf<"notify">, run: ActiveRun): Promise<void>;
  say(action: ActionOf<"say">, run: ActiveRun): Promise<readonly Outcome[]>;
  /** Calls back whenever something in the home changed, until the returned function is called. */
  onChange(callback: () => void): () => void;
}

/** Rounds of a repeat without its own limit. */
const REPEAT_LIMIT = 100;
/** Steps that a trace keeps: the newest; long repeats would fill the store. */
const MAX_STEPS = 200;
/** How often a wait for something that time alone can bring looks again, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** Steps that reach out of the engine. */
type Effect = ActionOf<"set"> | ActionOf<"invoke"> | ActionOf<"scene"> | ActionOf<"notify"> | ActionOf<"say">;

/** One run of an automation's actions, step by step; every step is in the store before it has an effect. */
export class ActiveRun {
  #run: Run;
  readonly #actions: readonly Action[];
  readonly #ports: RunPorts;
  /** Where to go on from after a restart; used up on the way down to that place. */
  #resume: Checkpoint | null;
  /** Set when the run shall end: by a person, by its mode, by a change of the definition. */
  #ending: RunEnd | Suspended | null = null;
  /** Ends the wait that is going on. */
  #wakeUp: (() => void) | null = null;
  /** Ends the transitions of a scene that is being activated. */
  readonly #stopping = new AbortController();
  #failed = false;
  readonly #underWay = Promise.withResolvers<void>();

  constructor(run: Run, actions: readonly Action[], ports: RunPorts, resume: Checkpoint | null = null) {
    this.#run = run;
    this.#actions = actions;
    this.#ports = ports;
    this.#resume = resume;
    this.#failed = run.steps.some((step) => step.result === "failed");
  }

  get run(): Run {
    return this.#run;
  }

  /** Resolves when the run has ended or waits for the first time. */
  get underWay(): Promise<void> {
    return this.#underWay.promise;
  }

  /** Ends the run at the next possible moment: a wait at once, a command when it is answered. */
  stop(reason: Localized): void {
    this.#ending ??= new RunEnd("stopped", reason);
    this.#stopping.abort();
    this.#wakeUp?.();
  }

  /** Leaves the run for the next start of the process. */
  suspend(): void {
    this.#ending = new Suspended();
    this.#wakeUp?.();
  }

  /** Performs the steps; resolves when the run has ended and that is in the store, or when it was suspended. */
  async perform(): Promise<Run> {
    try {
      await this.#list(this.#actions, [], "actions");
      await this.#finish(this.#failed ? "failed" : "done", this.#failed ? FAILED_STEP : SILENT);
    } catch (error) {
      if (error instanceof Suspended) return this.#run;
      if (error instanceof RunEnd) await this.#finish(error.status, error.reason);
      else await this.#finish("failed", errorWords(error));
    } finally {
      this.#underWay.resolve();
    }
    return this.#run;
  }

  async #finish(status: Run["status"], reason: Localized): Promise<void> {
    this.#run = { ...this.#run, status, reason, finishedAt: this.#now() };
    await this.#ports.save({ run: this.#run, checkpoint: null });
  }

  async #list(actions: readonly Action[], outer: readonly Place[], path: string): Promise<void> {
    const from = this.#resume?.position[outer.length]?.index ?? 0;
    for (let index = from; index < actions.length; index += 1) {
      const action = actions[index];
      if (action) await this.#step(action, [...outer, { index, branch: null, round: 0 }], `${path}[${index}]`);
    }
    // A list that became shorter than where the run stood has nothing to go on with.
    this.#resume = null;
  }

  async #step(action: Action, place: readonly Place[], path: string): Promise<void> {
    this.#stopIfEnding();
    switch (action.type) {
      case "set":
      case "invoke":
      case "scene":
      case "notify":
      case "say":
        return await this.#effect(action, place, path);
      case "wait":
        return await this.#wait(action, place, path);
      case "wait-until":
        return await this.#waitUntil(action, place, path);
      case "stop":
        this.#trace(path, action.type, this.#now(), "stopped");
        throw new RunEnd("stopped", action.reason === undefined ? STOP_STEP : verbatim(action.reason));
      case "if":
      case "choose":
        return await this.#branch(action, place, path);
      case "repeat":
        return await this.#repeat(action, place, path);
      default:
        action satisfies never;
    }
  }

  /** A step that does something: noted as begun before it is done, so that a restart does not do it again. */
  async #effect(action: Effect, place: readonly Place[], path: string): Promise<void> {
    const resume = this.#takeResume();
    if (resume?.begun) {
      this.#trace(path, action.type, this.#now(), "interrupted", RESTART);
      return;
    }
    await this.#checkpoint(place, true, null, "running");
    this.#stopIfEnding();
    const at = this.#now();
    try {
      const outcomes = await this.#perform(action);
      const failed = outcomes.filter((outcome) => !succeeded(outcome));
      const empty = outcomes.length === 0 && action.type !== "notify" && action.type !== "say";
      const detail = empty ? NOTHING_TO_COMMAND : failureWords(failed, this.#ports.situation().home);
      this.#trace(path, action.type, at, failed.length > 0 || empty ? "failed" : "done", detail, outcomes);
    } catch (error) {
      this.#trace(path, action.type, at, "failed", errorWords(error));
    }
    // A scene may have been cut short.
    if (action.type === "scene") this.#stopIfEnding();
  }

  async #perform(action: Effect): Promise<readonly Outcome[]> {
    switch (action.type) {
      case "set":
      case "invoke":
        return await this.#ports.execute(commandsOf(action, this.#ports.situation().home), this);
      case "scene":
        return await this.#ports.work.waitFor(
          this.#ports.activate(action.scene, action.parameters ?? {}, this, this.#stopping.signal, () =>
            this.#underWay.resolve(),
          ),
        );
      case "notify":
        await this.#ports.notify(action, this);
        return [];
      case "say":
        return await this.#ports.say(action, this);
      default:
        return action satisfies never;
    }
  }

  async #wait(action: ActionOf<"wait">, place: readonly Place[], path: string): Promise<void> {
    const deadline = this.#takeResume()?.deadline ?? this.#now() + toMs(action.for);
    // Also after a restart the trace tells when the wait began.
    const at = deadline - toMs(action.for);
    await this.#checkpoint(place, false, deadline, "waiting");
    await this.#sleepUntil(deadline);
    this.#trace(path, action.type, at, "done");
  }

  async #waitUntil(action: ActionOf<"wait-until">, place: readonly Place[], path: string): Promise<void> {
    const deadline = this.#takeResume()?.deadline ?? this.#now() + toMs(action.timeout);
    const at = deadline - toMs(action.timeout);
    await this.#checkpoint(place, false, deadline, "waiting");
    const lookAgain = dependsOnTime(action.condition);
    while (!this.#holds(action.condition, `${path}.condition`)) {
      if (this.#now() >= deadline) {
        this.#trace(path, action.type, at, "timeout");
        if (action.otherwise === "continue") return;
        throw new RunEnd("stopped", IN_VAIN);
      }
      const wake = lookAgain ? Math.min(deadline, this.#now() + LOOK_AGAIN_MS) : deadline;
      const stop = this.#ports.onChange(() => this.#wakeUp?.());
      try {
        await this.#sleepUntil(wake);
      } finally {
        stop();
      }
    }
    this.#trace(path, action.type, at, "done");
  }

  async #branch(action: ActionOf<"if"> | ActionOf<"choose">, place: readonly Place[], path: string): Promise<void> {
    const at = this.#now();
    const branch = this.#resumedBranch(place) ?? this.#choose(action, path);
    const actions = branch === null ? undefined : listOf(action, branch);
    if (branch === null || !actions) {
      this.#trace(path, action.type, at, "done", { en: "nothing to do", zh: "无需操作" });
      return;
    }
    if (!this.#resume) this.#trace(path, action.type, at, "done", branchWords(branch));
    await this.#list(actions, withBranch(place, branch, 0), `${path}.${branch}`);
  }

  #choose(action: ActionOf<"if"> | ActionOf<"choose">, path: string): string | null {
    if (action.type === "if") {
      return this.#holds(action.condition, `${path}.condition`) ? "do" : action.else ? "else" : null;
    }
    const index = action.options.findIndex(({ condition }, at) =>
      this.#holds(condition, `${path}.options[${at}].condition`),
    );
    return index >= 0 ? `options[${index}].do` : action.else ? "else" : null;
  }

  async #repeat(action: ActionOf<"repeat">, place: readonly Place[], path: string): Promise<void> {
    const resumed = this.#resume?.position[place.length - 1];
    const at = this.#now();
    const limit = action.times ?? action.limit ?? REPEAT_LIMIT;
    let round = resumed?.branch === "actions" ? resumed.round : 0;
    if (round === 0) this.#resume = null;
    let entered = round > 0;
    for (;;) {
      if (!entered) {
        if (action.while && !this.#holds(action.while, `${path}.while`)) break;
        if (round >= limit) break;
        round += 1;
      }
      entered = false;
      this.#stopIfEnding();
      await this.#list(action.actions, withBranch(place, "actions", round), `${path}.actions#${round}`);
      if (action.until && this.#holds(action.until, `${path}.until`)) break;
    }
    this.#trace(path, action.type, at, "done", roundWords(round));
  }

  #holds(condition: Condition, path: string): boolean {
    return evaluate(condition, this.#ports.situation(), path);
  }

  /** The checkpoint when it is for this very step: it is used up with that. */
  #takeResume(): Checkpoint | null {
    const resume = this.#resume;
    this.#resume = null;
    return resume;
  }

  #resumedBranch(place: readonly Place[]): string | null {
    const resumed = this.#resume?.position[place.length - 1];
    if (!resumed?.branch) this.#resume = null;
    return resumed?.branch ?? null;
  }

  async #checkpoint(
    position: readonly Place[],
    begun: boolean,
    deadline: number | null,
    status: "running" | "waiting",
  ): Promise<void> {
    this.#run = { ...this.#run, status };
    await this.#ports.save({ run: this.#run, checkpoint: { position, begun, deadline } });
  }

  #sleepUntil(at: number): Promise<void> {
    this.#stopIfEnding();
    if (at <= this.#now()) return Promise.resolve();
    this.#underWay.resolve();
    this.#ports.work.paused();
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#wakeUp = null;
        this.#ports.work.resumed();
        this.#ports.agenda.cancel(entry);
        if (this.#ending) reject(this.#ending);
        else resolve();
      };
      const entry = this.#ports.agenda.at(at, wake);
      this.#wakeUp = wake;
    });
  }

  #stopIfEnding(): void {
    if (this.#ending) throw this.#ending;
  }

  #trace(
    path: string,
    type: string,
    at: number,
    result: StepTrace["result"],
    detail: Localized = SILENT,
    outcomes: readonly Outcome[] = [],
  ): void {
    if (result === "failed") this.#failed = true;
    const step: StepTrace = { path, type, at, ms: this.#now() - at, result, detail, outcomes };
    this.#run = { ...this.#run, steps: [...this.#run.steps, step].slice(-MAX_STEPS) };
  }

  #now(): number {
    return this.#ports.situation().now;
  }
}
