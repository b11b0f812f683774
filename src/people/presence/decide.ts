/**
 * Decides from signs whether a person is at home. Pure: times are milliseconds since the epoch, and changes that come only with
 * time are computed from the given moment.
 */
import { z } from "zod";
import { BY_HAND } from "./signs.ts";

/** The last statement of a sign. */
const Said = z.object({
  /** true: at home · false: away · null: not known. */
  says: z.boolean().nullable(),
  since: z.number(),
  /** The end of the statement; from then on the sign states `after`. null: until the next statement. */
  until: z.number().nullable(),
  after: z.boolean().nullable(),
});
export type Said = z.infer<typeof Said>;

/** The stored presence of one person. */
export const PresenceState = z.object({
  /** Keyed by sign. */
  signs: z.record(z.string(), Said),
  home: z.boolean().nullable(),
  /** Since when `home` holds; null while it is not known. */
  since: z.number().nullable(),
  /** Since when no sign states presence any more; `quiet`: known only from retained statements. null: no departure is pending. */
  leaving: z.object({ since: z.number(), quiet: z.boolean() }).nullable(),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** The presence of a person without statements. */
export const UNKNOWN: PresenceState = { signs: {}, home: null, since: null, leaving: null };

/**
 * How a statement became known. `kept`: it held before (retained) · `told`: it changed now · `deed`: the person came or left at
 * this moment (a code at the door, a phone's automation, a sentence).
 */
export type How = "kept" | "told" | "deed";

/** A statement of a sign. */
export interface Statement {
  readonly says: boolean | null;
  /** As in a stored sign. */
  readonly until?: number;
  readonly after?: boolean | null;
}

export interface Settled {
  readonly state: PresenceState;
  /** The change of presence; `told`: it happened now, so an event is emitted. null: no change. */
  readonly change: { readonly home: boolean | null; readonly told: boolean } | null;
  /** When the presence may change with time alone; null: never. */
  readonly next: number | null;
}

/** How long all signs have to state absence before a person counts as away, in milliseconds. */
export const GRACE_MS = 3 * 60_000;
/** How long a person's own statement holds against other signs, in milliseconds; without other signs it holds until the next. */
const WORD_MS = 24 * 3_600_000;

/** The state with a new statement of a sign. A repeated statement keeps its `since`. */
export function heard(
  state: PresenceState,
  sign: string,
  { says, until, after }: Statement,
  now: number,
): PresenceState {
  const before = state.signs[sign];
  const same = before !== undefined && saysAt(before, now).says === says;
  const since = same && sign !== BY_HAND ? saysAt(before, now).since : now;
  return { ...state, signs: { ...state.signs, [sign]: { says, since, until: until ?? null, after: after ?? null } } };
}

/** Merges a stored state with the statements that this instance heard meanwhile; of two statements the newer counts. */
export function withHeard(kept: PresenceState, { signs }: PresenceState): PresenceState {
  const newer = Object.entries(signs).filter(([key, said]) => {
    const before = kept.signs[key];
    if (before === undefined) return true;
    return before.says === said.says ? (said.until ?? 0) > (before.until ?? 0) : said.since > before.since;
  });
  return { ...kept, signs: { ...kept.signs, ...Object.fromEntries(newer) } };
}

/** The state without signs that the person no longer has. @param kept keys of the present signs */
export function withSigns(state: PresenceState, kept: ReadonlySet<string>): PresenceState {
  const signs = Object.fromEntries(Object.entries(state.signs).filter(([key]) => kept.has(key) || key === BY_HAND));
  return { ...state, signs };
}

/**
 * Decides the presence: at home as soon as one sign states it; away when all signs that know state it for `grace` milliseconds;
 * not known while no sign knows.
 */
export function settle(state: PresenceState, now: number, how: How, grace = GRACE_MS): Settled {
  const wanted = wantedOf(state, now);
  const become = (home: boolean | null, told: boolean): Settled => {
    const since = home === null ? null : now;
    const next: PresenceState = { ...state, home, since, leaving: null };
    return { state: next, change: { home, told }, next: nextOf(next, now, grace) };
  };
  const same = (leaving: PresenceState["leaving"]): Settled => {
    const next = { ...state, leaving };
    return { state: next, change: null, next: nextOf(next, now, grace) };
  };
  if (wanted.home === state.home) return same(null);
  if (wanted.home === true) return become(true, state.home === null ? how === "deed" : how !== "kept");
  // From unknown it is no arrival or departure, unless the person acts now.
  if (state.home === null) return become(wanted.home, how === "deed");
  if (wanted.byWord) return become(wanted.home, how !== "kept");
  const leaving = state.leaving ?? { since: Math.min(now, wanted.since ?? now), quiet: how === "kept" };
  if (now - leaving.since < grace) return same(leaving);
  return become(wanted.home, wanted.home === false && !leaving.quiet);
}

/** What all signs together state at a moment. */
interface Wanted {
  readonly home: boolean | null;
  /** A person stated it: there is no grace. */
  readonly byWord: boolean;
  /** Since when no sign states presence; null when it is not known. */
  readonly since: number | null;
}

function wantedOf({ signs }: PresenceState, now: number): Wanted {
  const { [BY_HAND]: given, ...rest } = signs;
  const others = Object.values(rest).map((said) => saysAt(said, now));
  const known = others.filter(({ says }) => says !== null);
  const word = given && (known.length === 0 || now - given.since < WORD_MS) ? given : undefined;
  const since = known.length > 0 ? Math.max(...known.map((each) => each.since)) : null;
  if (word?.says === false) {
    // A phone that stayed at home does not contradict "I'm out"; one that comes home does.
    const back = others.some((each) => each.says === true && each.since > word.since);
    return { home: back, byWord: !back, since };
  }
  if (others.some(({ says }) => says === true)) return { home: true, byWord: false, since };
  const left = others.some((each) => each.says === false && word !== undefined && each.since > word.since);
  if (word?.says === true && !left) return { home: true, byWord: true, since };
  return { home: known.length > 0 ? false : null, byWord: false, since };
}

/** What a sign states at a moment, and since when. */
function saysAt(
  { says, since, until, after }: Said,
  now: number,
): { readonly says: boolean | null; readonly since: number } {
  return until !== null && now >= until ? { says: after, since: until } : { says, since };
}

/** The next moment at which a statement ends, or the grace of a departure is over; null: none. */
function nextOf({ signs, leaving }: PresenceState, now: number, grace: number): number | null {
  const ends = Object.values(signs).flatMap(({ until }) => (until !== null && until > now ? [until] : []));
  const word = signs[BY_HAND];
  const moments = [...ends, ...(word ? [word.since + WORD_MS] : []), ...(leaving ? [leaving.since + grace] : [])];
  const coming = moments.filter((moment) => moment > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
