import { describeScene } from "../../automation/index.ts";
import {
  type Clock,
  CONFIRMATION_MS,
  type Command,
  type DeviceId,
  type Home,
  type Origin,
  type Outcome,
} from "../../home/index.ts";
import { kindName, type Language, messages } from "../../language/index.ts";
import type { Memory } from "../../people/memory/index.ts";
import { isBrief, isBriefAndKnown } from "../../understanding/decision/plain.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import { lexicon } from "../../understanding/lexicon/lexicon.ts";
import { matchesRole } from "../../understanding/lexicon/whole-text.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import { segmentText } from "../../understanding/parse/segment.ts";
import { doSteps, type SentenceStep } from "../../understanding/plan.ts";
import type { PlanRequest } from "../../understanding/plans/request.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import { decideSentence } from "../../understanding/understand.ts";
import { reportedWishIn, withoutRemarks } from "../../understanding/utterance/follow-ups.ts";
import { asksDone, objectionsIn } from "../../understanding/utterance/objection.ts";
import { isBareStop, selectsByState } from "../../understanding/utterance/unsupported.ts";
import type {
  Conversation,
  Focus,
  LocalEngine,
  LocalReply,
  LocalRequest,
  LocalResult,
  ParsedCommands,
} from "../contract.ts";
import {
  CHOICE_MS,
  type ChoiceItem,
  type ConfirmationItem,
  hold,
  type PendingStep,
  type StoredSentence,
} from "../open/items.ts";
import { settleOpenItems } from "../open/settle-open-items.ts";
import { isQuestionForm } from "../open/yes-or-no.ts";
import type { PastHistory } from "../past/index.ts";
import { AnswerHandler } from "./answers/answer-handler.ts";
import { earlierChoice, lateYesReply, missedCancelReply, unaskedAnswerReply } from "./answers/nothing-open.ts";
import { pickByNumber } from "./answers/pick-options.ts";
import { isAboutPronoun, lacksReferent, storeSentence } from "./answers/stored-sentence.ts";
import {
  previousQuestion,
  questionForOtherRoom,
  repeatOnAnother,
  repeatOnBoth,
  whichQuestion,
} from "./context/ellipsis.ts";
import { focusOnNamed, focusOnNegated, handleWhereabouts } from "./context/focus.ts";
import { repeatLastStep } from "./context/follow-up-steps.ts";
import { handleFollowUp } from "./context/handle-follow-up.ts";
import { isReasonForLastCommand, parseFrame } from "./context/last-turn.ts";
import { focusFromRemark } from "./context/remark-focus.ts";
import { isAboutFocus, textAfterRemark } from "./context/remarks.ts";
import { handleCorrection } from "./corrections/handle-correction.ts";
import { negatedReply } from "./corrections/leave-unchanged.ts";
import type { CorrectionContext } from "./corrections/replace.ts";
import { takeBackPlans } from "./corrections/take-back-plans.ts";
import {
  bulkEffects,
  countByKind,
  countDevices,
  deferredSteps,
  isBroadPlan,
  isJustPlanned,
  lacksAction,
  MANY,
  mayBeAboutPlan,
  setsWithoutTarget,
  switchesOnImplicitly,
  wholeHomeCleanings,
} from "./execution/bulk-guard.ts";
import { executePlan } from "./execution/execute-plan.ts";
import { plannedEffectsOf } from "./execution/plan-commands.ts";
import { localReply, undoLast } from "./execution/undo.ts";
import { hintsOf } from "./hints.ts";
import { HomeNames } from "./home-names.ts";
import { householdNames, speakerAnswer } from "./household.ts";
import { MemoryHandler } from "./memory/memory-handler.ts";
import { withSubstitutions } from "./memory/substitution.ts";
import { ownRoomReader } from "./people/own-room.ts";
import { PeopleHandler } from "./people/people-handler.ts";
import type { PeoplePorts } from "./people/ports.ts";
import { deferToModel, isPlainHere, mayTakeBackLast } from "./plain.ts";
import {
  alsoThen,
  answeredWhen,
  askWhen,
  cancelledAs,
  deedDeclined,
  fitsAny,
  forAsLong,
  goneToday,
  type LocalPlanner,
  needsPlanner,
  overtaken,
  PlanContext,
  takeBack,
  takesAway,
} from "./planning/index.ts";
import { type EssentialDevices, essentialDevicesReader } from "./readers/essential-devices.ts";
import { homeStatusReader } from "./readers/home-status.ts";
import { type ModePorts, modesReader } from "./readers/modes.ts";
import { type NoticePorts, noticesReader } from "./readers/notices.ts";
import { type ReaderContext, runReaders, type SentenceReader } from "./readers/reader.ts";
import { targetName } from "./reply/names.ts";
import { intendedQuestion } from "./reply/outcomes.ts";

