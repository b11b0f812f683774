import type { Planner, Proposal, Timer } from "../../../automation/index.ts";
import type { Clock, Command, Home, Outcome } from "../../../home/index.ts";
import {
  clockWords,
  durationWords,
  kindName,
  type Language,
  languages,
  type Messages,
  messages,
  packOf,
} from "../../../language/index.ts";
import type { Adjusted } from "../../../understanding/existing/request.ts";
import type { Situation } from "../../../understanding/ground/situation.ts";
import type { LocalRequest } from "../../contract.ts";
import type { MovedPlan, PlanChange, PlanRef } from "../../plan-changes.ts";
import { MOST_KNOWN } from "../../remember.ts";
import { nameOf } from "../reply/names.ts";

/** What the local engine needs of automation: timers and delayed commands, schedules, scenes, what is planned, and why. */
export type LocalPlanner = Pick<
  Planner,
  "timers" | "automations" | "scenes" | "planned" | "explain" | "consent" | "subscribe"
>;

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
  /** How plans were before they were changed, for "undo". */
  readonly moved?: readonly MovedPlan[];
  /** What was done at once. */
  readonly outcomes?: readonly Outcome[];
}

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
  /** How the rule is bounded that is being made. */
  bounds: readonly Adjusted[] = [];
  /** How many seconds the scene takes that is being activated; null: as it says itself. */
  transition: number | null = null;
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

  /** A plan was made or told: what names no plan may be about it from now on. */
  knows(plans: readonly PlanRef[]): readonly PlanRef[] {
    const { conversation } = this.request;
    conversation.known = [...(conversation.known ?? []), ...plans].slice(-MOST_KNOWN);
    return plans;
  }

  /** These plans were told, in this order. */
  tells(plans: readonly PlanRef[]): void {
    const { conversation } = this.request;
    conversation.told = { plans: this.knows(plans), after: conversation.exchanges.at(-1) ?? null };
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

  /** How a timer is called: an alarm by its time, others by name, by what they do, or by their length. */
  called(timer: Timer): string {
    const { name, rings, state } = timer;
    if (rings === "alarm" && state.kind === "running" && isAlarmName(name))
      return this.phrases.alarmFor(this.time(state.dueAt));
    return this.calledWhenever(timer);
  }

  /** The same whenever it is due. */
  calledWhenever({ name, commands, durationMs, rings }: Timer): string {
    const { phrases } = this;
    if (rings === "alarm") return isAlarmName(name) ? phrases.theAlarm : phrases.alarmOf(name);
    if (rings === "reminder") return phrases.reminderOf(name);
    if (name) return phrases.timerNamed(name);
    const what = this.#namedIn(commands);
    if (what !== null) return phrases.timerOf(what);
    return phrases.timerFor(durationWords(durationMs, this.language));
  }

  /** What commands are for: one device by its name, several of one kind by their number; else the first one. */
  #namedIn(commands: readonly Command[]): string | null {
    const { language, situation } = this;
    const devices = [...new Set(commands.map(({ device }) => device))].flatMap(
      (id) => situation.index.devices.get(id)?.device ?? [],
    );
    const [first] = devices;
    if (first === undefined) return null;
    const [kind, ...kinds] = new Set(devices.map(({ spec }) => spec.kind));
    if (kind === undefined || devices.length === 1) return nameOf(first, situation.index, language);
    const of = kinds.length === 0 ? kind : partOf(commands);
    return messages(language).talk.counted({
      count: devices.length,
      kind: of === null ? messages(language).talk.ofAnyKind : kindName(of, language),
    });
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
    return saved ? this.calledRule(saved.definition) : null;
  }

  /** How an automation or a scene is called: an alarm that nobody named as one. */
  calledRule({ name }: { readonly name: string }): string {
    return isAlarmName(name) ? this.phrases.theAlarm : this.quoted(name);
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

/** The one part that all of the commands are for: the lights of lamps, of an airer and of a heater. */
function partOf(commands: readonly Command[]): string | null {
  const parts = commands.flatMap((command) =>
    command.kind === "set"
      ? command.properties.map(({ address }) => address.split(".")[0]?.replace(/-\d+$/, ""))
      : [undefined],
  );
  const [part, ...others] = new Set(parts);
  return part === undefined || others.length > 0 ? null : part;
}

/** "alarm", "alarm (2)", 闹钟: what an alarm is called that nobody named. */
export function isAlarmName(name: string): boolean {
  const plain = name.replace(/\s*\(\d+\)$/u, "").toLowerCase();
  return languages().some((language) => messages(language).plans.alarmName === plain);
}
