import { type Clock, type Home, type HomeEvent, type Language, languageOf, type Outcome } from "../../home/index.ts";
import type { Conversation, LocalEngine, LocalRequest, LocalResult, ToolCall } from "../contract.ts";
import { chosen, namedIn } from "./answers.ts";
import { doingsOf, restoring } from "./carry.ts";
import { carryOut } from "./carry-out.ts";
import { doStep } from "./ground/commands.ts";
import type { Situation } from "./ground/situation.ts";
import { hintsOf } from "./hints.ts";
import { HomeIndex } from "./index/home-index.ts";
import type { Frame } from "./parse/frame.ts";
import type { Doing, DoStep, Step } from "./plan.ts";
import { needsPlanner, PlanContext, setTimer, takeBack } from "./planning/index.ts";
import type { LocalPlanner } from "./ports.ts";
import { type Approval, approvalOf, asksWhom, type Question } from "./questions.ts";
import { nameOf } from "./reply/names.ts";
import { phrasesOf } from "./reply/phrases.ts";
import { PLAN_PHRASES } from "./reply/plans.ts";
import { timed } from "./sentence/later.ts";
import { toolCalls } from "./tool-calls.ts";
import { understand } from "./understand.ts";
import { saysWord } from "./words.ts";

export interface LocalOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** null: sentences about timers, schedules and scenes are handed on. */
  readonly planner?: LocalPlanner | null;
}

/** Understands everyday sentences without a model and runs them. Keeps an index of the home's names up to date. */
export class LocalAssistant implements LocalEngine {
  readonly #home: Home;
  readonly #clock: Clock;
  readonly #planner: LocalPlanner | null;
  readonly #index = new HomeIndex();
  readonly #subscriptions: (() => void)[] = [];
  /** Whether the index knows the scenes as they are. */
  #scenesKnown = false;

  constructor({ home, clock, planner = null }: LocalOptions) {
    this.#home = home;
    this.#clock = clock;
    this.#planner = planner;
  }

