import type { Saved } from "./port.ts";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Those whose id, name or alias is `words`; when none is, those where one contains the other. Case and spaces do not count. */
export function matching<Item extends Saved<Named>>(items: readonly Item[], words: string): Item[] {
  const wanted = plain(words);
  if (wanted === "") return [];
  const names = ({ definition }: Item): string[] =>
    [definition.id, definition.name, ...(definition.aliases ?? [])].map(plain);
  const exact = items.filter((item) => names(item).includes(wanted));
  if (exact.length > 0) return exact;
  return items.filter((item) => names(item).some((name) => name.includes(wanted) || wanted.includes(name)));
}

/** Letters and digits alone, lower case, of one width. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** How a name is compared: one that has no letters, by what it is. */
function folded(name: string): string {
  return plain(name) || name.normalize("NFKC").trim();
}

/** Two that are called the same: nobody could say which is meant. */
export interface NameClash {
  /** The name, as the new one has it. */
  readonly name: string;
  /** Id of the other. */
  readonly id: string;
}

/**
 * The name or alias of a definition that another one has; null when there is none. Case, width, spaces and signs do not
 * count. What was called so already keeps its name.
 */
export function clashOf(draft: Named, others: readonly Named[]): NameClash | null {
  const before = new Set(namesOf(others.find(({ id }) => id === draft.id)).map(folded));
  for (const name of namesOf(draft)) {
    if (before.has(folded(name))) continue;
    const other = others.find((each) => each.id !== draft.id && namesOf(each).map(folded).includes(folded(name)));
    if (other) return { name, id: other.id };
  }
  return null;
}

/** The name, with a number behind it where it is in use. */
export function freeName(name: string, others: readonly Named[]): string {
  const used = new Set(others.flatMap(namesOf).map(folded));
  let free = name;
  for (let n = 2; used.has(folded(free)); n += 1) free = `${name} (${n})`;
  return free;
}

function namesOf(named: Named | undefined): readonly string[] {
  return named ? [named.name, ...(named.aliases ?? [])] : [];
}
