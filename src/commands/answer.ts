import { message } from "../language/index.ts";
import type { CommandContext, Flags } from "./command.ts";
import { table } from "./layout.ts";
import type { Style } from "./style.ts";

/** The option of commands whose answer can be had as JSON. */
export const JSON_FLAG = {
  json: { kind: "switch", about: message("cli.json") },
} as const satisfies Flags;

/** The option of commands that list the newest of many; see `limitOf`. */
export const LIMIT_FLAG = {
  limit: { kind: "text", value: "N", about: message("cli.limit") },
} as const satisfies Flags;

/** How many are asked for: what was given, for the API to check, or the 20 that the option's help names. */
export function limitOf({ limit }: { readonly limit?: string | undefined }): string {
  return limit ?? "20";
}

/** Prints an answer: as it is, or as the lines that people read. */
export type Print = (body: unknown, lines: () => readonly string[]) => void;

export function printer({ json }: { readonly json: boolean }, { stdout }: CommandContext): Print {
  return (body, lines) => {
    stdout.write(json ? `${JSON.stringify(body)}\n` : `${lines().join("\n")}\n`);
  };
}

/** A table, or a sentence where there is nothing to list. */
export function listing(
  none: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  return rows.length > 0 ? table([heading, ...rows], style.bold) : [none];
}

/** A moment in a zone, to the second: "2026-11-24 18:30:00". `zone` is the home's, as for every time told in words. */
export function localMoment(iso: string, zone: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}
