import {
  type Clock,
  cleanText,
  type Home,
  JiaError,
  MAX_TEXT,
  type Message,
  type Origin,
  PIN_MASK,
} from "../home/index.ts";
import {
  errorText,
  type Language,
  languageOf,
  message,
  messages,
  nameIn,
  packOf,
  saidValue,
  shortName,
  temperatureUnitOf,
  textOf,
  turnText,
  withTemperatures,
} from "../language/index.ts";
import { withoutRepeats } from "../understanding/text/repeats.ts";
import { Channel } from "./channel.ts";
import type {
  Conversation,
  Exchange,
  LocalEngine,
  LocalReply,
  LocalRequest,
  LocalResult,
  TurnEvent,
  TurnRequest,
  TurnResult,
} from "./contract.ts";
import type { Conversations } from "./conversations.ts";
import type { ModelEngine } from "./model/engine.ts";
import type { ModelMessage } from "./model/messages.ts";
import { TextStream } from "./model/text-stream.ts";
import { yesOrNo } from "./open/answer.ts";
import { wantsPin } from "./open/asks-pin.ts";
import { type Heard, heardPin } from "./open/heard-pin.ts";
import { hold, take } from "./open/items.ts";
import { PinTurns } from "./open/pin-turns.ts";
import { type Parts, settle } from "./open/settle.ts";
import { remember, rememberMade } from "./remember.ts";
import { whyNot } from "./replies/why-not.ts";
import { waitsForAnswer } from "./statements/sentences.ts";

export interface AssistantOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly conversations: Conversations;
  readonly local: LocalEngine;
  /** null: only what the local engine understands. */
  readonly model: ModelEngine | null;
  /** Why devices that are there may not be known: the broker is not reached, nothing was announced. null: all that is there is known. */
  readonly unseen?: () => Message | null;
  /** Told of mistakes of our own and of models that fail, for the log; the person gets an honest reply. */
  readonly onError?: (error: unknown) => void;
}

/** After a model was asked in vain, for so long what can be done without one does not wait for it. */
const RESPITE_MS = 120_000;

type Hints = Extract<LocalResult, { handled: false }>["hints"];

/** What one of the ways to an answer gives. */
type Answer = Omit<TurnResult, "conversation" | "ms"> & {
  readonly messages?: readonly ModelMessage[];
  /** No model answered, and nothing was done. */
  readonly unused?: true;
};

/** What a turn works with. */
interface Turn {
  /** What is understood. */
  readonly text: string;
  /** The same for a model: digits that may be a PIN are masked. */
  readonly shown: string;
  readonly language: Language;
  readonly conversation: Conversation;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  readonly emit: (event: TurnEvent) => void;
  readonly stream: TextStream;
}

/** Runs turns: an answer to what is open, else the local engine, else the model; all write the same conversation. */
export class Assistant {
  readonly #options: AssistantOptions;
  /** When a model last was asked in vain; long ago where none was. */
  #unreachedAt = Number.NEGATIVE_INFINITY;

  constructor(options: AssistantOptions) {
    this.#options = options;
  }