export interface LocalAssistantOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** null: sentences about timers, schedules and scenes are left to a model. */
  readonly planner?: LocalPlanner | null;
  /** null: the home has no modes. */
  readonly modes?: ModePorts | null;
  /** null: nobody can speak of the people of the home. */
  readonly people?: PeoplePorts | null;
  /** null: nobody can ask for notices. */
  readonly notices?: NoticePorts | null;
  /** null: nobody can say what must keep running. */
  readonly marks?: EssentialDevices | null;
  /** null: no history is kept. */
  readonly history?: PastHistory | null;
  /** null: nothing is remembered that people ask for. */
  readonly memory?: Memory | null;
  /** Decides between the readings of a sentence; by default that of `understanding`. */
  readonly decide?: typeof decideSentence;
}

/** Parses everyday sentences without a model and runs them. Keeps an index of the home's names up to date. */
export class LocalAssistant implements LocalEngine {
  readonly #home: Home;
  readonly #clock: Clock;
  readonly #planner: LocalPlanner | null;
  readonly #readers: readonly SentenceReader[];
  readonly #people: PeopleHandler | null;
  readonly #history: PastHistory | null;
  readonly #remembering: MemoryHandler | null;
  readonly #names: HomeNames;
  readonly #household: ModePorts | null;
  readonly #answering: AnswerHandler;
  readonly #decideOn: typeof decideSentence;

