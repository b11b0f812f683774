/** Most ids that are read of a list, and the longest id. */
const MAX_IDS = 20_000;
const MAX_ID = 200;
/** The depth of an id: in an entry of the list `data` of the response. */
const ID_DEPTH = 3;

/**
 * Reads the ids of a server's list of models, `{"data":[{"id":"…"},…]}`, from a stream: a list may have megabytes, and is neither
 * stored nor parsed as a whole.
 */
export class ModelList {
  readonly #ids = new Set<string>();
  #depth = 0;
  /** The key of the current value at each depth down to ID_DEPTH; null before a key. */
  readonly #keys: (string | null)[] = [];
  #inString = false;
  #escaped = false;
  /** The current or last string, still escaped, cut after MAX_ID. */
  #text = "";

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  push(piece: string): void {
    for (const character of piece) {
      if (this.#inString) this.#inside(character);
      else this.#between(character);
    }
  }

  #inside(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === "\\") this.#escaped = true;
    else if (character === '"') {
      this.#inString = false;
      this.#ended();
      return;
    }
    if (this.#text.length <= MAX_ID) this.#text += character;
  }

  #between(character: string): void {
    switch (character) {
      case '"':
        this.#inString = true;
        this.#text = "";
        return;
      case "{":
      case "[":
        this.#depth += 1;
        this.#key(null);
        return;
      case "}":
      case "]":
        this.#depth -= 1;
        return;
      case ":":
        this.#key(this.#text);
        return;
      case ",":
        this.#key(null);
        return;
      default:
    }
  }

  #key(key: string | null): void {
    if (this.#depth >= 0 && this.#depth <= ID_DEPTH) this.#keys[this.#depth] = key;
  }

  #ended(): void {
    if (this.#depth !== ID_DEPTH || this.#keys[1] !== "data" || this.#keys[ID_DEPTH] !== "id") return;
    const id = unescaped(this.#text);
    if (id !== null && this.#ids.size < MAX_IDS) this.#ids.add(id);
  }
}

/** Unescapes the contents of a JSON string; null when it is too long or invalid. */
function unescaped(text: string): string | null {
  if (text.length > MAX_ID) return null;
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return null;
  }
}
