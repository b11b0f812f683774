import { clashOf } from "../names.ts";
import type { Check } from "../port.ts";
import { nameProblem } from "../problems.ts";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** A check that also finds a name which one of the others has: the definition cannot be saved then. */
export function withNames<Definition extends Named>(
  check: Check<Definition>,
  others: readonly Named[],
): Check<Definition> {
  const clash = check.definition && clashOf(check.definition, others);
  return clash ? { ...check, definition: null, problems: [...check.problems, nameProblem(clash)] } : check;
}
