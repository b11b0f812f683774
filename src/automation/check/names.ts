import type { NamedDefinition, NameIndex } from "../definition/names.ts";
import type { Check } from "../port.ts";
import { nameProblem } from "./problems.ts";

/**
 * A check that also finds a name which one of the others has: the definition cannot be saved then.
 * @param before what it takes the place of
 */
export function withNameCheck<Definition extends NamedDefinition>(
  check: Check<Definition>,
  names: NameIndex,
  before: (id: string) => NamedDefinition | undefined,
): Check<Definition> {
  const { definition } = check;
  const clash = definition && names.clash(definition, before(definition.id));
  return clash ? { ...check, definition: null, problems: [...check.problems, nameProblem(clash)] } : check;
}
