import { type Clock, CONFIRMATION_MS, type Home, type Outcome } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import { isBrief, isBriefAndKnown } from "../../understanding/decision/plain.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import { segmentText } from "../../understanding/parse/segment.ts";
import type { SentenceStep } from "../../understanding/plan.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import type { decideSentence } from "../../understanding/understand.ts";
import { objectionsIn } from "../../understanding/utterance/objection.ts";
import type { LocalReply, LocalRequest, LocalResult } from "../contract.ts";
import { CHOICE_MS, hold, type PendingStep, type StoredSentence } from "../open/items.ts";
import type { PastHistory } from "../past/index.ts";
import { isAboutPronoun, lacksReferent, storeSentence } from "./answers/stored-sentence.ts";
import { focusOnNegated } from "./context/focus.ts";
import { isReasonForLastCommand, parseFrame } from "./context/last-turn.ts";
import { negatedReply } from "./corrections/leave-unchanged.ts";
import { bulkQuestion, isJustPlanned, mayBeAboutPlan, unsureQuestion } from "./execution/bulk-guard.ts";
import { executePlan } from "./execution/execute-plan.ts";
import { localReply } from "./execution/undo.ts";
import { hintsOf } from "./hints.ts";
import type { HomeNames } from "./home-names.ts";
import { deferToModel, isPlainHere } from "./plain.ts";
import { cancelPlans, forSameDuration, needsPlanner, pastTimeQuestion, scheduleAlongside } from "./planning/index.ts";
import type { RequestContexts } from "./request-contexts.ts";

interface SentenceRunnerOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly names: HomeNames;
  readonly contexts: RequestContexts;
  /** null: no history is kept. */
  readonly history: PastHistory | null;
  /** Decides between the readings of a sentence. */
  readonly decide: typeof decideSentence;
}

/** Parses a sentence and runs it, or asks first. */
export class SentenceRunner {
  readonly #options: SentenceRunnerOptions;

  constructor(options: SentenceRunnerOptions) {
    this.#options = options;
  }

  /**
   * Parses the text of the request and carries it out.
   * @param replacing the text is meant instead of the sentence before
   */
  async decide(
    request: LocalRequest,
    context: DialogueContext,
    previous: Frame | null,
    replacing = false,
  ): Promise<LocalResult> {
    this.#options.names.learnScenes();
    const { text, conversation } = request;
    const { language } = context;
    const { clock, contexts } = this.#options;
    const decision = this.#options.decide(text, context, previous, replacing);
    const { understanding, confidence } = decision;
    const planning = contexts.planning(request, context, []);
    if (request.plainOnly && !(await isPlainHere(decision, request, planning))) return deferToModel(request, context);
    const unknown = understanding.kind === "unknown" || (planning === null && understanding.steps.some(needsPlanner));
    const lacks = conversation.focus?.absent === true && isAboutPronoun(understanding);
    if ((lacks || lacksReferent(understanding)) && context.focus.devices.length === 0) {
      // "Make that a tad later" right after an alarm is about that.
      if (isJustPlanned(conversation)) return { handled: false, hints: hintsOf(text, context) };
      const question = messages(language).replies.whom;
      const expiresAt = clock.now() + CHOICE_MS;
      hold(conversation, {
        kind: "whom",
        said: storeSentence(text, context, previous, null),
        question,
        language,
        expiresAt,
      });
      return localReply(question, [], [], true);
    }
    const also = planning && understanding.kind === "plan" ? scheduleAlongside(understanding.steps, planning) : null;
    if (also) return await this.run(also, request, context, { previous, picked: null });
    const said = (): Frame => parseFrame(text, context);
    if (understanding.kind === "unknown" || unknown || mayBeAboutPlan(understanding.steps, conversation, said))
      return {
        handled: false,
        hints: hintsOf(text, context),
        ...(understanding.kind === "unknown" && understanding.beyond && { beyond: true as const }),
      };
    const { steps } = understanding;
    if (steps.length > 0 && steps.every(({ kind }) => kind === "leave")) {
      const told = negatedReply(understanding.frames, context);
      focusOnNegated(conversation, understanding, context);
      return { ...told, confidence };
    }
    if (isReasonForLastCommand(steps, conversation, context.now))
      return localReply(messages(language).replies.leave, [], []);
    const askFirst = (question: string): LocalReply => this.#holdSentence(question, request, context, previous);
    const bulk = bulkQuestion(steps, context);
    if (bulk !== null) return askFirst(bulk);
    const gone = planning && pastTimeQuestion(steps, planning);
    if (gone) return askFirst(gone);
    const unsure = unsureQuestion(decision, steps, text, context, said);
    if (unsure !== null) return { ...askFirst(unsure), confidence };
    const lasting = replacing ? this.forSameDuration(steps, request, context) : null;
    const lasted = lasting ? (conversation.focus?.plans ?? []) : [];
    const done = await this.run(lasting ?? steps, request, context, { previous, picked: null });
    if (planning) await cancelPlans(lasted, planning, { stays: true });
    return { ...done, confidence };
  }

  /** Holds the sentence until its question is answered with a yes. */
  #holdSentence(
    question: string,
    { text, conversation }: LocalRequest,
    context: DialogueContext,
    previous: Frame | null,
  ): LocalReply {
    const { language } = context;
    const expiresAt = this.#options.clock.now() + CONFIRMATION_MS;
    const said = storeSentence(text, context, previous, null);
    hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
    return localReply(question, [], [], true);
  }

  /** Whether the whole text is known, or brief and a correction: unknown words beside a command may change it. */
  saysOneThing({ text, origin }: LocalRequest): boolean {
    const items = segmentText(normalise(text), this.#options.names.indexFor(origin));
    return isBriefAndKnown(items) || (isBrief(items) && objectionsIn(text).length > 0);
  }

  /** The steps, reverted after the same time as the command before; null where that was for no time. */
  forSameDuration(
    steps: readonly SentenceStep[],
    request: LocalRequest,
    context: DialogueContext,
  ): readonly SentenceStep[] | null {
    const planning = this.#options.contexts.planning(request, context, []);
    return planning && forSameDuration(steps, planning);
  }

  /**
   * Runs steps.
   * @param approved the steps that a yes was given to; null where nothing was asked
   * @param before the outcomes of the commands that these steps waited behind
   */
  run(
    steps: readonly SentenceStep[],
    request: LocalRequest,
    context: DialogueContext,
    { previous, picked }: Pick<StoredSentence, "previous" | "picked">,
    approved: readonly PendingStep[] | null = null,
    before: readonly Outcome[] = [],
  ): Promise<LocalReply> {
    const { home, clock, history, contexts } = this.#options;
    const own = approved?.filter(({ at }) => steps[at]) ?? null;
    // A yes to the number of devices is no yes to what the policy asks about.
    const plans = contexts.planning(request, context, consentsOf(own));
    const wanted = own ? own.flatMap(({ at }) => steps[at] ?? []) : steps;
    return executePlan(wanted, {
      ...{ home, clock, request, dialogue: context, previous, picked, plans, history },
      approved: own,
      before,
    });
  }
}

/** The consent tokens of approved steps; null where nothing was asked. */
function consentsOf(approved: readonly PendingStep[] | null): readonly string[] | null {
  return approved === null ? null : approved.flatMap(({ consent }) => consent ?? []);
}
