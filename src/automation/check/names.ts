import { slug } from "../../home/index.ts";
import type { NamedDefinition, NameIndex } from "../definition/names.ts";
import type { Check } from "../port.ts";
import { nameProblem } from "./problems.ts";

/**
 * The check with a problem added when another definition has the name; it cannot be saved then.
 * @param before the saved definition that it replaces
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

/** An id made from a name, with a number where it is taken. */
export function freeDefinitionId(name: string, fallback: string, taken: (id: string) => boolean): string {
  const wanted =
    slug(name)
      .replace(/[^\p{Ll}\p{Lo}\p{N}-]/gu, "")
      .replace(/^-+/, "")
      .slice(0, 60) || fallback;
  let id = wanted;
  for (let n = 2; taken(id); n += 1) id = `${wanted}-${n}`;
  return id;
}
