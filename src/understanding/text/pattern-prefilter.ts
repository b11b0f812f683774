import { patternCommonness } from "./pattern-edges.ts";

/** UTF-16 units, and pairs of them; a text must contain at least one. */
export interface RequiredUnits {
  /** Index of each in the table `heldBy`. */
  readonly places: readonly number[];
  /** A text whose highest unit is lower, or whose lowest unit is higher, contains none of them. */
  readonly leastHigh: number;
  readonly leastLow: number;
}

/** Further needs of a pattern are not checked: a text that fulfils these seldom lacks the others. */
const MOST = 3;

/** Needs in the order in which they are checked: the most selective first. */
export function requiredUnitsOf(sets: readonly ReadonlySet<string>[]): readonly RequiredUnits[] {
  return [...sets]
    .sort((a, b) => patternCommonness(a) - patternCommonness(b))
    .slice(0, MOST)
    .map((set) => {
      const held = [...set].map((each) => [each.charCodeAt(0), each.charCodeAt(each.length - 1)] as const);
      return {
        places: [...set].map((each) =>
          each.length > 1 ? pair(each.charCodeAt(0), each.charCodeAt(1)) : each.charCodeAt(0),
        ),
        leastHigh: Math.min(...held.map((units) => Math.max(...units))),
        leastLow: Math.max(...held.map((units) => Math.min(...units))),
      };
    });
}

const UNITS = 2 ** 16;

/** Index of a pair, after those of single units. Pairs are hashed, so a text may seem to contain a pair that it does not. */
function pair(unit: number, next: number): number {
  return UNITS + ((Math.imul(unit, 0x9e35) + next) & (UNITS - 1));
}

/** Number of the last scanned text that contains each unit or pair, by index. */
const heldBy = new Uint32Array(2 * UNITS);
let looked = 0;
let last = "";
let highest = -1;
let lowest = UNITS;

/** Scans a text; `hasRequiredUnits` answers for the text that was scanned last. */
export function scanText(text: string): void {
  if (text === last) return;
  last = text;
  looked += 1;
  highest = -1;
  lowest = UNITS;
  let before = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    heldBy[unit] = looked;
    if (before >= 0) heldBy[pair(before, unit)] = looked;
    if (unit > highest) highest = unit;
    if (unit < lowest) lowest = unit;
    before = unit;
  }
}

/** Whether the text that was scanned last contains one of them. */
export function hasRequiredUnits({ places, leastHigh, leastLow }: RequiredUnits): boolean {
  if (leastHigh > highest || leastLow < lowest) return false;
  for (let at = 0; at < places.length; at += 1) if (heldBy[places[at] ?? 0] === looked) return true;
  return false;
}
