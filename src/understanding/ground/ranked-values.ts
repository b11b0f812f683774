import type { Property } from "../../home/index.ts";
import { describes } from "../../language/index.ts";

/** Property types whose listed values are always steps, whatever their names. */
const STEPPED = /level|speed|intensity|strength|gear|volume|brightness|suction|cleaning-mode|mop-mode|water-grade/;

/** Descriptions that are no step: the device chooses itself, or does nothing. */
const NO_STEP = ["auto", "off", "close", "none", "idle", "sleep", "natural", "favorite", "manual", "smart"] as const;

/** Descriptions of steps, from the least to the most. */
const STEPS: readonly (readonly string[])[] = [
  ["silent"],
  ["low"],
  ["basic", "standard", "normal", "medium", "middle", "mid"],
  ["high", "hight", "strong"],
  ["turbo", "full speed"],
];

const NUMBERED = /^(?:level|speed|gear|stage|step|grade)?[ -]?\d+$/i;

const known = new WeakMap<Property, readonly number[]>();

/**
 * The values of a list from the least to the most, without those that are no step ("Auto", "Off"). Empty where the list has
 * no order, as in "Cool, Dry, Heat".
 */
export function rankedValues(property: Property): readonly number[] {
  let found = known.get(property);
  if (!found) {
    found = ranked(property);
    known.set(property, found);
  }
  return found;
}

function ranked({ type, values }: Property): readonly number[] {
  const steps = values
    .filter(({ description }) => !describes(description, NO_STEP))
    .map(({ value, description }) => ({ value, step: stepOf(description) }));
  const known = STEPPED.test(type) ? steps : steps.filter(({ step }) => step !== null);
  if (known.length < 2) return STEPPED.test(type) ? known.map(({ value }) => value) : [];
  const distinct =
    new Set(known.map(({ step }) => step)).size === known.length && known.every(({ step }) => step !== null);
  return known
    .toSorted((a, b) => (distinct ? (a.step ?? 0) - (b.step ?? 0) : a.value - b.value))
    .map(({ value }) => value);
}

/** Rank of a description; null when it is no step. Numbered ones come after words, in their order. */
function stepOf(description: string): number | null {
  if (NUMBERED.test(description.trim())) return STEPS.length + Number(/\d+/.exec(description)?.[0]);
  const step = STEPS.findIndex((keys) => describes(description, keys));
  return step < 0 ? null : step;
}

/** The value at a part (0 to 1) of a ranked list; null where the list has no order. */
export function rankedValueAt(property: Property, part: number): number | null {
  const ranked = rankedValues(property);
  if (ranked.length < 2 || part <= 0 || part > 1) return null;
  return ranked[Math.max(1, Math.round(part * ranked.length)) - 1] ?? null;
}