  /** Builds the index and keeps it up to date until `stop`. */
  start(): void {
    this.#index.setLayout(this.#home.layout.rooms, this.#home.layout.floors);
    for (const device of this.#home.devices) this.#index.update(device);
    this.#subscriptions.push(this.#home.subscribe((event) => this.#onEvent(event)));
    const changed = this.#planner?.subscribe(({ type }) => {
      if (type === "definitions-changed") this.#scenesKnown = false;
    });
    if (changed) this.#subscriptions.push(changed);
  }

  stop(): void {
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    this.#scenesKnown = false;
  }

  /** The names of the home, for finding what a text is about. */
  get index(): HomeIndex {
    return this.#index;
  }

  #onEvent(event: HomeEvent): void {
    switch (event.type) {
      case "device-added":
      case "device-updated":
        this.#index.update(event.device);
        return;
      case "device-removed":
        this.#index.remove(event.device.id);
        return;
      case "layout-changed":
        this.#index.setLayout(this.#home.layout.rooms, this.#home.layout.floors);
        return;
      default:
        return;
    }
  }

  /** What a sentence is understood against. */
  situation(conversation: Conversation | null, language: Language, room: string | null): Situation {
    const { devices = [], rooms = [], address = null } = conversation?.focus ?? {};
    return { index: this.#index, language, room, focus: { devices, rooms, address }, now: this.#clock.now() };
  }

  async respond(request: LocalRequest): Promise<LocalResult> {
    const { conversation, text } = request;
    const language = text.trim() === "" ? request.language : languageOf(text);
    const situation = this.situation(conversation, language, request.room);
    const waiting = await this.#answered(request, situation);
    if (waiting) return waiting;
    const taken = await this.#takenBack(request, situation);
    if (taken) return taken;
    if (saysWord(text, "undo")) return await this.#undo(request, situation);
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    return await this.#decide(text, request, situation, previous, null);
  }

  async #decide(
    text: string,
    request: LocalRequest,
    situation: Situation,
    previous: Frame | null,
    approved: Approval | null,
  ): Promise<LocalResult> {
    this.#learnScenes();
    const understanding = understand(text, situation, previous);
    const unknown =
      understanding.kind === "unknown" || (this.#planner === null && understanding.steps.some(needsPlanner));
    if (asksWhom(understanding) && situation.focus.devices.length === 0) {
      request.conversation.question = { kind: "whom", text, previous } satisfies Question;
      return reply(phrasesOf(situation.language).whom, [], [], true);
    }
    if (understanding.kind === "unknown" || unknown || isAboutPlan(understanding.steps, request.conversation))
      return { handled: false, hints: hintsOf(text, situation) };
    request.conversation.question = null;
    const { steps } = understanding;
    const count = devicesOf(doingsOf(steps));
    if (!approved && (count > MANY || isSweeping(steps, situation))) {
      request.conversation.question = approvalOf(text, previous, null);
      const planned = devicesOf(doingsOf(steps.flatMap(partsOf)));
      return reply(PLAN_PHRASES[situation.language].many(Math.max(count, planned)), [], [], true);
    }
    const wanted = approved?.only ? steps.filter((_, at) => approved.only?.includes(at)) : steps;
    // A yes to the number of devices is none to what the policy asks about.
    const permitted = approved !== null && approved.only !== null;
    return await this.#run(wanted, request, situation, previous, permitted);
  }

  #run(
    steps: readonly Step[],
    request: LocalRequest,
    situation: Situation,
    previous: Frame | null,
    approved: boolean,
  ): Promise<LocalResult> {
    const plans = this.#planner && this.#planning(this.#planner, request, situation, approved);
    return carryOut(steps, { home: this.#home, clock: this.#clock, request, situation, previous, plans });
  }

  #learnScenes(): void {
    if (this.#planner === null || this.#scenesKnown) return;
    this.#index.setScenes(
      this.#planner.scenes.list().map(({ definition }) => {
        const { id, name, aliases = [] } = definition;
        return { id, names: [name, ...aliases] };
      }),
    );
    this.#scenesKnown = true;
  }

  /** "cancel it", "undo that" right after something was planned: it is taken back. */
  async #takenBack(request: LocalRequest, situation: Situation): Promise<LocalResult | null> {
    const { conversation, text } = request;
    const { focus } = conversation;
    const plans = focus?.plans ?? [];
    if (this.#planner === null || !focus || plans.length === 0) return null;
    const context = this.#planning(this.#planner, request, situation, true);
    const pausing = saysWord(text, "pausing", ABOUT_IT);
    if (pausing || saysWord(text, "resuming", ABOUT_IT)) {
      const [only, ...others] = plans;
      if (only?.kind !== "timer" || others.length > 0 || !this.#planner.timers.list().some(({ id }) => id === only.id))
        return { handled: false, hints: hintsOf(text, situation) };
      return reply(await setTimer(only.id, pausing ? "pause" : "resume", context), [], []);
    }
    // More may be meant than what was planned last.
    if (saysWord(text, "allOfThem", [...ABOUT_IT, "cancel", "never_mind"])) return null;
    if (!saysWord(text, "cancel", ABOUT_IT) && !saysWord(text, "undo") && !saysWord(text, "never_mind")) return null;
    conversation.focus = { ...focus, plans: [] };
    return reply((await takeBack(plans, context)).text, [], []);
  }

  #planning(planner: LocalPlanner, request: LocalRequest, situation: Situation, approved: boolean): PlanContext {
    return new PlanContext({ home: this.#home, clock: this.#clock, planner }, request, situation, approved);
  }

  /** A yes or no to what waits, or the choice that was asked for. */
  async #answered(request: LocalRequest, situation: Situation): Promise<LocalResult | null> {
    const { conversation, text, origin, signal } = request;
    const phrases = phrasesOf(situation.language);
    if (conversation.confirmation) {
      const { id, expiresAt, commands } = conversation.confirmation;
      if (saysWord(text, "yes") && expiresAt >= this.#clock.now()) {
        conversation.confirmation = null;
        const { outcomes } = await this.#home.confirm(id, origin, { signal });
        return reply(this.#plainText(outcomes, situation), outcomes, commands.map(toolCalls));
      }
      if (saysWord(text, "no") || saysWord(text, "never_mind")) {
        conversation.confirmation = null;
        return reply(phrases.declined, [], []);
      }
    }
    const question = conversation.question as Question | null;
    if (!question) return null;
    if (saysWord(text, "no") || saysWord(text, "never_mind")) {
      conversation.question = null;
      return reply(phrases.declined, [], []);
    }
    if (question.kind === "approve") {
      if (!saysWord(text, "yes")) return null;
      conversation.question = null;
      const { text: asked, previous } = question;
      return await this.#decide(asked, { ...request, text: asked }, situation, previous, question);
    }
    if (question.kind === "whom") {
      const devices = namedIn(text, situation);
      conversation.question = null;
      if (devices.length === 0) return null;
      const focused = { ...situation, focus: { ...situation.focus, devices } };
      return await this.#decide(question.text, request, focused, question.previous, null);
    }
    const targets = chosen(text, question, situation);
    if (targets.length === 0) return null;
    conversation.question = null;
    const { frame, later } = question;
    const step = doStep(frame, targets);
    const wanted = later ? (timed(step, later.when, later.lasting) ?? step) : step;
    return await this.#run([wanted], request, situation, null, false);
  }

  async #undo(request: LocalRequest, situation: Situation): Promise<LocalResult> {
    const { conversation, origin, signal } = request;
    const phrases = phrasesOf(situation.language);
    const commands = restoring(conversation.undo);
    if (commands.length === 0) return reply(phrases.nothingToUndo, [], []);
    const { outcomes, confirmation } = await this.#home.execute(commands, origin, { signal });
    conversation.undo = [];
    conversation.confirmation = confirmation ?? null;
    return reply(this.#plainText(outcomes, situation), outcomes, commands.map(toolCalls), confirmation !== undefined);
  }

  /** A short account of outcomes of which nothing else is known. */
  #plainText(outcomes: readonly Outcome[], { index, language }: Situation): string {
    const phrases = phrasesOf(language);
    const name = (id: string): string => {
      const device = index.devices.get(id)?.device;
      return device ? nameOf(device, index, language) : id;
    };
    const names = (wanted: (outcome: Outcome) => boolean): string[] => [
      ...new Set(outcomes.filter(wanted).map(({ device }) => name(device))),
    ];
    const good = names(({ status }) => status === "confirmed" || status === "unchanged" || status === "accepted");
    const texts = good.length > 0 ? [phrases.confirmed] : [];
    for (const status of ["timeout", "offline", "rejected", "denied"] as const) {
      const failed = names((outcome) => outcome.status === status);
      if (failed.length === 0) continue;
      const detail = outcomes.find((outcome) => outcome.status === status)?.error?.message ?? "";
      texts.push(phrases.failed(status, { names: failed, count: failed.length, kind: "" }, detail));
    }
    return texts.join(language === "zh" ? "" : " ");
  }
}

