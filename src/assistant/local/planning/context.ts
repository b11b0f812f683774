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
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { RuleBound } from "../../../understanding/plans/request.ts";
import type { LocalRequest } from "../../contract.ts";
import { MAX_KNOWN_PLANS } from "../../conversation-focus.ts";
import type { MovedPlan, PlanChange, PlanRef } from "../../plan-changes.ts";
import { deviceReplyName } from "../reply/names.ts";

/** The planner, as far as the local engine uses it: timers, delayed commands, automations, scenes, the agenda and explanations. */
export type LocalPlanner = Pick<
  Planner,
  "timers" | "automations" | "scenes" | "planned" | "explain" | "consent" | "subscribe"
>;

/** The result of a step of planning. */
export interface PlanningResult {
  readonly text: string;
  /** `text` asks for a yes: the policy asks about the commands, or something would be replaced. */
  readonly waits?: true;
  /** With `waits`: the token of everything that the yes covers. */
  readonly consent?: string;
  /** `text` asks which plan is meant. */
  readonly choice?: PlanChoice;
  /** The plans that were made, for "cancel it". */
  readonly plans?: readonly PlanRef[];
  /** The changed plans as they were before, for "undo". */
  readonly moved?: readonly MovedPlan[];
  /** Outcomes of commands that ran at once. */
  readonly outcomes?: readonly Outcome[];
}

/** A change, and the plans to choose from. */
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

