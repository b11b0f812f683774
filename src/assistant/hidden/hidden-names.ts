import { tokenise } from "../../understanding/text/tokens.ts";

/** A name, and the stems by which it is found. */
interface NameStems {
  readonly name: string;
  readonly stems: readonly string[];
}

/** Finds the names of hidden things in texts, in any language, also in the plural. */
export class HiddenNames {
  /** Keyed by the stem of the first word. */
  readonly #hidden: ReadonlyMap<string, readonly NameStems[]>;
  readonly #visible: ReadonlyMap<string, readonly NameStems[]>;
  /** Matches ids and handles literally; null when there are none. */
  readonly #ids: RegExp | null;

  /** @param visible names of visible things: an equal or longer match of one of them wins over a hidden name */
  constructor(hidden: readonly string[], visible: readonly string[], ids: readonly string[]) {
    const shared = new Set(visible.map(keyOf));
    this.#hidden = byFirst(hidden.filter((name) => !shared.has(keyOf(name))));
    this.#visible = byFirst(visible);
    const written = ids.filter((id) => id !== "").map((id) => RegExp.escape(id));
    this.#ids =
      written.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${written.join("|")})(?![\\p{L}\\p{N}-])`, "iu");
  }

  /** The hidden names in a text. */
  find(text: string): string[] {
    const id = this.#ids?.exec(text)?.[0];
    const stems = stemsOf(text);
    const shown = occurrences(stems, this.#visible);
    const found = occurrences(stems, this.#hidden).filter(
      (each) => !shown.some(({ from, to }) => from <= each.from && to >= each.to && to - from > each.to - each.from),
    );
    return [...new Set([...(id === undefined ? [] : [id]), ...found.map(({ name }) => name)])];
  }
}

function occurrences(
  stems: readonly string[],
  names: ReadonlyMap<string, readonly NameStems[]>,
): { readonly name: string; readonly from: number; readonly to: number }[] {
  return stems.flatMap((first, from) =>
    (names.get(first) ?? [])
      .filter((words) => words.stems.every((stem, offset) => stems[from + offset] === stem))
      .map((words) => ({ name: words.name, from, to: from + words.stems.length })),
  );
}

function byFirst(names: readonly string[]): Map<string, NameStems[]> {
  const words = [...new Set(names)].map((name) => ({ name, stems: stemsOf(name) }));
  return Map.groupBy(
    words.filter(({ stems }) => stems.length > 0),
    ({ stems }) => stems[0] ?? "",
  );
}

function keyOf(name: string): string {
  return stemsOf(name).join(" ");
}

function stemsOf(text: string): string[] {
  return tokenise(text.normalize("NFKC")).flatMap(({ kind, stem }) => (kind === "mark" ? [] : [stem]));
}
