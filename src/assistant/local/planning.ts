import { type AutomationDraft, durationWords, type Timer } from "../../automation/index.ts";
import { type Clock, type Command, cleanText, type Home, type Language } from "../../home/index.ts";
import type { LocalRequest } from "../contract.ts";
import { commandsOf, doingsOf } from "./carry.ts";
import type { Situation } from "./ground/situation.ts";
import type { TimerIntent } from "./parse/timer.ts";
import { secondsUntil, type When } from "./parse/times.ts";
import type { DoStep, Step } from "./plan.ts";
import type { LocalPlanner } from "./ports.ts";
import { answerText } from "./reply/answers.ts";
import { localTime } from "./reply/clock.ts";
import { nameOf } from "./reply/names.ts";
import { PLAN_PHRASES, type PlanPhrases } from "./reply/plans.ts";

/** What a step of planning came to. */
export interface Planned {
  readonly text: string;
  /** It waits for a yes: the policy asks about what would run later. */
  readonly waits?: true;
}

export type PlanStep = Extract<
  Step,
  { kind: "timer" | "later" | "whenever" | "scene" | "planned" | "unplan" | "why" | "unmet" }
>;

export function isPlanStep(step: Step): step is PlanStep {
  return ["timer", "later", "whenever", "scene", "planned", "unplan", "why", "unmet"].includes(step.kind);
}

/** Whether automation is needed for a step. */
export function needsPlanner(step: Step): boolean {
  return isPlanStep(step) && step.kind !== "unmet";
}

interface Options {
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner;
}

/** Weekdays as automation names them; 1 = Monday. */
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Carries out what is for later: timers, delayed commands, schedules, scenes, and questions about them. */
export class PlanRunner {
  readonly #options: Options;
  readonly #request: LocalRequest;
  readonly #situation: Situation;
  readonly #approved: boolean;
  readonly #phrases: PlanPhrases;

  constructor(options: Options, request: LocalRequest, situation: Situation, approved: boolean) {
    this.#options = options;
    this.#request = request;
    this.#situation = situation;
    this.#approved = approved;
    this.#phrases = PLAN_PHRASES[situation.language];
  }

  async run(step: PlanStep): Promise<Planned> {
    switch (step.kind) {
      case "timer":
        return await this.#timer(step.intent);
      case "later":
        return await this.#later(step.when, step.step);
      case "whenever":
        return await this.#save(step.triggers, step.step);
      case "scene":
        return await this.#scene(step.scene);
      case "planned":
        return this.#planned(step.day);
      case "unplan":
        return await this.#unplan(step.devices.map(({ indexed }) => indexed.device.id));
      case "why": {
        const question = {
          device: step.target.indexed.device.id,
          ...(step.address !== null && { address: step.address }),
        };
        const { text } = await this.#options.planner.explain(question, this.#language);
        return { text };
      }
      case "unmet":
        return {
          text: this.#phrases.unmet(answerText(step.frame, step.query, this.#situation, (at) => this.#time(at))),
        };
      default:
        return step satisfies never;
    }
  }

