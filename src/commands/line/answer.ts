import { JiaError } from "../../home/index.ts";
import { message, messages } from "../../language/index.ts";
import type { CliFlags, CommandContext } from "../command.ts";
import { fittedLines, table, tableWidth } from "../terminal/layout.ts";

/** The option of commands that can print JSON. */
export const JSON_FLAG = {
  json: { kind: "switch", about: message("cli.json") },
} as const satisfies CliFlags;

/** The option of commands that list the newest of many; see `limitOf`. */
export const LIMIT_FLAG = {
  limit: { kind: "text", value: "N", about: message("cli.limit") },
} as const satisfies CliFlags;

/** The value of the limit for the API: as given, or 20 as the help says. */
export function limitParameter({ limit }: { readonly limit?: string | undefined }): string {
  return limit ?? "20";
}

/** Prints an answer as JSON, or as lines for people. */
export type Print = (body: unknown, lines: () => readonly string[]) => void;

/** The function that prints an answer, as the option `--json` says. */
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

/** A line with the time zone of the times above; nothing below lines without times. */
export function zoneLines(
  zone: string,
  shown: readonly unknown[],
  { language, style }: Pick<CommandContext, "language" | "style">,
): string[] {
  return shown.length === 0 ? [] : [style.dim(messages(language).cli.zone({ zone }))];
}

/** The fewest characters of a short id. */
const SHORTEST = 6;

/** Makes the shortest distinct beginnings of ids, which commands take in place of whole ids. */
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
 * The id with this beginning; null when there is none.
 * @throws JiaError `usage` when there are several
 */
export function idBeginning(start: string, ids: readonly string[]): string | null {
  if (ids.includes(start)) return start;
  const [found, ...more] = [...new Set(ids)].filter((id) => id.startsWith(start));
  if (more.length > 0)
    throw new JiaError("usage", { detail: message("cli.severalIds", { start, count: more.length + 1 }) });
  return found ?? null;
}

/**
 * A moment in a zone to the second: "2026-11-24 18:30:00".
 * @param zone the IANA zone of the home
 */
export function localMoment(iso: string, zone: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}
