import type { Clock, Home, HomeEvent } from "../../home/index.ts";
import { type Language, languageOf } from "../../language/index.ts";
import type { Conversation, LocalEngine, LocalRequest, LocalResult } from "../contract.ts";
import { type Choice, chosen, namedIn } from "./answers.ts";
import { doingsOf } from "./carry.ts";
import { carryOut, rememberPlans } from "./carry-out.ts";
import { devicesOf, isAboutPlan, isSweeping, MANY, partsOf } from "./caution.ts";
import { doStep } from "./ground/commands.ts";
import type { Situation } from "./ground/situation.ts";
import { hintsOf } from "./hints.ts";
import { HomeIndex } from "./index/home-index.ts";
import type { Frame } from "./parse/frame.ts";
import type { Step } from "./plan.ts";
import {
  changeOrAsk,
  needsPlanner,
  type PlanChoice,
  PlanContext,
  picked,
  setTimer,
  takeBack,
} from "./planning/index.ts";
import type { LocalPlanner } from "./ports.ts";
import { type Approval, type Asked, approvalOf, asksWhom, type Question } from "./questions.ts";
import { phrasesOf } from "./reply/phrases.ts";
import { PLAN_PHRASES } from "./reply/plans.ts";
import { timed } from "./sentence/later.ts";
import { confirmed, joined, reply, undo } from "./settle.ts";
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
    if (saysWord(text, "undo")) return await undo(this.#home, request, situation);
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    return await this.#decide(request, situation, previous, null);
  }

  /** Understands the text of the request and carries it out: all of it, or what a person has said yes to. */
  async #decide(
    request: LocalRequest,
    situation: Situation,
    previous: Frame | null,
    approved: Approval | null,
  ): Promise<LocalResult> {
    this.#learnScenes();
    const { text } = request;
    const asked: Asked = { text, previous, choice: null };
    const understanding = understand(text, situation, previous);
    const unknown =
      understanding.kind === "unknown" || (this.#planner === null && understanding.steps.some(needsPlanner));
    if (asksWhom(understanding) && situation.focus.devices.length === 0) {
      request.conversation.question = { kind: "whom", text, previous } satisfies Question;
      return reply(phrasesOf(situation.language).whom, [], [], true);
    }
    if (understanding.kind === "unknown" || unknown || isAboutPlan(understanding.steps, request.conversation))
      return { handled: false, hints: hintsOf(text, situation) };
    const { steps } = understanding;
    const count = devicesOf(doingsOf(steps));
    if (!approved && (count > MANY || isSweeping(steps, situation))) {
      request.conversation.question = approvalOf(asked, situation, null);
      const planned = devicesOf(doingsOf(steps.flatMap(partsOf)));
      return reply(PLAN_PHRASES[situation.language].many(Math.max(count, planned)), [], [], true);
    }
    return await this.#run(steps, request, situation, asked, approved);
  }

  #run(
    steps: readonly Step[],
    request: LocalRequest,
    situation: Situation,
    asked: Asked,
    approval: Approval | null,
  ): Promise<LocalResult> {
    const approved = approval?.only?.filter(({ at }) => steps[at]) ?? null;
    // A yes to the number of devices is none to what the policy asks about.
    const plans = this.#planner && this.#planning(this.#planner, request, situation, approved !== null);
    const wanted = approved ? approved.flatMap(({ at }) => steps[at] ?? []) : steps;
    return carryOut(wanted, { home: this.#home, clock: this.#clock, request, situation, asked, approved, plans });
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
    const { text: cancelled } = await takeBack(plans, context);
    // "Undo" of a sentence that did something as well: "on for ten minutes".
    if (!saysWord(text, "undo") || conversation.undo.length === 0) return reply(cancelled, [], []);
    const undone = await undo(this.#home, request, situation);
    return { ...undone, reply: joined([cancelled, undone.reply], situation) };
  }

  #planning(planner: LocalPlanner, request: LocalRequest, situation: Situation, approved: boolean): PlanContext {
    return new PlanContext({ home: this.#home, clock: this.#clock, planner }, request, situation, approved);
  }

  /** A yes or no to what waits, or the choice that was asked for. Anything else drops it: a later yes is for something else. */
  async #answered(request: LocalRequest, situation: Situation): Promise<LocalResult | null> {
    const { conversation, text } = request;
    const { confirmation } = conversation;
    const question = conversation.question as Question | null;
    conversation.confirmation = null;
    conversation.question = null;
    if (!confirmation && !question) return null;
    // "Cancel both" is no "cancel".
    const chosen = question?.kind === "plans" ? await this.#choosePlans(question, request, situation) : null;
    if (chosen) return chosen;
    if (saysWord(text, "no") || saysWord(text, "never_mind")) {
      return reply(phrasesOf(situation.language).declined, [], []);
    }
    const done = confirmation && (await confirmed(confirmation, this.#home, request, situation));
    const answer = question && (await this.#answeredQuestion(question, request, situation));
    if (!done || !answer?.handled) return done ?? answer;
    return {
      ...answer,
      reply: joined([done.reply, answer.reply], situation),
      outcomes: [...done.outcomes, ...answer.outcomes],
      calls: [...done.calls, ...answer.calls],
    };
  }

  async #answeredQuestion(
    question: Question,
    request: LocalRequest,
    situation: Situation,
  ): Promise<LocalResult | null> {
    const { text } = request;
    switch (question.kind) {
      case "approve": {
        if (!saysWord(text, "yes") || question.expiresAt < this.#clock.now()) return null;
        const { choice, previous, focus } = question;
        const asked = { ...situation, focus };
        if (choice) return await this.#choose(question.text, choice, request, asked, question);
        return await this.#decide({ ...request, text: question.text }, asked, previous, question);
      }
      case "whom": {
        const devices = namedIn(text, situation);
        if (devices.length === 0) return null;
        const focused = { ...situation, focus: { ...situation.focus, devices } };
        return await this.#decide({ ...request, text: question.text }, focused, question.previous, null);
      }
      case "plans":
        return null;
      case "choice":
        return await this.#choose(text, question, request, situation, null);
      default:
        return question satisfies never;
    }
  }

  /** Does what was asked about with the plans that an answer picks, or asks again between those; null when it picks none. */
  async #choosePlans(question: PlanChoice, request: LocalRequest, situation: Situation): Promise<LocalResult | null> {
    if (this.#planner === null) return null;
    const { conversation, text } = request;
    const context = this.#planning(this.#planner, request, situation, true);
    const { plans, all } = picked(text, question, context);
    if (plans.length === 0) return null;
    const changed = await changeOrAsk(question.change, plans, all, context);
    if (changed.choice) {
      conversation.question = changed.choice;
      return reply(changed.text, [], [], true);
    }
    rememberPlans(conversation, changed.plans ?? []);
    return { ...reply(changed.text, [], []), ...(changed.failed && { failed: true as const }) };
  }

  /** Carries out what was asked about with the devices that an answer picks; null when it picks none. */
  async #choose(
    answer: string,
    choice: Choice,
    request: LocalRequest,
    situation: Situation,
    approved: Approval | null,
  ): Promise<LocalResult | null> {
    const targets = chosen(answer, choice, situation);
    if (targets.length === 0) return null;
    const { frame, later } = choice;
    const step = doStep(frame, targets);
    const steps = [later ? (timed(step, later.when, later.lasting) ?? step) : step];
    const asked: Asked = { text: answer, previous: null, choice };
    return await this.#run(steps, { ...request, text: choice.text }, situation, asked, approved);
  }
}

/** Words beside an act that is done to what was just planned. */
const ABOUT_IT = ["it", "thing", "them"] as const;
