import type { WishSign } from "../../language/index.ts";
import type { Act } from "../../understanding/lexicon/types.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart, StatementClause } from "../statements/clause.ts";

/** How far a person's words go in what they want saved: what goes beyond them needs a yes. */
export interface WishBounds {
  /** Which way things are to be switched; null where the words go both ways, or none. */
  readonly way: "on" | "off" | null;
  /** The words name a condition. */
  readonly conditional: boolean;
  /** The words ask for something that recurs: "every day". */
  readonly recurs: boolean;
  /** The words leave something out, or as it is: "but not the TV". */
  readonly spares: boolean;
  /** The words ask only for a message. */
  readonly onlyTold: boolean;
  /** Clock times in the words, in minutes from midnight or noon: few words say which half of the day. */
  readonly clocks: readonly number[];
  /** Durations in the words, in minutes: "an hour earlier". */
  readonly minutes: readonly number[];
}

/** The bounds of words that say nothing. */
export const NO_WISH_BOUNDS: WishBounds = {
  way: null,
  conditional: false,
  recurs: false,
  spares: false,
  onlyTold: false,
  clocks: [],
  minutes: [],
};

const OFF: ReadonlySet<Act> = new Set(["off", "close", "lock", "stop", "pause", "mute"]);
const ON: ReadonlySet<Act> = new Set(["on", "open", "unlock", "start", "play", "resume", "unmute"]);
const CONDITIONS = ["if", "when", "when_end", "whenever", "unless", "tellsIf"] as const;
const HALF_DAY = 12 * 60;

/**
 * The bounds that clauses set.
 * @param follows the action comes after a state that triggers it: 一有人走动就开灯
 */
export function boundsOf(
  clauses: readonly StatementClause[],
  signs: ReadonlySet<WishSign>,
  follows: boolean,
): WishBounds {
  const parts = clauses.flatMap((clause) => clause.parts);
  return {
    way: wayOf(clauses),
    conditional: follows || parts.some(isCondition),
    recurs: signs.has("recurs"),
    spares: signs.has("spares"),
    onlyTold: onlyTells(clauses),
    clocks: parts.flatMap((part, at) => clockOf(part, parts[at - 1])),
    minutes: parts.flatMap(({ measure }) => (measure?.kind === "duration" ? [measure.seconds / 60] : [])),
  };
}

/** The clock time of a part in minutes of half a day, also of a bare number: "at nine". */
function clockOf({ measure }: ClausePart, before: ClausePart | undefined): number[] {
  if (measure?.kind === "clock") return [(measure.clock.hour * 60 + measure.clock.minute) % HALF_DAY];
  if (measure?.kind !== "quantity" || measure.quantity.unit !== null || !playsRole(before, "at_time")) return [];
  const { value } = measure.quantity;
  return Number.isInteger(value) && value > 0 && value <= 24 ? [(value * 60) % HALF_DAY] : [];
}

/** Whether the words name the clock time `at` ("20:00"), or none at all. */
export function namesClockTime({ clocks }: WishBounds, at: string): boolean {
  return clocks.length === 0 || clocks.includes(minutesOf(at) % HALF_DAY);
}

/** Whether the words name the difference between two clock times: "an hour earlier" names 23:00 to 22:00. */
export function namesTimeShift({ minutes }: WishBounds, from: string, to: string): boolean {
  const moved = Math.abs(minutesOf(to) - minutesOf(from));
  return minutes.some((each) => each === moved || each === 2 * HALF_DAY - moved);
}

function minutesOf(at: string): number {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  return hour * 60 + minute;
}

function isCondition(part: ClausePart): boolean {
  return CONDITIONS.some((role) => playsRole(part, role));
}

function actsOf({ lex }: ClausePart): readonly Act[] {
  return lex?.acts ?? [];
}

function wayOf(clauses: readonly StatementClause[]): WishBounds["way"] {
  const parts = clauses.flatMap((clause) => clause.parts);
  const has = (role: "on" | "off") =>
    parts.some((part) => playsRole(part, role) || part.lex?.states.includes(role) === true);
  const acts = parts.flatMap((part) => actsOf(part));
  const off = acts.some((act) => OFF.has(act)) || has("off");
  const on = acts.some((act) => ON.has(act)) || (acts.includes("turn") && has("on"));
  const other = parts.some(
    (part) => part.predicate?.kind === "change" || actsOf(part).includes("set") || isSetting(part),
  );
  if (off) return on || other ? null : "off";
  return on ? "on" : null;
}

/** "The floor lamp at 20 percent" sets a value, so the words go both ways. */
function isSetting({ measure }: ClausePart): boolean {
  return measure?.kind === "quantity" && measure.quantity.unit !== null;
}

/** Whether the clauses ask for a message and for no action besides. */
function onlyTells(clauses: readonly StatementClause[]): boolean {
  const parts = clauses.flatMap(({ parts: own }) => own.map((part) => ({ part, own })));
  const telling = parts.findIndex(({ part }) => tells(part));
  if (telling < 0) return false;
  const deed = parts.some(({ part, own }, at) => {
    if (tells(part) || part.predicate?.weak === true || actsOf(part).length === 0) return false;
    const joined = at > telling && playsRole(parts[at - 1]?.part, "and");
    return joined || (at < telling && !own.some(isCondition));
  });
  return !deed;
}

function tells(part: ClausePart): boolean {
  return playsRole(part, "remind") || playsRole(part, "tellsIf") || actsOf(part).includes("tell");
}