/** The context of planning for one sentence, shared by its steps. */
export class PlanContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner;
  readonly request: LocalRequest;
  readonly dialogue: DialogueContext;
  /** The consent tokens of a yes; null: there was none. Empty: the question of an older version had no token. */
  readonly #approved: readonly string[] | null;
  /** The sentence makes several plans: each is named after its commands. */
  several = false;
  /** The bounds of the rule that is being made. */
  bounds: readonly RuleBound[] = [];
  /** The transition of the scene that is being activated, in seconds; null: that of the scene itself. */
  transition: number | null = null;
  readonly phrases: Messages["plans"];
  #acknowledged = false;

  constructor(
    { home, clock, planner }: ContextOptions,
    request: LocalRequest,
    context: DialogueContext,
    approved: readonly string[] | null,
  ) {
    this.home = home;
    this.clock = clock;
    this.planner = planner;
    this.request = request;
    this.dialogue = context;
    this.#approved = approved;
    this.phrases = messages(context.language).plans;
  }

  /** The question for a yes to a proposal; null where the yes to exactly this was given. */
  asksFor(proposal: Proposal): PlanningResult | null {
    const { question, token } = this.planner.consent(proposal, this.language);
    const yes = this.#approved !== null && (this.#approved.length === 0 || this.#approved.includes(token));
    return yes ? null : { text: question, waits: true, consent: token };
  }

  /** Notes plans that were made or told: texts that name no plan may be about them from now on. */
  knows(plans: readonly PlanRef[]): readonly PlanRef[] {
    const { conversation } = this.request;
    conversation.known = [...(conversation.known ?? []), ...plans].slice(-MAX_KNOWN_PLANS);
    return plans;
  }

  /** Notes plans that were told in this order, for "the second one". */
  tells(plans: readonly PlanRef[]): void {
    const { conversation } = this.request;
    conversation.told = { plans: this.knows(plans), after: conversation.exchanges.at(-1) ?? null };
  }

  get language(): Language {
    return this.dialogue.language;
  }

  /** "All right." the first time, "" after that. */
  good(): string {
    if (this.#acknowledged) return "";
    this.#acknowledged = true;
    return this.phrases.good;
  }

  /** A moment in words, in the home's zone. `at`: milliseconds since the epoch. */
  time(at: number): string {
    return clockWords(at, this.clock.now(), this.home.timezone, this.language);
  }

  /** The name of a timer in a reply: an alarm by its time, others by name, by their commands, or by their length. */
  called(timer: Timer): string {
    const { name, rings, state } = timer;
    if (rings === "alarm" && state.kind === "running" && isAlarmName(name))
      return this.phrases.alarmFor(this.time(state.dueAt));
    return this.calledWhenever(timer);
  }

  /** The name of a timer without its due time. */
  calledWhenever({ name, commands, durationMs, rings }: Timer): string {
    const { phrases } = this;
    if (rings === "alarm") return isAlarmName(name) ? phrases.theAlarm : phrases.alarmOf(name);
    if (rings === "reminder") return phrases.reminderOf(name);
    if (name) return phrases.timerNamed(name);
    const what = this.#namedIn(commands);
    if (what !== null) return phrases.timerOf(what);
    return phrases.timerFor(durationWords(durationMs, this.language));
  }

  /** The devices of commands in words: one by its name, several by number and kind. Null where none is known. */
  #namedIn(commands: readonly Command[]): string | null {
    const { language, dialogue } = this;
    const devices = [...new Set(commands.map(({ device }) => device))].flatMap(
      (id) => dialogue.index.devices.get(id)?.device ?? [],
    );
    const [first] = devices;
    if (first === undefined) return null;
    const [kind, ...kinds] = new Set(devices.map(({ spec }) => spec.kind));
    if (kind === undefined || devices.length === 1) return deviceReplyName(first, dialogue.index, language);
    const of = kinds.length === 0 ? kind : partOf(commands);
    return messages(language).talk.counted({
      count: devices.length,
      kind: of === null ? messages(language).talk.ofAnyKind : kindName(of, language),
    });
  }

  /** The plans that command one of these devices: timers, then automations. */
  commanding(devices: readonly string[]): readonly PlanRef[] {
    const { timers, automations } = this.planner;
    return [
      ...timers.commanding(devices).map(({ id }) => ({ kind: "timer" as const, id })),
      ...automations.commanding(devices).map(({ definition: { id } }) => ({ kind: "automation" as const, id })),
    ];
  }

  /** The name of a plan in a reply; null where it is gone. */
  nameOf({ kind, id }: PlanRef): string | null {
    const { timers, automations, scenes } = this.planner;
    if (kind === "timer") {
      const timer = timers.list().find((each) => each.id === id);
      return timer ? this.called(timer) : null;
    }
    const saved = kind === "automation" ? automations.get(id) : scenes.get(id);
    return saved ? this.calledRule(saved.definition) : null;
  }

  /** The name of an automation or a scene in a reply; an alarm without a name is "the alarm". */
  calledRule({ name }: { readonly name: string }): string {
    return isAlarmName(name) ? this.phrases.theAlarm : this.quoted(name);
  }

  /** A name with the time of the plan, or its id: tells several plans of one name apart. */
  apart({ kind, id }: PlanRef, name: string): string {
    const { timers, automations } = this.planner;
    const timer = kind === "timer" ? timers.list().find((each) => each.id === id) : undefined;
    if (timer?.state.kind === "running") return `${name} (${this.time(timer.state.dueAt)})`;
    const next = kind === "automation" ? (automations.get(id)?.nextRun ?? null) : null;
    return `${name} (${timer ? this.left(timer) : next === null ? id : this.time(next)})`;
  }

  /** The remaining time of a timer, in words. */
  left({ state }: Timer): string {
    const ms = state.kind === "running" ? state.dueAt - this.clock.now() : state.remainingMs;
    return durationWords(Math.max(0, ms), this.language);
  }

  quoted(name: string): string {
    return packOf(this.language).grammar.quote(name);
  }
}

/** The one service type that all commands write to: the lights of lamps, of an airer and of a heater. Null where there are several. */
function partOf(commands: readonly Command[]): string | null {
  const parts = commands.flatMap((command) =>
    command.kind === "set"
      ? command.properties.map(({ address }) => address.split(".")[0]?.replace(/-\d+$/, ""))
      : [undefined],
  );
  const [part, ...others] = new Set(parts);
  return part === undefined || others.length > 0 ? null : part;
}

/** Whether a name is the default name of an alarm in any language: "alarm", "alarm (2)", 闹钟. */
export function isAlarmName(name: string): boolean {
  const plain = name.replace(/\s*\(\d+\)$/u, "").toLowerCase();
  return languages().some((language) => messages(language).plans.alarmName === plain);
}
