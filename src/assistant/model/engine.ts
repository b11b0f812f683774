import {
  type Clock,
  CONFIRMATION_MS,
  type Confirmation,
  type DeviceId,
  type Home,
  type Origin,
  type Outcome,
} from "../../home/index.ts";
import { type Language, packOf, textOf, turnText } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { LocalRequest, LocalResult, ToolCall, Usage } from "../contract.ts";
import { Hidden } from "../hidden/index.ts";
import { namedIn } from "../named.ts";
import type { OpenItem, YesItem } from "../open/items.ts";
import type { Prompts } from "../prompts.ts";
import { allSucceeded, outcomeSentences, questionFor } from "../replies/outcomes.ts";
import { readSentences } from "../replies/reads.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import { Evidence } from "../statements/evidence.ts";
import { Judge } from "../statements/judge.ts";
import type { Request } from "../statements/request.ts";
import { waitsForAnswer } from "../statements/sentences.ts";
import type { Tool } from "../tools/index.ts";
import { DEFAULT_LIMITS, type Limits } from "./budget.ts";
import type { ChatModel } from "./chat-model.ts";
import { DEFAULT_PATIENCE, type Patience } from "./complete.ts";
import type { ModelFailure } from "./failure.ts";
import { historyMessages } from "./history.ts";
import { type LoopListener, type LoopResult, runLoop } from "./loop.ts";
import type { ModelMessage } from "./messages.ts";
import { type ModelProfile, PromptBuilder } from "./prompt.ts";

export interface ModelEngineOptions {
  readonly home: Home;
  /** What is kept from the model; nothing when it is left out. */
  readonly hidden?: Hidden;
  readonly clock: Clock;
  readonly client: ChatModel;
  readonly tools: readonly Tool[];
  readonly prompts: Prompts;
  /** The names of the home, by which it is seen what a model's sentence is about. */
  readonly index: HomeIndex;
  /** What the rules tell; "full" when it is left out. The tools are chosen by whoever makes the engine. */
  readonly profile?: ModelProfile;
  readonly limits?: Partial<Limits>;
  readonly patience?: Partial<Patience>;
}

/** What the model is asked: the same as the local engine was, and what came of that. */
export interface ModelTurn extends LocalRequest {
  /** What the local engine found out. */
  readonly hints: Extract<LocalResult, { handled: false }>["hints"];
  readonly listener: LoopListener;
}

export interface ModelAnswer {
  readonly reply: string;
  readonly expectsReply: boolean;
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly ToolCall[];
  readonly usage: Usage;
  /** Tool calls and results, for the model's later turns. */
  readonly exchange: readonly ModelMessage[];
  /** What it asks a yes for. */
  readonly open: readonly OpenItem[];
  /** Devices that it was about. */
  readonly devices: readonly DeviceId[];
  /** What was asked for was not done, and no outcome shows it. */
  readonly failed: boolean;
  /** Why no model answered, null when one did. */
  readonly failure: ModelFailure | null;
}

/** Understands with a model, and says only what the outcomes show. */
export class ModelEngine {
  readonly #options: ModelEngineOptions;
  readonly #prompt: PromptBuilder;
  readonly #judge: Judge;
  readonly #hidden: Hidden;

  constructor(options: ModelEngineOptions) {
    this.#options = options;
    this.#hidden = options.hidden ?? new Hidden(options.home);
    this.#judge = new Judge(options.index);
    this.#prompt = new PromptBuilder(this.#hidden.home, options.prompts, options.profile);
  }

  async respond(turn: ModelTurn): Promise<ModelAnswer> {
    const { home, clock, client, tools, prompts, limits, patience } = this.#options;
    const { text, conversation, language, room, origin, signal, hints, listener } = turn;
    const now = clock.now();
    const devices = [...new Set([...hints.devices, ...(conversation.focus?.devices ?? [])])];
    const request = this.#judge.requestOf(
      text,
      conversation.exchanges.map((exchange) => exchange.text),
    );
    const evidence = new Evidence(now);
    const message = this.#prompt.message({ text, language, room, now, devices });
    for (const id of message.devices) {
      const device = this.#hidden.home.device(id);
      if (device) evidence.addReading(device);
    }
    const result = await runLoop({
      client,
      prompts,
      tools,
      context: { origin, language, room, now, named: namedIn(text, hints, conversation, request) },
      signal,
      messages: [
        { role: "system", content: this.#prompt.system(language) },
        ...historyMessages(this.#hidden.exchanges(conversation.exchanges)),
        { role: "user", content: message.text },
      ],
      session: conversation.id,
      request,
      judge: this.#judge,
      evidence,
      limits: { ...DEFAULT_LIMITS, ...limits },
      patience: { ...DEFAULT_PATIENCE, ...patience },
      listener,
    });
    const { end, outcomes, calls, usage, exchange } = result;
    const confirmation = end.kind === "asking" ? await this.#oneOf(end.confirmations, origin) : null;
    const reply = this.#reply({ result, request, evidence, language }, confirmation);
    const expectsReply = end.kind === "asking" || waitsForAnswer(reply);
    const idle = request.deed && request.kind === "home" && !result.wrote && !expectsReply;
    return {
      reply,
      expectsReply,
      outcomes,
      calls,
      usage,
      exchange,
      open: this.#open(end, confirmation, language),
      devices: aboutDevices(home, result),
      failed: idle || result.failures.length > 0 || ["failed", "spent", "late", "cancelled"].includes(end.kind),
      failure: end.kind === "failed" ? end.failure : null,
    };
  }

  /** The names in a text that are kept from the model: such a text is not for it. */
  keptIn(text: string): readonly string[] {
    return this.#hidden.namesIn(text);
  }

  /** The tools that a held call is made with. */
  get tools(): readonly Tool[] {
    return this.#options.tools;
  }

  /** What waits for a yes; what follows the commands waits behind the first. */
  #open(end: LoopResult["end"], confirmation: Confirmation | null, language: Language): OpenItem[] {
    if (end.kind !== "asking") return [];
    const { home, clock } = this.#options;
    const expiresAt = clock.now() + CONFIRMATION_MS;
    const items: YesItem[] = end.approvals.map(({ call, question }) => {
      return { kind: "call", call, question, language, expiresAt, behind: [] };
    });
    if (confirmation) {
      const { id, commands } = confirmation;
      const question = questionFor(home, confirmation, language);
      items.unshift({ kind: "commands", confirmation: id, commands, question, language, expiresAt, behind: [] });
    }
    const { grammar } = packOf(language);
    return items.map((item, at) => {
      if (at > 0) return item;
      return { ...item, behind: end.behind, question: grammar.sentences([item.question, ...end.alongside]) };
    });
  }

