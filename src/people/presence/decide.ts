/**
 * Decides from signs whether a person is at home. Pure: times are milliseconds since the epoch, and changes that come only with
 * time are computed from the given moment.
 */
import { z } from "zod";
import { MANUAL_SIGN } from "./signs.ts";

/** The last statement of a sign. */
const SignState = z.object({
  /** true: at home · false: away · null: not known. */
  says: z.boolean().nullable(),
  since: z.number(),
  /** The end of the statement; from then on the sign states `after`. null: until the next statement. */
  until: z.number().nullable(),
  after: z.boolean().nullable(),
});
export type SignState = z.infer<typeof SignState>;

/** The stored presence of one person. */
export const PresenceState = z.object({
  /** Keyed by sign. */
  signs: z.record(z.string(), SignState),
  home: z.boolean().nullable(),
  /** Since when `home` holds; null while it is not known. */
  since: z.number().nullable(),
  /** Since when no sign states presence any more; `quiet`: known only from retained statements. null: no departure is pending. */
  leaving: z.object({ since: z.number(), quiet: z.boolean() }).nullable(),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** The presence of a person without statements. */
export const UNKNOWN_PRESENCE: PresenceState = { signs: {}, home: null, since: null, leaving: null };

/**
 * How a statement became known. `kept`: it held before (retained) · `told`: it changed now · `deed`: the person came or left at
 * this moment (a code at the door, a phone's automation, a sentence).
 */
export type StatementSource = "kept" | "told" | "deed";

/** A statement of a sign. */
export interface SignStatement {
  readonly says: boolean | null;
  /** As in a stored sign. */
  readonly until?: number;
  readonly after?: boolean | null;
}

export interface PresenceDecision {
  readonly state: PresenceState;
  /** The change of presence; `announced`: it happened now, so an event is emitted. null: no change. */
  readonly change: { readonly home: boolean | null; readonly announced: boolean } | null;
  /** When the presence may change with time alone; null: never. */
  readonly next: number | null;
}

/** How long all signs have to state absence before a person counts as away, in milliseconds. */
export const GRACE_MS = 3 * 60_000;
/** How long a person's own statement holds against other signs, in milliseconds; without other signs it holds until the next. */
const WORD_MS = 24 * 3_600_000;

/** The state with a new statement of a sign. A repeated statement keeps its `since`. */
export function withStatement(
  state: PresenceState,
  sign: string,
  { says, until, after }: SignStatement,
  now: number,
): PresenceState {
  const before = state.signs[sign];
  const same = before !== undefined && signAt(before, now).says === says;
  const since = same && sign !== MANUAL_SIGN ? signAt(before, now).since : now;
  return { ...state, signs: { ...state.signs, [sign]: { says, since, until: until ?? null, after: after ?? null } } };
}

/** Merges a stored state with the statements that this instance heard meanwhile; of two statements the newer counts. */
export function mergeSigns(kept: PresenceState, { signs }: PresenceState): PresenceState {
  const newer = Object.entries(signs).filter(([key, said]) => {
    const before = kept.signs[key];
    if (before === undefined) return true;
    return before.says === said.says ? (said.until ?? 0) > (before.until ?? 0) : said.since > before.since;
  });
  return { ...kept, signs: { ...kept.signs, ...Object.fromEntries(newer) } };
}

/** The state without signs that the person no longer has. @param kept keys of the present signs */
export function keepSigns(state: PresenceState, kept: ReadonlySet<string>): PresenceState {
  const signs = Object.fromEntries(Object.entries(state.signs).filter(([key]) => kept.has(key) || key === MANUAL_SIGN));
  return { ...state, signs };
}

/**
 * Decides the presence: at home as soon as one sign states it; away when all signs that know state it for `grace` milliseconds;
 * not known while no sign knows.
 */
export function decidePresence(
  state: PresenceState,
  now: number,
  how: StatementSource,
  grace = GRACE_MS,
): PresenceDecision {
  const wanted = resultOfSigns(state, now);
  const become = (home: boolean | null, announced: boolean): PresenceDecision => {
    const since = home === null ? null : now;
    const next: PresenceState = { ...state, home, since, leaving: null };
    return { state: next, change: { home, announced }, next: nextChangeAt(next, now, grace) };
  };
  const same = (leaving: PresenceState["leaving"]): PresenceDecision => {
    const next = { ...state, leaving };
    return { state: next, change: null, next: nextChangeAt(next, now, grace) };
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
interface SignsResult {
  readonly home: boolean | null;
  /** A person stated it: there is no grace. */
  readonly byWord: boolean;
  /** Since when no sign states presence; null when it is not known. */
  readonly since: number | null;
}

function resultOfSigns({ signs }: PresenceState, now: number): SignsResult {
  const { [MANUAL_SIGN]: given, ...rest } = signs;
  const others = Object.values(rest).map((said) => signAt(said, now));
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
function signAt(
  { says, since, until, after }: SignState,
  now: number,
): { readonly says: boolean | null; readonly since: number } {
  return until !== null && now >= until ? { says: after, since: until } : { says, since };
}

/** The next moment at which a statement ends, or the grace of a departure is over; null: none. */
function nextChangeAt({ signs, leaving }: PresenceState, now: number, grace: number): number | null {
  const ends = Object.values(signs).flatMap(({ until }) => (until !== null && until > now ? [until] : []));
  const word = signs[MANUAL_SIGN];
  const moments = [...ends, ...(word ? [word.since + WORD_MS] : []), ...(leaving ? [leaving.since + grace] : [])];
  const coming = moments.filter((moment) => moment > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
