import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";

/** Characters before and after which a line may break. */
const CHINESE = /[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFFEF]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const ESCAPE = "\u001B";
/** The escape sequences that `style` puts around a text. */
const PAINT = new RegExp(`(${ESCAPE}\\[[0-9;]*m)`);
/** Punctuation that must not start a line. */
const CLOSING = /^[,.;:!?)\]}，。；：！？、）」』】》”’…·]/u;

/** The width to which columns are made narrower while others are wider. */
const NARROWEST = 6;
/** Widths of prose in columns: at most on any terminal, and without one. */
const PROSE = { most: 100, usual: 80 } as const;

/** A stream that may be a terminal of a known width. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The widest table in columns: that of the terminal; no limit for a pipe or a file. */
export function tableWidth({ isTTY, columns }: Screen): number {
  return isTTY === true ? columns || PROSE.usual : Number.POSITIVE_INFINITY;
}

/** The width of prose in columns. */
export function proseWidth({ isTTY, columns }: Screen): number {
  return Math.min(PROSE.most, (isTTY === true && columns) || PROSE.usual);
}

/** The columns of a text on a terminal: two for Chinese characters, full-width signs and emoji, none for colours. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** The text, filled with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** The text in at most `width` columns, with "…" in place of the rest. Colours are kept. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let left = width - 1;
  let shown = "";
  let ended = false;
  for (const piece of text.split(PAINT)) {
    if (piece.startsWith(ESCAPE)) {
      shown += piece;
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      if (ended) break;
      left -= stringWidth(segment);
      if (left < 0) {
        shown = `${shown.trimEnd()}…`;
        ended = true;
      } else shown += segment;
    }
  }
  return shown;
}

/** The text in lines of at most `width` columns, with later lines indented by `indent`. Chinese breaks anywhere. */
export function wrap(text: string, width: number, indent = 0): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width, indent))
    .join("\n");
}

/**
 * The text for a screen: broken between words on a terminal, with later lines indented by `indent`; unchanged for a
 * pipe or a file.
 */
export function fitted(text: string, screen: Screen, indent = 0): string {
  return screen.isTTY === true ? wrap(text, tableWidth(screen), indent) : text;
}

/** The spaces and the mark at the beginning of a line. */
const HANGING = /^ *(?:[✓✗!?→+~=·-] )?/;

/** Lines for a screen like `fitted`, with continuation lines indented to their first word. */
export function fittedLines(text: string, screen: Screen): string {
  return text
    .split("\n")
    .map((line) => {
      if (textWidth(line) <= tableWidth(screen)) return line;
      return fitted(line, screen, HANGING.exec(stripVTControlCharacters(line))?.[0].length);
    })
    .join("\n");
}

function wrapLine(text: string, width: number, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/\s+|[^\s\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFFEF]+|./gu) ?? []) {
    // Space is left for punctuation after a Chinese character.
    const kept = CHINESE.test(word) && !CLOSING.test(word) ? 2 : 0;
    const room = width - kept - (lines.length > 0 ? indent : 0);
    if (line !== "" && textWidth(line) + textWidth(word.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    if (line !== "" || word.trim() !== "" || lines.length === 0) line += word;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines.join(`\n${" ".repeat(indent)}`);
}

/**
 * Rows as aligned columns with two spaces between them, in at most `width` columns of the terminal: the widest cells
 * are cut. The first row is the heading, styled by `heading`.
 * @param kept columns that are cut last: those that people copy, such as ids
 */
export function table(
  rows: readonly (readonly string[])[],
  heading: (text: string) => string,
  width = Number.POSITIVE_INFINITY,
  kept: readonly number[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
    });
  const fitted = squeezed(widths, width - 2 * (widths.length - 1), kept);
  return rows.map((row, index) => {
    const line = row
      .map((cell, i) => {
        const space = fitted[i] ?? 0;
        return padEnd(cut(cell, space), i === row.length - 1 ? 0 : space);
      })
      .join("  ")
      .trimEnd();
    return index === 0 ? heading(line) : line;
  });
}

/** Widths of columns that together take at most `space`; the widest are reduced first. */
function squeezed(widths: readonly number[], space: number, kept: readonly number[]): number[] {
  const whole = kept.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  const rest = widths.filter((_, at) => !kept.includes(at));
  // If the others would have nearly no space, all columns are cut.
  if (kept.length > 0 && space - whole >= rest.length * NARROWEST) {
    const others = squeezed(rest, space - whole, []);
    return widths.map((each, at) => (kept.includes(at) ? each : (others.shift() ?? 0)));
  }
  const fitted = [...widths];
  let over = fitted.reduce((sum, each) => sum + each, 0) - space;
  while (over > 0) {
    const widest = fitted.indexOf(Math.max(...fitted));
    const next = Math.max(NARROWEST, ...fitted.filter((each) => each < (fitted[widest] ?? 0)));
    // Columns of the same width are reduced alike.
    const alone = fitted.filter((each) => each === fitted[widest]).length === 1;
    const given = Math.min(over, alone ? Math.max(1, (fitted[widest] ?? 0) - next) : 1);
    if ((fitted[widest] ?? 0) <= NARROWEST) break;
    fitted[widest] = (fitted[widest] ?? 0) - given;
    over -= given;
  }
  return fitted;
}
