import { cleanText } from "../../home/index.ts";

/** Marks of Markdown around words: `**bold**`, `*so*`, `__bold__`, `` `code` ``. Spaces inside them are no marks: "2 * 3 * 4". */
const AROUND = /(\*{1,3}|__|~~|`{1,2})(?=\S)([^\n]*?\S)\1/gu;
/** What stands before a line: a heading, a quote, a point of a list; lines that only draw. */
const BEFORE = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[*+•-][ \t]+)/gmu;
const DRAWN = /^[ \t]*(?:```.*|[-*_]{3,}|\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*)$\n?/gmu;

/** A model's text without the marks of Markdown: a reply is spoken or shown as it is. */
export function withoutMarkdown(text: string): string {
  return text.replace(DRAWN, "").replace(BEFORE, "").replace(AROUND, "$2").replace(AROUND, "$2");
}

/** A model's text as it is saved, said or shown later: one line, without marks and without what cannot be seen. */
export function plainLine(text: string, max: number): string {
  return withoutMarkdown(cleanText(withoutMarkdown(text), max));
}
