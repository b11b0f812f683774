const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const COMMA = 0x2c;

/** The result of reading a text as a JSON array. */
export type JsonEnd = "array" | "not-an-array" | "not-json" | "too-long";

/** Longest item, in UTF-16 code units: a device with three hundred properties takes a quarter. It is parsed in one piece. */
export const MAX_ITEM_LENGTH = 256 * 1024;

/**
 * Parses the items of a JSON array one at a time: parsing megabytes at once would hold the process. Items before a
 * mistake are given, and the end reports the mistake. At most the length of one item is scanned in one piece; a longer
 * one ends the text as too long. A long text that is no array is not parsed.
 * @param most items that are parsed; further ones are given as undefined
 */
export function* jsonItems(text: string, most = Number.POSITIVE_INFINITY): Generator<unknown, JsonEnd> {
  const from = text.slice(0, MAX_ITEM_LENGTH).search(/[^ \t\r\n]/);
  if (from < 0) return text.length > MAX_ITEM_LENGTH ? "too-long" : "not-json";
  if (text[from] !== "[") {
    if (text.length > MAX_ITEM_LENGTH) return "not-an-array";
    return parsed(text) === undefined ? "not-json" : "not-an-array";
  }
  let start = from + 1;
  let depth = 0;
  let count = 0;
  for (let at = start; at < text.length; at += 1) {
    if (at - start > MAX_ITEM_LENGTH) return "too-long";
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at, start + MAX_ITEM_LENGTH);
    else if (OPEN.has(code)) depth += 1;
    else if (CLOSE.has(code) && depth > 0) depth -= 1;
    else if (CLOSE.has(code) || (code === COMMA && depth === 0)) {
      const item = text.slice(start, at);
      const last = code !== COMMA;
      const empty = last && start === from + 1 && isBlank(item);
      if (!empty) {
        count += 1;
        const value = count > most ? undefined : parsed(item);
        if (value === undefined && count <= most) return "not-json";
        yield value;
      }
      if (last) return text[at] === "]" ? endOf(text.slice(at + 1)) : "not-json";
      start = at + 1;
    }
  }
  return text.length - start > MAX_ITEM_LENGTH ? "too-long" : "not-json";
}

/** What a text is by what follows its array. */
function endOf(rest: string): JsonEnd {
  if (rest.length > MAX_ITEM_LENGTH) return "too-long";
  return isBlank(rest) ? "array" : "not-json";
}

/** Where a string ends that begins at `at`; behind the text where it does not end before `limit`. */
function endOfString(text: string, at: number, limit: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0 && end <= limit; end = text.indexOf('"', end + 1)) {
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
