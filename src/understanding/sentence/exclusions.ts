import { directionOf } from "../ground/frame-effects.ts";
import type { Act } from "../lexicon/types.ts";
import type { Frame, Head, PlaceReference } from "../parse/frame.ts";
import { isOpeningAct } from "../parse/opposite-acts.ts";
import type { SentenceStep } from "../plan.ts";

/** What one clause says to leave as it is. */
export interface Exclusion {
  readonly heads: readonly Head[];
  readonly places: readonly PlaceReference[];
  /** The act that must not be done to it; null: no act at all. */
  readonly act: Act | null;
}

/** What a clause says to leave as it is; null when it says no such thing, "unclear" when it is not clear what it means. */
export function exclusionOf(frame: Frame): Exclusion | "unclear" | null {
  if (!frame.negated || frame.asking !== null) return null;
  const { except, heads, places } = frame;
  const excepted = except.heads.length + except.places.length > 0;
  if (frame.leaving || (excepted && heads.length === 0))
    return { heads: [...except.heads, ...heads], places: [...except.places, ...places], act: null };
  // "don't turn off anything except the lamp"
  if (excepted) return "unclear";
  return { heads, places: heads.length > 0 ? [] : places, act: wayOf(frame) };
}

/** Adds what other clauses exclude to the exceptions of a command: "turn off all lights. Not the floor lamp". */
export function applyExclusions(frame: Frame, kept: readonly Exclusion[]): void {
  if (kept.length === 0 || frame.negated || frame.asking !== null) return;
  const except = { heads: [...frame.except.heads], places: [...frame.except.places] };
  for (const each of kept) {
    if (!keeps(each, frame)) continue;
    except.heads.push(...each.heads.filter(({ type }) => type !== "everything"));
    except.places.push(...each.places);
  }
  frame.except = except;
}

/** Whether the exclusion concerns this command: "don't turn off the lamp, dim it" excludes another act. */
function keeps({ act, heads }: Exclusion, frame: Frame): boolean {
  if (heads.some(isPronoun)) return false;
  const way = wayOf(frame);
  return act === null || way === null || act === way;
}

/** Acts with the same result, keyed by the act: what must not be turned off must not be closed or stopped. */
const WAYS: Readonly<Partial<Record<Act, Act>>> = { close: "off", stop: "off", pause: "off", open: "on", start: "on" };

function wayOf(frame: Frame): Act | null {
  const direction = directionOf(frame);
  if (frame.values.length > 0) return "set";
  if (direction !== 0) return direction > 0 ? "raise" : "lower";
  return frame.act === null ? null : (WAYS[frame.act] ?? frame.act);
}

/** Whether the clauses contradict each other: "don't turn the AC on and set it to 24". */
export function isSetThoughKeptOff(frames: readonly Frame[]): boolean {
  return frames.some((kept, at) => {
    const { negated, asking, act, values, except, leaving } = kept;
    const off = negated && asking === null && act !== null && isOpeningAct(act) && values.length === 0 && !leaving;
    if (!off || except.heads.length > 0) return false;
    return frames.slice(at + 1).some((frame) => {
      const same = frame.heads.every((head) => isPronoun(head) || kept.heads.includes(head));
      return same && !frame.negated && frame.asking === null && (frame.values.length > 0 || directionOf(frame) > 0);
    });
  });
}

function isPronoun({ type }: Head): boolean {
  return type === "it" || type === "them";
}

/** Kinds of steps that do something, now or later. */
const DOING: ReadonlySet<SentenceStep["kind"]> = new Set<SentenceStep["kind"]>([
  "do",
  "later",
  "whenever",
  "scene",
  "ask",
]);

/** Drops "leave" steps beside a command, because the reply tells what was changed. */
export function withoutKept(steps: readonly SentenceStep[]): readonly SentenceStep[] {
  return steps.some(({ kind }) => DOING.has(kind)) ? steps.filter(({ kind }) => kind !== "leave") : steps;
}
