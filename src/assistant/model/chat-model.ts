import type { Message } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { JsonSchema } from "../tools/index.ts";
import type { ModelFailure } from "./failure.ts";
import type { ModelMessage, WireTool } from "./messages.ts";

/** What one model call is asked. */
export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly WireTool[];
  /** "none" forbids tool calls; the tools are named all the same. */
  readonly toolChoice: "auto" | "none";
  /** What the whole answer has to be, for servers that keep an answer to a JSON Schema. */
  readonly schema?: JsonSchema;
  /** The language of the turn. */
  readonly language: Language;
  /** Keeps one conversation with one provider, so that its prompt cache holds. */
  readonly session: string;
}

/** What answers requests: a model behind a server, or answers that were recorded. */
export interface ChatModel {
  /** The model that the next call asks for. */
  readonly model: string;
  /** Its server leaves what the model thinks in the text: nothing is shown before that has ended. */
  thinksAloud: boolean;
  /**
   * The pieces of one answer, as chunks of a chat completion.
   * @throws ModelFailure; the signal's reason when it is aborted
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown>;
  /** Goes on to another model when the failure is this one's alone. Returns what to tell the person; null when there is none left. */
  replace(failure: ModelFailure): Message | null;
}

/** A model around another one: what it does not do otherwise is that one's. */
export abstract class ModelAround implements ChatModel {
  protected readonly inner: ChatModel;

  constructor(inner: ChatModel) {
    this.inner = inner;
  }

  get model(): string {
    return this.inner.model;
  }

  get thinksAloud(): boolean {
    return this.inner.thinksAloud;
  }

  set thinksAloud(thinks: boolean) {
    this.inner.thinksAloud = thinks;
  }

  abstract stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown>;

  replace(failure: ModelFailure): Message | null {
    return this.inner.replace(failure);
  }
}
