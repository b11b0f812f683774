import { type Clock, type Command, type Home, JiaError, type Outcome } from "../../../home/index.ts";
import { durationWords, errorText, message, messages, textOf } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { isRecurring } from "../../../understanding/parse/time/time-expression.ts";
import type { AnswerStep, DoStep, OfferStep, PlannedEffects, SentenceStep } from "../../../understanding/plan.ts";
import { doSteps } from "../../../understanding/plan.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { setUndo } from "../../conversation-focus.ts";
import { hold, type PendingStep, type StoredSentence } from "../../open/items.ts";
import type { PastHistory } from "../../past/index.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { QuestionCollector } from "../answers/question-collector.ts";
import { storeSentence } from "../answers/stored-sentence.ts";
import { updateFocusAfterPlan } from "../context/focus-after-plan.ts";
import {
  isPlanStep,
  type PlanContext,
  type PlanningResult,
  type PlanStep,
  revertCommands,
  runPlan,
  scheduleRevert,
  secondsTo,
} from "../planning/index.ts";
import { waitingQuestion } from "../reply/outcomes.ts";
import { offerText, talkText } from "../reply/talk.ts";
import { answerStepText, currentAnswerText } from "./answer-steps.ts";
import {
  awaitsConfirmation,
  effectCommands,
  hasFailed,
  pairOutcomes,
  plannedEffectsOf,
  restoresExactly,
  stepCommands,
  toToolCall,
  undoableOutcomes,
} from "./plan-commands.ts";
import { SentenceReply } from "./sentence-reply.ts";
import { hasOnlyFailed, isTemporaryStep } from "./step-kinds.ts";

/** What the steps of one sentence are run with. */
interface ExecutionContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly request: LocalRequest;
  readonly dialogue: DialogueContext;
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
export async function executePlan(steps: readonly SentenceStep[], context: ExecutionContext): Promise<LocalReply> {
  return await new PlanExecutor(context).run(steps);
}

class PlanExecutor {
  readonly #context: ExecutionContext;
  readonly #reply: SentenceReply;
  readonly #made: PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];
  readonly #outcomes: Outcome[] = [];
  readonly #asking: QuestionCollector;

