import type { ModelMessage, WireTool } from "../../src/assistant/model/messages.ts";

/** A request for a chat completion, as far as somebody who plays the model has to see it. */
export interface PlayedRequest {
  /** The first is 1. */
  readonly number: number;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly WireTool[];
  readonly toolChoice: string;
  /** Tokens of the whole request, counted by a tokenizer that is not the model's own. */
  readonly tokens: number;
}

/** Shows requests as text; what has been shown already (rules, tools, earlier messages) is named by the request that showed it. */
export class Shown {
  /** The number of the request that a text was first shown in, keyed by the text. */
  readonly #before = new Map<string, number>();

  /** One request for reading. */
  text(request: PlayedRequest): string {
    const { number, messages, tools, toolChoice, tokens } = request;
    const head = `=== request ${number} · ${tokens} tokens${toolChoice === "none" ? " · tools may not be called" : ""}`;
    const offered = tools.map(
      ({ function: tool }) => `${tool.name}: ${tool.description}\n${JSON.stringify(tool.parameters)}`,
    );
    const parts = [
      this.#part("tools", offered.join("\n\n"), number),
      ...messages.map((message) => this.#part(message.role, contentOf(message), number)),
    ];
    return [head, ...parts, ""].join("\n");
  }

  #part(role: string, text: string, number: number): string {
    const key = `${role}\n${text}`;
    const before = this.#before.get(key);
    // What is short is said again: a person reads it sooner than they look it up.
    if (before !== undefined && text.length > 300) return `--- ${role}: as in request ${before}`;
    if (before === undefined) this.#before.set(key, number);
    return `--- ${role}\n${text}`;
  }
}

function contentOf(message: ModelMessage): string {
  if (message.role !== "assistant") return message.content;
  const calls = (message.tool_calls ?? []).map(({ function: { name, arguments: given } }) => `${name} ${given}`);
  return [message.content ?? "", ...calls].filter((line) => line !== "").join("\n");
}
