/** UTF-16 units of which a text must hold one. */
export interface Need {
  readonly units: readonly number[];
  /** The first of them. */
  readonly lowest: number;
}

/** Needs in the order in which they are asked for: that of few units is seldom met. */
export function needsOf(sets: readonly ReadonlySet<number>[]): readonly Need[] {
  return sets
    .map((set) => ({ units: [...set], lowest: Math.min(...set) }))
    .sort((a, b) => a.units.length - b.units.length);
}

/** For each unit the number of the last text that held it; counts the texts. */
const heldBy = new Uint32Array(2 ** 16);
let looked = 0;
let last = "";
let highest = -1;

/** Takes a text, of which `isHeld` is asked next. */
export function lookAt(text: string): void {
  if (text === last) return;
  last = text;
  looked += 1;
  highest = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    heldBy[unit] = looked;
    if (unit > highest) highest = unit;
  }
}

/** Whether the text that was looked at last holds one of the units. */
export function isHeld({ units, lowest }: Need): boolean {
  if (lowest > highest) return false;
  for (let at = 0; at < units.length; at += 1) if (heldBy[units[at] ?? 0] === looked) return true;
  return false;
}
