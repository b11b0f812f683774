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

/** Letters and digits alone, lower case. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
