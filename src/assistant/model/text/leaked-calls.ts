import type { WireTool } from "../messages.ts";
import { isData, mayBeRole } from "./plain-words.ts";

/** Marks of chat templates around tool calls, which a server should have removed from the text. */
const MARKS =
  /<\/?(tool_call|tool_calls|function_call|invoke|function=)|<\|?(tool|python)[\w▁|]*|\[TOOL_CALLS\]|<｜|\bto=functions\.|<\|(?:channel|constrain|call)\|>/i;
/** A call as JSON: a name beside arguments. */
const DATA =
  /"(?:name|tool|tool_name|function|action)"\s*:\s*"[\w.-]{1,80}"\s*,\s*"(?:arguments|parameters|args|input|action_input|writes)"\s*:|[{,]\s*"(?:writes|tool_calls)"\s*:\s*[[{]/;
/** What follows the name of a tool in a call: arguments in brackets or braces, or on the next line. */
const ARGUMENTS =
  /^["'`)\]]*\s*(?:\(\s*(?:\{|\w+\s*=)|:?\d*\s*\{|[,\n]\s*["'`]?(?:action[ _]input|arguments|parameters|args|input)\b)/i;

/** A call of an unknown tool on a line of its own: `undo {"device": "lamp"}`, `turn_on({"device": "lamp"})`. */
const OF_NO_TOOL = /^\s*[a-z]\w{1,60}\s*\(?\s*\{\s*"\w+"\s*:/m;

/** The name of an unknown tool that a text calls; null when there is none. */
export function unknownToolIn(text: string, tools: readonly WireTool[]): string | null {
  const [, name = ""] = /^\s*([a-z]\w{1,60})\s*\(?\s*\{\s*"\w+"\s*:/m.exec(text) ?? [];
  return name === "" || tools.some((tool) => tool.function.name === name) ? null : name;
}

/** Whether a text is or contains a tool call. Such a call never runs: the model is asked again. */
export function leaksToolCall(text: string, tools: readonly WireTool[]): boolean {
  if (MARKS.test(text) || DATA.test(text) || isData(text)) return true;
  if (tools.some((tool) => calls(text, tool.function.name)) || OF_NO_TOOL.test(text)) return true;
  if (!/^\s*(```(json)?\s*)?[[{]/.test(text)) return false;
  return tools.some((tool) => text.includes(`"${tool.function.name}"`));
}

function calls(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? "";
    const after = text.slice(at + name.length, at + name.length + 60);
    if (!/\w/.test(before) && ARGUMENTS.test(after)) return true;
  }
  return false;
}

/** Whether a text so far may become a leaked call, so that it must not be shown yet. */
export function mayLeak(text: string): boolean {
  return text.trim() === "" || mayBeRole(text) || /^\s*[<[{`]|[[{]\s*"/.test(text) || MARKS.test(text);
}
