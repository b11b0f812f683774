/** Something with an id, a name and aliases. */
export interface NamedDefinition {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/**
 * The items whose id, name or alias is `words`; when there is none, those where one contains the other. Case and
 * spaces do not count.
 */
export function findByName<Item extends { readonly definition: NamedDefinition }>(
  items: readonly Item[],
  words: string,
): Item[] {
  const wanted = normalizedName(words);
  if (wanted === "") return [];
  const names = ({ definition }: Item): string[] =>
    [definition.id, definition.name, ...(definition.aliases ?? [])].map(normalizedName);
  const exact = items.filter((item) => names(item).includes(wanted));
  if (exact.length > 0) return exact;
  return items.filter((item) => names(item).some((name) => name.includes(wanted) || wanted.includes(name)));
}

/** Letters and digits alone, lower case, of one width. */
export function normalizedName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A name as it is compared; a name without letters and digits as it stands. */
function folded(name: string): string {
  return normalizedName(name) || name.normalize("NFKC").trim();
}

/** A name that two definitions share: a sentence could mean either. */
export interface NameClash {
  /** The name, as the new definition has it. */
  readonly name: string;
  /** Id of the other definition. */
  readonly id: string;
}

/**
 * The first name or alias of a draft that another definition has; null when there is none. Case, width, spaces and
 * signs do not count. A saved definition keeps a name that it shares already.
 */
export function nameClashOf(draft: NamedDefinition, others: readonly NamedDefinition[]): NameClash | null {
  const names = new NameIndex();
  for (const other of others) names.add(other);
  return names.clash(
    draft,
    others.find(({ id }) => id === draft.id),
  );
}

/** The names of many definitions, for checking them one after another. */
export class NameIndex {
  /** Ids of definitions in the order in which they were added, keyed by the name as it is compared. */
  readonly #ids = new Map<string, string[]>();

  /** Adds the names of a definition. */
  add(named: NamedDefinition): void {
    for (const name of namesOf(named).map(folded)) {
      const ids = this.#ids.get(name);
      if (ids) ids.push(named.id);
      else this.#ids.set(name, [named.id]);
    }
  }

  /**
   * Like `nameClashOf`.
   * @param before the saved definition that the draft replaces: it keeps its names
   */
  clash(draft: NamedDefinition, before: NamedDefinition | undefined): NameClash | null {
    const kept = new Set(namesOf(before).map(folded));
    for (const name of namesOf(draft)) {
      if (kept.has(folded(name))) continue;
      const id = this.#ids.get(folded(name))?.find((each) => each !== draft.id);
      if (id !== undefined) return { name, id };
    }
    return null;
  }
}

/** The name, with a number behind it when it is in use. */
export function freeName(name: string, others: readonly NamedDefinition[]): string {
  const used = new Set(others.flatMap(namesOf).map(folded));
  let free = name;
  for (let n = 2; used.has(folded(free)); n += 1) free = `${name} (${n})`;
  return free;
}

function namesOf(named: NamedDefinition | undefined): readonly string[] {
  return named ? [named.name, ...(named.aliases ?? [])] : [];
}
