import { type Prompts, promptText } from "../../prompts.ts";
import type { JsonSchema } from "../../tools/index.ts";
import { type ChatModel, ModelDecorator, type ModelRequest } from "../chat-model.ts";
import type { AssistantMessage, ModelMessage, RawCall, WireTool } from "../messages.ts";
import { CompletionAccumulator } from "./accumulator.ts";
import { asRecord, asText } from "./untrusted-json.ts";

/**
 * A model whose server enforces a JSON Schema: text and tool calls are one object, so small models cannot write broken calls or
 * calls as text. To callers, requests and answers look as usual.
 */
export class ConstrainedModel extends ModelDecorator {
  readonly #prompts: Prompts;

  constructor(model: ChatModel, prompts: Prompts) {
    super(model);
    this.#prompts = prompts;
  }

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown> {
    const { messages, tools, toolChoice, language } = request;
    const offered = toolChoice === "none" ? [] : tools;
    const form = promptText(this.#prompts, "answer-form", language, { tools: offered.map(toolLine).join("\n") });
    const answer = new CompletionAccumulator();
    const asked: ModelRequest = {
      ...request,
      messages: withForm(messages, form),
      tools: [],
      toolChoice: "auto",
      schema: answerSchema(offered),
    };
    for await (const chunk of this.inner.stream(asked, signal)) {
      answer.push(chunk);
      // Pass the chunk on: the reader stops at its own bounds.
      if (answer.excessive || answer.tooDeep) yield chunk;
    }
    const { content, calls, finish, usage, model } = answer.completion();
    const read = calls.length > 0 ? { say: content, calls } : answerIn(content);
    const delta = {
      role: "assistant",
      content: read.say,
      ...(read.calls.length > 0 && { tool_calls: read.calls.map(wireCall) }),
    };
    yield {
      ...(model !== null && { model }),
      choices: [{ index: 0, delta, finish_reason: finish }],
      ...(usage && {
        usage: {
          prompt_tokens: usage.promptTokens,
          completion_tokens: usage.completionTokens,
          prompt_tokens_details: { cached_tokens: usage.cachedTokens },
          ...(usage.cost !== null && { cost: usage.cost }),
        },
      }),
    };
  }
}

/** The schema of the whole answer. Calls come before the text, which depends on them. */
function answerSchema(tools: readonly WireTool[]): JsonSchema {
  const calls = tools.map(({ function: { name, parameters } }) => ({
    type: "object",
    properties: { tool: { const: name }, arguments: parameters },
    required: ["tool", "arguments"],
  }));
  return {
    type: "object",
    properties: {
      ...(calls.length > 0 && { calls: { type: "array", items: { anyOf: calls } } }),
      say: { type: "string" },
    },
    required: [...(calls.length > 0 ? ["calls"] : []), "say"],
  };
}

/** `name(argument, argument?): what it does` */
function toolLine({ function: { name, description, parameters } }: WireTool): string {
  const needed = Array.isArray(parameters["required"]) ? parameters["required"] : [];
  const given = Object.entries(asRecord(parameters["properties"])).map(([key, value]) => {
    const about = asText(asRecord(value)["description"]);
    return `${key}${needed.includes(key) ? "" : "?"}${about === "" ? "" : ` (${about})`}`;
  });
  return `- ${name}: ${description} ${given.join("; ")}`;
}

/** Adds the form to the system message, and rewrites earlier calls and results in it. */
function withForm(messages: readonly ModelMessage[], form: string): ModelMessage[] {
  const told: ModelMessage[] = [];
  for (const message of messages) {
    const last = told.at(-1);
    switch (message.role) {
      case "system":
        told.push({ role: "system", content: `${message.content}\n\n${form}` });
        break;
      case "user":
        told.push(message);
        break;
      case "assistant":
        told.push({ role: "assistant", content: answerText(message) });
        break;
      case "tool":
        // Join the results of one answer: servers want alternating roles.
        if (last?.role === "user" && last.content.startsWith(RESULTS))
          told[told.length - 1] = { role: "user", content: `${last.content}\n${message.content}` };
        else told.push({ role: "user", content: `${RESULTS}\n${message.content}` });
        break;
      default:
        message satisfies never;
    }
  }
  return told;
}

const RESULTS = "<results>";

function answerText({ content, tool_calls: calls = [] }: AssistantMessage): string {
  const made = calls.map(({ function: { name, arguments: given } }) => ({
    tool: name,
    arguments: jsonOf(given) ?? given,
  }));
  return JSON.stringify({ ...(made.length > 0 && { calls: made }), say: content ?? "" });
}

/** The text and the calls of an answer; an answer in another form is text alone. */
function answerIn(content: string): { readonly say: string; readonly calls: readonly RawCall[] } {
  const answer = jsonOf(content);
  if (answer === undefined) return { say: cutSay(content) ?? content, calls: [] };
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return { say: content, calls: [] };
  const { say, calls } = asRecord(answer);
  const made = (Array.isArray(calls) ? calls : []).map((call, at): RawCall => {
    const { tool, arguments: given } = asRecord(call);
    return { id: `call_${at}`, name: asText(tool), arguments: JSON.stringify(given ?? {}) };
  });
  return { say: asText(say), calls: made };
}

/** The text of an answer that was cut off; its calls are dropped. Null for an answer in another form. */
function cutSay(content: string): string | null {
  if (!/^\s*\{\s*(?:"(?:calls|say)?|$)/.test(content)) return null;
  const said = /"say"\s*:\s*"((?:[^"\\]|\\.)*)/s.exec(content)?.[1] ?? "";
  const text = jsonOf(`"${said.replace(/\\u[\da-f]{0,3}$/i, "")}"`);
  return typeof text === "string" ? text : "";
}

function wireCall({ id, name, arguments: given }: RawCall, index: number) {
  return { index, id, type: "function", function: { name, arguments: given } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
