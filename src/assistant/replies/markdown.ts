import { cleanText } from "../../home/index.ts";

/** Marks of Markdown around words: `**bold**`, `*so*`, `__bold__`, `` `code` ``. Spaces inside them are no marks: "2 * 3 * 4". */
const AROUND = /(\*{1,3}|__|~~|`{1,2})(?=\S)([^\n]*?\S)\1/gu;
/** Marks at the begin of a line: headings, quotes, list points; and lines of marks alone. */
const BEFORE = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[*+•-][ \t]+)/gmu;
const DRAWN = /^[ \t]*(?:```.*|[-*_]{3,}|\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*)$\n?/gmu;

/** A model's text without the marks of Markdown: a reply is spoken or shown as it is. */
export function withoutMarkdown(text: string): string {
  return text.replace(DRAWN, "").replace(BEFORE, "").replace(AROUND, "$2").replace(AROUND, "$2");
}

/** A model's text as one line, without Markdown and control characters, of at most `max` characters. */
export function plainLine(text: string, max: number): string {
  return withoutMarkdown(cleanText(withoutMarkdown(text), max));
}