  /**
   * Runs a turn and tells what happens, `done` last. One turn of a conversation runs at a time. A reader that stops early
   * cancels the turn; a cancelled turn still ends with `done` and what was done until then.
   */
  run(request: TurnRequest, signal?: AbortSignal): AsyncIterable<TurnEvent> {
    const channel = new Channel<TurnEvent>();
    const left = new AbortController();
    const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    this.#run(request, either, (event) => channel.push(event)).then(
      () => channel.end(),
      (error: unknown) => channel.fail(error),
    );
    return channel.read(() => left.abort());
  }

  /** Runs a turn to its end. */
  async ask(request: TurnRequest, signal?: AbortSignal, listener?: (event: TurnEvent) => void): Promise<TurnResult> {
    let result: TurnResult | null = null;
    // Read to the end: leaving early would count as cancelling.
    for await (const event of this.run(request, signal)) {
      listener?.(event);
      if (event.type === "done") result = event.result;
    }
    if (!result) throw new JiaError("internal", { detail: "a turn ended without a result" });
    return result;
  }

  async #run(request: TurnRequest, signal: AbortSignal, emit: (event: TurnEvent) => void): Promise<void> {
    const started = performance.now();
    const { conversations, home } = this.#options;
    const id = conversations.idFor(request.conversation);
    if (request.existing && !(await conversations.has(id))) {
      throw new JiaError("not-found", {
        what: message("turn.conversationNamed", { name: request.conversation ?? id }),
      });
    }
    emit({ type: "started", conversation: id });
    const result = await conversations.inTurn(id, async () => {
      const text = cleanText(request.text, MAX_TEXT);
      const room = request.room == null ? null : (home.layout.findRoom(request.room)?.id ?? null);
      const conversation = await conversations.open(id, request.language ?? languageOf(text), room);
      if (request.room !== undefined) conversation.room = room;
      const spoken = request.language ?? (/\p{L}/u.test(text) ? languageOf(text) : conversation.language);
      const language = withTemperatures(spoken, temperatureUnitOf(home.language));
      const asker = request.origin ?? conversationOrigin(request, id);
      const commandsIn = (part: string) =>
        this.#options.local.commandsIn?.({
          ...{ text: part, conversation, language, room: conversation.room, origin: asker, signal },
        }) ?? { whole: [], any: [] };
      const heard = heardPin(text, conversation, home, asker, this.#options.clock.now(), commandsIn);
      const origin = request.origin ?? { ...asker, text: heard.text.slice(0, 500) };
      const stream = new TextStream(
        (piece) => emit({ type: "text", text: piece }),
        (whole) => emit({ type: "replace", text: whole }),
      );
      const words = "said" in heard ? heard.said : heard.text;
      const shown = heard.kind === "offered" ? heard.shown : heard.text;
      const turn: Turn = { text: words, shown, language, conversation, origin, signal, emit, stream };
      const said = await this.#answer(turn, heard, request.text.length > MAX_TEXT);
      const given = "hide" in heard ? { ...said, reply: heard.hide(said.reply, said.failed === true) } : said;
      const answer = this.#withPinAsked(given, heard, turn);
      stream.finish(answer.reply);
      const { messages, unused: _, ...rest } = answer;
      const { reply, path, outcomes } = answer;
      const at = this.#options.clock.now();
      const called = messages && messages.length > 0 ? { messages } : {};
      const { person, stranger } = origin;
      const spokenBy = { ...(person !== undefined && { person }), ...(stranger && { stranger }) };
      const secret = pinIn(heard, answer);
      conversation.exchanges.push({ at, ...spokenBy, ...secret, text: heard.text, reply, path, outcomes, ...called });
      await this.#close(conversation);
      return { ...rest, conversation: id, ms: Math.round(performance.now() - started) };
    });
    emit({ type: "done", result });
  }

  /** A conversation that cannot be saved is no reason to keep from the person what was done. */
  async #close(conversation: Conversation): Promise<void> {
    try {
      await this.#options.conversations.close(conversation);
    } catch (error) {
      this.#options.onError?.(error);
    }
  }

  /** That a PIN is asked for, and how it is asked where the question does not: something lasting wants it with the yes. */
  #withPinAsked(answer: Answer, heard: Heard, { conversation, origin, language }: Turn): Answer {
    const asking = conversation.open.items.filter((item) => wantsPin(item, this.#options.home, origin));
    if (asking.length === 0) return answer;
    const { replies, turn } = messages(language);
    const asked =
      heard.kind !== "words" ||
      asking.some(({ kind }) => kind === "commands") ||
      answer.reply.endsWith(replies.pinAlone);
    const reply = asked ? answer.reply : packOf(language).grammar.sentences([answer.reply, turn.sayPin]);
    return { ...answer, reply, expectsPin: true };
  }

  /** A PIN is for what is open alone: no model sees it, nor the turn that it was said in. */
  async #answer(turn: Turn, heard: Heard, tooLong: boolean): Promise<Answer> {
    if (heard.kind === "words" || tooLong || turn.signal.aborted) return await this.#respond(turn, tooLong);
    const pins = new PinTurns(this.#parts);
    if (heard.kind !== "offered") {
      return fromLocal(turn, await pins.answer(heard, requestOf(turn)));
    }
    const first = await this.#respond(turn, tooLong);
    const then = await pins.offered(heard.pin, requestOf(turn));
    if (!then) return first;
    const { reply, outcomes, expectsReply } = fromLocal(turn, then.settled);
    const before = then.questions.reduce((text, question) => text.replace(question, ""), first.reply).trim();
    return {
      ...first,
      reply: packOf(turn.language).grammar.sentences([before, reply]),
      expectsReply,
      outcomes: [...first.outcomes.filter(({ status }) => status !== "needs-confirmation"), ...outcomes],
    };
  }

  /** What an answer to what is open is carried out with. */
  get #parts(): Parts {
    const { home, clock, local, model, onError } = this.#options;
    return { home, clock, local, tools: model?.tools ?? [], ...(onError && { onError }) };
  }

  async #respond(turn: Turn, tooLong: boolean): Promise<Answer> {
    const { text, language, conversation, signal } = turn;
    if (text === "" || tooLong) this.#drop(conversation);
    if (text === "") return plain(messages(language).turn.empty, true);
    if (tooLong) return failure(turnText("tooLong", language, { limit: MAX_TEXT }));
    if (signal.aborted) return failure(messages(language).turn.cancelled);
    try {
      const { home, clock, local: engine, model } = this.#options;
      const settled = await settle(requestOf(turn), this.#parts);
      if (settled) return fromLocal(turn, settled);
      conversation.language = language;
      const usable = model !== null && home.size > 0 && model.keptIn(text).length === 0;
      let tried: Answer | null = null;
      if (usable && answersModel(turn) && engine.leavesOut?.(requestOf(turn)) === true) {
        tried = await this.#fromModel(turn, engine.hintsFor?.(requestOf(turn)) ?? NO_HINTS);
        if (!tried.unused) return tried;
      }
      // Nobody waits for a model that did not answer a moment ago, where it can be done without.
      const able = usable && tried === null && clock.now() - this.#unreachedAt > RESPITE_MS;
      const before = { ...conversation };
      const local = await engine.respond({ ...requestOf(turn), ...(able && { plainOnly: true }) });
      if (!local.handled && able) return await this.#fromModelOrLocal(turn, local.hints, before);
      if (local.handled) {
        // What was said yes to is not there any more: nothing in that is for a model.
        const refused = able && isRefusal(local) && yesOrNo(text) === null;
        const hints = refused ? engine.hintsFor?.(requestOf(turn)) : undefined;
        const answer = hints && (await this.#tryModel(turn, hints, before));
        return answer ?? fromLocal(turn, this.#withUnseen(local, language));
      }
      const unseen = this.#unseen(language);
      // A model that is shown an empty home would tell that it is empty.
      if (unseen !== null && this.#options.home.size === 0) return failure(unseen);
      if (local.beyond && !model) return failure(messages(language).talk.beyond);
      return tried ?? (await this.#fromModel(turn, local.hints));
    } catch (error) {
      if (signal.aborted) return failure(messages(language).turn.cancelled);
      if (error instanceof JiaError && error.code !== "internal") return failure(errorText(error, language));
      return failure(turnText("internal", language, { why: whyNot(error, language, signal, this.#options.onError) }));
    }
  }

  /** What the model makes of what is not plain; what the local engine makes of it where no model could be asked. */
  async #fromModelOrLocal(turn: Turn, hints: Hints, { focus, aside, missed }: Conversation): Promise<Answer> {
    const answer = await this.#fromModel(turn, hints);
    if (!answer.unused) return answer;
    Object.assign(turn.conversation, { focus, aside, missed });
    const local = await this.#options.local.respond(requestOf(turn));
    if (!local.handled) return answer;
    const { usage } = answer;
    return { ...fromLocal(turn, this.#withUnseen(local, turn.language)), ...(usage && { usage }) };
  }

  /** Lets go of all that is open: nobody can say yes to it any more, by whatever way. */
  #drop(conversation: Conversation): void {
    for (const item of take(conversation)) if (item.kind === "commands") this.#options.home.withdraw(item.confirmation);
  }

  /**
   * What the model makes of it; null when none could be asked, and nothing was done.
   * @param before the conversation as it was, where the local engine has answered already: what "it" means goes back to that
   */
  async #tryModel(turn: Turn, hints: Hints, before: Conversation = turn.conversation): Promise<Answer | null> {
    const { text, conversation } = turn;
    if (this.#options.model?.keptIn(text).length) return null;
    const { focus } = conversation;
    conversation.focus = before.focus;
    const answer = await this.#fromModel(turn, hints);
    if (!answer.unused) return answer;
    conversation.focus = focus;
    return null;
  }

  /** Why not all devices are known, as a sentence; null when they are. */
  #unseen(language: Language): string | null {
    const why = this.#options.unseen?.() ?? null;
    if (why === null) return null;
    return turnText(this.#options.home.size === 0 ? "unseen" : "partlyUnseen", language, { why });
  }

  /** What is not found may be there all the same, where the broker is the reason that it is not known. */
  #withUnseen(local: LocalReply, language: Language): LocalReply {
    if ((local.refused ?? 0) === 0 || local.outcomes.length > 0) return local;
    const unseen = this.#unseen(language);
    if (unseen === null) return local;
    if (this.#options.home.size === 0) return { ...local, reply: unseen };
    return { ...local, reply: packOf(language).grammar.sentences([local.reply, unseen]) };
  }

  async #fromModel(turn: Turn, hints: Hints): Promise<Answer> {
    const { shown, language, conversation, origin, signal, emit, stream } = turn;
    const { model, home } = this.#options;
    // A number alone that nothing was made of: it may be a PIN.
    if (shown === PIN_MASK) return { ...failure(messages(language).turn.noPinAsked), unused: true };
    if (!model) {
      const { turn: said } = messages(language);
      const mode = noSuchMode(home, hints.mode, language);
      if (mode !== null) return failure(mode);
      return failure(packOf(language).grammar.sentences([said.notUnderstood, heard(home, hints.devices, language)]));
    }
    const kept = model.keptIn(shown);
    if (kept.length > 0) return failure(turnText("kept", language, { names: kept }));
    const answer = await model.respond({
      text: shown,
      conversation,
      language,
      room: conversation.room,
      origin,
      signal,
      hints,
      listener: {
        text: stream,
        call: (call) => emit({ type: "call", call }),
        outcome: (outcome) => emit({ type: "outcome", outcome }),
        notice: (notice) => emit({ type: "notice", text: textOf(notice, language) }),
      },
    });
    const { reply, expectsReply, outcomes, calls, usage, exchange, failed } = answer;
    hold(conversation, ...answer.open);
    remember(conversation, home, outcomes, answer.devices);
    rememberMade(conversation, answer.plans, answer.moved);
    if (answer.failure) this.#options.onError?.(answer.failure);
    // A timer that was set is no outcome, and neither is what a yes is asked for.
    const nothing = answer.failure !== null && !answer.did;
    this.#unreachedAt = nothing ? this.#options.clock.now() : Number.NEGATIVE_INFINITY;
    const found = nothing ? recognised(home, hints.devices, language) : "";
    const answered: Answer = {
      reply: packOf(language).grammar.sentences([reply, found]),
      expectsReply,
      path: "model",
      outcomes,
      calls,
      usage,
      messages: exchange,
      ...(nothing && { unused: true as const }),
    };
    return failed ? { ...answered, failed: true } : answered;
  }
}

/** What of PINs there was in an exchange. */
function pinIn({ kind }: Heard, { expectsPin }: Answer): Pick<Exchange, "pin"> {
  if (kind !== "words") return { pin: "given" };
  return expectsPin ? { pin: "asked" } : {};
}

/** Who asks, when the request does not say it otherwise. */
function conversationOrigin({ person, stranger }: TurnRequest, conversation: string) {
  const asker = { ...(person !== undefined && { person }), ...(stranger && { stranger }) };
  return { kind: "conversation" as const, conversation, ...asker };
}

function requestOf({ text, conversation, language, origin, signal }: Turn): LocalRequest {
  return { text: withoutRepeats(text), conversation, language, room: conversation.room, origin, signal };
}

function fromLocal({ emit }: Turn, { reply, expectsReply, outcomes, calls, failed, refused }: LocalReply): Answer {
  for (const call of calls) emit({ type: "call", call });
  for (const outcome of outcomes) emit({ type: "outcome", outcome });
  return {
    reply,
    expectsReply,
    path: "local",
    outcomes,
    calls,
    ...(failed && { failed }),
    ...(refused !== undefined && { refused }),
  };
}

/** Words, or Chinese characters, of a short answer. */
const SHORT = { words: 3, characters: 6 };

/** Whether it is short and comes right after a question of the model: what it leaves out stands in that question. */
function answersModel({ text, conversation: { exchanges, open } }: Turn): boolean {
  const last = exchanges.at(-1);
  if (last?.path !== "model" || open.items.length > 0 || !waitsForAnswer(last.reply)) return false;
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (characters > 0) return characters <= SHORT.characters;
  return text.split(/\s+/u).length <= SHORT.words && yesOrNo(text) !== false;
}

/** Whether nothing was done, asked or found: the sentence may mean something that a model understands. */
function isRefusal({ outcomes, calls, failed, refused = 0, expectsReply }: LocalReply): boolean {
  return outcomes.length + calls.length === 0 && (failed === true || refused > 0) && !expectsReply;
}

const NO_HINTS: Hints = { devices: [], rooms: [], kinds: [] };

/** A reply about which nothing was done. */
function plain(reply: string, expectsReply = false): Answer {
  return { reply, expectsReply, path: "local", outcomes: [], calls: [] };
}

/** A reply that says why nothing was done. */
function failure(reply: string): Answer {
  return { ...plain(reply), failed: true };
}

/** What the local engine did find out, as a sentence; empty when it was nothing. */
function recognised(home: Home, ids: readonly string[], language: Language): string {
  const names = ids.slice(0, 5).flatMap((id) => home.device(id)?.name ?? []);
  if (names.length === 0) return "";
  return turnText("recognised", language, { names });
}

/** More names than these tell nobody what was heard. */
const MOST_HEARD = 3;

/** That a device has no mode of that name, and which it has; null where no mode was said. */
function noSuchMode(home: Home, mode: Hints["mode"], language: Language): string | null {
  const device = mode && home.device(mode.device);
  const property = mode && device?.spec.properties.get(mode.address);
  if (!mode || !device || !property) return null;
  const choices = property.values.slice(0, MOST_MODES).map(({ value }) => saidValue(property, value, language));
  const shared = home.devices.some((other) => other !== device && other.name === device.name);
  return messages(language).replies.noMode(shortName(device, language, shared), mode.said, choices);
}

/** More modes than these are not read out. */
const MOST_MODES = 6;

/** The same for somebody who has no model: each name once, and only names of the language. */
function heard(home: Home, ids: readonly string[], language: Language): string {
  const devices = ids.flatMap((id) => home.device(id) ?? []);
  const all = new Set(devices.map((device) => nameIn(language, device)));
  const names = [...all].filter((name) => packOf(languageOf(name)) === packOf(language));
  if (names.length === 0 || names.length > MOST_HEARD) return "";
  return turnText("heard", language, { names: names.map(messages(language).replies.named) });
}
