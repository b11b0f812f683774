import { cleanText, JiaError, MAX_TEXT } from "../home/index.ts";
import { languageOf, message, messages, packOf, temperatureUnitOf, withTemperatures } from "../language/index.ts";
import type { Conversation, Exchange, TurnEvent, TurnRequest, TurnResult } from "./contract.ts";
import type { Conversations } from "./conversations.ts";
import { EventQueue } from "./event-queue.ts";
import { TextStream } from "./model/text/text-stream.ts";
import { detectPin, type PinDetection } from "./open/pin/detect-pin.ts";
import { PinHandler } from "./open/pin/pin-handler.ts";
import { requiresPin } from "./open/pin/requires-pin.ts";
import { type Answer, fromLocal, localRequestOf, type RunningTurn } from "./running-turn.ts";
import { TurnAnswerer, type TurnAnswererOptions } from "./turn-answerer.ts";

export interface AssistantOptions extends TurnAnswererOptions {
  readonly conversations: Conversations;
}

/** Runs turns: an answer to an open question first, then the local engine, then the model. All write the same conversation. */
export class Assistant {
  readonly #options: AssistantOptions;
  readonly #answerer: TurnAnswerer;
  readonly #listeners = new Set<(result: TurnResult) => void>();

  constructor(options: AssistantOptions) {
    this.#options = options;
    this.#answerer = new TurnAnswerer(options);
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

  /** Calls the listener with the result of each turn. @returns ends it */
  subscribe(listener: (result: TurnResult) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
      const turn: RunningTurn = { text: words, shown, language, conversation, origin, signal, emit, stream };
      const said = await this.#answer(turn, heard, request.text.length > MAX_TEXT);
      const given = "hide" in heard ? { ...said, reply: heard.hide(said.reply, said.failed === true) } : said;
      const answer = this.#withPinAsked(given, heard, turn);
      stream.finish(answer.reply);
      const { messages, unused: _, ...rest } = answer;
      const { reply, path, outcomes } = answer;
      const at = this.#options.clock.now();
      const called = messages && messages.length > 0 ? { messages } : {};
      const { person, stranger } = origin;
      const { client } = request;
      const spokenBy = {
        ...(person !== undefined && { person }),
        ...(stranger && { stranger }),
        ...(client !== undefined && { client }),
      };
      const secret = pinIn(heard, answer);
      conversation.exchanges.push({ at, ...spokenBy, ...secret, text: heard.text, reply, path, outcomes, ...called });
      await this.#close(conversation);
      return { ...rest, conversation: id, ms: Math.round(performance.now() - started) };
    });
    emit({ type: "done", result });
    for (const listener of this.#listeners) {
      try {
        listener(result);
      } catch (error) {
        this.#options.onError?.(error);
      }
    }
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
  #withPinAsked(answer: Answer, heard: PinDetection, { conversation, origin, language }: RunningTurn): Answer {
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
  async #answer(turn: RunningTurn, heard: PinDetection, tooLong: boolean): Promise<Answer> {
    if (heard.kind === "words" || tooLong || turn.signal.aborted) return await this.#answerer.respond(turn, tooLong);
    const pins = new PinHandler(this.#answerer.settling);
    if (heard.kind !== "offered") {
      return fromLocal(turn, await pins.answer(heard, localRequestOf(turn)));
    }
    const first = await this.#answerer.respond(turn, tooLong);
    const then = await pins.offered(heard.pin, localRequestOf(turn));
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
}

/** The PIN field of an exchange. */
function pinIn({ kind }: PinDetection, { expectsPin }: Answer): Pick<Exchange, "pin"> {
  if (kind !== "words") return { pin: "given" };
  return expectsPin ? { pin: "asked" } : {};
}

/** The origin of a request that does not give one. */
function conversationOrigin({ person, stranger, client }: TurnRequest, conversation: string) {
  const asker = { ...(person !== undefined && { person }), ...(stranger && { stranger }) };
  return { kind: "conversation" as const, conversation, ...(client !== undefined && { client }), ...asker };
}
