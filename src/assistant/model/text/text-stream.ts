import { cleanText } from "../../../home/index.ts";
import { withoutMarkdown } from "../../replies/markdown.ts";
import { withoutThinking } from "./thinking.ts";

/** Longest reply, in UTF-16 units. */
export const MAX_REPLY = 4000;
const CONTROL = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** A model's text as a reply: without thinking, Markdown, control characters and outer white space; lines are kept. */
export function cleanReply(text: string): string {
  const lines = withoutMarkdown(withoutThinking(text).slice(0, MAX_REPLY))
    .split(/\r?\n/)
    .map((line) => cleanText(line, MAX_REPLY));
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Shows a reply while it arrives, and takes it back when it is replaced. The shown text never ends with white space. */
export class TextStream {
  readonly #show: (text: string) => void;
  readonly #replace: (text: string) => void;
  #shown = "";
  /** White space to show once text follows it. */
  #space = "";

  constructor(show: (text: string) => void, replace: (text: string) => void) {
    this.#show = show;
    this.#replace = replace;
  }

  add(piece: string): void {
    const text = this.#space + piece.replace(CONTROL, (character) => (character === "\n" ? "\n" : " "));
    const end = text.trimEnd().length;
    this.#space = this.#shown === "" && end === 0 ? "" : text.slice(end);
    const visible = this.#shown === "" ? text.slice(0, end).trimStart() : text.slice(0, end);
    if (visible === "") return;
    this.#shown += visible;
    this.#show(visible);
  }

  /** Takes back what was shown. */
  reset(): void {
    this.#space = "";
    if (this.#shown === "") return;
    this.#shown = "";
    this.#replace("");
  }

  /** Brings the shown text to the final reply with the smallest change. */
  finish(reply: string): void {
    if (this.#shown === reply) return;
    if (reply.startsWith(this.#shown)) this.#show(reply.slice(this.#shown.length));
    else this.#replace(reply);
    this.#shown = reply;
    this.#space = "";
  }
}
