import { ChatRequest$outboundSchema as requestSchema } from "@openrouter/sdk/models/chatrequest.js";
import type { ModelMessage } from "../../src/assistant/model/messages.ts";

/** A chat request as it is on the wire. */
export interface WireRequest {
  readonly model: string;
  readonly models?: readonly string[];
  readonly messages: readonly ModelMessage[];
  readonly tools?: readonly { readonly function: { readonly name: string; readonly description: string } }[];
  readonly tool_choice?: string;
  readonly [field: string]: unknown;
}

/** What is wrong with a request, by OpenRouter's own schema and by the rules for tool calls; empty when nothing is. */
export function requestProblems(body: WireRequest): string[] {
  const parsed = requestSchema.safeParse(camelCased(body));
  if (!parsed.success) return [`not OpenRouter's schema: ${parsed.error.message}`];
  // The schema leaves out what it does not know: what comes back has to be what was sent.
  const unknown = differences(body, parsed.data, "");
  return [...unknown.map((path) => `OpenRouter does not know ${path}`), ...toolProblems(body)];
}

/** Every tool call has its one result, right after it; tools are named in every request that has tool messages. */
function toolProblems({ messages, tools }: WireRequest): string[] {
  const problems: string[] = [];
  let open: string[] = [];
  for (const message of messages) {
    if (message.role === "tool") {
      if (!open.includes(message.tool_call_id)) problems.push(`a result without a call: ${message.tool_call_id}`);
      open = open.filter((id) => id !== message.tool_call_id);
      continue;
    }
    if (open.length > 0) problems.push(`calls without a result: ${open.join(", ")}`);
    open = message.role === "assistant" ? (message.tool_calls ?? []).map(({ id }) => id) : [];
    if (new Set(open).size !== open.length) problems.push(`one id twice: ${open.join(", ")}`);
  }
  if (open.length > 0) problems.push(`calls without a result: ${open.join(", ")}`);
  if (!tools && messages.some(({ role }) => role === "tool")) problems.push("tool messages without tools");
  return problems;
}

/** The SDK's outbound schemas take camelCase keys and give the wire's snake_case. Schemas of tools are left as they are. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      key === "parameters" ? inner : camelCased(inner),
    ]),
  );
}

/** Paths at which two values are not the same. */
function differences(sent: unknown, known: unknown, path: string): string[] {
  if (typeof sent !== "object" || sent === null || typeof known !== "object" || known === null) {
    return sent === known ? [] : [path];
  }
  const keys = new Set([...Object.keys(sent), ...Object.keys(known)]);
  return [...keys].flatMap((key) => differences(Reflect.get(sent, key), Reflect.get(known, key), `${path}/${key}`));
}
