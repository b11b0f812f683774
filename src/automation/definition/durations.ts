/** Durations as people write them in files: `90s`, `20m`, `1h30m`, `2d`, or a number of seconds. */
import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";

/** Milliseconds of a unit, keyed by its letter. */
const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const DURATION =
  /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;
/** Longest duration that is taken: 366 days. */
const MAX_DURATION_MS = 366 * UNITS.d;

/** Milliseconds of a duration, null when it is not one or is longer than a year. */
export function durationMs(duration: number | string): number | null {
  const ms = typeof duration === "number" ? duration * 1000 : writtenMs(duration);
  return ms !== null && Number.isFinite(ms) && ms >= 0 && ms <= MAX_DURATION_MS ? Math.round(ms) : null;
}

function writtenMs(text: string): number | null {
  const match = text === "" ? null : DURATION.exec(text.replaceAll(" ", "").toLowerCase());
  if (!match) return null;
  const [, d = "0", h = "0", m = "0", s = "0", ms = "0"] = match;
  return Number(d) * UNITS.d + Number(h) * UNITS.h + Number(m) * UNITS.m + Number(s) * UNITS.s + Number(ms);
}

/** Milliseconds of a duration that the schema has let through. */
export function toMs(duration: number | string): number {
  return durationMs(duration) ?? 0;
}

/** The shortest spelling: 5 400 000 → `1h30m`. */
export function formatDuration(ms: number): string {
  let rest = Math.round(ms);
  let text = "";
  for (const [unit, size] of Object.entries(UNITS)) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text || "0s";
}

export const Duration = z
  .union([z.number().nonnegative(), z.string().max(40)])
  .refine((given) => durationMs(given) !== null, "definition.duration" satisfies MessageKey);
export type Duration = z.infer<typeof Duration>;

/** A duration with a sign: `-30m` before, `30m` after. */
export const Offset = z
  .string()
  .max(40)
  .refine((given) => durationMs(given.replace(/^[+-]/, "")) !== null, "definition.offset" satisfies MessageKey);
export type Offset = z.infer<typeof Offset>;

/** Milliseconds of an offset, negative before. */
export function offsetMs(offset: string | undefined): number {
  if (!offset) return 0;
  const ms = durationMs(offset.replace(/^[+-]/, "")) ?? 0;
  return offset.startsWith("-") ? -ms : ms;
}
