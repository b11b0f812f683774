const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const COMMA = 0x2c;

/** What a text turned out to be at its end. */
export type JsonEnd = "array" | "not-an-array" | "not-json";

/**
 * The items of a JSON array, each parsed when it is asked for: to parse megabytes at once would hold the process. What comes
 * before a mistake is given all the same; the end tells of it.
 */
export function* jsonItems(text: string): Generator<unknown, JsonEnd> {
  const from = text.search(/[^ \t\r\n]/);
  if (from < 0) return "not-json";
  if (text[from] !== "[") return parsed(text) === undefined ? "not-json" : "not-an-array";
  let start = from + 1;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPEN.has(code)) depth += 1;
    else if (CLOSE.has(code) && depth > 0) depth -= 1;
    else if (CLOSE.has(code) || (code === COMMA && depth === 0)) {
      const item = text.slice(start, at);
      const last = code !== COMMA;
      const empty = last && start === from + 1 && isBlank(item);
      if (!empty) {
        const value = parsed(item);
        if (value === undefined) return "not-json";
        yield value;
      }
      if (last) return text[at] === "]" && isBlank(text.slice(at + 1)) ? "array" : "not-json";
      start = at + 1;
    }
  }
  return "not-json";
}

/** Where a string ends that begins at `at`; behind the text where it never does. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
