import { JiaError } from "../../home/index.ts";
import { message, messages } from "../../language/index.ts";
import type { CliFlags, CommandContext } from "../command.ts";
import { fittedLines, table, tableWidth } from "../terminal/layout.ts";

/** The option of commands whose answer can be had as JSON. */
export const JSON_FLAG = {
  json: { kind: "switch", about: message("cli.json") },
} as const satisfies CliFlags;

/** The option of commands that list the newest of many; see `limitOf`. */
export const LIMIT_FLAG = {
  limit: { kind: "text", value: "N", about: message("cli.limit") },
} as const satisfies CliFlags;

/** How many are asked for: what was given, for the API to check, or the 20 that the option's help names. */
export function limitParameter({ limit }: { readonly limit?: string | undefined }): string {
  return limit ?? "20";
}

/** Prints an answer: as it is, or as the lines that people read. */
export type Print = (body: unknown, lines: () => readonly string[]) => void;

export function printer({ json }: { readonly json: boolean }, { stdout }: CommandContext): Print {
  return (body, lines) => {
    stdout.write(json ? `${JSON.stringify(body)}\n` : `${fittedLines(lines().join("\n"), stdout)}\n`);
  };
}

/** A table, or a sentence where there is nothing to list. @param kept columns that are not cut, see `table` */
export function listing(
  none: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  { style, stdout }: Pick<CommandContext, "style" | "stdout">,
  kept: readonly number[] = [],
): readonly string[] {
  return rows.length > 0 ? table([heading, ...rows], style.bold, tableWidth(stdout), kept) : [none];
}

/** In which zone the times above are, once below them; nothing below what has none. */
export function zoneLines(
  zone: string,
  shown: readonly unknown[],
  { language, style }: Pick<CommandContext, "language" | "style">,
): string[] {
  return shown.length === 0 ? [] : [style.dim(messages(language).cli.zone({ zone }))];
}

/** Fewest characters of a short id. */
const SHORTEST = 6;

/** Beginnings of ids that tell them apart among themselves; commands take them in place of the whole. */
export function shortIds(ids: readonly string[]): (id: string) => string {
  const sorted = [...new Set(ids)].sort();
  const shared = (a: string, b = ""): number => {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    return at;
  };
  const short = new Map(
    sorted.map((id, index) => {
      const length = 1 + Math.max(shared(id, sorted[index - 1]), shared(id, sorted[index + 1]));
      return [id, id.slice(0, Math.max(SHORTEST, length))];
    }),
  );
  return (id) => short.get(id) ?? id;
}

/**
 * The id that begins so.
 * @throws JiaError `usage` when several do; null: none does
 */
export function idBeginning(start: string, ids: readonly string[]): string | null {
  if (ids.includes(start)) return start;
  const [found, ...more] = [...new Set(ids)].filter((id) => id.startsWith(start));
  if (more.length > 0)
    throw new JiaError("usage", { detail: message("cli.severalIds", { start, count: more.length + 1 }) });
  return found ?? null;
}

/** A moment in a zone, to the second: "2026-11-24 18:30:00". `zone` is the home's, as for every time told in words. */
export function localMoment(iso: string, zone: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}