  get #language(): Language {
    return this.#situation.language;
  }

  #time(at: number): string {
    return localTime(at, this.#options.clock.now(), this.#options.home.timezone, this.#language);
  }

  async #timer(intent: TimerIntent): Promise<Planned> {
    const { timers } = this.#options.planner;
    const { origin, room } = this.#request;
    switch (intent.op) {
      case "start": {
        const name = cleanText(intent.name);
        await timers.start({ name, durationMs: intent.seconds * 1000, origin, room });
        return { text: this.#phrases.started(name, durationWords(intent.seconds * 1000, this.#language)) };
      }
      case "ring":
        return await this.#ring(intent);
      case "cancel":
      case "pause":
      case "resume":
      case "remaining":
      case "add":
        return await this.#change(intent);
      default:
        return intent satisfies never;
    }
  }

  async #ring({ when, name, alarm }: Extract<TimerIntent, { op: "ring" }>): Promise<Planned> {
    const { timers } = this.#options.planner;
    const { origin, room } = this.#request;
    const label = cleanText(name);
    const recurring = (when.kind === "at" && when.weekdays.length > 0) || when.kind === "sun";
    if (recurring) {
      const message = label || (this.#language === "zh" ? "闹钟" : "Alarm");
      return await this.#saveDraft(triggersFor(when), [{ type: "say", message }], message);
    }
    const seconds = this.#secondsTo(when);
    await timers.start({
      name: label || (alarm ? (this.#language === "zh" ? "闹钟" : "alarm") : ""),
      durationMs: Math.max(0, seconds * 1000),
      origin,
      room,
    });
    const time = this.#time(this.#options.clock.now() + seconds * 1000);
    return { text: alarm ? this.#phrases.alarm(label, time) : this.#phrases.reminder(label, time) };
  }

  #secondsTo(when: When): number {
    switch (when.kind) {
      case "delay":
      case "for":
        return when.seconds;
      case "at":
        return secondsUntil(when, this.#options.clock.now(), this.#options.home.timezone);
      case "sun":
        return 0;
      default:
        return when satisfies never;
    }
  }

  async #change(intent: Exclude<TimerIntent, { op: "start" | "ring" }>): Promise<Planned> {
    const { timers } = this.#options.planner;
    const found = intent.name ? timers.find(intent.name) : timers.list();
    const sized =
      intent.op !== "add" && intent.seconds !== null
        ? found.filter(({ durationMs }) => durationMs === (intent.seconds ?? 0) * 1000)
        : found;
    const wanted = sized.length > 0 ? sized : found;
    const [only] = wanted;
    if (!only) return { text: this.#phrases.none };
    const all = intent.op !== "add" && intent.all;
    if (wanted.length > 1 && !all && intent.op !== "remaining")
      return { text: this.#phrases.which(wanted.map((timer) => this.#called(timer))) };
    switch (intent.op) {
      case "cancel":
        for (const timer of wanted) await timers.cancel(timer.id);
        return { text: this.#phrases.cancelled(wanted.map((timer) => this.#called(timer))) };
      case "pause":
        for (const timer of wanted) await timers.pause(timer.id);
        return { text: this.#phrases.paused(this.#called(only)) };
      case "resume":
        for (const timer of wanted) await timers.resume(timer.id);
        return { text: this.#phrases.resumed(this.#called(only)) };
      case "add": {
        const timer = await timers.add(only.id, intent.seconds * 1000);
        return { text: this.#phrases.added(this.#called(timer), this.#left(timer)) };
      }
      case "remaining":
        return {
          text: wanted.map((timer) => this.#phrases.remaining(this.#called(timer), this.#left(timer))).join(" "),
        };
      default:
        return intent satisfies never;
    }
  }

  #called({ name, commands, durationMs }: Timer): string {
    if (name) return this.#language === "zh" ? `“${name}”` : `"${name}"`;
    const device = commands[0] ? this.#situation.index.devices.get(commands[0].device)?.device : undefined;
    if (device) return nameOf(device, this.#situation.index, this.#language);
    return this.#language === "zh"
      ? `${durationWords(durationMs, "zh")}的计时器`
      : `the ${durationWords(durationMs, "en")} timer`;
  }

  #left({ state }: Timer): string {
    const ms = state.kind === "running" ? state.dueAt - this.#options.clock.now() : state.remainingMs;
    return durationWords(Math.max(0, ms), this.#language);
  }

  /** Commands at another time: a delayed command, or a schedule when it recurs or follows the sun. */
  async #later(when: When, step: DoStep): Promise<Planned> {
    const recurring = when.kind === "sun" || (when.kind === "at" && when.weekdays.length > 0);
    if (recurring) return await this.#save(triggersFor(when), step);
    const commands = commandsOf(step.doings);
    const seconds = this.#secondsTo(when);
    const text = this.#phrases.later(this.#names(step), this.#time(this.#options.clock.now() + seconds * 1000));
    return await this.#delayed(commands, seconds, text);
  }

  /** Starts a timer with commands; asks first when the policy wants a yes. */
  async #delayed(commands: readonly Command[], seconds: number, text: string): Promise<Planned> {
    const { timers } = this.#options.planner;
    const { origin, room } = this.#request;
    const approvals = timers.approvals(commands);
    if (approvals.length > 0 && !this.#approved) {
      const why = approvals.map((approval) => approval.why[this.#language]).join(" ");
      return { text: this.#phrases.approve(why), waits: true };
    }
    await timers.start({ durationMs: Math.max(0, seconds * 1000), commands, origin, room, approved: this.#approved });
    return { text };
  }

  /** "for 10 minutes": what was done is put back then. */
  async back(commands: readonly Command[], seconds: number): Promise<Planned> {
    return await this.#delayed(
      commands,
      seconds,
      this.#phrases.back(this.#time(this.#options.clock.now() + seconds * 1000)),
    );
  }

  #names({ doings }: DoStep): string[] {
    return [
      ...new Set(doings.map(({ target }) => nameOf(target.indexed.device, this.#situation.index, this.#language))),
    ];
  }

  async #save(triggers: AutomationDraft["triggers"], step: DoStep): Promise<Planned> {
    const actions = commandsOf(step.doings).map((command): AutomationDraft["actions"][number] =>
      command.kind === "set"
        ? {
            type: "set",
            target: command.device,
            set: Object.fromEntries(command.properties.map(({ address, value }) => [address, value])),
          }
        : { type: "invoke", target: command.device, action: command.action, in: [...command.in] },
    );
    return await this.#saveDraft(triggers, actions, cleanText(this.#request.text, 60));
  }

  async #saveDraft(
    triggers: AutomationDraft["triggers"],
    actions: AutomationDraft["actions"],
    name: string,
  ): Promise<Planned> {
    const { automations } = this.#options.planner;
    const draft: AutomationDraft = { name, triggers, actions };
    const { approvals } = automations.check(draft);
    if (approvals.length > 0 && !this.#approved) {
      return {
        text: this.#phrases.approve(approvals.map((approval) => approval.why[this.#language]).join(" ")),
        waits: true,
      };
    }
    await automations.save(draft, { origin: this.#request.origin, approved: this.#approved });
    return { text: this.#phrases.saved(automations.describe(draft, this.#language)) };
  }

  async #scene(id: string): Promise<Planned> {
    const { scenes } = this.#options.planner;
    const name = scenes.get(id)?.definition.name ?? id;
    const { outcomes } = await scenes.activate(id, {
      origin: this.#request.origin,
      approved: this.#approved,
      signal: this.#request.signal,
    });
    const waiting = outcomes.some(({ status }) => status === "needs-confirmation");
    return waiting ? { text: this.#phrases.approve(name), waits: true } : { text: this.#phrases.scene(name) };
  }

  #planned(day: number | null): Planned {
    const { clock, home, planner } = this.#options;
    const now = clock.now();
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(home.timezone).startOfDay();
    const from = day === null || day === 0 ? now : today.add({ days: day }).epochMilliseconds;
    const to = today.add({ days: (day ?? 6) + 1 }).epochMilliseconds;
    const items = planner
      .planned(from, to, 10)
      .map(({ at, name }) => `${this.#time(at)} ${name || this.#phrases.timer}`);
    return { text: items.length > 0 ? this.#phrases.planned(items) : this.#phrases.nothingPlanned };
  }

  async #unplan(devices: readonly string[]): Promise<Planned> {
    const { timers, automations } = this.#options.planner;
    const running = timers.commanding(devices);
    const saved = automations.commanding(devices);
    const names = [
      ...running.map((timer) => this.#called(timer)),
      ...saved.map(({ definition }) => `"${definition.name}"`),
    ];
    if (names.length === 0) return { text: this.#phrases.nothingPlanned };
    if (names.length > 1) return { text: this.#phrases.which(names) };
    for (const timer of running) await timers.cancel(timer.id);
    for (const { definition } of saved) await automations.remove(definition.id, this.#request.origin);
    return { text: this.#phrases.cancelled(names) };
  }
}

function triggersFor(when: When): AutomationDraft["triggers"] {
  if (when.kind === "sun") {
    const offset =
      when.offsetSeconds === 0
        ? {}
        : { offset: `${when.offsetSeconds < 0 ? "-" : ""}${Math.abs(when.offsetSeconds)}s` };
    return [{ type: "sun", event: when.event, ...offset, ...weekdaysOf(when.weekdays) }];
  }
  if (when.kind !== "at") return [];
  const two = (value: number): string => String(value).padStart(2, "0");
  return [{ type: "time", at: `${two(when.hour)}:${two(when.minute)}`, ...weekdaysOf(when.weekdays) }];
}

function weekdaysOf(days: readonly number[]): { weekdays?: (typeof WEEKDAYS)[number][] } {
  if (days.length === 0 || days.length === 7) return {};
  return { weekdays: days.flatMap((day) => WEEKDAYS[day - 1] ?? []) };
}

/** What puts back the present values of what is about to change. */
export function revertOf(step: DoStep): Command[] {
  return doingsOf([step]).flatMap(({ target, effects }): Command[] => {
    const { device } = target.indexed;
    const properties = effects.flatMap((effect) => {
      if (effect.kind !== "set") return [];
      const before = device.state.get(effect.property.address)?.value;
      // Switched on for a while means off afterwards, even if it was on.
      if (effect.property.type === "on" && typeof effect.value === "boolean")
        return [{ address: effect.property.address, value: !effect.value }];
      return before === undefined ? [] : [{ address: effect.property.address, value: before }];
    });
    return properties.length > 0 ? [{ kind: "set", device: device.id, properties }] : [];
  });
}
