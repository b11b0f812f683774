import type { Named, NamesInUse } from "../names.ts";
import type { Check } from "../port.ts";
import { nameProblem } from "../problems.ts";

/**
 * A check that also finds a name which one of the others has: the definition cannot be saved then.
 * @param before what it takes the place of
 */
export function withNames<Definition extends Named>(
  check: Check<Definition>,
  names: NamesInUse,
  before: (id: string) => Named | undefined,
): Check<Definition> {
  const { definition } = check;
  const clash = definition && names.clash(definition, before(definition.id));
  return clash ? { ...check, definition: null, problems: [...check.problems, nameProblem(clash)] } : check;
}