/** Words beside an act that is done to what was just planned. */
const ABOUT_IT = ["it", "thing", "them"] as const;

/** More devices than this are not commanded by one sentence without a yes. */
const MANY = 100;
/** What is planned for more devices than these, all over the home, was perhaps meant for one room. */
const SWEEPING = 12;

function devicesOf(doings: readonly Doing[]): number {
  return new Set(doings.map(({ target }) => target.indexed.device.id)).size;
}

/** What is planned in a step. */
function partsOf(step: Step): readonly DoStep[] {
  const parts: readonly Step[] =
    step.kind === "later" || step.kind === "whenever" || step.kind === "make-scene" ? step.steps : [];
  return parts.filter((part) => part.kind === "do");
}

/** "make a scene: lights 20 percent" where nobody knows the room: neither a place nor "all" was said. */
function isSweeping(steps: readonly Step[], { room }: Situation): boolean {
  if (room !== null) return false;
  const open = steps.flatMap(partsOf).filter(({ frame }) => {
    const { heads, places } = frame;
    return places.length === 0 && heads.some((head) => head.places.length === 0 && head.quantifier === null);
  });
  return devicesOf(doingsOf(open)) > SWEEPING;
}

function reply(
  text: string,
  outcomes: readonly Outcome[],
  calls: readonly ToolCall[],
  expectsReply = false,
): LocalResult {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}

/** "make it 20", "and the lights too" after "turn it off in 10 minutes" may be about the plan. */
function isAboutPlan(steps: readonly Step[], { focus }: Conversation): boolean {
  const [step, ...others] = steps;
  if ((focus?.plans ?? []).length === 0 || step?.kind !== "do" || others.length > 0) return false;
  const { act, heads, props, values, places } = step.frame;
  const bare = values.length === 1 && values[0]?.quantity?.unit === null && props.length + places.length === 0;
  const { also } = step.frame;
  return also || (act === "set" && bare && heads.every(({ type }) => type === "it"));
}
