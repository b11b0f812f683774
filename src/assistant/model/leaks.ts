import type { WireTool } from "./messages.ts";

/** Marks that models' chat templates put around tool calls, and that a server should have taken out of the text. */
const MARKS = /<\/?(tool_call|tool_calls|function_call|invoke|function=)|<\|?(tool|python)[\w▁|]*|\[TOOL_CALLS\]|<｜/i;

/** Whether the text is (or holds) a tool call that came as text. Such a call is never run: the model is asked again. */
export function leaksToolCall(text: string, tools: readonly WireTool[]): boolean {
  if (MARKS.test(text)) return true;
  if (!/^\s*(```(json)?\s*)?[[{]/.test(text)) return false;
  return tools.some((tool) => text.includes(`"${tool.function.name}"`)) || /"(writes|tool_calls)"\s*:/.test(text);
}

/** Whether the text so far may still turn out to be a leaked call: it is better not shown yet. */
export function mayLeak(text: string): boolean {
  return text.trim() === "" || /^\s*[<[{`]/.test(text) || MARKS.test(text);
}
