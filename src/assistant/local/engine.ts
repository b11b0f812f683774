import {
  type Clock,
  type Command,
  type Home,
  type HomeEvent,
  type Language,
  languageOf,
  type Origin,
  type Outcome,
} from "../../home/index.ts";
import type { Conversation, LocalEngine, LocalRequest, LocalResult, ToolCall } from "../contract.ts";
import { type Choice, chosen } from "./answers.ts";
import { commandsOf, doingsOf, doneOf, positionsOf, restoring, roomIds, undoable } from "./carry.ts";
import { doStep } from "./ground/commands.ts";
import type { Situation, Target } from "./ground/situation.ts";
import { hintsOf } from "./hints.ts";
import { HomeIndex } from "./index/home-index.ts";
import { makesScene } from "./lexicon/scenes.ts";
import type { Frame } from "./parse/frame.ts";
import type { DoStep, Step } from "./plan.ts";
import { isPlanStep, needsPlanner, type Planned, PlanRunner, type PlanStep, revertOf } from "./planning.ts";
import type { LocalPlanner } from "./ports.ts";
import { answerText } from "./reply/answers.ts";
import { localTime } from "./reply/clock.ts";
import { inLanguage, nameOf, targetName } from "./reply/names.ts";
import { outcomesText, refusalText, waitingText } from "./reply/outcomes.ts";
import { phrasesOf } from "./reply/phrases.ts";
import { PLAN_PHRASES } from "./reply/plans.ts";
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
  #unsubscribe: (() => void) | null = null;

  constructor({ home, clock, planner = null }: LocalOptions) {
    this.#home = home;
    this.#clock = clock;
    this.#planner = planner;
  }

  /** Builds the index and keeps it up to date until `stop`. */
  start(): void {
    this.#index.setLayout(this.#home.layout.rooms, this.#home.layout.floors);
    for (const device of this.#home.devices) this.#index.update(device);
    this.#unsubscribe = this.#home.subscribe((event) => this.#onEvent(event));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
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
    if (saysWord(text, "undo")) return await this.#undo(request, situation);
    if (makesScene(text)) return { handled: false, hints: hintsOf(text, situation) };
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    return await this.#decide(text, request, situation, previous, false);
  }

  async #decide(
    text: string,
    request: LocalRequest,
    situation: Situation,
    previous: Frame | null,
    approved: boolean,
  ): Promise<LocalResult> {
    if (this.#planner)
      this.#index.setScenes(
        this.#planner.scenes
          .list()
          .map(({ definition: { id, name, aliases = [] } }) => ({ id, names: [name, ...aliases] })),
      );
    const understanding = understand(text, situation, previous);
    const unknown =
      understanding.kind === "unknown" || (this.#planner === null && understanding.steps.some(needsPlanner));
    if (understanding.kind === "unknown" || unknown) return { handled: false, hints: hintsOf(text, situation) };
    request.conversation.question = null;
    const count = new Set(doingsOf(understanding.steps).map(({ target }) => target.indexed.device.id)).size;
    if (count > MANY && !approved) {
      request.conversation.question = { kind: "approve", text } satisfies Question;
      return reply(PLAN_PHRASES[situation.language].many(count), [], [], true);
    }
    return await this.#run(understanding.steps, request, situation, approved);
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
      const previous = (conversation.focus?.frame ?? null) as Frame | null;
      return await this.#decide(question.text, { ...request, text: question.text }, situation, previous, true);
    }
    const targets = chosen(text, question, situation);
    if (targets.length === 0) return null;
    conversation.question = null;
    return await this.#run([doStep(question.frame, targets)], request, situation, false);
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

  async #run(
    steps: readonly Step[],
    request: LocalRequest,
    situation: Situation,
    approved: boolean,
  ): Promise<LocalResult> {
    const { conversation, origin, signal } = request;
    const now = steps.flatMap((step) => (step.kind === "later" && step.when.kind === "for" ? [step.step] : [step]));
    const doings = doingsOf(now);
    /** What puts back what is done for a while only, from the values before. */
    const reverts = new Map<Step, readonly Command[]>();
    for (const step of steps)
      if (step.kind === "later" && step.when.kind === "for") reverts.set(step, revertOf(step.step));
    const runner =
      this.#planner &&
      new PlanRunner({ home: this.#home, clock: this.#clock, planner: this.#planner }, request, situation, approved);
    const commands = commandsOf(doings);
    const positions = positionsOf(doings);
    const execution = commands.length > 0 ? await this.#home.execute(commands, origin, { signal }) : { outcomes: [] };
    const open = [...execution.outcomes];
    const texts: string[] = [];
    let expectsReply = false;
    const tell = (step: DoStep): void => {
      const done = doneOf(step.doings, open);
      for (const { outcome } of done) open.splice(open.indexOf(outcome), 1);
      texts.push(
        outcomesText(step, done, situation),
        ...step.refusals.map((refusal) => refusalText(refusal, situation)),
      );
      const waiting = done.filter(({ outcome }) => outcome.status === "needs-confirmation");
      if (waiting.length === 0 || !execution.confirmation) return;
      const why = execution.confirmation.rules.map((rule) => rule.why[situation.language]).join(" ");
      texts.push(phrasesOf(situation.language).confirm(waitingText(waiting, situation), why));
      expectsReply = true;
    };
    for (const step of steps) {
      if (isPlanStep(step)) {
        if (step.kind === "later" && step.when.kind === "for") tell(step.step);
        const back = reverts.get(step);
        const seconds = step.kind === "later" && step.when.kind === "for" ? step.when.seconds : 0;
        const planned = back && runner ? await runner.back(back, seconds) : await this.#plan(step, runner, situation);
        texts.push(planned.text);
        if (planned.waits) {
          conversation.question = { kind: "approve", text: request.text } satisfies Question;
          expectsReply = true;
        }
        continue;
      }
      switch (step.kind) {
        case "do":
          tell(step);
          break;
        case "refuse":
          texts.push(refusalText(step.refusal, situation));
          break;
        case "ask":
          texts.push(askText(step.options, situation));
          conversation.question = choiceOf(step.frame, step.options);
          expectsReply = true;
          break;
        case "answer":
          texts.push(this.#answer(step, situation));
          break;
        case "leave":
          texts.push(phrasesOf(situation.language).leave);
          break;
        default:
          step satisfies never;
      }
    }
    this.#remember(conversation, steps);
    if (execution.confirmation) conversation.confirmation = execution.confirmation;
    const undo = undoable(doings, execution, positions);
    if (commands.length > 0) conversation.undo = undo;
    const text = texts.filter((each) => each !== "").join(situation.language === "zh" ? "" : " ");
    const refused = now.reduce(
      (sum, step) => sum + (step.kind === "refuse" ? 1 : step.kind === "do" ? step.refusals.length : 0),
      0,
    );
    return {
      handled: true,
      reply: text,
      expectsReply,
      outcomes: execution.outcomes,
      calls: commands.map(toolCalls),
      refused,
      ...(refused > 0 && { failed: true as const }),
    };
  }

  #answer({ frame, query }: Extract<Step, { kind: "answer" | "unmet" }>, situation: Situation): string {
    const time = (at: number): string => localTime(at, this.#clock.now(), this.#home.timezone, situation.language);
    return answerText(frame, query, situation, time);
  }

  async #plan(step: PlanStep, runner: PlanRunner | null, situation: Situation): Promise<Planned> {
    if (runner) return await runner.run(step);
    return { text: step.kind === "unmet" ? PLAN_PHRASES[situation.language].unmet(this.#answer(step, situation)) : "" };
  }

  /** What "it" and "there" mean from now on. */
  #remember(conversation: Conversation, steps: readonly Step[]): void {
    const step = steps.findLast((each) => each.kind === "do" || each.kind === "answer");
    if (!step) return;
    const targets: readonly Target[] =
      step.kind === "do" ? step.doings.map(({ target }) => target) : step.query.targets;
    const devices = [...new Set(targets.map(({ indexed }) => indexed.device))];
    const effect = step.kind === "do" ? step.doings[0]?.effects.at(-1) : undefined;
    const address =
      effect?.kind === "set"
        ? effect.property.address
        : step.kind === "answer"
          ? (step.query.properties[0]?.address ?? null)
          : null;
    conversation.focus = {
      devices: devices.map(({ id }) => id),
      rooms: roomIds(devices),
      address,
      frame: storable(step.frame),
    };
  }
}

/** More devices than this are not commanded by one sentence without a yes. */
const MANY = 100;

/** A question of the engine that waits for an answer. */
type Question = Choice | { readonly kind: "approve"; readonly text: string };

function choiceOf(frame: Frame, options: readonly Target[]): Choice {
  return {
    kind: "choice",
    frame: storable(frame),
    options: options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
  };
}

/** A frame without the phrases that it was read from: what a conversation keeps. */
function storable(frame: Frame): Frame {
  return { ...frame, items: [], unknown: [], durations: [] };
}

function askText(options: readonly Target[], situation: Situation): string {
  const { index, language } = situation;
  const rooms = new Set(options.map(({ indexed }) => indexed.device.room?.id));
  const named = options.slice(0, 6).map((target) => {
    const name = targetName(target, index, language);
    const { room } = target.indexed.device;
    const inRoom = room ? (inLanguage([room.name, ...room.aliases], language) ?? room.name) : "";
    if (rooms.size < 2 || name.toLowerCase().includes(inRoom.toLowerCase())) return name;
    return language === "zh" ? `${inRoom}的${name}` : `the ${inRoom} ${name}`;
  });
  return phrasesOf(language).ask(named);
}

function reply(
  text: string,
  outcomes: readonly Outcome[],
  calls: readonly ToolCall[],
  expectsReply = false,
): LocalResult {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}

export type { Origin };
