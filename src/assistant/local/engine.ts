import { type Clock, CONFIRMATION_MS, type Home, type HomeEvent, type Outcome } from "../../home/index.ts";
import { type Language, languageOf, messages } from "../../language/index.ts";
import type { Conversation, LocalEngine, LocalReply, LocalRequest, LocalResult } from "../contract.ts";
import { CHOICE_MS, type ChoiceItem, hold, type Said, type SentencePart, type Waiting } from "../open/items.ts";
import { settle } from "../open/settle.ts";
import { chosen, namedIn } from "./answers.ts";
import { doingsOf } from "./carry.ts";
import { carryOut, rememberPlans } from "./carry-out.ts";
import { devicesOf, isAboutPlan, isSweeping, MANY, partsOf } from "./caution.ts";
import { doStep } from "./ground/commands.ts";
import type { Situation } from "./ground/situation.ts";
import { hintsOf } from "./hints.ts";
import { HomeIndex } from "./index/home-index.ts";
import type { Frame } from "./parse/frame.ts";
import type { Step } from "./plan.ts";
import { changeOrAsk, needsPlanner, PlanContext, picked, setTimer, takeBack } from "./planning/index.ts";
import type { LocalPlanner } from "./ports.ts";
import { asksWhom, saidOf } from "./said.ts";
import { timed } from "./sentence/later.ts";
import { joined, reply, undo } from "./settle.ts";
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
    const settled = await settle(request, { home: this.#home, clock: this.#clock, local: this, tools: [] });
    if (settled) return settled;
    const language = text.trim() === "" ? request.language : languageOf(text);
    const situation = this.situation(conversation, language, request.room);
    const taken = await this.#takenBack(request, situation);
    if (taken) return taken;
    if (saysWord(text, "undo")) return await undo(this.#home, request, situation);
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    return await this.#decide(request, situation, previous);
  }

  /** Understands the text of the request and carries it out. */
  async #decide(request: LocalRequest, situation: Situation, previous: Frame | null): Promise<LocalResult> {
    this.#learnScenes();
    const { text, conversation } = request;
    const { language } = situation;
    const understanding = understand(text, situation, previous);
    const unknown =
      understanding.kind === "unknown" || (this.#planner === null && understanding.steps.some(needsPlanner));
    if (asksWhom(understanding) && situation.focus.devices.length === 0) {
      const question = messages(language).replies.whom;
      const expiresAt = this.#clock.now() + CHOICE_MS;
      hold(conversation, {
        kind: "whom",
        said: saidOf(text, situation, previous, null),
        question,
        language,
        expiresAt,
      });
      return reply(question, [], [], true);
    }
    if (understanding.kind === "unknown" || unknown || isAboutPlan(understanding.steps, conversation))
      return { handled: false, hints: hintsOf(text, situation) };
    const { steps } = understanding;
    const count = devicesOf(doingsOf(steps));
    if (count > MANY || isSweeping(steps, situation)) {
      const planned = devicesOf(doingsOf(steps.flatMap(partsOf)));
      const question = messages(language).plans.many(Math.max(count, planned));
      const expiresAt = this.#clock.now() + CONFIRMATION_MS;
      const said = saidOf(text, situation, previous, null);
      hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
      return reply(question, [], [], true);
    }
    return await this.#run(steps, request, situation, { previous, picked: null });
  }

  #run(
    steps: readonly Step[],
    request: LocalRequest,
    situation: Situation,
    { previous, picked }: Pick<Said, "previous" | "picked">,
    approved: readonly Waiting[] | null = null,
    before: readonly Outcome[] = [],
  ): Promise<LocalReply> {
    const own = approved?.filter(({ at }) => steps[at]) ?? null;
    // A yes to the number of devices is none to what the policy asks about.
    const plans = this.#planner && this.#planning(this.#planner, request, situation, own !== null);
    const wanted = own ? own.flatMap(({ at }) => steps[at] ?? []) : steps;
    const means = { home: this.#home, clock: this.#clock, request, situation, previous, picked, plans };
    return carryOut(wanted, { ...means, approved: own, before });
  }

  reads(item: ChoiceItem, request: LocalRequest): boolean {
    const { text } = request;
    switch (item.kind) {
      case "devices":
        return chosen(text, item.options, this.#situated(item.said, request)).length > 0;
      case "plans": {
        const context = this.#answering(request);
        return context !== null && picked(text, item, context).plans.length > 0;
      }
      case "whom":
        return namedIn(text, this.#now(request)).length > 0;
      default:
        return item satisfies never;
    }
  }

  async choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null> {
    const { text } = request;
    switch (item.kind) {
      case "devices": {
        const { said, at, options } = item;
        const targets = chosen(text, options, this.#situated(said, request)).map(({ indexed, service }) => {
          return { device: indexed.device.id, service };
        });
        return await this.carryOn({ said: { ...said, picked: { at, targets } }, only: null }, [], request);
      }
      case "plans":
        return await this.#answerPlans(item, request);
      case "whom": {
        const { said } = item;
        const devices = namedIn(text, this.#now(request));
        const situation = this.#situated({ ...said, focus: { ...said.focus, devices } }, request);
        const result = await this.#decide({ ...request, text: said.text, room: said.room }, situation, said.previous);
        return result.handled ? result : null;
      }
      default:
        return item satisfies never;
    }
  }

  async carryOn(
    { said, only }: SentencePart,
    before: readonly Outcome[],
    request: LocalRequest,
  ): Promise<LocalReply | null> {
    this.#learnScenes();
    const situation = this.#situated(said, request);
    const understanding = understand(said.text, situation, said.previous);
    if (understanding.kind === "unknown") return null;
    const { steps } = understanding;
    const meant = said.picked ? this.#pickedStep(steps, said.picked) : steps;
    if (meant.length === 0) return null;
    return await this.#run(meant, { ...request, text: said.text, room: said.room }, situation, said, only, before);
  }

  /** The step that a choice was asked for, done with what was picked; nothing when it is not so any more. */
  #pickedStep(steps: readonly Step[], { at, targets }: NonNullable<Said["picked"]>): readonly Step[] {
    const asked = steps[at];
    if (asked?.kind !== "ask") return [];
    const meant = asked.options.filter(({ indexed, service }) =>
      targets.some((target) => target.device === indexed.device.id && target.service === service),
    );
    if (meant.length === 0) return [];
    const step = doStep(asked.frame, meant);
    return [asked.later ? (timed(step, asked.later.when, asked.later.lasting) ?? step) : step];
  }

  /** A sentence that was said before, as it is understood now. */
  #situated({ room, focus }: Said, { text, language }: LocalRequest): Situation {
    const spoken = text.trim() === "" ? language : languageOf(text);
    return { index: this.#index, language: spoken, room, focus, now: this.#clock.now() };
  }

  #now({ conversation, text, language, room }: LocalRequest): Situation {
    return this.situation(conversation, text.trim() === "" ? language : languageOf(text), room);
  }

  #answering(request: LocalRequest): PlanContext | null {
    return this.#planner && this.#planning(this.#planner, request, this.#now(request), true);
  }

  /** Does what was asked about with the plans that an answer picks, or asks again between those. */
  async #answerPlans(item: Extract<ChoiceItem, { kind: "plans" }>, request: LocalRequest): Promise<LocalReply | null> {
    const context = this.#answering(request);
    if (context === null) return null;
    const { conversation, text } = request;
    const { plans, all } = picked(text, item, context);
    const changed = await changeOrAsk(item.change, plans, all, context);
    if (changed.choice) {
      const { language } = context;
      const expiresAt = this.#clock.now() + CHOICE_MS;
      hold(conversation, { kind: "plans", ...changed.choice, question: changed.text, language, expiresAt });
      return reply(changed.text, [], [], true);
    }
    rememberPlans(conversation, changed.plans ?? []);
    return { ...reply(changed.text, [], []), ...(changed.failed && { failed: true as const }) };
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
}

/** Words beside an act that is done to what was just planned. */
const ABOUT_IT = ["it", "thing", "them"] as const;
