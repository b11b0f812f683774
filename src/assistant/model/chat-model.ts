import type { Message } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { JsonSchema } from "../tools/index.ts";
import type { ModelMessage, WireTool } from "./messages.ts";
import type { ModelFailure } from "./server/failure.ts";

/** One request to a model. */
export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly WireTool[];
  /** "none" forbids tool calls; the tools are sent all the same. */
  readonly toolChoice: "auto" | "none";
  /** The JSON Schema of the whole answer, for servers that can enforce one. */
  readonly schema?: JsonSchema;
  /** The language of the turn. */
  readonly language: Language;
  /** Id of the conversation: keeps it with one provider and its prompt cache. */
  readonly session: string;
}

/** A source of answers: a model behind a server, or recorded answers. */
export interface ChatModel {
  /** The id of the model for the next request. */
  readonly model: string;
  /** The server leaves the model's thinking in the text: nothing is shown before it has ended. */
  thinksAloud: boolean;
  /**
   * The pieces of one answer, as chunks of a chat completion.
   * @throws ModelFailure; the signal's reason when it is aborted
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown>;
  /** Switches to another model when the failure is specific to this one. @returns a notice for the person; null when there is no other */
  replace(failure: ModelFailure): Message | null;
}

/** A decorator of a model; by default it delegates to the inner one. */
export abstract class ModelDecorator implements ChatModel {
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
