import { type Command, type HomeEvent, type Outcome, type Phrase, succeeded } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { conditionIsMet, dependsOnTime } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import { type ActionOf, type AutomationAction, type Condition, toMs } from "../definition/index.ts";
import { type ActionCommands, currentCommandsOf } from "../device-commands/of-actions.ts";
import { errorWords, type Run } from "../runs/run.ts";
import type { Checkpoint, StepPosition } from "../storage.ts";
import { type LogEnvironment, RunLog } from "./run-log.ts";
import { branchWords, failureWords, listOf, RunEnd, Suspended, unknownWords, withBranch } from "./run-steps.ts";
import { RunWaits, type WaitEnvironment } from "./run-waits.ts";
import { TriggerWait } from "./trigger-wait.ts";

/** What a run needs of the engine around it. */
export interface RunEnvironment extends WaitEnvironment, LogEnvironment {
  situation(): ConditionContext;
  /** Calls back for everything that happens in the home, until the returned function is called. */
  onEvent(callback: (event: HomeEvent) => void): () => void;
  execute(commands: readonly Command[], run: ActiveRun): Promise<readonly Outcome[]>;
  /**
   * @param underWay called when only a long transition is left
   * @throws JiaError when the scene is gone
   */
  activate(
    action: ActionOf<"scene">,
    run: ActiveRun,
    signal: AbortSignal,
    underWay: () => void,
  ): Promise<readonly Outcome[]>;
  /** Gives what the scene of the mode did. */
  beginMode(action: ActionOf<"mode">, run: ActiveRun, signal: AbortSignal): Promise<readonly Outcome[]>;
  notify(action: ActionOf<"notify">, run: ActiveRun): Promise<void>;
  say(action: ActionOf<"say">, run: ActiveRun): Promise<readonly Outcome[]>;
}

/** Rounds of a repeat without its own limit. */
const REPEAT_LIMIT = 100;
/** How often a wait for something that time alone can bring looks again, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** Steps that reach out of the engine. */
type Effect =
  | ActionOf<"set">
  | ActionOf<"invoke">
  | ActionOf<"scene">
  | ActionOf<"notify">
  | ActionOf<"say">
  | ActionOf<"mode">;

/** What a step came to, and what of it could not be worked out. */
interface Performed extends Pick<ActionCommands, "unknown"> {
  readonly outcomes: readonly Outcome[];
}

const NOTHING: Performed = { outcomes: [], unknown: [] };

/** One run of an automation's actions, step by step; every step is in the store before it has an effect. */
export class ActiveRun {
  readonly #actions: readonly AutomationAction[];
  readonly #ports: RunEnvironment;
  readonly #log: RunLog;
  readonly #waits: RunWaits;
  /** Where to go on from after a restart; used up on the way down to that place. */
  #resume: Checkpoint | null;

  constructor(run: Run, actions: readonly AutomationAction[], ports: RunEnvironment, resume: Checkpoint | null = null) {
    const now = (): number => this.#now();
    this.#actions = actions;
    this.#ports = ports;
    this.#log = new RunLog(run, ports, now);
    this.#waits = new RunWaits(ports, now);
    this.#resume = resume;
  }

  get run(): Run {
    return this.#log.run;
  }

  /** Resolves when the run has ended or waits for the first time. */
  get underWay(): Promise<void> {
    return this.#waits.underWay;
  }

  /** Ends the run at the next possible moment: a wait at once, a command when it is answered. */
  stop(reason: Phrase): void {
    this.#waits.stop(reason);
  }

  /** Leaves the run for the next start of the process. */
  suspend(): void {
    this.#waits.suspend();
  }

  /** Performs the steps; resolves when the run has ended and that is in the store, or when it was suspended. */
  async perform(): Promise<Run> {
    try {
      await this.#list(this.#actions, [], "actions");
      await this.#log.finished();
    } catch (error) {
      if (error instanceof Suspended) return this.run;
      if (error instanceof RunEnd) await this.#log.ended(error.status, error.reason);
      else await this.#log.ended("failed", errorWords(error));
    } finally {
      this.#waits.isUnderWay();
    }
    return this.run;
  }

