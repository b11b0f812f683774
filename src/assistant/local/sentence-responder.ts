import type { Clock, Home } from "../../home/index.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import { matchesRole } from "../../understanding/lexicon/whole-text.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import type { SentenceStep, Understanding } from "../../understanding/plan.ts";
import type { decideSentence } from "../../understanding/understand.ts";
import { reportedWishIn, withoutRemarks } from "../../understanding/utterance/follow-ups.ts";
import { asksDone } from "../../understanding/utterance/objection.ts";
import { isBareStop, selectsByState } from "../../understanding/utterance/unsupported.ts";
import type { Focus, LocalAnswers, LocalReply, LocalRequest, LocalResult } from "../contract.ts";
import { hold } from "../open/items.ts";
import { settleOpenItems } from "../open/settle-open-items.ts";
import { earlierChoice, lateYesReply, missedCancelReply } from "./answers/nothing-open.ts";
import { pickByNumber } from "./answers/pick-options.ts";
import {
  previousQuestion,
  questionForOtherRoom,
  repeatOnAnother,
  repeatOnBoth,
  whichQuestion,
} from "./context/ellipsis.ts";
import { handleWhereabouts } from "./context/focus.ts";
import { repeatLastStep } from "./context/follow-up-steps.ts";
import { handleFollowUp } from "./context/handle-follow-up.ts";
import { parseFrame } from "./context/last-turn.ts";
import { focusFromRemark } from "./context/remark-focus.ts";
import { isAboutFocus, textAfterRemark } from "./context/remarks.ts";
import { handleCorrection } from "./corrections/handle-correction.ts";
import type { CorrectionContext } from "./corrections/replace.ts";
import { takeBackPlans } from "./corrections/take-back-plans.ts";
import { setsWithoutTarget } from "./execution/bulk-guard.ts";
import { localReply, undoLast } from "./execution/undo.ts";
import { hintsOf } from "./hints.ts";
import { speakerAnswer } from "./household.ts";
import { deferToModel } from "./plain.ts";
import { answerWithTime, askTime, onlyCancels } from "./planning/index.ts";
import type { RequestContexts } from "./request-contexts.ts";
import type { SentenceRunner } from "./sentence-runner.ts";

interface SentenceResponderOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly contexts: RequestContexts;
  readonly runner: SentenceRunner;
  /** Carries out answers to open questions. */
  readonly local: LocalAnswers;
  /** Decides between the readings of a sentence. */
  readonly decide: typeof decideSentence;
}

/** Responds to a sentence: as an answer, a correction or a follow-up where it is one, else by itself. */
export class SentenceResponder {
  readonly #options: SentenceResponderOptions;

  constructor(options: SentenceResponderOptions) {
    this.#options = options;
  }

