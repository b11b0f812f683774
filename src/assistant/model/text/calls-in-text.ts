import { JiaError, jsonTooDeep } from "../../../home/index.ts";
import type { Tool } from "../../tools/index.ts";
import type { RawCall } from "../messages.ts";

/** Most calls in one text. */
const MOST = 16;
/** Longest text that may be calls, in UTF-16 units. */
const LONGEST = 20_000;
/** Marks of chat templates and code blocks around a call. */
const AROUND =
  /^\s*(?:```(?:json|tool_code|tool_call)?|<\/?(?:tool_call|tool_calls|function_call)>|\[TOOL_CALLS\])\s*|\s*(?:```|<\/(?:tool_call|tool_calls|function_call)>)\s*$/g;
/** The border between two calls. */
const BETWEEN = /<\/tool_call>\s*<tool_call>|<\/function_call>\s*<function_call>/;
const NAMES = ["name", "tool", "tool_name", "action"] as const;
const ARGUMENTS = ["arguments", "parameters", "args", "input", "action_input", "tool_input"] as const;

/**
 * Parses a text that consists only of tool calls, each with a known tool and valid arguments. Empty for any other text: a call
 * beside other words may be a quote.
 */
export function parseTextCalls(text: string, tools: readonly Named[]): readonly RawCall[] {
  if (text.trim() === "" || text.length > LONGEST) return [];
  const calls = stripped(text)
    .split(BETWEEN)
    .map((part) => callsOf(stripped(part), tools));
  if (calls.some((each) => each === null)) return [];
  const all = calls.flatMap((each) => each ?? []);
  if (all.length > MOST || !all.every((call) => isTaken(call, tools))) return [];
  return all.map((call, at) => ({ id: `text_${at + 1}`, ...call }));
}

type Named = Pick<Tool, "name" | "prepare">;

/** Whether the tool accepts the arguments. For invalid ones the model is asked for a proper call. */
function isTaken(call: Call, tools: readonly Named[]): boolean {
  try {
    tools.find(({ name }) => name === call.name)?.prepare(JSON.parse(call.arguments));
    return true;
  } catch (error) {
    if (error instanceof JiaError || error instanceof SyntaxError) return false;
    throw error;
  }
}

type Call = Omit<RawCall, "id">;

function stripped(text: string): string {
  let before = text.trim();
  for (;;) {
    const after = before.replace(AROUND, "").trim();
    if (after === before) return after;
    before = after;
  }
}

function callsOf(text: string, tools: readonly Named[]): readonly Call[] | null {
  const called = tools.find(({ name }) => text.startsWith(name));
  if (called) {
    const [, inner] = /^\s*\(?\s*(\{[\s\S]*\})\s*\)?\s*;?$/.exec(text.slice(called.name.length)) ?? [];
    return inner === undefined || parsed(inner) === undefined ? null : [{ name: called.name, arguments: inner }];
  }
  const data = parsed(text);
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  const calls = list.map((each) => callOf(each, tools));
  return calls.length > 0 && calls.every((call) => call !== null) ? calls : null;
}

function callOf(data: unknown, tools: readonly Named[]): Call | null {
  if (typeof data !== "object" || data === null) return null;
  const given = data as Readonly<Record<string, unknown>>;
  if (typeof given["function"] === "object") return callOf(given["function"], tools);
  const name = [...NAMES, "function"].map((key) => given[key]).find((each) => typeof each === "string");
  const key = ARGUMENTS.find((each) => each in given);
  if (key === undefined || !tools.some((tool) => tool.name === name)) return null;
  const args = given[key];
  return { name: String(name), arguments: typeof args === "string" ? args : JSON.stringify(args) };
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || jsonTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