  async #list(actions: readonly AutomationAction[], outer: readonly StepPosition[], path: string): Promise<void> {
    const from = this.#resume?.position[outer.length]?.index ?? 0;
    for (let index = from; index < actions.length; index += 1) {
      const action = actions[index];
      if (action) await this.#step(action, [...outer, { index, branch: null, round: 0 }], `${path}[${index}]`);
    }
    // A list that became shorter than where the run stood has nothing to go on with.
    this.#resume = null;
  }

  async #step(action: AutomationAction, place: readonly StepPosition[], path: string): Promise<void> {
    this.#waits.throwIfEnding();
    switch (action.type) {
      case "set":
      case "invoke":
      case "scene":
      case "notify":
      case "say":
      case "mode":
        return await this.#effect(action, place, path);
      case "wait":
        return await this.#wait(action, place, path);
      case "wait-until":
        return await this.#waitUntil(action, place, path);
      case "wait-for":
        return await this.#waitFor(action, place, path);
      case "stop":
        this.#log.step(path, action.type, this.#now(), "stopped");
        throw new RunEnd("stopped", action.reason ?? message("traces.stopStep"));
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
  async #effect(action: Effect, place: readonly StepPosition[], path: string): Promise<void> {
    const resume = this.#takeResume();
    if (resume?.begun) {
      this.#log.step(path, action.type, this.#now(), "interrupted", message("traces.restart"));
      return;
    }
    await this.#log.checkpoint({ position: place, begun: true, deadline: null }, "running");
    this.#waits.throwIfEnding();
    const at = this.#now();
    try {
      const { outcomes, unknown } = await this.#perform(action);
      const failed = outcomes.filter((outcome) => !succeeded(outcome));
      const empty =
        outcomes.length === 0 && action.type !== "notify" && action.type !== "say" && action.type !== "mode";
      const { home } = this.#ports.situation();
      const detail =
        unknown.length > 0
          ? unknownWords(unknown, failed, home)
          : empty
            ? message("traces.nothingToCommand")
            : failureWords(failed, home);
      const wrong = failed.length > 0 || empty || unknown.length > 0;
      this.#log.step(path, action.type, at, wrong ? "failed" : "done", detail, outcomes);
    } catch (error) {
      this.#log.step(path, action.type, at, "failed", errorWords(error));
    }
    // A scene may have been cut short.
    if (action.type === "scene") this.#waits.throwIfEnding();
  }

  async #perform(action: Effect): Promise<Performed> {
    switch (action.type) {
      case "set":
      case "invoke": {
        const { home, now } = this.#ports.situation();
        const { commands, unknown } = currentCommandsOf(action, home, now);
        return { outcomes: commands.length > 0 ? await this.#ports.execute(commands, this) : [], unknown };
      }
      case "scene": {
        const activation = this.#ports.activate(action, this, this.#waits.stopping, () => this.#waits.isUnderWay());
        return { outcomes: await this.#ports.work.waitFor(activation), unknown: [] };
      }
      case "notify":
        await this.#ports.notify(action, this);
        return NOTHING;
      case "say":
        return { outcomes: await this.#ports.say(action, this), unknown: [] };
      case "mode": {
        const begun = this.#ports.beginMode(action, this, this.#waits.stopping);
        return { outcomes: await this.#ports.work.waitFor(begun), unknown: [] };
      }
      default:
        return action satisfies never;
    }
  }

  async #wait(action: ActionOf<"wait">, place: readonly StepPosition[], path: string): Promise<void> {
    const kept = this.#takeResume()?.deadline ?? null;
    const deadline = kept ?? this.#now() + toMs(action.for);
    // Also after a restart the trace tells when the wait began.
    const at = deadline - toMs(action.for);
    await this.#log.checkpoint({ position: place, begun: false, deadline }, "waiting");
    await this.#waits.until(deadline, kept !== null);
    this.#log.step(path, action.type, at, "done");
  }

  async #waitUntil(action: ActionOf<"wait-until">, place: readonly StepPosition[], path: string): Promise<void> {
    const kept = this.#takeResume()?.deadline ?? null;
    const first = kept ?? this.#now() + toMs(action.timeout);
    const deadline = this.#waits.deadline(first, kept !== null);
    const at = first - toMs(action.timeout);
    await this.#log.checkpoint({ position: place, begun: false, deadline: first }, "waiting");
    const lookAgain = dependsOnTime(action.condition);
    while (!this.#holds(action.condition, `${path}.condition`)) {
      if (this.#now() >= deadline()) {
        this.#log.step(path, action.type, at, "timeout");
        if (action.otherwise === "continue") return;
        throw new RunEnd("stopped", message("traces.inVain"));
      }
      const wake = lookAgain ? Math.min(deadline(), this.#now() + LOOK_AGAIN_MS) : deadline();
      await this.#waits.untilChange(wake, kept !== null);
    }
    this.#log.step(path, action.type, at, "done");
  }

  async #waitFor(action: ActionOf<"wait-for">, place: readonly StepPosition[], path: string): Promise<void> {
    const resume = this.#takeResume();
    const kept = resume?.deadline ?? null;
    const first = kept ?? this.#now() + toMs(action.timeout);
    const deadline = this.#waits.deadline(first, kept !== null);
    const at = first - toMs(action.timeout);
    const awaited = new TriggerWait(action.trigger, () => this.#ports.situation(), resume?.begun === true);
    const stop = this.#ports.onEvent((event) => awaited.note(event));
    try {
      let known: boolean | null = null;
      while (!awaited.happened) {
        if (this.#now() >= deadline()) {
          this.#log.step(path, action.type, at, "timeout");
          if (action.otherwise === "continue") return;
          throw new RunEnd("stopped", message("traces.inVain"));
        }
        // A restart must know whether it has yet to become so.
        const { armed } = awaited;
        if (armed === known) await this.#waits.untilChange(deadline(), kept !== null);
        else await this.#log.checkpoint({ position: place, begun: armed, deadline: first }, "waiting");
        known = armed;
      }
    } finally {
      stop();
    }
    this.#log.step(path, action.type, at, "done");
  }

  async #branch(
    action: ActionOf<"if"> | ActionOf<"choose">,
    place: readonly StepPosition[],
    path: string,
  ): Promise<void> {
    const at = this.#now();
    const branch = this.#resumedBranch(place) ?? this.#choose(action, path);
    const actions = branch === null ? undefined : listOf(action, branch);
    if (branch === null || !actions) {
      this.#log.step(path, action.type, at, "done", message("traces.nothingToDo"));
      return;
    }
    if (!this.#resume) this.#log.step(path, action.type, at, "done", branchWords(branch));
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

  async #repeat(action: ActionOf<"repeat">, place: readonly StepPosition[], path: string): Promise<void> {
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
      this.#waits.throwIfEnding();
      await this.#list(action.actions, withBranch(place, "actions", round), `${path}.actions#${round}`);
      if (action.until && this.#holds(action.until, `${path}.until`)) break;
    }
    this.#log.step(path, action.type, at, "done", message("traces.rounds", { rounds: round }));
  }

  #holds(condition: Condition, path: string): boolean {
    return conditionIsMet(condition, this.#ports.situation(), path);
  }

  /** The checkpoint when it is for this very step: it is used up with that. */
  #takeResume(): Checkpoint | null {
    const resume = this.#resume;
    this.#resume = null;
    return resume;
  }

  #resumedBranch(place: readonly StepPosition[]): string | null {
    const resumed = this.#resume?.position[place.length - 1];
    if (!resumed?.branch) this.#resume = null;
    return resumed?.branch ?? null;
  }

  #now(): number {
    return this.#ports.situation().now;
  }
}
