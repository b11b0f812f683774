import { JsonText } from "../home/index.ts";

/** Longest entry that is taken, in UTF-16 units. */
const MAX_ITEM = 10_000;
/** An entry of the list stands in a list, which stands in the object of the answer. */
const ITEM_DEPTH = 3;

/**
 * Takes the entries out of an object with a long list, `{"instances":[{…},{…}]}`, while it comes: each is parsed by itself,
 * so that a list of many megabytes is never parsed in one piece.
 */
export class ListedItems {
  readonly #text = new JsonText();
  /** The beginning of an entry that has not ended. */
  #begun = "";

  /** The entries, as JSON, that end in this piece. */
  push(piece: string): string[] {
    const items: string[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const before = this.#text.depth;
      this.#text.take(piece.charCodeAt(at));
      const { depth } = this.#text;
      if (depth === ITEM_DEPTH && before < depth) from = at;
      if (depth === ITEM_DEPTH - 1 && before > depth) {
        const item = this.#begun + piece.slice(from, at + 1);
        if (item.length <= MAX_ITEM) items.push(item);
        this.#begun = "";
      }
    }
    if (this.#text.depth >= ITEM_DEPTH && this.#begun.length <= MAX_ITEM) this.#begun += piece.slice(from);
    return items;
  }
}
