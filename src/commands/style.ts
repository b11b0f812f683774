import { styleText } from "node:util";

/** Marks text for a terminal. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  accent(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

/** Colours when they are wanted: on a terminal, unless NO_COLOR is set (https://no-color.org) or the terminal is "dumb". */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const forced = (env["FORCE_COLOR"] ?? "") !== "" && env["FORCE_COLOR"] !== "0";
  const plain = (env["NO_COLOR"] ?? "") !== "" || (!forced && (!stream.isTTY || env["TERM"] === "dumb"));
  const paint =
    (format: Format) =>
    (text: string): string =>
      plain ? text : styleText(format, text, { validateStream: false });
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    good: paint("green"),
    bad: paint("red"),
    warn: paint("yellow"),
    accent: paint("cyan"),
  };
}

/** Columns that a text takes on a terminal: Chinese characters, full-width signs and emoji take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        char,
      )
        ? 2
        : 1;
  return width;
}

/** `text` filled with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Rows as aligned columns, two spaces between them; the first row is the heading when `heading` marks it. */
export function table(rows: readonly (readonly string[])[], heading: (text: string) => string): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
    });
  return rows.map((row, index) => {
    const line = row
      .map((cell, i) => padEnd(cell, i === row.length - 1 ? 0 : (widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
    return index === 0 ? heading(line) : line;
  });
}