  /** One confirmation for all commands that wait: one yes has to be enough. */
  async #oneOf(confirmations: readonly Confirmation[], origin: Origin): Promise<Confirmation | null> {
    const [first, ...others] = confirmations;
    if (!first || others.length === 0) return first ?? null;
    const commands = confirmations.flatMap((each) => each.commands);
    // The policy asks about each of them, so nothing is run here; the home holds them together.
    return (await this.#options.home.execute(commands, origin)).confirmation ?? null;
  }

  /**
   * The model's own words where the turn shows what they state; otherwise what the outcomes and reads show, and why it
   * ended.
   */
  #reply(turn: Ended, confirmation: Confirmation | null): string {
    const { home } = this.#options;
    const { result, language } = turn;
    const { end, outcomes, sentences, failures } = result;
    const { grammar, messages: words } = packOf(language);
    const happened = grammar.sentences([...sentences, outcomeSentences(home, outcomes, language)]);
    const own = end.kind === "said" || end.kind === "answered" ? this.#ownWords(turn, end, happened) : "";
    if (own !== "" && happened === "") return own;
    if (own !== "" && end.kind !== "asking" && this.#tellsAll(own, turn)) return own;
    const parts = [happened, ...failures.slice(0, 5)];
    switch (end.kind) {
      case "said":
      case "answered":
        if (happened !== "" || failures.length > 0) parts.push(own);
        else parts.push(this.#shown(turn) || words.turn[this.#nothing(turn, end)]);
        break;
      case "asking":
        if (confirmation) parts.push(questionFor(home, confirmation, language));
        parts.push(...end.approvals.map(({ question }) => question), ...end.alongside);
        break;
      case "spent":
      case "late":
      case "cancelled":
        parts.push(words.turn[end.kind]);
        break;
      case "failed":
        // Silence after everything worked is no failure: the outcomes are the answer.
        if (end.failure.kind === "empty" && happened !== "") break;
        parts.push(turnText(failedKey(end.failure, happened), language, { why: textOf(end.failure.why, language) }));
        break;
      default:
        end satisfies never;
    }
    return grammar.sentences(parts);
  }

  /** What of the model's words may be told; of an answer about the home all of it or nothing. */
  #ownWords(
    { request, result }: Ended,
    end: Extract<LoopResult["end"], { kind: "said" | "answered" }>,
    happened: string,
  ): string {
    // What the tools told in sentences of their own is told anyway.
    if (end.kind === "said" && result.sentences.length > 0) return "";
    if (end.unshown.length === 0) return end.text;
    // Without its addresses all of it is shown.
    if (end.unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null)) return end.told.trim();
    const { kind } = request;
    const whole = kind === "home" || (kind === "talk" && (happened !== "" || result.reads.length > 0));
    return whole ? "" : end.told.trim();
  }

  /** What is said where nothing of the model's words may be told and nothing was done or read. */
  #nothing({ request }: Ended, { unshown }: { readonly unshown: readonly string[] }) {
    if (request.deed) return "unfounded";
    return unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null) ? "address" : "unsure";
  }

  /** Whether the model's words name every device that was commanded, and all of it went well. */
  #tellsAll(text: string, { result, evidence }: Ended): boolean {
    const { outcomes, failures, sentences } = result;
    if (!allSucceeded(outcomes) || failures.length > 0 || sentences.length > 0) return false;
    const named = this.#judge.devicesIn(text, evidence);
    // "It is on": of one device there is nothing else that it could be.
    if (named.size === 0) return new Set(outcomes.map(({ device }) => device)).size === 1;
    return outcomes.every(({ device }) => named.has(device));
  }

  /** What was read, as the home tells it. */
  #shown({ result, language }: Ended): string {
    const { home, index, clock } = this.#options;
    return readSentences(home, index, result.reads, language, clock.now());
  }
}

/** A turn that has come to its end. */
interface Ended {
  readonly result: LoopResult;
  readonly request: Request;
  readonly evidence: Evidence;
  readonly language: Language;
}

/** A model that only gave no usable answer can be used; one that cannot be reached cannot. */
function failedKey({ ofAnswer }: ModelFailure, happened: string) {
  if (happened === "") return ofAnswer ? "noHelp" : "noModel";
  return ofAnswer ? "noFurtherHelp" : "modelFailed";
}

/** What "it" means next: what was changed, else what was read. */
function aboutDevices(home: Home, { outcomes, calls }: LoopResult): DeviceId[] {
  if (outcomes.length > 0) return [...new Set(outcomes.map((outcome) => outcome.device))];
  const named = calls.flatMap(({ arguments: args }) => (Array.isArray(args["devices"]) ? args["devices"] : []));
  return [...new Set(named.flatMap((name) => home.device(String(name))?.id ?? []))];
}
