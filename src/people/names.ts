/** How people are called, and when two names are the same. */
import { slug } from "../home/index.ts";

/** What is called something. */
export interface Called {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Letters and digits alone, lower case, of one width: "Anna-Lena" is "annalena". */
function folded(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return plain || name.normalize("NFKC").trim();
}

/** The first that has this id, name or alias. */
export function findNamed<Item extends Called>(all: readonly Item[], called: string): Item | undefined {
  const wanted = folded(called);
  if (wanted === "") return undefined;
  return (
    all.find(({ id }) => id === called) ?? all.find((each) => namesOf(each).some((name) => folded(name) === wanted))
  );
}

/** The name of a person that another one has already, with the other's id; null when there is none. */
export function clashIn(
  person: Called,
  others: readonly Called[],
): { readonly name: string; readonly id: string } | null {
  for (const name of namesOf(person)) {
    const other = others.find(
      (each) => each.id !== person.id && namesOf(each).some((taken) => folded(taken) === folded(name)),
    );
    if (other) return { name, id: other.id };
  }
  return null;
}

/** An id made from a name, with a number where it is taken. @param otherwise where the name has no letters */
export function freeId(name: string, otherwise: string, taken: (id: string) => boolean): string {
  const made = slug(name)
    .replace(/[^\p{Ll}\p{Lo}\p{N}-]/gu, "")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const wanted = made || otherwise;
  let id = wanted;
  for (let n = 2; taken(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

function namesOf({ name, aliases = [] }: Called): readonly string[] {
  return [name, ...aliases];
}