  constructor({
    home,
    clock,
    planner = null,
    modes = null,
    people = null,
    notices = null,
    marks = null,
    history = null,
    memory = null,
    decide: decideOn = decideSentence,
  }: LocalAssistantOptions) {
    this.#people = people && new PeopleHandler({ ...people, home, clock, memory });
    this.#decideOn = decideOn;
    this.#household = modes;
    this.#remembering = memory && new MemoryHandler({ memory, home, clock, planner });
    this.#names = new HomeNames({ home, planner, memory, people: people?.people ?? modes?.people ?? null });
    this.#home = home;
    this.#clock = clock;
    this.#planner = planner;
    this.#history = history;
    this.#answering = new AnswerHandler({
      clock,
      indexOf: ({ origin }) => this.#names.indexFor(origin),
      situated: (request) => this.#situated(request),
      decide: (request, situation, previous) => this.#decide(request, situation, previous),
      run: (steps, request, situation, said, approved, before) =>
        this.#run(steps, request, situation, said, approved, before),
      planning: (request, situation) => planner && this.#planning(planner, request, situation, []),
    });
    const context: ReaderContext = {
      home,
      clock,
      index: this.#names.index,
      situated: (request) => this.#situated(request),
      sceneText: (scene, language) => {
        const found = planner?.scenes.list().find(({ definition }) => definition.id === scene);
        return found ? describeScene(found.definition, language, home) : null;
      },
      run: (step, request) => this.#run([step], request, this.#situated(request), { previous: null, picked: null }),
      understood: (request) => this.#respondBeside(request, request.conversation.focus),
    };
    this.#readers = [
      ...(marks ? [essentialDevicesReader(marks, context)] : []),
      homeStatusReader(notices, context),
      ...(notices ? [noticesReader(notices, context)] : []),
      ...(people ? [ownRoomReader(people.people, context)] : []),
      ...(modes ? [modesReader(modes, context)] : []),
      ...(planner ? [async (request: LocalRequest) => await this.#cancelledAs(planner, request)] : []),
    ];
  }

  /** Builds the index and keeps it up to date until `stop`. */
  start(): void {
    // Compiling the lexicon holds the process for 150 ms: now, and not when the first room is announced or somebody speaks.
    lexicon();
    this.#names.start();
  }

  stop(): void {
    this.#names.stop();
  }

  /** The index of the names of the home. */
  get index(): HomeIndex {
    return this.#names.index;
  }

  /** The index with the personal names of the speaker. */
  indexFor(origin: Origin): HomeIndex {
    return this.#names.indexFor(origin);
  }

  /** The context that a sentence of a conversation is parsed in. */
  situation(
    conversation: Conversation | null,
    language: Language,
    room: string | null,
    index: HomeIndex = this.#names.index,
  ): DialogueContext {
    const { devices = [], rooms = [], address = null, with: before, parts } = conversation?.focus ?? {};
    // A question about several rooms does not set the place of the next command.
    const asked = ((conversation?.focus?.frame ?? null) as Frame | null)?.asking != null && rooms.length > 1;
    const focus = {
      devices,
      rooms: asked ? [] : rooms,
      address,
      ...(before && { with: before }),
      ...(parts && { parts }),
    };
    const { timezone } = this.#home;
    return {
      index,
      language,
      room,
      focus,
      now: this.#clock.now(),
      timezone,
      history: this.#history !== null,
    };
  }

  /** The context of a request, with the names of the household. */
  #situated({ conversation, language, room, origin }: LocalRequest): DialogueContext {
    const situation = this.situation(conversation, language, room, this.#names.indexFor(origin));
    return this.#household === null ? situation : { ...situation, household: householdNames(this.#household, origin) };
  }

  /** The context with a test for references to plans, where the home has any. */
  #withPlans(request: LocalRequest, situation: DialogueContext): DialogueContext {
    const planner = this.#planner;
    if (planner === null || planner.timers.list().length + planner.automations.list().length === 0) return situation;
    const fits = (asked: PlanRequest): boolean => fitsAny(asked, this.#planning(planner, request, situation, []));
    return { ...situation, plans: { fits } };
  }

  leavesOut(request: LocalRequest): boolean {
    const { act, asking, heads } = parseFrame(request.text, this.#situated(request));
    return asking === null && (act === null || heads.length === 0);
  }

  hintsFor(request: LocalRequest): ReturnType<typeof hintsOf> {
    return hintsOf(request.text, this.#situated(request));
  }

  commandsIn(request: LocalRequest): ParsedCommands {
    return this.#answering.commandsIn(request);
  }

  async respond(request: LocalRequest): Promise<LocalResult> {
    this.#names.learnScenes();
    const aboutPeople = await this.#people?.respond(request, () => this.#situated(request));
    if (aboutPeople) return aboutPeople;
    const result = await this.#respondByMemory(request);
    const noted = this.#people?.noteTalk(request, () => this.#situated(request));
    return noted && !result.handled ? noted : result;
  }

  /** Lets the memory respond, or puts remembered times and preferences in place of their names. */
  async #respondByMemory(request: LocalRequest): Promise<LocalResult> {
    const remembering = this.#remembering;
    if (remembering === null) return await this.#respondTo(request);
    const remembered = await remembering.respond(request, this.#situated(request));
    if (remembered) return remembered;
    const meant = remembering.meant(request, this.#situated(request));
    if (meant === null) return await this.#respondTo(request);
    if ("handled" in meant) return meant;
    const done = await this.#respondTo({ ...request, text: meant.text });
    return done.handled ? withSubstitutions(done, meant.told, request.language) : done;
  }

  async #respondTo(request: LocalRequest): Promise<LocalResult> {
    const passing = request.conversation.passing ?? [];
    const { focus } = request.conversation;
    const result = (await runReaders(this.#readers, request)) ?? (await this.#respondBeside(request, focus));
    if (request.plainOnly && mayTakeBackLast(result, request)) {
      request.conversation.focus = focus;
      return deferToModel(request, this.#situated(request));
    }
    if (isUnderstood(result)) {
      if (this.#planner && passing.length > 0)
        await overtaken(result.outcomes, passing, { home: this.#home, planner: this.#planner });
      return result;
    }
    const asked = earlierChoice(request, this.#clock.now(), (item) => this.reads(item, request));
    if (asked) delete request.conversation.aside;
    const answered = (asked && (await this.choose(asked, request))) ?? unaskedAnswerReply(request);
    if (answered) return answered;
    if (!result.handled) {
      const { act, asking } = parseFrame(request.text, this.#situated(request));
      focusOnNamed(
        request.conversation,
        result.hints.devices,
        this.#names.indexFor(request.origin),
        act !== null || asking !== null,
      );
      request.conversation.missed = request.conversation.exchanges.at(-1) ?? null;
    }
    return result;
  }

  /** Cancels the plan that a remark names: "the bread's done, cancel that timer", 关灯那个不用了，我自己来. Null for any other text. */
  async #cancelledAs(planner: LocalPlanner, request: LocalRequest): Promise<LocalReply | null> {
    const { conversation, text } = request;
    if (conversation.open.items.length > 0) return null;
    if (planner.timers.list().length + planner.automations.list().length === 0) return null;
    const situation = this.#withPlans(request, this.#situated(request));
    const planning = this.#planning(planner, request, situation, []);
    const plain = withoutRemarks(text);
    return (await cancelledAs(text, planning)) ?? (plain && (await deedDeclined(plain.text, planning)));
  }

  /** Responds to the text, and then to the text without its remarks. */
  async #respondBeside(request: LocalRequest, focus: Focus | null): Promise<LocalResult> {
    const { conversation, text } = request;
    const plain = conversation.open.items.length > 0 || selectsByState(text) ? null : withoutRemarks(text);
    if (plain && request.plainOnly && !this.#saysOneThing(request)) {
      return deferToModel(request, this.#situated(request));
    }
    if (plain && !plain.byUs) {
      const situation = this.#situated(request);
      const previous = (focus?.frame ?? null) as Frame | null;
      const told = focusFromRemark(plain, situation, (said) => this.#decideOn(said, situation, previous).understanding);
      if (told === "unclear") return { handled: false, hints: hintsOf(text, situation) };
      if (told) return (await this.#unremarked(request, told)) ?? { handled: false, hints: hintsOf(text, situation) };
    }
    const whole = await this.#respond(request);
    return isUnderstood(whole) ? whole : ((await this.#unremarked(request, focus)) ?? whole);
  }

  /** Responds to the text without its remarks, with this focus; null where that is not understood. */
  async #unremarked(request: LocalRequest, focus: Focus | null): Promise<LocalReply | null> {
    const plain = withoutRemarks(request.text);
    if (plain === null || selectsByState(request.text)) return null;
    const { conversation } = request;
    const situation = this.#withPlans(request, this.#situated(request));
    if (plain.byUs && !takesAway(plain.text, situation)) return null;
    // "Stop, I haven't put any water in": without a focus, "stop" does not mean whatever plays.
    if (situation.focus.devices.length === 0 && isBareStop(parseFrame(plain.text, situation))) return null;
    // The whole text may have set a wrong focus: the one from before counts.
    const { focus: after } = conversation;
    conversation.focus = focus;
    const result = await this.#respond({ ...request, text: plain.text });
    if (isUnderstood(result)) return result;
    conversation.focus = after;
    return null;
  }

  async #respond(request: LocalRequest): Promise<LocalResult> {
    const { conversation, text } = request;
    const choice = conversation.open.items.find(({ kind }) => kind === "devices");
    const settled = await settleOpenItems(request, { home: this.#home, clock: this.#clock, local: this, tools: [] });
    if (settled) return settled;
    const situation = this.#withPlans(request, this.#situated(request));
    const idle = lateYesReply(request) ?? missedCancelReply(request, situation);
    if (idle) return idle;
    // "2" counts the options of an earlier question before it is a value.
    const numbered = earlierChoice(
      request,
      this.#clock.now(),
      (item) =>
        item.kind === "devices" &&
        (pickByNumber(text, item.options, situation).length > 0 ||
          (picksOnly(text, situation) && this.reads(item, request))),
    );
    if (numbered) delete conversation.aside;
    const chosen = numbered && (await this.choose(numbered, request));
    if (chosen) return chosen;
    const who = speakerAnswer(text, conversation, situation);
    if (who && situation.household) {
      const household = { ...situation.household, speaker: who.speaker };
      return await this.#decide({ ...request, text: who.text }, { ...situation, household }, null);
    }
    const planning = this.#planner && this.#planning(this.#planner, request, situation, []);
    const taken =
      planning &&
      (await takeBackPlans(planning, (steps) =>
        this.#run(steps, request, situation, { previous: null, picked: null }),
      ));
    if (taken) return taken;
    const previous = (conversation.focus?.frame ?? null) as Frame | null;
    // 亮度五十 while it is asked which lamp: the question is repeated.
    if (
      choice &&
      choice.expiresAt > this.#clock.now() &&
      setsWithoutTarget(this.#decideOn(text, situation, previous))
    ) {
      hold(conversation, choice);
      return localReply(choice.question, [], [], true);
    }
    // A correction is accepted or declined as a whole: its parts need not be plain once more.
    const { plainOnly, ...given } = request;
    const objecting: CorrectionContext = {
      home: this.#home,
      request: given,
      situation: () => this.#situated(request),
      instead: (meant, said, room = situation.room) =>
        this.#decide({ ...given, text: meant }, { ...situation, room }, said ?? previous, true),
      anew: (meant) => this.#decide({ ...given, text: meant }, this.#situated(request), null),
      run: (step) => this.#run([step], request, situation, { previous, picked: null }),
      carry: (plain) => this.#decide({ ...given, text: plain }, situation, previous),
      runAll: (steps) => this.#run(steps, request, situation, { previous, picked: null }),
    };
    if (plainOnly !== true || this.#saysOneThing(request)) {
      const followed = await handleFollowUp(text, {
        ...objecting,
        planning,
        wants: (plain) => this.#decideOn(plain, situation, previous).understanding,
      });
      if (followed) return followed;
      const objected = await handleCorrection(objecting);
      if (objected) return objected;
    }
    const there = handleWhereabouts(text, conversation, situation);
    if (there) return there;
    if (matchesRole(text, "undo") && !asksDone(text)) return await undoLast(this.#home, request, situation);
    const answered = this.#planner && answeredWhen(text, conversation, situation);
    if (answered && "handled" in answered) return answered;
    if (answered) return await this.#decide({ ...request, text: answered.text }, situation, null);
    const goOn = (step: SentenceStep): Promise<LocalReply> =>
      this.#run(this.#asLong([step], request, situation) ?? [step], request, situation, { previous, picked: null });
    const unnamed = repeatOnAnother(text, conversation, situation, true);
    if (unnamed) return await goOn(unnamed);
    const decided = await this.#decide(request, situation, previous);
    if (decided.handled || decided.unclear) return decided;
    const more = repeatOnAnother(text, conversation, situation) ?? repeatOnBoth(text, conversation, situation);
    if (more) return await goOn(more);
    const again = repeatLastStep(text, conversation, situation);
    if (again) return await goOn(again);
    const which = whichQuestion(text, conversation, situation);
    if (which) return await this.#run([which], request, situation, { previous, picked: null });
    const asked = questionForOtherRoom(text, conversation, situation);
    if (asked !== null) return await this.#decide({ ...request, text: asked }, situation, previous);
    const before = previousQuestion(text, conversation, situation);
    if (before !== null) return await this.#decide({ ...request, text: before }, situation, null);
    for (const rest of [reportedWishIn(text), textAfterRemark(text, situation)])
      if (rest !== null && isAboutFocus(this.#decideOn(rest, situation, previous).understanding, situation))
        return await this.#decide({ ...request, text: rest }, situation, previous);
    return (this.#planner && askWhen(text, situation)) ?? decided;
  }

  /**
   * Parses the text of the request and carries it out.
   * @param replacing the text is meant instead of the sentence before
   */
  async #decide(
    request: LocalRequest,
    situation: DialogueContext,
    previous: Frame | null,
    replacing = false,
  ): Promise<LocalResult> {
    this.#names.learnScenes();
    const { text, conversation } = request;
    const { language } = situation;
    const decision = this.#decideOn(text, situation, previous, replacing);
    const { understanding, confidence } = decision;
    if (request.plainOnly) {
      const planning = this.#planner && this.#planning(this.#planner, request, situation, []);
      if (!(await isPlainHere(decision, request, planning))) return deferToModel(request, situation);
    }
    const unknown =
      understanding.kind === "unknown" || (this.#planner === null && understanding.steps.some(needsPlanner));
    const lacks = conversation.focus?.absent === true && isAboutPronoun(understanding);
    if ((lacks || lacksReferent(understanding)) && situation.focus.devices.length === 0) {
      // "Make that a tad later" right after an alarm is about that.
      if (isJustPlanned(conversation)) return { handled: false, hints: hintsOf(text, situation) };
      const question = messages(language).replies.whom;
      const expiresAt = this.#clock.now() + CHOICE_MS;
      hold(conversation, {
        kind: "whom",
        said: storeSentence(text, situation, previous, null),
        question,
        language,
        expiresAt,
      });
      return localReply(question, [], [], true);
    }
    const also =
      this.#planner && understanding.kind === "plan"
        ? alsoThen(understanding.steps, this.#planning(this.#planner, request, situation, []))
        : null;
    if (also) return await this.#run(also, request, situation, { previous, picked: null });
    const said = (): Frame => parseFrame(text, situation);
    if (understanding.kind === "unknown" || unknown || mayBeAboutPlan(understanding.steps, conversation, said))
      return {
        handled: false,
        hints: hintsOf(text, situation),
        ...(understanding.kind === "unknown" && understanding.beyond && { beyond: true as const }),
      };
    const { steps } = understanding;
    if (steps.length > 0 && steps.every(({ kind }) => kind === "leave")) {
      const told = negatedReply(understanding.frames, situation);
      focusOnNegated(conversation, understanding, situation);
      return { ...told, confidence };
    }
    if (isReasonForLastCommand(steps, conversation, situation.now))
      return localReply(messages(language).replies.leave, [], []);
    const doings = plannedEffectsOf(steps);
    const count = countDevices(doings);
    const far = bulkEffects(steps, situation);
    if (count > MANY || isBroadPlan(steps, situation) || far.length > 0) {
      const planned = plannedEffectsOf(steps.flatMap(deferredSteps));
      const most = countDevices(planned) > count ? planned : far.length > 0 ? far : doings;
      const kinds = countByKind(most).map(([kind, of]) => [kindName(kind, language), of] as const);
      const question = messages(language).plans.many(countDevices(most), kinds);
      const expiresAt = this.#clock.now() + CONFIRMATION_MS;
      const said = storeSentence(text, situation, previous, null);
      hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
      return localReply(question, [], [], true);
    }
    const gone = this.#planner && goneToday(steps, this.#planning(this.#planner, request, situation, []));
    if (gone) {
      const expiresAt = this.#clock.now() + CONFIRMATION_MS;
      const said = storeSentence(text, situation, previous, null);
      hold(conversation, { kind: "sentence", said, only: null, question: gone, language, expiresAt });
      return localReply(gone, [], [], true);
    }
    const [more] = wholeHomeCleanings(steps);
    const starts = isQuestionForm(text) && switchesOnImplicitly(steps) && lacksAction(said());
    if (decision.kind === "ask" || more || starts) {
      const question = more
        ? messages(language).plans.cleansAll(targetName(more.target, situation.index, language))
        : intendedQuestion(doSteps(steps), situation, starts);
      const expiresAt = this.#clock.now() + CONFIRMATION_MS;
      const said = storeSentence(text, situation, previous, null);
      hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
      return { ...localReply(question, [], [], true), confidence };
    }
    const lasting = replacing ? this.#asLong(steps, request, situation) : null;
    const lasted = lasting ? (conversation.focus?.plans ?? []) : [];
    const done = await this.#run(lasting ?? steps, request, situation, { previous, picked: null });
    if (this.#planner) await takeBack(lasted, this.#planning(this.#planner, request, situation, []), { stays: true });
    return { ...done, confidence };
  }

  /** Whether the whole text is known, or brief and a correction: unknown words beside a command may change it. */
  #saysOneThing({ text, origin }: LocalRequest): boolean {
    const items = segmentText(normalise(text), this.#names.indexFor(origin));
    return isBriefAndKnown(items) || (isBrief(items) && objectionsIn(text).length > 0);
  }

  #asLong(
    steps: readonly SentenceStep[],
    request: LocalRequest,
    situation: DialogueContext,
  ): readonly SentenceStep[] | null {
    return this.#planner && forAsLong(steps, this.#planning(this.#planner, request, situation, []));
  }

  #run(
    steps: readonly SentenceStep[],
    request: LocalRequest,
    situation: DialogueContext,
    { previous, picked }: Pick<StoredSentence, "previous" | "picked">,
    approved: readonly PendingStep[] | null = null,
    before: readonly Outcome[] = [],
  ): Promise<LocalReply> {
    const own = approved?.filter(({ at }) => steps[at]) ?? null;
    // A yes to the number of devices is no yes to what the policy asks about.
    const plans = this.#planner && this.#planning(this.#planner, request, situation, consentsOf(own));
    const wanted = own ? own.flatMap(({ at }) => steps[at] ?? []) : steps;
    const history = this.#history;
    const means = { home: this.#home, clock: this.#clock, request, situation, previous, picked, plans, history };
    return executePlan(wanted, { ...means, approved: own, before });
  }

  impliedIn(request: LocalRequest): readonly Command[] {
    return this.#answering.impliedIn(request);
  }

  reads(item: ChoiceItem, request: LocalRequest): boolean {
    return this.#answering.reads(item, request);
  }

  async choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null> {
    const remembering = this.#remembering;
    if (item.kind === "devices" && remembering?.asks(item.said, this.#situated(request))) {
      const picked = this.#answering.picked(item, request);
      return await remembering.choose(item.said, picked, request, this.#situated(request));
    }
    return await this.#answering.choose(item, request);
  }

  leftOut(item: ConfirmationItem, request: LocalRequest): readonly DeviceId[] | null {
    return this.#answering.leftOut(item, request);
  }

  givesValue(item: ConfirmationItem, request: LocalRequest): boolean {
    return this.#answering.givesValue(item, request);
  }

  async carryOn(...given: Parameters<AnswerHandler["carryOn"]>): Promise<LocalReply | null> {
    this.#names.learnScenes();
    const [part, , request] = given;
    const registered = await this.#people?.carryOn(part.said, request, this.#situated(request));
    if (registered) return registered;
    const remembered = await this.#remembering?.carryOn(part.said, request, this.#situated(request));
    return remembered ?? (await this.#answering.carryOn(...given));
  }

  #planning(
    planner: LocalPlanner,
    request: LocalRequest,
    situation: DialogueContext,
    approved: readonly string[] | null,
  ): PlanContext {
    return new PlanContext({ home: this.#home, clock: this.#clock, planner }, request, situation, approved);
  }
}

/** Whether a text says where but not what, so that it picks from an earlier question: 那就开艾玛房间的. */
function picksOnly(text: string, situation: DialogueContext): boolean {
  const { heads, places, values, changes, props } = parseFrame(text, situation);
  const named = heads.some(({ type }) => type === "devices" || type === "kind" || type === "everything");
  return !named && places.length + heads.length > 0 && values.length + changes.length + props.length === 0;
}

/** Whether a text was handled, and not only refused. */
function isUnderstood(result: LocalResult): result is LocalReply {
  return result.handled && !isRefusedAlone(result);
}

/** Whether a reply only refuses. 主卧的 after a question which one may still answer that question. */
function isRefusedAlone(result: LocalReply): boolean {
  return (result.refused ?? 0) > 0 && result.outcomes.length === 0;
}

/** The consent tokens of approved steps; null where nothing was asked. */
function consentsOf(approved: readonly PendingStep[] | null): readonly string[] | null {
  return approved === null ? null : approved.flatMap(({ consent }) => consent ?? []);
}