  constructor(context: ExecutionContext) {
    this.#context = context;
    const { request, dialogue, previous, picked, clock } = context;
    this.#reply = new SentenceReply(dialogue);
    this.#asking = new QuestionCollector(clock, dialogue, () =>
      storeSentence(request.text, dialogue, previous, picked),
    );
  }

  async run(steps: readonly SentenceStep[]): Promise<LocalReply> {
    const { home, request, dialogue, approved, before } = this.#context;
    const { conversation, origin, signal } = request;
    const reply = this.#reply;
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
      if (isTemporaryStep(step)) reverts.set(step, done.get(step) ?? revertCommands(doSteps(step.steps), true));
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
      reply.addOutcomes({ step, done });
      reply.refuse(step.refusals);
      const waiting = done.filter(({ outcome }) => outcome.status === "needs-confirmation");
      if (waiting.length === 0 || !execution.confirmation) return;
      const { rules, pin, commands: held } = execution.confirmation;
      const reasons = rules.map(({ why }) => why);
      // With one command alone, the question for the PIN need not name it.
      const alone = held.length === 1 && execution.outcomes.length === 1 && steps.length === 1;
      const question = waitingQuestion(waiting, reasons, dialogue, !pin ? "yes" : alone ? "pin-alone" : "pin");
      this.#asking.commands(question);
      this.#reply.ask(question);
    };
    const { plans } = this.#context;
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
            scheduleRevert(back, secondsTo(step.when, plans), restoresExactly(back, outcomes), plans),
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
        for (const each of "steps" in step ? doSteps(step.steps) : []) reply.refuse(each.refusals);
      } else if (step.kind === "answer") reply.say(await answerStepText(step, this.#context));
      else this.#tellOther(step, at);
    }
    holdAll();
    updateFocusAfterPlan(conversation, steps, { made: this.#made, moved: this.#moved, home });
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
    return {
      handled: true,
      reply: reply.text(),
      expectsReply: reply.expectsReply,
      outcomes: this.#outcomes,
      calls: commands.map(toToolCall),
      refused: reply.refused,
      ...(reply.refused > 0 && { failed: true as const }),
    };
  }

  /** Whether a delayed step commands a device that waits for a yes now. Its delay counts from the yes; without one it is dropped. */
  #follows(step: SentenceStep, outcomes: readonly Outcome[]): boolean {
    const { plans } = this.#context;
    if (!plans || step.kind !== "later" || isRecurring(step.when)) return false;
    const commands = effectCommands(plannedEffectsOf(step.steps));
    if (!commands.some(({ device }) => awaitsConfirmation(device, outcomes))) return false;
    // A delayed command that needs a yes by itself is asked about by the planner.
    const back = step.lasting === null ? [] : revertCommands(doSteps(step.steps), false);
    return plans.planner.timers.approvals([...commands, ...back]).length === 0;
  }

  /** Adds a step that runs after the yes, and words it with the question: what, and when. */
  #follow(waiting: PendingStep, step: SentenceStep, commands: readonly Command[]): void {
    const { plans } = this.#context;
    this.#asking.behind(waiting);
    if (!plans || step.kind !== "later" || isRecurring(step.when) || commands.length === 0) return;
    const { language } = plans;
    const when = durationWords(secondsTo(step.when, plans) * 1000, language);
    const what = plans.planner.timers.describe(commands, language);
    const text = textOf(message("consent.after", { when, what }), language);
    this.#asking.commands(text);
    this.#reply.say(text);
  }

  /** Words an offer and asks for a yes to exactly that. */
  #offer(step: OfferStep, at: number): void {
    const { plans, dialogue } = this.#context;
    const question = offerText(step, step.keep && plans !== null, dialogue);
    this.#reply.ask(question);
    this.#asking.step(question, { at, does: stepCommands(step), back: null });
  }

  /** Saves the steps of an offer as a scene, where the question said so. */
  async #keep(step: OfferStep, at: number): Promise<void> {
    const { plans, dialogue } = this.#context;
    if (!plans || !step.keep) return;
    const { talk } = messages(dialogue.language);
    const name = talk.sceneName({ meaning: step.meaning });
    const kept = { kind: "make-scene", name, steps: step.steps } as const;
    await this.#plan({ at, does: stepCommands(step), back: null }, kept, async (context) => {
      const made = await runPlan(kept, context);
      // The question told what is in it.
      return made.plans ? { ...made, text: talk.kept({ scene: name }) } : made;
    });
  }

  #tellOther(step: Exclude<SentenceStep, PlanStep | DoStep | OfferStep | AnswerStep>, at: number): void {
    const { clock, home, dialogue, plans } = this.#context;
    switch (step.kind) {
      case "refuse":
        this.#reply.refuse([step.refusal]);
        break;
      case "ask": {
        const question = this.#asking.devices(at, step.options, step.doings?.every(turnsOn) ?? false);
        if (question !== null) this.#reply.ask(question);
        break;
      }
      case "talk":
        this.#reply.say(talkText(step, { dialogue, now: clock.now(), timezone: home.timezone, plans: plans !== null }));
        break;
      case "leave":
        this.#reply.say(messages(dialogue.language).replies.leave);
        break;
      default:
        step satisfies never;
    }
  }

  /** Runs a step of planning. A refusal of the planner is worded, and the rest of the sentence goes on. */
  async #plan(
    waiting: PendingStep,
    step: PlanStep,
    run: (plans: PlanContext) => Promise<PlanningResult>,
  ): Promise<void> {
    const { plans, dialogue } = this.#context;
    if (!plans) {
      if (step.kind === "unmet")
        this.#reply.say(messages(dialogue.language).plans.unmet(currentAnswerText(step, this.#context)));
      return;
    }
    try {
      const planned = await run(plans);
      this.#made.push(...(planned.plans ?? []));
      this.#moved.push(...(planned.moved ?? []));
      this.#outcomes.push(...(planned.outcomes ?? []));
      if (planned.choice) {
        this.#reply.ask(planned.text);
        this.#asking.plans(planned.text, planned.choice);
      } else if (!planned.waits) this.#reply.say(planned.text);
      else {
        this.#reply.ask(planned.text);
        this.#asking.step(planned.text, {
          ...waiting,
          ...(planned.consent !== undefined && { consent: planned.consent }),
        });
      }
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      this.#reply.fail(errorText(error, dialogue.language));
    }
  }
}

/** Whether all effects switch something on. */
function turnsOn({ effects }: PlannedEffects): boolean {
  return effects.every((effect) => effect.kind === "set" && effect.property.type === "on" && effect.value === true);
}
