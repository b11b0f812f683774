import { patternCommonness } from "./pattern-edges.ts";

/** UTF-16 units, and pairs of them, of which a text must hold one. */
export interface RequiredUnits {
  /** Where each of them stands in the table of what a text holds. */
  readonly places: readonly number[];
  /** A text with no unit so high, or with none so low, holds none of them. */
  readonly leastHigh: number;
  readonly leastLow: number;
}

/** More needs of one pattern are not asked for: what holds these is seldom without the others. */
const MOST = 3;

/** Needs in the order in which they are asked for: what few texts hold comes first. */
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

/** The place of a pair behind those of the units; a few pairs share one, so that a text may seem to hold one that it does not. */
function pair(unit: number, next: number): number {
  return UNITS + ((Math.imul(unit, 0x9e35) + next) & (UNITS - 1));
}

/** For each place the number of the last text that held it; counts the texts. */
const heldBy = new Uint32Array(2 * UNITS);
let looked = 0;
let last = "";
let highest = -1;
let lowest = UNITS;

/** Takes a text, of which `isHeld` is asked next. */
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

/** Whether the text that was looked at last holds one of them. */
export function hasRequiredUnits({ places, leastHigh, leastLow }: RequiredUnits): boolean {
  if (leastHigh > highest || leastLow < lowest) return false;
  for (let at = 0; at < places.length; at += 1) if (heldBy[places[at] ?? 0] === looked) return true;
  return false;
}
