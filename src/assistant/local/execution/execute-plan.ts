import { type Clock, type Command, type Home, isPower, JiaError, type Outcome } from "../../../home/index.ts";
import { clockWords, durationWords, errorText, message, messages, textOf } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { isRecurring } from "../../../understanding/parse/time/time-expression.ts";
import type { AnswerStep, DoStep, OfferStep, PlannedEffects, SentenceStep } from "../../../understanding/plan.ts";
import { doSteps } from "../../../understanding/plan.ts";
import { saysOthers } from "../../../understanding/sentence/other-targets.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import { setUndo } from "../../conversation-focus.ts";
import { hold, type PendingStep, type StoredSentence } from "../../open/items.ts";
import type { PastHistory } from "../../past/index.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { QuestionCollector } from "../answers/question-collector.ts";
import { storableFrame, storeSentence } from "../answers/stored-sentence.ts";
import {
  answerSubjects,
  focusAfterRefusal,
  focusKeptAfterQuestion,
  focusOnPlans,
  linkedDevices,
  otherTargets,
  serviceParts,
  withTargetNames,
} from "../context/focus.ts";
import {
  isPlanStep,
  type PlanContext,
  type Planned,
  type PlanStep,
  putBack,
  revertOf,
  runPlan,
  secondsTo,
} from "../planning/index.ts";
import { answerText } from "../reply/answers.ts";
import { leftOnText } from "../reply/left-on.ts";
import { outcomesText, refusalText, type StepOutcome, waitingQuestion } from "../reply/outcomes.ts";
import { pastAnswer, sinceFromHistory } from "../reply/past.ts";
import { offerText, talkText } from "../reply/talk.ts";
import {
  awaitsConfirmation,
  effectCommands,
  hasFailed,
  pairOutcomes,
  plannedEffectsOf,
  restoresExactly,
  roomIdsOf,
  stepCommands,
  toToolCall,
  undoableOutcomes,
} from "./plan-commands.ts";
import { asksAboutPlans, changesNothing, hasOnlyFailed, isTemporaryStep, refersToAbsent } from "./step-kinds.ts";
import { joinSentences } from "./undo.ts";

/** What the steps of one sentence are run with. */
interface ExecutionContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly request: LocalRequest;
  readonly situation: DialogueContext;
  /** The frame of the sentence before it. */
  readonly previous: Frame | null;
  /** The step that an answer has picked devices for; null: the whole sentence runs. */
  readonly picked: StoredSentence["picked"];
  /** The approved steps, in the order of `steps`; null: nothing was asked. */
  readonly approved: readonly PendingStep[] | null;
  /** The outcomes of the commands that these steps waited behind. */
  readonly before: readonly Outcome[];
  /** null where nothing can be planned. */
  readonly plans: PlanContext | null;
  /** null where no history is kept. */
  readonly history: PastHistory | null;
}

/**
 * Runs the steps of a sentence in order and words the outcomes. Updates the focus, the open items and the undo of the
 * conversation.
 */
export async function executePlan(steps: readonly SentenceStep[], means: ExecutionContext): Promise<LocalReply> {
  return await new PlanExecutor(means).run(steps);
}

class PlanExecutor {
  readonly #means: ExecutionContext;
  readonly #texts: string[] = [];
  /** Steps that ran and are not worded yet: steps that follow one another are worded together. */
  readonly #told: StepOutcome[] = [];
  readonly #made: PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];
  readonly #outcomes: Outcome[] = [];
  readonly #asking: QuestionCollector;
  #expectsReply = false;
  #refused = 0;

