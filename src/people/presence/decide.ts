/**
 * Whether somebody is at home, from what the signs say. Pure: times are milliseconds since the epoch, and what happens only by
 * time passing is worked out from the moment that is given.
 */
import { z } from "zod";
import { BY_HAND } from "./signs.ts";

/** What a sign says. */
const Said = z.object({
  /** true: at home · false: away · null: it does not know. */
  says: z.boolean().nullable(),
  since: z.number(),
  /** It says so until then, and `after` from then on; null: for as long as it says nothing else. */
  until: z.number().nullable(),
  after: z.boolean().nullable(),
});
export type Said = z.infer<typeof Said>;

/** What is kept of one person. */
export const PresenceState = z.object({
  /** Keyed by sign. */
  signs: z.record(z.string(), Said),
  home: z.boolean().nullable(),
  /** Since when; null while it is not known. */
  since: z.number().nullable(),
  /** Since when no sign says so any more; `quiet`: that became known from what had been kept. null: nothing else is said. */
  leaving: z.object({ since: z.number(), quiet: z.boolean() }).nullable(),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** Nothing is known of somebody. */
export const UNKNOWN: PresenceState = { signs: {}, home: null, since: null, leaving: null };

/**
 * How something came to be known: `kept`: it was so before, and is known only now · `told`: it became so · `deed`: somebody
 * came or went at this moment (a code at the door, a phone's automation, a word).
 */
export type How = "kept" | "told" | "deed";

/** A statement of a sign. */
export interface Statement {
  readonly says: boolean | null;
  /** As of a sign. */
  readonly until?: number;
  readonly after?: boolean | null;
}

export interface Settled {
  readonly state: PresenceState;
  /** It became so; `told`: it happened now, and those who wait for it hear of it. null: nothing changed. */
  readonly change: { readonly home: boolean | null; readonly told: boolean } | null;
  /** When something may change by itself; null: never. */
  readonly next: number | null;
}

/** Somebody counts as away when all signs said so for as long as this, in milliseconds. */
export const GRACE_MS = 3 * 60_000;
/** What somebody says holds against signs that know otherwise for as long as this; without such signs, until it is said anew. */
const WORD_MS = 24 * 3_600_000;

/** What a sign says, noted. What it says on does not begin anew. */
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

/** A state that was kept, with what was heard of its signs elsewhere since: of two words the newer counts. */
export function withHeard(kept: PresenceState, { signs }: PresenceState): PresenceState {
  const newer = Object.entries(signs).filter(([key, said]) => {
    const before = kept.signs[key];
    if (before === undefined) return true;
    return before.says === said.says ? (said.until ?? 0) > (before.until ?? 0) : said.since > before.since;
  });
  return { ...kept, signs: { ...kept.signs, ...Object.fromEntries(newer) } };
}

/** Without the signs that are not there any more. */
export function withSigns(state: PresenceState, kept: ReadonlySet<string>): PresenceState {
  const signs = Object.fromEntries(Object.entries(state.signs).filter(([key]) => kept.has(key) || key === BY_HAND));
  return { ...state, signs };
}

/**
 * What follows from what the signs say: at home as soon as one says so; away when all that know say so, and a while has passed;
 * not known while none knows.
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
  // Nothing was known before: that is no coming and no going, unless somebody does it now.
  if (state.home === null) return become(wanted.home, how === "deed");
  if (wanted.byWord) return become(wanted.home, how !== "kept");
  const leaving = state.leaving ?? { since: Math.min(now, wanted.since ?? now), quiet: how === "kept" };
  if (now - leaving.since < grace) return same(leaving);
  return become(wanted.home, wanted.home === false && !leaving.quiet);
}

/** What the signs come to at a moment. */
interface Wanted {
  readonly home: boolean | null;
  /** Somebody said so: nothing is waited for. */
  readonly byWord: boolean;
  /** Since when no sign says that somebody is at home, as far as that is known. */
  readonly since: number | null;
}

function wantedOf({ signs }: PresenceState, now: number): Wanted {
  const { [BY_HAND]: given, ...rest } = signs;
  const others = Object.values(rest).map((said) => saysAt(said, now));
  const known = others.filter(({ says }) => says !== null);
  const word = given && (known.length === 0 || now - given.since < WORD_MS) ? given : undefined;
  const since = known.length > 0 ? Math.max(...known.map((each) => each.since)) : null;
  if (word?.says === false) {
    // A phone that lies at home says nothing against it: one that comes home does.
    const back = others.some((each) => each.says === true && each.since > word.since);
    return { home: back, byWord: !back, since };
  }
  if (others.some(({ says }) => says === true)) return { home: true, byWord: false, since };
  const left = others.some((each) => each.says === false && word !== undefined && each.since > word.since);
  if (word?.says === true && !left) return { home: true, byWord: true, since };
  return { home: known.length > 0 ? false : null, byWord: false, since };
}

/** What a sign says at a moment, and since when. */
function saysAt(
  { says, since, until, after }: Said,
  now: number,
): { readonly says: boolean | null; readonly since: number } {
  return until !== null && now >= until ? { says: after, since: until } : { says, since };
}

/** When what the signs say changes by itself, or the wait for a departure is over. */
function nextOf({ signs, leaving }: PresenceState, now: number, grace: number): number | null {
  const ends = Object.values(signs).flatMap(({ until }) => (until !== null && until > now ? [until] : []));
  const word = signs[BY_HAND];
  const moments = [...ends, ...(word ? [word.since + WORD_MS] : []), ...(leaving ? [leaving.since + grace] : [])];
  const coming = moments.filter((moment) => moment > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
