import type { Clock, Command, DeviceId, Outcome } from "../../../home/index.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { HomeIndex } from "../../../understanding/names/home-index.ts";
import { emptyFrame, emptyHead, type Frame } from "../../../understanding/parse/frame.ts";
import type { DoStep, SentenceStep } from "../../../understanding/plan.ts";
import { timedStep } from "../../../understanding/sentence/timing.ts";
import { understand } from "../../../understanding/understand.ts";
import { withoutRemarks } from "../../../understanding/utterance/follow-ups.ts";
import { objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { LocalAnswers, LocalReply, LocalRequest, ParsedCommands } from "../../contract.ts";
import {
  CHOICE_MS,
  type ChoiceItem,
  type ConfirmationItem,
  hold,
  type PendingStep,
  type SentencePart,
  type StoredSentence,
} from "../../open/items.ts";
import { partialYesIn } from "../../open/partial-yes.ts";
import { focusOnPlans } from "../context/focus.ts";
import { devicesOfFrame, parseFrame } from "../context/last-turn.ts";
import { effectCommands, plannedEffectsOf, stepCommands } from "../execution/plan-commands.ts";
import { joinSentences, localReply } from "../execution/undo.ts";
import { changeOrAsk, type PlanContext, pickPlans } from "../planning/index.ts";
import type { RequestContexts } from "../request-contexts.ts";
import type { SentenceRunner } from "../sentence-runner.ts";
import {
  devicesNamedIn,
  extraSettingIn,
  extraSwitchOnIn,
  pickByNumber,
  pickDevices,
  pickOptions,
} from "./pick-options.ts";
import { areSameTargets } from "./question-collector.ts";

/** The parts of the engine that answers are carried out with. */
interface AnswerHandlerOptions {
  readonly clock: Clock;
  /** The index of names, with the personal names of the speaker. */
  readonly indexOf: (request: LocalRequest) => HomeIndex;
  readonly contexts: RequestContexts;
  readonly runner: SentenceRunner;
}

/** Does what was asked about once it is answered. A stored sentence is parsed again, in the context that it was said in. */
export class AnswerHandler implements LocalAnswers {
  readonly #options: AnswerHandlerOptions;

  constructor(options: AnswerHandlerOptions) {
    this.#options = options;
  }

  impliedIn(request: LocalRequest): readonly Command[] {
    const { text, conversation } = request;
    const dialogue = this.#options.contexts.of(request);
    const { frames } = understand(text, dialogue, null);
    if (frames.length === 0 || frames.some(namesSomething)) return [];
    const { frame = null, devices = [] } = conversation.focus ?? {};
    // A question of a model has no sentence that the local engine parsed.
    const about = { ...emptyFrame([]), heads: [{ ...emptyHead(), type: "devices" as const, devices }] };
    const understanding = understand(text, dialogue, (frame ?? about) as Frame);
    if (understanding.kind === "unknown" || understanding.steps.some(({ kind }) => kind !== "do")) return [];
    return effectCommands(plannedEffectsOf(understanding.steps));
  }

  commandsIn({ text, conversation, ...request }: LocalRequest): ParsedCommands {
    const dialogue = this.#options.contexts.of({ text, conversation, ...request });
    const understanding = understand(text, dialogue, (conversation.focus?.frame ?? null) as Frame | null);
    if (understanding.kind === "unknown") return { whole: [], any: [] };
    const any = understanding.steps.flatMap(stepCommands);
    const done = understanding.steps.flatMap((step): readonly SentenceStep[] =>
      step.kind === "later" || step.kind === "whenever" ? step.steps : [step],
    );
    const whole = done.every((step) => step.kind === "talk" || (step.kind === "do" && step.refusals.length === 0));
    return { whole: whole ? any : [], any };
  }

  reads(item: ChoiceItem, request: LocalRequest): boolean {
    const { text } = request;
    switch (item.kind) {
      case "devices":
        return this.#chosen(item, request).length > 0;
      case "plans": {
        const context = this.#answers(request);
        return context !== null && pickPlans(text, item, context).plans.length > 0;
      }
      case "whom":
        return this.#named(text, request).length > 0;
      default:
        return item satisfies never;
    }
  }

  async choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null> {
    const { text } = request;
    switch (item.kind) {
      case "devices": {
        const { said, at } = item;
        const meant = this.#chosen(item, request);
        const targets = meant.map(({ indexed, service }) => ({ device: indexed.device.id, service }));
        const done = await this.carryOn({ said: { ...said, picked: { at, targets } }, only: null }, [], request);
        return await this.#added(meant, done, request);
      }
      case "plans":
        return await this.#answerPlans(item, request);
      case "whom": {
        const { said } = item;
        const devices = this.#named(text, request);
        const dialogue = this.#before({ ...said, focus: { ...said.focus, devices } }, request);
        const result = await this.#options.runner.decide(
          { ...request, text: said.text, room: said.room },
          dialogue,
          said.previous,
        );
        if (!result.handled) return null;
        const meant = devices.flatMap((id) => this.#options.indexOf(request).devices.get(id) ?? []);
        return await this.#added(
          meant.map((indexed) => ({ indexed, service: null })),
          result,
          request,
        );
      }
      default:
        return item satisfies never;
    }
  }

  #named(text: string, request: LocalRequest): readonly DeviceId[] {
    const dialogue = this.#options.contexts.of(request);
    return devicesNamedIn(extraSwitchOnIn(text, dialogue)?.pick ?? text, dialogue);
  }

  leftOut(item: ConfirmationItem, request: LocalRequest): readonly DeviceId[] | null {
    const devices = this.#askedAbout(item, request);
    if (devices.length === 0) return null;
    const dialogue = this.#options.contexts.of(request);
    for (const { what, only } of partialYesIn(request.text)) {
      const meant = pickDevices(what, devices, dialogue);
      if (meant.length === devices.length) continue;
      if (meant.length > 0) return only ? devices.filter((id) => !meant.includes(id)) : meant;
      // "Not the TV" where the TV is none of them: nothing is left out.
      const frame = parseFrame(what, dialogue);
      const others = frame.unknown.length === 0 && frame.heads.length > 0 ? devicesOfFrame(frame, dialogue) : null;
      if (!only && others?.length && !others.some((id) => devices.includes(id))) return [];
    }
    return null;
  }

  givesValue(item: ConfirmationItem, request: LocalRequest): boolean {
    return item.kind === "sentence" && this.#valueFor(item, request) !== null;
  }

  /** The step that sets what is asked about to the value in the text; null where the text says anything else. */
  #valueFor({ said, only }: SentencePart, request: LocalRequest): DoStep | null {
    if (only !== null) return null;
    const asked = understand(said.text, this.#before(said, request), said.previous);
    const [step, ...others] = asked.kind === "plan" ? asked.steps : [];
    if (step?.kind !== "do" || others.length > 0 || step.frame.act !== "on" || step.frame.values.length > 0)
      return null;
    const devices = [...new Set(step.doings.map(({ target }) => target.indexed.device.id))];
    const focus = { devices, rooms: [], address: null };
    const meant = understand(request.text, { ...this.#before(said, request), focus }, step.frame);
    const [value, ...more] = meant.kind === "plan" ? meant.steps : [];
    if (value?.kind !== "do" || more.length > 0 || value.refusals.length > 0) return null;
    const [frame, ...frames] = meant.frames;
    const plain = frame !== undefined && frames.length === 0 && !namesSomething(frame) && frame.values.length === 1;
    const same = value.doings.every(({ target }) => devices.includes(target.indexed.device.id));
    return plain && same && frame.changes.length === 0 ? value : null;
  }

  /** The devices that a yes to an item commands. */
  #askedAbout(item: ConfirmationItem, request: LocalRequest): readonly DeviceId[] {
    if (item.kind === "commands") return [...new Set(item.commands.map(({ device }) => device))];
    if (item.kind !== "sentence") return [];
    const { said, only } = item;
    const understanding = understand(said.text, this.#before(said, request), said.previous);
    if (understanding.kind === "unknown") return [];
    const { steps } = understanding;
    const meant = only ? only.flatMap(({ at }) => steps[at] ?? []) : steps;
    if (!meant.every(({ kind }) => DIVISIBLE.has(kind))) return [];
    return [...new Set(meant.flatMap(stepCommands).map(({ device }) => device))];
  }

  async carryOn(
    { said, only }: SentencePart,
    before: readonly Outcome[],
    request: LocalRequest,
    without: readonly DeviceId[] = [],
  ): Promise<LocalReply | null> {
    const dialogue = this.#before(said, request);
    const understanding = understand(said.text, dialogue, said.previous);
    if (understanding.kind === "unknown") return null;
    const { steps } = understanding;
    const meant = said.picked ? this.#pickedSteps(steps, said.picked) : steps;
    if (meant.length === 0 || !(only ?? []).every((waiting) => isStillAsAsked(waiting, meant))) return null;
    const value = said.picked === null ? this.#valueFor({ said, only }, request) : null;
    const done = await this.#options.runner.run(
      without.length > 0 ? meant.map((step) => stepWithoutDevices(step, without)) : meant,
      { ...request, text: said.text, room: said.room },
      dialogue,
      said,
      only,
      before,
    );
    return value ? await this.#alsoDone(value, done, request) : done;
  }

  /** "The bedroom one, on level 3": sets the picked devices to that value as well. */
  async #added(
    meant: readonly DeviceTarget[],
    done: LocalReply | null,
    request: LocalRequest,
  ): Promise<LocalReply | null> {
    const dialogue = this.#options.contexts.of(request);
    const beside = extraSwitchOnIn(request.text, dialogue);
    // Setting a value may have switched the device on already.
    const off = beside ? meant.filter((target) => isInState("on", target) === false) : [];
    const on = beside && off.length > 0 ? doStep(beside.on, off) : null;
    const step = beside ? (on?.kind === "do" ? on : null) : extraSettingIn(request.text, meant, dialogue);
    return done === null || step === null || step === "unclear" ? done : await this.#alsoDone(step, done, request);
  }

  async #alsoDone(step: DoStep, done: LocalReply, request: LocalRequest): Promise<LocalReply> {
    if (done.expectsReply) return done;
    const dialogue = this.#options.contexts.of(request);
    const { conversation } = request;
    const { undo } = conversation;
    const more = await this.#options.runner.run([step], request, dialogue, { previous: null, picked: null }, null, []);
    // Both came from one answer, so one "undo" reverts both.
    if (more.outcomes.length > 0 && undo.length > 0) {
      conversation.undo = [...undo, ...conversation.undo];
      conversation.earlier = (conversation.earlier ?? []).slice(0, -1);
    }
    return {
      ...more,
      reply: joinSentences([done.reply, more.reply], dialogue),
      outcomes: [...done.outcomes, ...more.outcomes],
      calls: [...done.calls, ...more.calls],
    };
  }

  /** The options of a question that an answer picks. */
  pickedDevices(item: Extract<ChoiceItem, { kind: "devices" }>, request: LocalRequest): readonly DeviceTarget[] {
    return this.#chosen(item, request);
  }

  #chosen(item: Extract<ChoiceItem, { kind: "devices" }>, request: LocalRequest): readonly DeviceTarget[] {
    const found = this.#chosenBy(item, request);
    // "Emma's, she's freezing": the remark picks nothing, so it is tried without.
    if (found.length > 0) return found;
    const beside = extraSwitchOnIn(request.text, this.#options.contexts.of(request));
    const picked = beside ? this.#chosenBy(item, { ...request, text: beside.pick }) : [];
    if (picked.length > 0) return picked;
    const plain = withoutRemarks(request.text);
    return plain && !plain.byUs ? this.#chosenBy(item, { ...request, text: plain.text }) : found;
  }

  #chosenBy(
    { said, at, options }: Extract<ChoiceItem, { kind: "devices" }>,
    request: LocalRequest,
  ): readonly DeviceTarget[] {
    const dialogue = this.#before(said, request);
    const { kind, frames: _, ...asked } = understand(said.text, dialogue, said.previous);
    const step = kind === "plan" && "steps" in asked ? asked.steps[at] : undefined;
    const act = step?.kind === "ask" ? step.frame.act : null;
    const numbered = pickByNumber(request.text, options, dialogue);
    const found = numbered.length > 0 ? numbered : pickOptions(request.text, options, act, dialogue);
    if (found.length > 0) return extraSettingIn(request.text, found, dialogue) === "unclear" ? [] : found;
    // "In the study, I mean", 我说的是书房的.
    const meant = objectionsIn(request.text).flatMap((each) =>
      each.kind === "instead" && !each.denied ? [each.rest] : [],
    );
    return meant.map((rest) => pickOptions(rest, options, act, dialogue)).find((picked) => picked.length > 0) ?? [];
  }

  /** The steps that a choice was asked for, on the picked targets; empty where the sentence asks something else by now. */
  #pickedSteps(
    steps: readonly SentenceStep[],
    { at, targets }: NonNullable<StoredSentence["picked"]>,
  ): readonly SentenceStep[] {
    const first = steps[at];
    if (first?.kind !== "ask") return [];
    return steps.flatMap((asked) => {
      if (asked.kind !== "ask" || !areSameTargets(asked.options, first.options)) return [];
      const meant = asked.options.filter(({ indexed, service }) =>
        targets.some((target) => target.device === indexed.device.id && target.service === service),
      );
      if (meant.length === 0) return [];
      const doings = asked.doings?.filter(({ target }) => meant.includes(target));
      if (doings) return [{ kind: "do", frame: asked.frame, doings, inferred: null, refusals: [] }];
      const step = doStep(asked.frame, meant);
      return [asked.later ? (timedStep(step, asked.later.when, asked.later.lasting) ?? step) : step];
    });
  }

  /** The context of a stored sentence: its room and focus, with the names and the time of now. */
  #before({ room, focus }: StoredSentence, request: LocalRequest): DialogueContext {
    const { clock, indexOf } = this.#options;
    return { index: indexOf(request), language: request.language, room, focus, now: clock.now() };
  }

  #answers(request: LocalRequest): PlanContext | null {
    return this.#options.contexts.planning(request, this.#options.contexts.of(request), []);
  }

  /** Changes the plans that an answer picks, or asks again where it picks several. */
  async #answerPlans(item: Extract<ChoiceItem, { kind: "plans" }>, request: LocalRequest): Promise<LocalReply | null> {
    const context = this.#answers(request);
    if (context === null) return null;
    const { conversation, text } = request;
    const { plans, all } = pickPlans(text, item, context);
    const changed = await changeOrAsk(item.change, plans, all, context);
    if (changed.choice) {
      const { language } = context;
      const expiresAt = this.#options.clock.now() + CHOICE_MS;
      hold(conversation, { kind: "plans", ...changed.choice, question: changed.text, language, expiresAt });
      return localReply(changed.text, [], [], true);
    }
    focusOnPlans(conversation, changed.plans ?? [], changed.moved);
    // The name means two scenes, so a yes would not say which one.
    const told = changed.waits ? context.phrases.sceneTwice : changed.text;
    return { ...localReply(told, changed.outcomes ?? [], []), ...(changed.failed && { failed: true as const }) };
  }
}

