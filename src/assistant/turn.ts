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
import { updateFocus, updateFocusPlans } from "./conversation-focus.ts";
import type { Conversations } from "./conversations.ts";
import { EventQueue } from "./event-queue.ts";
import type { ModelEngine } from "./model/engine.ts";
import type { ModelMessage } from "./model/messages.ts";
import { TextStream } from "./model/text/text-stream.ts";
import { hold, take } from "./open/items.ts";
import { detectPin, type PinDetection } from "./open/pin/detect-pin.ts";
import { PinHandler } from "./open/pin/pin-handler.ts";
import { requiresPin } from "./open/pin/requires-pin.ts";
import type { SettleContext } from "./open/run-held.ts";
import { settleOpenItems } from "./open/settle-open-items.ts";
import { yesOrNo } from "./open/yes-or-no.ts";
import { failureReason } from "./replies/failure-reason.ts";
import { waitsForAnswer } from "./statements/sentences.ts";

export interface AssistantOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly conversations: Conversations;
  readonly local: LocalEngine;
  /** null: Jia understands only what the local engine does. */
  readonly model: ModelEngine | null;
  /** Why devices may be missing: the broker cannot be reached, nothing was announced. null: all devices are known. */
  readonly unseen?: () => Message | null;
  /** Receives our own errors and failures of models, for the log; the person gets an honest reply. */
  readonly onError?: (error: unknown) => void;
}

/** Milliseconds after a failed model call during which the local engine does not wait for the model. */
const RESPITE_MS = 120_000;

type Hints = Extract<LocalResult, { handled: false }>["hints"];

/** The result of one path of a turn. */
type Answer = Omit<TurnResult, "conversation" | "ms"> & {
  readonly messages?: readonly ModelMessage[];
  /** No model answered and nothing was done: another path may answer. */
  readonly unused?: true;
};

/** The inputs of a running turn. */
interface Turn {
  /** The text for the local engine. */
  readonly text: string;
  /** The text for a model: digits that may be a PIN are masked. */
  readonly shown: string;
  readonly language: Language;
  readonly conversation: Conversation;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  readonly emit: (event: TurnEvent) => void;
  readonly stream: TextStream;
}

/** Runs turns: an answer to an open question first, then the local engine, then the model. All write the same conversation. */
export class Assistant {
  readonly #options: AssistantOptions;
  /** When a model call last failed, in milliseconds since the epoch; minus infinity when none has. */
  #unreachedAt = Number.NEGATIVE_INFINITY;

  constructor(options: AssistantOptions) {
    this.#options = options;
  }

