import { describeScene } from "../../automation/index.ts";
import type { Clock, Command, DeviceId, Home, Origin } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Memory } from "../../people/memory/index.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import { lexicon } from "../../understanding/lexicon/lexicon.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { decideSentence } from "../../understanding/understand.ts";
import type { Conversation, LocalEngine, LocalReply, LocalRequest, LocalResult, ParsedCommands } from "../contract.ts";
import type { ChoiceItem, ConfirmationItem } from "../open/items.ts";
import type { PastHistory } from "../past/index.ts";
import { AnswerHandler } from "./answers/answer-handler.ts";
import { earlierChoice, unaskedAnswerReply } from "./answers/nothing-open.ts";
import { focusOnNamed } from "./context/focus.ts";
import { parseFrame } from "./context/last-turn.ts";
import { hintsOf } from "./hints.ts";
import { HomeNames } from "./home-names.ts";
import { MemoryHandler } from "./memory/memory-handler.ts";
import { withSubstitutions } from "./memory/substitution.ts";
import { ownRoomReader } from "./people/own-room.ts";
import { PeopleHandler } from "./people/people-handler.ts";
import type { PeoplePorts } from "./people/ports.ts";
import { deferToModel, mayTakeBackLast } from "./plain.ts";
import { cancelOvertaken, type LocalPlanner } from "./planning/index.ts";
import { type EssentialDevices, essentialDevicesReader } from "./readers/essential-devices.ts";
import { homeStatusReader } from "./readers/home-status.ts";
import { type ModePorts, modesReader } from "./readers/modes.ts";
import { type NoticePorts, noticesReader } from "./readers/notices.ts";
import { planRemarksReader } from "./readers/plan-remarks.ts";
import { type ReaderContext, runReaders, type SentenceReader } from "./readers/reader.ts";
import { RequestContexts } from "./request-contexts.ts";
import { isUnderstood, SentenceResponder } from "./sentence-responder.ts";
import { SentenceRunner } from "./sentence-runner.ts";

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
  readonly #memory: MemoryHandler | null;
  readonly #names: HomeNames;
  readonly #contexts: RequestContexts;
  readonly #responder: SentenceResponder;
  readonly #answers: AnswerHandler;

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
    decide = decideSentence,
  }: LocalAssistantOptions) {
    this.#people = people && new PeopleHandler({ ...people, home, clock, memory });
    this.#memory = memory && new MemoryHandler({ memory, home, clock, planner });
    this.#names = new HomeNames({ home, planner, memory, people: people?.people ?? modes?.people ?? null });
    this.#home = home;
    this.#clock = clock;
    this.#planner = planner;
    const contexts = new RequestContexts({
      ...{ home, clock, planner, names: this.#names },
      household: modes,
      hasHistory: history !== null,
    });
    const runner = new SentenceRunner({ home, clock, names: this.#names, contexts, history, decide });
    this.#contexts = contexts;
    this.#responder = new SentenceResponder({ home, clock, contexts, runner, local: this, decide });
    this.#answers = new AnswerHandler({
      clock,
      indexOf: ({ origin }) => this.#names.indexFor(origin),
      contexts,
      runner,
    });
    const context: ReaderContext = {
      home,
      clock,
      index: this.#names.index,
      contextOf: (request) => contexts.of(request),
      sceneText: (scene, language) => {
        const found = planner?.scenes.list().find(({ definition }) => definition.id === scene);
        return found ? describeScene(found.definition, language, home) : null;
      },
      run: (step, request) => runner.run([step], request, contexts.of(request), { previous: null, picked: null }),
      understood: (request) => this.#responder.respond(request, request.conversation.focus),
    };
    this.#readers = [
      ...(marks ? [essentialDevicesReader(marks, context)] : []),
      homeStatusReader(notices, context),
      ...(notices ? [noticesReader(notices, context)] : []),
      ...(people ? [ownRoomReader(people.people, context)] : []),
      ...(modes ? [modesReader(modes, context)] : []),
      ...(planner ? [planRemarksReader(planner, contexts)] : []),
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
  dialogueContext(conversation: Conversation | null, language: Language, room: string | null): DialogueContext {
    return this.#contexts.inConversation(conversation, language, room);
  }

  leavesOut(request: LocalRequest): boolean {
    const { act, asking, heads } = parseFrame(request.text, this.#contexts.of(request));
    return asking === null && (act === null || heads.length === 0);
  }

  hintsFor(request: LocalRequest): ReturnType<typeof hintsOf> {
    return hintsOf(request.text, this.#contexts.of(request));
  }

  commandsIn(request: LocalRequest): ParsedCommands {
    return this.#answers.commandsIn(request);
  }

  async respond(request: LocalRequest): Promise<LocalResult> {
    this.#names.learnScenes();
    const aboutPeople = await this.#people?.respond(request, () => this.#contexts.of(request));
    if (aboutPeople) return aboutPeople;
    const result = await this.#respondByMemory(request);
    const noted = this.#people?.noteTalk(request, () => this.#contexts.of(request));
    return noted && !result.handled ? noted : result;
  }

  /** Lets the memory respond, or puts remembered times and preferences in place of their names. */
  async #respondByMemory(request: LocalRequest): Promise<LocalResult> {
    const memory = this.#memory;
    if (memory === null) return await this.#respondTo(request);
    const remembered = await memory.respond(request, this.#contexts.of(request));
    if (remembered) return remembered;
    const meant = memory.meant(request, this.#contexts.of(request));
    if (meant === null) return await this.#respondTo(request);
    if ("handled" in meant) return meant;
    const done = await this.#respondTo({ ...request, text: meant.text });
    return done.handled ? withSubstitutions(done, meant.notes, request.language) : done;
  }

  async #respondTo(request: LocalRequest): Promise<LocalResult> {
    const passing = request.conversation.passing ?? [];
    const { focus } = request.conversation;
    const result = (await runReaders(this.#readers, request)) ?? (await this.#responder.respond(request, focus));
    if (request.plainOnly && mayTakeBackLast(result, request)) {
      request.conversation.focus = focus;
      return deferToModel(request, this.#contexts.of(request));
    }
    if (isUnderstood(result)) {
      if (this.#planner && passing.length > 0)
        await cancelOvertaken(result.outcomes, passing, { home: this.#home, planner: this.#planner });
      return result;
    }
    const asked = earlierChoice(request, this.#clock.now(), (item) => this.reads(item, request));
    if (asked) delete request.conversation.aside;
    const answered = (asked && (await this.choose(asked, request))) ?? unaskedAnswerReply(request);
    if (answered) return answered;
    if (!result.handled) {
      const { act, asking } = parseFrame(request.text, this.#contexts.of(request));
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

  impliedIn(request: LocalRequest): readonly Command[] {
    return this.#answers.impliedIn(request);
  }

  reads(item: ChoiceItem, request: LocalRequest): boolean {
    return this.#answers.reads(item, request);
  }

  async choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null> {
    const memory = this.#memory;
    if (item.kind === "devices" && memory?.asks(item.said, this.#contexts.of(request))) {
      const picked = this.#answers.pickedDevices(item, request);
      return await memory.choose(item.said, picked, request, this.#contexts.of(request));
    }
    return await this.#answers.choose(item, request);
  }

  leftOut(item: ConfirmationItem, request: LocalRequest): readonly DeviceId[] | null {
    return this.#answers.leftOut(item, request);
  }

  givesValue(item: ConfirmationItem, request: LocalRequest): boolean {
    return this.#answers.givesValue(item, request);
  }

  async carryOn(...given: Parameters<AnswerHandler["carryOn"]>): Promise<LocalReply | null> {
    this.#names.learnScenes();
    const [part, , request] = given;
    const registered = await this.#people?.carryOn(part.said, request, this.#contexts.of(request));
    if (registered) return registered;
    const remembered = await this.#memory?.carryOn(part.said, request, this.#contexts.of(request));
    return remembered ?? (await this.#answers.carryOn(...given));
  }
}
