/** Longest entry that is taken, in UTF-16 units. */
const MAX_ITEM = 10_000;
/** An entry of the list stands in a list, which stands in the object of the answer. */
const ITEM_DEPTH = 3;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Takes the entries out of an object with a long list, `{"instances":[{…},{…}]}`, while it comes: each is parsed by itself,
 * so that a list of many megabytes is never parsed in one piece.
 */
export class ListedItems {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The beginning of an entry that has not ended. */
  #begun = "";

  /** The entries, as JSON, that end in this piece. */
  push(piece: string): string[] {
    const items: string[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
      } else if (code === QUOTE) this.#inString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        this.#depth += 1;
        if (this.#depth === ITEM_DEPTH) from = at;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        this.#depth -= 1;
        if (this.#depth === ITEM_DEPTH - 1) {
          const item = this.#begun + piece.slice(from, at + 1);
          if (item.length <= MAX_ITEM) items.push(item);
          this.#begun = "";
        }
      }
    }
    if (this.#depth >= ITEM_DEPTH && this.#begun.length <= MAX_ITEM) this.#begun += piece.slice(from);
    return items;
  }
}
