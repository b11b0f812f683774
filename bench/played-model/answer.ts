import type { ScriptedCall } from "../../test/support/model-server.ts";

/** What somebody who plays the model answers: words, calls of tools, or both. */
export interface PlayedAnswer {
  readonly text: string;
  readonly calls: readonly ScriptedCall[];
}

/**
 * Reads an answer as it is typed. A line that begins with the name of a tool and a brace begins a call, whose JSON may go
 * over more lines; everything else is text. Broken JSON is sent as it is: models do that too.
 * @param tools the names that the request offers
 */
export function readAnswer(typed: string, tools: readonly string[]): PlayedAnswer {
  const text: string[] = [];
  const calls: ScriptedCall[] = [];
  const lines = typed.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const begun = /^\s*([a-z_]+)\s*(\{.*)$/.exec(line);
    const [, tool = "", first = ""] = begun ?? [];
    if (!begun || !tools.includes(tool)) {
      text.push(line);
      continue;
    }
    const end = endOfJson(lines, at, first);
    calls.push({ tool, args: [first, ...lines.slice(at + 1, end + 1)].join("\n").trim() });
    at = end;
  }
  return { text: text.join("\n").trim(), calls };
}

/** The line at which the JSON that begins with `first` in line `at` is whole; `at` itself where it never is. */
function endOfJson(lines: readonly string[], at: number, first: string): number {
  let json = first;
  for (let end = at; end < lines.length; end += 1) {
    if (end > at) json += `\n${lines[end]}`;
    if (isJson(json)) return end;
  }
  return at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
