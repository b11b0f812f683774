import {
  type Clock,
  CONFIRMATION_MS,
  type Confirmation,
  cleanText,
  type DeviceId,
  type Home,
  type Origin,
  type Outcome,
} from "../../home/index.ts";
import { type Language, messages, packOf, textOf, turnText } from "../../language/index.ts";
import type { LocalRequest, LocalResult, ToolCall, Usage } from "../contract.ts";
import type { OpenItem, YesItem } from "../open/items.ts";
import type { Prompts } from "../prompts.ts";
import { allSucceeded, outcomeSentences, questionFor } from "../replies/outcomes.ts";
import type { Tool } from "../tools/index.ts";
import { DEFAULT_LIMITS, type Limits } from "./budget.ts";
import { asksForAction, claimsDone, isQuestion } from "./claims.ts";
import type { ModelClient } from "./client.ts";
import { DEFAULT_PATIENCE, type Patience } from "./complete.ts";
import type { ModelFailure } from "./failure.ts";
import { historyMessages } from "./history.ts";
import { type LoopListener, type LoopResult, runLoop } from "./loop.ts";
import type { ModelMessage } from "./messages.ts";
import { PromptBuilder } from "./prompt.ts";

export interface ModelEngineOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly client: ModelClient;
  readonly tools: readonly Tool[];
  readonly prompts: Prompts;
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

  constructor(options: ModelEngineOptions) {
    this.#options = options;
    this.#prompt = new PromptBuilder(options.home, options.prompts);
  }

  async respond(turn: ModelTurn): Promise<ModelAnswer> {
    const { home, clock, client, tools, prompts, limits, patience } = this.#options;
    const { text, conversation, language, room, origin, signal, hints, listener } = turn;
    const now = clock.now();
    const devices = [...new Set([...hints.devices, ...(conversation.focus?.devices ?? [])])];
    const result = await runLoop({
      client,
      prompts,
      tools,
      context: { origin, language, room, now },
      signal,
      messages: [
        { role: "system", content: this.#prompt.system(language) },
        ...historyMessages(conversation.exchanges),
        { role: "user", content: this.#prompt.message({ text, language, room, now, devices }) },
      ],
      session: conversation.id,
      asksForAction: asksForAction(text),
      limits: { ...DEFAULT_LIMITS, ...limits },
      patience: { ...DEFAULT_PATIENCE, ...patience },
      listener,
    });
    const { end, outcomes, calls, usage, exchange } = result;
    const confirmation = end.kind === "asking" ? await this.#oneOf(end.confirmations, origin) : null;
    const reply = replyOf(home, result, confirmation, language);
    const expectsReply = end.kind === "asking" || isQuestion(reply);
    const idle = asksForAction(text) && !result.wrote && !expectsReply;
    return {
      reply,
      expectsReply,
      outcomes,
      calls,
      usage,
      exchange,
      open: this.#open(end, confirmation, language),
      devices: aboutDevices(home, result),
      failed: idle || result.failures.length > 0 || ["failed", "spent", "cancelled"].includes(end.kind),
      failure: end.kind === "failed" ? end.failure : null,
    };
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
    return items.map((item, at) => (at === 0 ? { ...item, behind: end.behind } : item));
  }

  /** One confirmation for all commands that wait: one yes has to be enough. */
  async #oneOf(confirmations: readonly Confirmation[], origin: Origin): Promise<Confirmation | null> {
    const [first, ...others] = confirmations;
    if (!first || others.length === 0) return first ?? null;
    const commands = confirmations.flatMap((each) => each.commands);
    // The policy asks about each of them, so nothing is run here; the home holds them together.
    return (await this.#options.home.execute(commands, origin)).confirmation ?? null;
  }
}

/**
 * The model's own sentence when nothing speaks against it; otherwise what the outcomes show, and why it ended. A text that
 * claims nothing may also explain why nothing was tried.
 */
function replyOf(home: Home, result: LoopResult, confirmation: Confirmation | null, language: Language): string {
  const { end, outcomes, sentences, failures, unfounded } = result;
  const { grammar } = packOf(language);
  const happened = grammar.sentences([...sentences, outcomeSentences(home, outcomes, language)]);
  const spoken = end.kind === "said" || end.kind === "answered" ? end.text : "";
  const good = allSucceeded(outcomes) && failures.length === 0 && !unfounded;
  const explains = happened === "" && outcomes.length === 0 && !unfounded && !claimsDone(spoken);
  if (spoken !== "" && (good || explains)) return spoken;
  const parts = [happened];
  for (const detail of failures.slice(0, 5)) {
    parts.push(turnText("notTried", language, { detail: cleanText(detail, 300) }));
  }
  if (unfounded) parts.push(messages(language).turn.unfounded);
  switch (end.kind) {
    case "said":
    case "answered":
      break;
    case "asking":
      if (confirmation) parts.push(questionFor(home, confirmation, language));
      parts.push(...end.approvals.map(({ question }) => question));
      break;
    case "spent":
    case "cancelled":
      parts.push(messages(language).turn[end.kind]);
      break;
    case "failed":
      // Silence after everything worked is no failure: the outcomes are the answer.
      if (end.failure.kind === "empty" && happened !== "") break;
      parts.push(
        turnText(happened === "" ? "noModel" : "modelFailed", language, { why: textOf(end.failure.why, language) }),
      );
      break;
    default:
      end satisfies never;
  }
  return grammar.sentences(parts);
}

/** What "it" means next: what was changed, else what was read. */
function aboutDevices(home: Home, { outcomes, calls }: LoopResult): DeviceId[] {
  if (outcomes.length > 0) return [...new Set(outcomes.map((outcome) => outcome.device))];
  const named = calls.flatMap(({ arguments: args }) => (Array.isArray(args["devices"]) ? args["devices"] : []));
  return [...new Set(named.flatMap((name) => home.device(String(name))?.id ?? []))];
}
