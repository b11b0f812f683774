import type { Proposal, Timer } from "../../../automation/index.ts";
import type { Clock, Home, Outcome } from "../../../home/index.ts";
import { clockWords, durationWords, type Language, type Messages, messages, packOf } from "../../../language/index.ts";
import type { Situation } from "../../../understanding/ground/situation.ts";
import type { LocalRequest, PlanRef } from "../../contract.ts";
import type { LocalPlanner } from "../ports.ts";
import { nameOf } from "../reply/names.ts";

/** What a step of planning came to. */
export interface Planned {
  readonly text: string;
  /** It waits for a yes: the policy asks about what would run later, or something would be replaced. */
  readonly waits?: true;
  /** With `waits`: what a yes is for, exactly. */
  readonly consent?: string;
  /** It asks which one is meant. */
  readonly choice?: PlanChoice;
  /** What was made, for "cancel it". */
  readonly plans?: readonly PlanRef[];
  /** What was done at once. */
  readonly outcomes?: readonly Outcome[];
}

/** What is done with plans that there are. */
export type PlanChange =
  | { readonly op: "cancel" | "pause" | "resume" }
  | { readonly op: "add"; readonly milliseconds: number }
  /** Only scenes; `value`: the number that was said for its parameter. */
  | { readonly op: "activate"; readonly value: number | null }
  | { readonly op: "leave" };

/** What is to be done, and between which plans to choose. */
export interface PlanChoice {
  readonly change: PlanChange;
  /** In the order in which they were told. */
  readonly options: readonly PlanRef[];
}

interface ContextOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner;
}

/** What every step of one sentence's planning works with. */
export class PlanContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner;
  readonly request: LocalRequest;
  readonly situation: Situation;
  /** What a person has said yes to, by the tokens of the questions; null: nothing. Empty: an older version asked. */
  readonly #approved: readonly string[] | null;
  /** More than one thing is planned by this sentence: each is named by what it does. */
  several = false;
  readonly phrases: Messages["plans"];
  #acknowledged = false;

  constructor(
    { home, clock, planner }: ContextOptions,
    request: LocalRequest,
    situation: Situation,
    approved: readonly string[] | null,
  ) {
    this.home = home;
    this.clock = clock;
    this.planner = planner;
    this.request = request;
    this.situation = situation;
    this.#approved = approved;
    this.phrases = messages(situation.language).plans;
  }

  /** What a yes is still wanted for; null when there was one to exactly this. */
  asksFor(proposal: Proposal): Planned | null {
    const { question, token } = this.planner.consent(proposal, this.language);
    const yes = this.#approved !== null && (this.#approved.length === 0 || this.#approved.includes(token));
    return yes ? null : { text: question, waits: true, consent: token };
  }

  get language(): Language {
    return this.situation.language;
  }

  /** "All right." before the first thing that is planned, and nothing before others. */
  good(): string {
    if (this.#acknowledged) return "";
    this.#acknowledged = true;
    return this.phrases.good;
  }

  /** A moment in the home's time. */
  time(at: number): string {
    return clockWords(at, this.clock.now(), this.home.timezone, this.language);
  }

  /** How a timer is called: by its name, by what it does, or by its length. */
  called({ name, commands, durationMs }: Timer): string {
    if (name) return this.quoted(name);
    const device = commands[0] ? this.situation.index.devices.get(commands[0].device)?.device : undefined;
    if (device) return this.phrases.timerOf(nameOf(device, this.situation.index, this.language));
    return this.phrases.timerFor(durationWords(durationMs, this.language));
  }

  /** The timers, then the automations, that command one of these devices. */
  commanding(devices: readonly string[]): readonly PlanRef[] {
    const { timers, automations } = this.planner;
    return [
      ...timers.commanding(devices).map(({ id }) => ({ kind: "timer" as const, id })),
      ...automations.commanding(devices).map(({ definition: { id } }) => ({ kind: "automation" as const, id })),
    ];
  }

  /** How a plan is called; null when it is gone. */
  nameOf({ kind, id }: PlanRef): string | null {
    const { timers, automations, scenes } = this.planner;
    if (kind === "timer") {
      const timer = timers.list().find((each) => each.id === id);
      return timer ? this.called(timer) : null;
    }
    const saved = kind === "automation" ? automations.get(id) : scenes.get(id);
    return saved ? this.quoted(saved.definition.name) : null;
  }

  /** The same for one of several of that name: with its time, or what else tells it apart. */
  apart({ kind, id }: PlanRef, name: string): string {
    const { timers, automations } = this.planner;
    const timer = kind === "timer" ? timers.list().find((each) => each.id === id) : undefined;
    if (timer?.state.kind === "running") return `${name} (${this.time(timer.state.dueAt)})`;
    const next = kind === "automation" ? (automations.get(id)?.nextRun ?? null) : null;
    return `${name} (${timer ? this.left(timer) : next === null ? id : this.time(next)})`;
  }

  /** How long a timer still runs, in words. */
  left({ state }: Timer): string {
    const ms = state.kind === "running" ? state.dueAt - this.clock.now() : state.remainingMs;
    return durationWords(Math.max(0, ms), this.language);
  }

  quoted(name: string): string {
    return packOf(this.language).grammar.quote(name);
  }
}
