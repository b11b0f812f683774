/** Deepest nesting of JSON from outside: far more than any tool or answer needs, and far less than the stack holds. */
export const MAX_JSON_DEPTH = 64;

/** Reads JSON text piece by piece, each character once: how deep it is nested, and whether its object has ended. */
export class JsonScanner {
  #depth = 0;
  #deepest = 0;
  /** The first character that is no white space; 0 before it. */
  #first = 0;
  #inString = false;
  #escaped = false;

  push(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.take(text.charCodeAt(at));
  }

  /** The nesting depth at the current position. */
  get depth(): number {
    return this.#depth;
  }

  /** The deepest nesting so far. */
  get deepest(): number {
    return this.#deepest;
  }

  /** Whether an object began and every bracket and string of it is closed. */
  get ended(): boolean {
    return this.#first === OPEN_BRACE && this.#depth <= 0 && !this.#inString;
  }

  /** Reads one UTF-16 unit. */
  take(code: number): void {
    if (this.#first === 0 && code > SPACE) this.#first = code;
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (code === BACKSLASH) this.#escaped = true;
      else if (code === QUOTE) this.#inString = false;
      return;
    }
    if (code === QUOTE) this.#inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.#depth += 1;
      if (this.#depth > this.#deepest) this.#deepest = this.#depth;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#depth -= 1;
  }
}

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Whether JSON text is nested deeper than MAX_JSON_DEPTH. Such text must not be parsed. */
export function jsonTooDeep(text: string): boolean {
  const scan = new JsonScanner();
  scan.push(text);
  return scan.deepest > MAX_JSON_DEPTH;
}

/** Whether parsed JSON is nested deeper than MAX_JSON_DEPTH. */
export function nestsTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= MAX_JSON_DEPTH; depth += 1) {
    const below: unknown[] = [];
    for (const each of level) {
      if (typeof each === "object" && each !== null) for (const inner of Object.values(each)) below.push(inner);
    }
    if (below.length === 0) return false;
    level = below;
  }
  return true;
}
