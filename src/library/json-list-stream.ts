import { JsonText } from "../home/index.ts";

/** Longest entry, in UTF-16 units; longer ones are left out. */
const MAX_ITEM = 10_000;
/** The nesting depth inside an entry: object, list, entry. */
const ITEM_DEPTH = 3;

/**
 * Splits a streamed object with a long list, `{"instances":[{…},{…}]}`, into the entries of the list, so that many megabytes
 * are never parsed in one piece.
 */
export class JsonListStream {
  readonly #text = new JsonText();
  /** The text so far of an unfinished entry. */
  #begun = "";

  /** Takes the next piece of the text. @returns the entries that end in it, as JSON */
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