/** A step without these devices. */
function stepWithoutDevices(step: SentenceStep, without: readonly DeviceId[]): SentenceStep {
  if (step.kind === "do") return doStepWithout(step, without);
  if (step.kind === "offer") {
    const steps = step.steps.map((each) => doStepWithout(each, without));
    // "Only the doors" is meant for now; a scene is kept of nearly the whole offer only.
    return {
      ...step,
      steps,
      keep: step.keep && plannedEffectsOf(steps).length * 4 > plannedEffectsOf(step.steps).length * 3,
    };
  }
  if (step.kind !== "later") return step;
  return { ...step, steps: step.steps.map((each) => (each.kind === "do" ? doStepWithout(each, without) : each)) };
}

function doStepWithout(step: DoStep, without: readonly DeviceId[]): DoStep {
  return { ...step, doings: step.doings.filter(({ target }) => !without.includes(target.indexed.device.id)) };
}

/** Steps that a yes can be given to a part of. */
const DIVISIBLE: ReadonlySet<SentenceStep["kind"]> = new Set<SentenceStep["kind"]>(["do", "offer", "later"]);

/** Whether a step still has the commands that were asked about: names may mean other devices by now. */
function isStillAsAsked({ at, does, back }: PendingStep, steps: readonly SentenceStep[]): boolean {
  const step = steps[at];
  // A revert is stored as commands; the commands before it may depend on present values ("brighter").
  if (step === undefined || back !== null) return step !== undefined;
  return JSON.stringify(stepCommands(step)) === JSON.stringify(does);
}

/** Whether a frame names a device, a kind or a place. */
function namesSomething({ heads, places }: Frame): boolean {
  return places.length > 0 || heads.some(({ type }) => type !== "it" && type !== "them");
}
