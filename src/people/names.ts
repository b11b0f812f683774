/** Names of people and modes: lookup, clashes and ids. */
import { slug } from "../home/index.ts";

/** Anything with an id, a name and aliases. */
export interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** A name's letters and digits alone, lower case, of one width: "Anna-Lena" → "annalena". */
function folded(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return plain || name.normalize("NFKC").trim();
}

/** The first item with this id, name or alias. */
export function findNamed<Item extends NamedRecord>(all: readonly Item[], called: string): Item | undefined {
  const wanted = folded(called);
  if (wanted === "") return undefined;
  return (
    all.find(({ id }) => id === called) ?? all.find((each) => namesOf(each).some((name) => folded(name) === wanted))
  );
}

/** A name of `person` that another item has already, with the other's id; null when all are free. */
export function nameClash(
  person: NamedRecord,
  others: readonly NamedRecord[],
): { readonly name: string; readonly id: string } | null {
  for (const name of namesOf(person)) {
    const other = others.find(
      (each) => each.id !== person.id && namesOf(each).some((taken) => folded(taken) === folded(name)),
    );
    if (other) return { name, id: other.id };
  }
  return null;
}

/** An unused id made from a name. @param otherwise the id for a name without letters @param taken whether an id is in use */
export function uniqueIdFrom(name: string, otherwise: string, taken: (id: string) => boolean): string {
  const made = slug(name)
    .replace(/[^\p{Ll}\p{Lo}\p{N}-]/gu, "")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const wanted = made || otherwise;
  let id = wanted;
  for (let n = 2; taken(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

function namesOf({ name, aliases = [] }: NamedRecord): readonly string[] {
  return [name, ...aliases];
}
