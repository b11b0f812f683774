import { directionOf } from "../ground/compute.ts";
import type { Act } from "../lexicon/types.ts";
import { opens } from "../parse/contrary.ts";
import type { Frame, Head, Place } from "../parse/frame.ts";
import type { Step } from "../plan.ts";

/** What one clause of a sentence says to leave as it is. */
export interface Kept {
  readonly heads: readonly Head[];
  readonly places: readonly Place[];
  /** What shall not be done to it; null when nothing shall be. */
  readonly act: Act | null;
}

/** What is left alone by a clause that says so; null for any other. "unclear" when nobody can tell what it leaves. */
export function keptBy(frame: Frame): Kept | "unclear" | null {
  if (!frame.negated || frame.asking !== null) return null;
  const { except, heads, places } = frame;
  const excepted = except.heads.length + except.places.length > 0;
  if (frame.leaving || (excepted && heads.length === 0))
    return { heads: [...except.heads, ...heads], places: [...except.places, ...places], act: null };
  // "don't turn off anything except the lamp"
  if (excepted) return "unclear";
  return { heads, places: heads.length > 0 ? [] : places, act: wayOf(frame) };
}

/** Takes what other clauses of the sentence keep out of a command: "turn off all lights. Not the floor lamp". */
export function exceptKept(frame: Frame, kept: readonly Kept[]): void {
  if (kept.length === 0 || frame.negated || frame.asking !== null) return;
  const except = { heads: [...frame.except.heads], places: [...frame.except.places] };
  for (const each of kept) {
    if (!keeps(each, frame)) continue;
    except.heads.push(...each.heads.filter(({ type }) => type !== "everything"));
    except.places.push(...each.places);
  }
  frame.except = except;
}

/** Whether something kept may be part of what is commanded: "don't turn off the lamp, dim it" keeps it from another act. */
function keeps({ act, heads }: Kept, frame: Frame): boolean {
  if (heads.some(isPronoun)) return false;
  const way = wayOf(frame);
  return act === null || way === null || act === way;
}

/** Acts that come to the same: what shall not be turned off shall not be closed or stopped. */
const WAYS: Readonly<Partial<Record<Act, Act>>> = { close: "off", stop: "off", pause: "off", open: "on", start: "on" };

function wayOf(frame: Frame): Act | null {
  const direction = directionOf(frame);
  if (frame.values.length > 0) return "set";
  if (direction !== 0) return direction > 0 ? "raise" : "lower";
  return frame.act === null ? null : (WAYS[frame.act] ?? frame.act);
}

/** "don't turn the AC on and set it to 24": it can't be set and stay off, so nobody can tell what is wanted. */
export function isSetThoughKeptOff(frames: readonly Frame[]): boolean {
  return frames.some((kept, at) => {
    const { negated, asking, act, values, except, leaving } = kept;
    const off = negated && asking === null && act !== null && opens(act) && values.length === 0 && !leaving;
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

/** Steps that do something, now or later. */
const DOING: ReadonlySet<Step["kind"]> = new Set<Step["kind"]>(["do", "later", "whenever", "scene", "ask"]);

/** Of what is kept beside a command nothing more is said: the answer tells what was changed. */
export function withoutKept(steps: readonly Step[]): readonly Step[] {
  return steps.some(({ kind }) => DOING.has(kind)) ? steps.filter(({ kind }) => kind !== "leave") : steps;
}