  /**
   * Runs a turn and yields its events, `done` last. One turn of a conversation runs at a time. A reader that stops early cancels
   * the turn; a cancelled turn still ends with `done` and what was done until then.
   * @throws JiaError `not-found` for `existing` without such a conversation
   */
  run(request: TurnRequest, signal?: AbortSignal): AsyncIterable<TurnEvent> {
    const channel = new EventQueue<TurnEvent>();
    const left = new AbortController();
    const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    this.#run(request, either, (event) => channel.push(event)).then(
      () => channel.end(),
      (error: unknown) => channel.fail(error),
    );
    return channel.read(() => left.abort());
  }

  /** Runs a turn to its end and returns its result. @throws JiaError as `run` */
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
      const heard = detectPin(text, conversation, home, asker, this.#options.clock.now(), commandsIn);
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

  /** Saves the conversation. A failing store must not keep the reply from the person. */
  async #close(conversation: Conversation): Promise<void> {
    try {
      await this.#options.conversations.close(conversation);
    } catch (error) {
      this.#options.onError?.(error);
    }
  }

  /** Marks an answer that asks for a PIN, and adds the question for the PIN where the reply lacks it: lasting plans want it with the yes. */
  #withPinAsked(answer: Answer, heard: PinDetection, { conversation, origin, language }: Turn): Answer {
    const asking = conversation.open.items.filter((item) => requiresPin(item, this.#options.home, origin));
    if (asking.length === 0) return answer;
    const { replies, turn } = messages(language);
    const asked =
      heard.kind !== "words" ||
      asking.some(({ kind }) => kind === "commands") ||
      answer.reply.endsWith(replies.pinAlone);
    const reply = asked ? answer.reply : packOf(language).grammar.sentences([answer.reply, turn.sayPin]);
    return { ...answer, reply, expectsPin: true };
  }

  /** Answers a turn. A PIN goes only to open questions: no model sees it or its turn. */
  async #answer(turn: Turn, heard: PinDetection, tooLong: boolean): Promise<Answer> {
    if (heard.kind === "words" || tooLong || turn.signal.aborted) return await this.#respond(turn, tooLong);
    const pins = new PinHandler(this.#parts);
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

  /** What `settle` needs to carry out an answer to an open question. */
  get #parts(): SettleContext {
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
      const settled = await settleOpenItems(requestOf(turn), this.#parts);
      if (settled) return fromLocal(turn, settled);
      conversation.language = language;
      const usable = model !== null && home.size > 0 && model.keptIn(text).length === 0;
      let tried: Answer | null = null;
      if (usable && answersModel(turn) && engine.leavesOut?.(requestOf(turn)) === true) {
        tried = await this.#fromModel(turn, engine.hintsFor?.(requestOf(turn)) ?? NO_HINTS);
        if (!tried.unused) return tried;
      }
      // Do not wait for a model that failed a moment ago when the local engine can answer.
      const able = usable && tried === null && clock.now() - this.#unreachedAt > RESPITE_MS;
      const before = { ...conversation };
      const local = await engine.respond({ ...requestOf(turn), ...(able && { plainOnly: true }) });
      if (!local.handled && able) return await this.#fromModelOrLocal(turn, local.hints, before);
      if (local.handled) {
        // A yes or no to a question that is gone is nothing for a model.
        const refused = able && isRefusal(local) && yesOrNo(text) === null;
        const hints = refused ? engine.hintsFor?.(requestOf(turn)) : undefined;
        const answer = hints && (await this.#tryModel(turn, hints, before));
        return answer ?? fromLocal(turn, this.#withUnseen(local, language));
      }
      const unseen = this.#unseen(language);
      // A model that sees an empty home would say that it is empty.
      if (unseen !== null && this.#options.home.size === 0) return failure(unseen);
      if (local.beyond && !model) return failure(messages(language).talk.beyond);
      return tried ?? (await this.#fromModel(turn, local.hints));
    } catch (error) {
      if (signal.aborted) return failure(messages(language).turn.cancelled);
      if (error instanceof JiaError && error.code !== "internal") return failure(errorText(error, language));
      return failure(
        turnText("internal", language, { why: failureReason(error, language, signal, this.#options.onError) }),
      );
    }
  }

  /** The answer of the model to a text that is not plain, or of the local engine where no model answers. */
  async #fromModelOrLocal(turn: Turn, hints: Hints, { focus, aside, missed }: Conversation): Promise<Answer> {
    const answer = await this.#fromModel(turn, hints);
    if (!answer.unused) return answer;
    Object.assign(turn.conversation, { focus, aside, missed });
    const local = await this.#options.local.respond(requestOf(turn));
    if (!local.handled) return answer;
    const { usage } = answer;
    return { ...fromLocal(turn, this.#withUnseen(local, turn.language)), ...(usage && { usage }) };
  }

  /** Closes all open questions and withdraws their confirmations, so that no yes can reach them by any interface. */
  #drop(conversation: Conversation): void {
    for (const item of take(conversation)) if (item.kind === "commands") this.#options.home.withdraw(item.confirmation);
  }

  /**
   * The answer of the model; null when none answered and nothing was done.
   * @param before the conversation before the local engine answered, whose focus is used for the model
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

  /** Why devices may be missing, as a sentence; null when all are known. */
  #unseen(language: Language): string | null {
    const why = this.#options.unseen?.() ?? null;
    if (why === null) return null;
    return turnText(this.#options.home.size === 0 ? "unseen" : "partlyUnseen", language, { why });
  }

  /** Adds to a refusal that the device may exist, where the broker is the reason that it is unknown. */
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
    // A bare number that nobody asked for may be a PIN.
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
    updateFocus(conversation, home, outcomes, answer.devices);
    updateFocusPlans(conversation, answer.plans, answer.moved);
    if (answer.failure) this.#options.onError?.(answer.failure);
    // `did` also counts timers and questions for a yes, which are no outcomes.
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

/** The PIN field of an exchange. */
function pinIn({ kind }: PinDetection, { expectsPin }: Answer): Pick<Exchange, "pin"> {
  if (kind !== "words") return { pin: "given" };
  return expectsPin ? { pin: "asked" } : {};
}

/** The origin of a request that does not give one. */
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

/** Most words, or Chinese characters, of a short answer. */
const SHORT = { words: 3, characters: 6 };

/** Whether a text is a short answer to a question of the model: its missing parts stand in that question. */
function answersModel({ text, conversation: { exchanges, open } }: Turn): boolean {
  const last = exchanges.at(-1);
  if (last?.path !== "model" || open.items.length > 0 || !waitsForAnswer(last.reply)) return false;
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (characters > 0) return characters <= SHORT.characters;
  return text.split(/\s+/u).length <= SHORT.words && yesOrNo(text) !== false;
}

/** Whether a local reply is a refusal without any effect: a model may understand the sentence. */
function isRefusal({ outcomes, calls, failed, refused = 0, expectsReply }: LocalReply): boolean {
  return outcomes.length + calls.length === 0 && (failed === true || refused > 0) && !expectsReply;
}

const NO_HINTS: Hints = { devices: [], rooms: [], kinds: [] };

/** A local answer without effects. */
function plain(reply: string, expectsReply = false): Answer {
  return { reply, expectsReply, path: "local", outcomes: [], calls: [] };
}

/** An answer that says why nothing was done. */
function failure(reply: string): Answer {
  return { ...plain(reply), failed: true };
}

/** A sentence with the devices that the local engine recognised; empty when there are none. */
function recognised(home: Home, ids: readonly string[], language: Language): string {
  const names = ids.slice(0, 5).flatMap((id) => home.device(id)?.name ?? []);
  if (names.length === 0) return "";
  return turnText("recognised", language, { names });
}

/** With more names than these the sentence would not help. */
const MOST_HEARD = 3;

/** The sentence that a device lacks a mode, with those that it has; null where the text named no mode. */
function noSuchMode(home: Home, mode: Hints["mode"], language: Language): string | null {
  const device = mode && home.device(mode.device);
  const property = mode && device?.spec.properties.get(mode.address);
  if (!mode || !device || !property) return null;
  const choices = property.values.slice(0, MOST_MODES).map(({ value }) => saidValue(property, value, language));
  const shared = home.devices.some((other) => other !== device && other.name === device.name);
  return messages(language).replies.noMode(shortName(device, language, shared), mode.said, choices);
}

/** Most modes that are listed. */
const MOST_MODES = 6;

/** The same without a model: each name once, and only names in the language of the reply. */
function heard(home: Home, ids: readonly string[], language: Language): string {
  const devices = ids.flatMap((id) => home.device(id) ?? []);
  const all = new Set(devices.map((device) => nameIn(language, device)));
  const names = [...all].filter((name) => packOf(languageOf(name)) === packOf(language));
  if (names.length === 0 || names.length > MOST_HEARD) return "";
  return turnText("heard", language, { names: names.map(messages(language).replies.named) });
}
