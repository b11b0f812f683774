import { type Clock, type Home, JiaError, MAX_TEXT, type Message, PIN_MASK } from "../home/index.ts";
import { errorText, type Language, messages, packOf, textOf, turnText } from "../language/index.ts";
import type { Conversation, LocalEngine, LocalReply } from "./contract.ts";
import { updateFocus, updateFocusPlans } from "./conversation-focus.ts";
import type { ModelEngine } from "./model/engine.ts";
import { hold, take } from "./open/items.ts";
import type { SettleContext } from "./open/run-held.ts";
import { settleOpenItems } from "./open/settle-open-items.ts";
import { yesOrNo } from "./open/yes-or-no.ts";
import { failureReason } from "./replies/failure-reason.ts";
import { namesHeard, noSuchMode, recognised } from "./replies/recognised.ts";
import {
  type Answer,
  answersModel,
  failure,
  fromLocal,
  type Hints,
  isRefusal,
  localRequestOf,
  NO_HINTS,
  plain,
  type RunningTurn,
} from "./running-turn.ts";

export interface TurnAnswererOptions {
  readonly home: Home;
  readonly clock: Clock;
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

/** Answers the text of a turn: as an answer to an open question, with the local engine or with the model. */
export class TurnAnswerer {
  readonly #options: TurnAnswererOptions;
  /** When a model call last failed, in milliseconds since the epoch; minus infinity when none has. */
  #unreachedAt = Number.NEGATIVE_INFINITY;

  constructor(options: TurnAnswererOptions) {
    this.#options = options;
  }

  /** What an answer to an open question is settled with. */
  get settling(): SettleContext {
    const { home, clock, local, model, onError } = this.#options;
    return { home, clock, local, tools: model?.tools ?? [], ...(onError && { onError }) };
  }

  /** Answers a text without a PIN. @param tooLong the text was cut */
  async respond(turn: RunningTurn, tooLong: boolean): Promise<Answer> {
    const { text, language, conversation, signal } = turn;
    if (text === "" || tooLong) this.#drop(conversation);
    if (text === "") return plain(messages(language).turn.empty, true);
    if (tooLong) return failure(turnText("tooLong", language, { limit: MAX_TEXT }));
    if (signal.aborted) return failure(messages(language).turn.cancelled);
    try {
      const { home, clock, local: engine, model } = this.#options;
      const settled = await settleOpenItems(localRequestOf(turn), this.settling);
      if (settled) return fromLocal(turn, settled);
      conversation.language = language;
      const usable = model !== null && home.size > 0 && model.keptIn(text).length === 0;
      let tried: Answer | null = null;
      if (usable && answersModel(turn) && engine.leavesOut?.(localRequestOf(turn)) === true) {
        tried = await this.#fromModel(turn, engine.hintsFor?.(localRequestOf(turn)) ?? NO_HINTS);
        if (!tried.unused) return tried;
      }
      // Do not wait for a model that failed a moment ago when the local engine can answer.
      const able = usable && tried === null && clock.now() - this.#unreachedAt > RESPITE_MS;
      const before = { ...conversation };
      const local = await engine.respond({ ...localRequestOf(turn), ...(able && { plainOnly: true }) });
      if (!local.handled && able) return await this.#fromModelOrLocal(turn, local.hints, before);
      if (local.handled) {
        // A yes or no to a question that is gone is nothing for a model.
        const refused = able && isRefusal(local) && yesOrNo(text) === null;
        const hints = refused ? engine.hintsFor?.(localRequestOf(turn)) : undefined;
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
  async #fromModelOrLocal(turn: RunningTurn, hints: Hints, { focus, aside, missed }: Conversation): Promise<Answer> {
    const answer = await this.#fromModel(turn, hints);
    if (!answer.unused) return answer;
    Object.assign(turn.conversation, { focus, aside, missed });
    const local = await this.#options.local.respond(localRequestOf(turn));
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
  async #tryModel(turn: RunningTurn, hints: Hints, before: Conversation = turn.conversation): Promise<Answer | null> {
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

  async #fromModel(turn: RunningTurn, hints: Hints): Promise<Answer> {
    const { shown, language, conversation, origin, signal, emit, stream } = turn;
    const { model, home } = this.#options;
    // A bare number that nobody asked for may be a PIN.
    if (shown === PIN_MASK) return { ...failure(messages(language).turn.noPinAsked), unused: true };
    if (!model) {
      const { turn: said } = messages(language);
      const mode = noSuchMode(home, hints.mode, language);
      if (mode !== null) return failure(mode);
      return failure(
        packOf(language).grammar.sentences([said.notUnderstood, namesHeard(home, hints.devices, language)]),
      );
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