  constructor(means: ExecutionContext) {
    this.#means = means;
    const { request, situation, previous, picked, clock } = means;
    this.#asking = new QuestionCollector(clock, situation, () =>
      storeSentence(request.text, situation, previous, picked),
    );
  }

  async run(steps: readonly SentenceStep[]): Promise<LocalReply> {
    const { home, request, situation, approved, before } = this.#means;
    const { conversation, origin, signal } = request;
    /** Commands that revert temporary steps which ran before the yes, keyed by step. */
    const done = new Map(steps.map((step, at) => [step, approved?.[at]?.back ?? null]));
    const now = steps.flatMap((step): readonly SentenceStep[] => {
      // An offer runs after its yes.
      if (step.kind === "offer") return approved === null ? [] : step.steps;
      return !isTemporaryStep(step) ? [step] : done.get(step) ? [] : step.steps;
    });
    const doings = plannedEffectsOf(now);
    /** Commands that revert temporary steps, made from the values before; keyed by step. */
    const reverts = new Map<SentenceStep, readonly Command[]>();
    for (const step of steps)
      if (isTemporaryStep(step)) reverts.set(step, done.get(step) ?? revertOf(doSteps(step.steps), true));
    const commands = effectCommands(doings);
    const execution = commands.length > 0 ? await home.execute(commands, origin, { signal }) : { outcomes: [] };
    const open = [...execution.outcomes];
    this.#outcomes.push(...execution.outcomes);
    // Held before anything is planned, so that commands can be undone and confirmed even if planning throws.
    const held = conversation.open;
    const holdAll = (): void => {
      conversation.open = held;
      hold(conversation, ...this.#asking.items(execution.confirmation));
    };
    holdAll();
    if (this.#outcomes.length > 0) setUndo(conversation, undoableOutcomes(execution.outcomes));
    const tell = (step: DoStep): void => {
      const done = pairOutcomes(step.doings, open);
      for (const { outcome } of done) open.splice(open.indexOf(outcome), 1);
      this.#told.push({ step, done });
      this.#refuse(step);
      const waiting = done.filter(({ outcome }) => outcome.status === "needs-confirmation");
      if (waiting.length === 0 || !execution.confirmation) return;
      const { rules, pin, commands: held } = execution.confirmation;
      const reasons = rules.map(({ why }) => why);
      // With one command alone, the question for the PIN need not name it.
      const alone = held.length === 1 && execution.outcomes.length === 1 && steps.length === 1;
      const question = waitingQuestion(waiting, reasons, situation, !pin ? "yes" : alone ? "pin-alone" : "pin");
      this.#asking.commands(question);
      this.#ask(question);
    };
    const { plans } = this.#means;
    if (plans) plans.several = steps.filter(({ kind }) => kind === "later" || kind === "whenever").length > 1;
    for (const [at, step] of steps.entries()) {
      if (step.kind === "do") tell(step);
      else if (isTemporaryStep(step)) {
        if (!done.get(step)) doSteps(step.steps).forEach(tell);
        const outcomes = [...before, ...execution.outcomes];
        const back = (reverts.get(step) ?? []).filter(({ device }) => !hasFailed(device, outcomes));
        // The time of a command that waits for a yes counts from the yes.
        if (back.some(({ device }) => awaitsConfirmation(device, execution.outcomes)))
          this.#follow({ at, does: stepCommands(step), back }, step, back);
        else if (back.length > 0) {
          await this.#plan({ at, does: stepCommands(step), back }, step, (plans) =>
            putBack(back, secondsTo(step.when, plans), restoresExactly(back, outcomes), plans),
          );
        }
      } else if (step.kind === "offer") {
        if (approved === null) this.#offer(step, at);
        else {
          step.steps.forEach(tell);
          await this.#keep(step, at);
        }
      } else if (this.#follows(step, execution.outcomes))
        this.#follow({ at, does: stepCommands(step), back: null }, step, stepCommands(step));
      else if (step.kind === "later" && hasOnlyFailed(step, [...before, ...execution.outcomes])) continue;
      else if (isPlanStep(step)) {
        await this.#plan({ at, does: stepCommands(step), back: null }, step, (plans) => runPlan(step, plans));
        for (const each of "steps" in step ? doSteps(step.steps) : []) this.#refuse(each);
      } else if (step.kind === "answer") this.#say(await this.#answered(step));
      else this.#tellOther(step, at);
    }
    holdAll();
    this.#remember(conversation, steps);
    const planned = this.#outcomes.slice(execution.outcomes.length);
    if (planned.length > 0) {
      const done = execution.outcomes.length > 0 ? conversation.undo : [];
      conversation.undo = [...done, ...undoableOutcomes(planned)];
    }
    // "Undo" is about one sentence: after a new plan it reverts nothing of an older sentence.
    else if (execution.outcomes.length === 0 && this.#made.length > 0 && approved === null) {
      conversation.undo = [];
      conversation.earlier = [];
    }
    this.#tellDone();
    return {
      handled: true,
      reply: joinSentences(this.#texts, situation),
      expectsReply: this.#expectsReply,
      outcomes: this.#outcomes,
      calls: commands.map(toToolCall),
      refused: this.#refused,
      ...(this.#refused > 0 && { failed: true as const }),
    };
  }

  /** Whether a delayed step commands a device that waits for a yes now. Its delay counts from the yes; without one it is dropped. */
  #follows(step: SentenceStep, outcomes: readonly Outcome[]): boolean {
    const { plans } = this.#means;
    if (!plans || step.kind !== "later" || isRecurring(step.when)) return false;
    const commands = effectCommands(plannedEffectsOf(step.steps));
    if (!commands.some(({ device }) => awaitsConfirmation(device, outcomes))) return false;
    // A delayed command that needs a yes by itself is asked about by the planner.
    const back = step.lasting === null ? [] : revertOf(doSteps(step.steps), false);
    return plans.planner.timers.approvals([...commands, ...back]).length === 0;
  }

  /** Adds a step that runs after the yes, and words it with the question: what, and when. */
  #follow(waiting: PendingStep, step: SentenceStep, commands: readonly Command[]): void {
    const { plans } = this.#means;
    this.#asking.behind(waiting);
    if (!plans || step.kind !== "later" || isRecurring(step.when) || commands.length === 0) return;
    const { language } = plans;
    const when = durationWords(secondsTo(step.when, plans) * 1000, language);
    const what = plans.planner.timers.describe(commands, language);
    const text = textOf(message("consent.after", { when, what }), language);
    this.#asking.commands(text);
    this.#say(text);
  }

  #say(text: string): void {
    this.#tellDone();
    if (text !== "") this.#texts.push(text);
  }

  #tellDone(): void {
    if (this.#told.length === 0) return;
    const told = this.#told.splice(0);
    const text = outcomesText(told, this.#means.situation);
    if (text !== "") this.#texts.push(text, leftOnText(told, this.#means.situation));
  }

  #ask(question: string): void {
    this.#say(question);
    this.#expectsReply = true;
  }

  /** Says why parts were refused; each text once. */
  #refuse({ refusals }: Pick<DoStep, "refusals">): void {
    for (const refusal of refusals) {
      const text = refusalText(refusal, this.#means.situation);
      this.#refused += 1;
      if (!this.#texts.includes(text)) this.#say(text);
    }
  }

  /** Words an offer and asks for a yes to exactly that. */
  #offer(step: OfferStep, at: number): void {
    const { plans, situation } = this.#means;
    const question = offerText(step, step.keep && plans !== null, situation);
    this.#ask(question);
    this.#asking.step(question, { at, does: stepCommands(step), back: null });
  }

  /** Saves the steps of an offer as a scene, where the question said so. */
  async #keep(step: OfferStep, at: number): Promise<void> {
    const { plans, situation } = this.#means;
    if (!plans || !step.keep) return;
    const { talk } = messages(situation.language);
    const name = talk.sceneName({ meaning: step.meaning });
    const kept = { kind: "make-scene", name, steps: step.steps } as const;
    await this.#plan({ at, does: stepCommands(step), back: null }, kept, async (context) => {
      const made = await runPlan(kept, context);
      // The question told what is in it.
      return made.plans ? { ...made, text: talk.kept({ scene: name }) } : made;
    });
  }

  #tellOther(step: Exclude<SentenceStep, PlanStep | DoStep | OfferStep | AnswerStep>, at: number): void {
    const { clock, home, situation, plans } = this.#means;
    switch (step.kind) {
      case "refuse":
        this.#refuse({ refusals: [step.refusal] });
        break;
      case "ask": {
        const question = this.#asking.devices(at, step.options, step.doings?.every(turnsOn) ?? false);
        if (question !== null) this.#ask(question);
        break;
      }
      case "talk":
        this.#say(talkText(step, { situation, now: clock.now(), timezone: home.timezone, plans: plans !== null }));
        break;
      case "leave":
        this.#say(messages(situation.language).replies.leave);
        break;
      default:
        step satisfies never;
    }
  }

  /** Runs a step of planning. A refusal of the planner is worded, and the rest of the sentence goes on. */
  async #plan(waiting: PendingStep, step: PlanStep, run: (plans: PlanContext) => Promise<Planned>): Promise<void> {
    const { plans, situation } = this.#means;
    if (!plans) {
      if (step.kind === "unmet") this.#say(messages(situation.language).plans.unmet(this.#answer(step)));
      return;
    }
    try {
      const planned = await run(plans);
      this.#made.push(...(planned.plans ?? []));
      this.#moved.push(...(planned.moved ?? []));
      this.#outcomes.push(...(planned.outcomes ?? []));
      if (planned.choice) {
        this.#ask(planned.text);
        this.#asking.plans(planned.text, planned.choice);
      } else if (!planned.waits) this.#say(planned.text);
      else {
        this.#ask(planned.text);
        this.#asking.step(planned.text, {
          ...waiting,
          ...(planned.consent !== undefined && { consent: planned.consent }),
        });
      }
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      this.#refused += 1;
      this.#say(errorText(error, situation.language));
    }
  }

  #answer(
    { frame, query }: Extract<SentenceStep, { kind: "answer" | "unmet" }>,
    since?: ReadonlyMap<string, number>,
  ): string {
    const { history, situation } = this.#means;
    const known = { ...(since && { since }), ...(history && { mains: history.mains() }) };
    return answerText(frame, query, situation, (at) => this.#time(at), known);
  }

  #time(at: number): string {
    const { clock, home, situation } = this.#means;
    return clockWords(at, clock.now(), home.timezone, situation.language);
  }

  /** An answer from the state, or from the history where the past is asked about or it knows more. */
  async #answered(step: AnswerStep): Promise<string> {
    const { clock, history, home, situation } = this.#means;
    const { language } = situation;
    const currency = history?.currency ?? null;
    const means = history && { history, now: clock.now(), timezone: home.timezone, language, currency };
    const { past } = step;
    if (past) return await pastAnswer({ ...step, past }, means, { situation, clock: (at) => this.#time(at) });
    return this.#answer(step, await sinceFromHistory(step.frame, step.query, means, situation));
  }

  /** Updates the focus: what "it", "there" and "cancel it" refer to from now on. */
  #remember(conversation: Conversation, steps: readonly SentenceStep[]): void {
    const flat = steps.flatMap((step): readonly SentenceStep[] =>
      step.kind === "later" || step.kind === "whenever" ? step.steps : [step],
    );
    const step = mainStep(flat);
    // The sentence named something that the home lacks: "it" refers to nothing from before.
    if (flat.length > 0 && flat.every(refersToAbsent)) {
      const before = conversation.focus ?? { rooms: [], frame: null };
      conversation.focus = { ...before, with: [], devices: [], address: null, absent: true };
      return;
    }
    // A refused command was still about its device.
    const about = this.#made.length > 0 ? null : focusAfterRefusal(flat, conversation);
    // A question keeps the last plans in focus.
    const asked = steps.every(changesNothing) && this.#made.length === 0;
    const plans = asked ? (conversation.focus?.plans ?? []) : this.#made;
    const made = this.#made.length > 0;
    const planned =
      plans.length > 0 && (made || steps.some(asksAboutPlans))
        ? { planned: { after: conversation.exchanges.at(-1) ?? null, made } }
        : {};
    const explained = flat.findLast((each) => each.kind === "why");
    if (!step && explained) {
      const { device } = explained.target.indexed;
      conversation.focus = { devices: [device.id], rooms: roomIdsOf([device]), address: null, frame: null, plans };
      return;
    }
    if (!step && about) {
      conversation.focus = { ...about, plans };
      return;
    }
    if (!step) {
      focusOnPlans(conversation, plans, asked ? (conversation.focus?.moved ?? []) : this.#moved);
      if (conversation.focus) conversation.focus = { ...conversation.focus, ...planned };
      return;
    }
    const targets = step.kind === "do" ? step.doings.map(({ target }) => target) : answerSubjects(step);
    const devices = [...new Set(targets.map(({ indexed }) => indexed.device))];
    const effect = step.kind === "do" ? step.doings[0]?.effects.at(-1) : undefined;
    const address =
      effect?.kind === "set"
        ? effect.property.address
        : step.kind === "answer"
          ? (step.query.properties[0]?.address ?? null)
          : null;
    const kindOf = (id: string): string | undefined => this.#means.home.device(id)?.spec.kind;
    const linked = [...linkedDevices(conversation, step.frame, targets, kindOf), ...otherTargets(step, flat)];
    const before = step.kind === "answer" ? focusKeptAfterQuestion(step, targets, conversation) : null;
    conversation.focus = {
      ...(linked.length > 0 && { with: linked }),
      parts: { ...(linked.length > 0 && conversation.focus?.parts), ...serviceParts(targets) },
      devices: before ?? devices.map(({ id }) => id),
      rooms: roomIdsOf(devices),
      address,
      frame: storableFrame(withTargetNames(step.frame, targets, conversation)),
      ...(plans.length > 0 && { plans }),
      ...planned,
      ...(this.#moved.length > 0 && { moved: this.#moved }),
    };
  }
}

/** The step that the focus follows: the last one, unless that only switched off the other devices. */
function mainStep(steps: readonly SentenceStep[]): Extract<SentenceStep, { kind: "do" | "answer" }> | undefined {
  const told = steps.filter((each) => each.kind === "do" || each.kind === "answer");
  const [before, last] = [told.at(-2), told.at(-1)];
  return last?.kind === "do" && before?.kind === "do" && saysOthers(last.frame) && last.doings.every(turnsOff)
    ? before
    : last;
}

function turnsOff({ effects }: PlannedEffects): boolean {
  return effects.every((effect) => effect.kind === "set" && isPower(effect.property) && effect.value === false);
}

/** Whether all effects switch something on. */
function turnsOn({ effects }: PlannedEffects): boolean {
  return effects.every((effect) => effect.kind === "set" && effect.property.type === "on" && effect.value === true);
}
