import { WORD_ROLES, type WordRole } from "../lexicon/types.ts";
import type { Item } from "./items.ts";

/** A set of roles, one bit each. */
export type RoleSet = Int32Array;

const BITS = 32;
const LENGTH = Math.ceil(WORD_ROLES.length / BITS);
/** Bit index of each role. */
const PLACES: ReadonlyMap<WordRole, number> = new Map(WORD_ROLES.map((role, place) => [role, place]));

export function roleSet(...roles: readonly WordRole[]): RoleSet {
  const set = new Int32Array(LENGTH);
  for (const role of roles) add(role, set);
  return set;
}

function add(role: WordRole, set: RoleSet): void {
  const place = PLACES.get(role) ?? 0;
  const word = Math.floor(place / BITS);
  set[word] = (set[word] ?? 0) | (1 << (place % BITS));
}

/** What occurs in a list of items. */
interface Said {
  readonly of: readonly Item[];
  readonly roles: RoleSet;
  readonly measured: boolean;
  readonly changed: boolean;
}

/** Number of lists that are remembered: consecutive stages ask about the same items. */
const KEPT = 4;
const kept: Said[] = [];
let next = 0;

function saidIn(items: readonly Item[]): Said {
  for (const said of kept) if (said.of === items) return said;
  const roles = new Int32Array(LENGTH);
  let [measured, changed] = [false, false];
  for (const { lex, measure } of items) {
    if (lex) for (const role of lex.roles) add(role, roles);
    measured ||= measure !== null;
    changed ||= lex !== null && lex.changes.length > 0;
  }
  const said: Said = { of: items, roles, measured, changed };
  kept[next] = said;
  next = (next + 1) % KEPT;
  return said;
}

/**
 * Whether any item can play one of these roles. Most sentences have none of the words of a stage, so stages ask this first.
 * Results are cached by the identity of the list, which must not change afterwards.
 */
export function anyHasRole(items: readonly Item[], roles: RoleSet): boolean {
  const said = saidIn(items).roles;
  for (let word = 0; word < LENGTH; word += 1) if (((said[word] ?? 0) & (roles[word] ?? 0)) !== 0) return true;
  return false;
}

/** Whether any item is an amount, a time or a date. The list must not change afterwards. */
export function anyHasMeasure(items: readonly Item[]): boolean {
  return saidIn(items).measured;
}

/** Whether any item is a relative change: "brighter". The list must not change afterwards. */
export function anyHasChange(items: readonly Item[]): boolean {
  return saidIn(items).changed;
}
