import type { Writable } from "node:stream";
import { fitted } from "./layout.ts";

/** Chinese characters and punctuation, after which a word cannot continue. */
const WIDE = /[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Prints a text that arrives in pieces on a terminal, broken between words as if it had come at once. */
export class StreamedText {
  readonly #screen: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  #text = "";
  #shown = "";

  constructor(screen: Writable & { readonly isTTY?: boolean; readonly columns?: number }) {
    this.#screen = screen;
  }

  /** The text on the terminal, with its line breaks. */
  get shown(): string {
    return this.#shown;
  }

  /** Prints the next piece, up to its last complete word. */
  add(piece: string): void {
    this.#text += piece;
    this.#show(this.#text.slice(0, wholeWords(this.#text)));
  }

  /** Prints the last word, which might have continued. */
  end(): void {
    this.#show(this.#text);
  }

  /** Begins again with another text, after the shown one was erased. */
  replace(text: string): void {
    this.#text = "";
    this.#shown = "";
    this.add(text);
  }

  #show(text: string): void {
    const set = fitted(text.trimEnd(), this.#screen);
    this.#screen.write(set.slice(this.#shown.length));
    this.#shown = set;
  }
}

/** The length of the part of a text that later text cannot change: up to the last space or Chinese character. */
function wholeWords(text: string): number {
  for (let at = text.length; at > 0; at -= 1) {
    const char = text[at - 1] ?? "";
    if (/\s/.test(char) || WIDE.test(char)) return at;
  }
  return 0;
}