  /** Responds to the text, and then to the text without its remarks. */
  async respond(request: LocalRequest, focus: Focus | null): Promise<LocalResult> {
    const { contexts, runner } = this.#options;
    const { conversation, text } = request;
    const plain = conversation.open.items.length > 0 || selectsByState(text) ? null : withoutRemarks(text);
    if (plain && request.plainOnly && !runner.saysOneThing(request)) {
      return deferToModel(request, contexts.of(request));
    }
    if (plain && !plain.byUs) {
      const context = contexts.of(request);
      const previous = (focus?.frame ?? null) as Frame | null;
      const told = focusFromRemark(
        plain,
        context,
        (said) => this.#options.decide(said, context, previous).understanding,
      );
      if (told === "unclear") return { handled: false, hints: hintsOf(text, context) };
      if (told) return (await this.#unremarked(request, told)) ?? { handled: false, hints: hintsOf(text, context) };
    }
    const whole = await this.#respondTo(request);
    return isUnderstood(whole) ? whole : ((await this.#unremarked(request, focus)) ?? whole);
  }

  /** Responds to the text without its remarks, with this focus; null where that is not understood. */
  async #unremarked(request: LocalRequest, focus: Focus | null): Promise<LocalReply | null> {
    const plain = withoutRemarks(request.text);
    if (plain === null || selectsByState(request.text)) return null;
    const { conversation } = request;
    const context = this.#options.contexts.withPlans(request);
    if (plain.byUs && !onlyCancels(plain.text, context)) return null;
    // "Stop, I haven't put any water in": without a focus, "stop" does not mean whatever plays.
    if (context.focus.devices.length === 0 && isBareStop(parseFrame(plain.text, context))) return null;
    // The whole text may have set a wrong focus: the one from before counts.
    const { focus: after } = conversation;
    conversation.focus = focus;
    const result = await this.#respondTo({ ...request, text: plain.text });
    if (isUnderstood(result)) return result;
    conversation.focus = after;
    return null;
  }

  async #respondTo(request: LocalRequest): Promise<LocalResult> {
    const { home, clock, contexts, runner, local } = this.#options;
    const { conversation, text } = request;
    const choice = conversation.open.items.find(({ kind }) => kind === "devices");
    const settled = await settleOpenItems(request, { home, clock, local, tools: [] });
    if (settled) return settled;
    const context = contexts.withPlans(request);
    const answered = await this.#answerEarlier(request, context);
    if (answered) return answered;
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    // 亮度五十 while it is asked which lamp: the question is repeated.
    if (choice && choice.expiresAt > clock.now() && setsWithoutTarget(this.#options.decide(text, context, previous))) {
      hold(conversation, choice);
      return localReply(choice.question, [], [], true);
    }
    if (request.plainOnly !== true || runner.saysOneThing(request)) {
      const corrected = await this.#correct(request, context, previous);
      if (corrected) return corrected;
    }
    const there = handleWhereabouts(text, conversation, context);
    if (there) return there;
    if (matchesRole(text, "undo") && !asksDone(text)) return await undoLast(home, request, context);
    const timed = contexts.canPlan ? answerWithTime(text, conversation, context) : null;
    if (timed && "handled" in timed) return timed;
    if (timed) return await runner.decide({ ...request, text: timed.text }, context, null);
    const unnamed = repeatOnAnother(text, conversation, context, true);
    if (unnamed) return await this.#runAsLong(unnamed, request, context, previous);
    const decided = await runner.decide(request, context, previous);
    if (decided.handled || decided.unclear) return decided;
    const completed = await this.#complete(request, context, previous);
    return completed ?? (contexts.canPlan ? askTime(text, context) : null) ?? decided;
  }

  /** Responds to an answer to an earlier question, or to the question who speaks; null for any other text. */
  async #answerEarlier(request: LocalRequest, context: DialogueContext): Promise<LocalResult | null> {
    const { clock, contexts, runner, local } = this.#options;
    const { conversation, text } = request;
    const idle = lateYesReply(request) ?? missedCancelReply(request, context);
    if (idle) return idle;
    // "2" counts the options of an earlier question before it is a value.
    const numbered = earlierChoice(
      request,
      clock.now(),
      (item) =>
        item.kind === "devices" &&
        (pickByNumber(text, item.options, context).length > 0 ||
          (picksOnly(text, context) && local.reads(item, request))),
    );
    if (numbered) delete conversation.aside;
    const chosen = numbered && (await local.choose(numbered, request));
    if (chosen) return chosen;
    const who = speakerAnswer(text, conversation, context);
    if (who && context.household) {
      const household = { ...context.household, speaker: who.speaker };
      return await runner.decide({ ...request, text: who.text }, { ...context, household }, null);
    }
    const planning = contexts.planning(request, context, []);
    if (planning === null) return null;
    return await takeBackPlans(planning, (steps) =>
      runner.run(steps, request, context, { previous: null, picked: null }),
    );
  }

  /** Handles a follow-up to the last command or a correction of it; null for any other text. */
  async #correct(request: LocalRequest, context: DialogueContext, previous: Frame | null): Promise<LocalResult | null> {
    const { home, contexts, runner, decide } = this.#options;
    // A correction is accepted or declined as a whole: its parts need not be plain once more.
    const { plainOnly: _, ...given } = request;
    const correction: CorrectionContext = {
      home,
      request: given,
      dialogue: () => contexts.of(request),
      instead: (meant, said, room = context.room) =>
        runner.decide({ ...given, text: meant }, { ...context, room }, said ?? previous, true),
      anew: (meant) => runner.decide({ ...given, text: meant }, contexts.of(request), null),
      run: (step) => runner.run([step], request, context, { previous, picked: null }),
      carry: (plain) => runner.decide({ ...given, text: plain }, context, previous),
      runAll: (steps) => runner.run(steps, request, context, { previous, picked: null }),
    };
    const planning = contexts.planning(request, context, []);
    const wants = (plain: string): Understanding => decide(plain, context, previous).understanding;
    return (
      (await handleFollowUp(request.text, { ...correction, planning, wants })) ?? (await handleCorrection(correction))
    );
  }

  /** Completes a sentence that is not understood by itself from the sentences before it; null where that gives nothing. */
  async #complete(
    request: LocalRequest,
    context: DialogueContext,
    previous: Frame | null,
  ): Promise<LocalResult | null> {
    const { runner, decide } = this.#options;
    const { conversation, text } = request;
    const step =
      repeatOnAnother(text, conversation, context) ??
      repeatOnBoth(text, conversation, context) ??
      repeatLastStep(text, conversation, context);
    if (step) return await this.#runAsLong(step, request, context, previous);
    const which = whichQuestion(text, conversation, context);
    if (which) return await runner.run([which], request, context, { previous, picked: null });
    const elsewhere = questionForOtherRoom(text, conversation, context);
    if (elsewhere !== null) return await runner.decide({ ...request, text: elsewhere }, context, previous);
    const before = previousQuestion(text, conversation, context);
    if (before !== null) return await runner.decide({ ...request, text: before }, context, null);
    for (const rest of [reportedWishIn(text), textAfterRemark(text, context)])
      if (rest !== null && isAboutFocus(decide(rest, context, previous).understanding, context))
        return await runner.decide({ ...request, text: rest }, context, previous);
    return null;
  }

  /** Runs a step that goes on from the last command, reverted after the same time where that was. */
  #runAsLong(
    step: SentenceStep,
    request: LocalRequest,
    context: DialogueContext,
    previous: Frame | null,
  ): Promise<LocalReply> {
    const { runner } = this.#options;
    const steps = runner.forSameDuration([step], request, context) ?? [step];
    return runner.run(steps, request, context, { previous, picked: null });
  }
}

/** Whether a text says where but not what, so that it picks from an earlier question: 那就开艾玛房间的. */
function picksOnly(text: string, context: DialogueContext): boolean {
  const { heads, places, values, changes, props } = parseFrame(text, context);
  const named = heads.some(({ type }) => type === "devices" || type === "kind" || type === "everything");
  return !named && places.length + heads.length > 0 && values.length + changes.length + props.length === 0;
}

/** Whether a text was handled, and not only refused. */
export function isUnderstood(result: LocalResult): result is LocalReply {
  return result.handled && !isRefusedAlone(result);
}

/** Whether a reply only refuses. 主卧的 after a question which one may still answer that question. */
function isRefusedAlone(result: LocalReply): boolean {
  return (result.refused ?? 0) > 0 && result.outcomes.length === 0;
}
