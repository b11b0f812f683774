/**
 * Finds texts that are one letter away (one more, one less, another one, two swapped) by deletion neighbourhoods: both
 * sides are looked up with every single letter left out, so a search costs as many look-ups as the text has letters,
 * however many names there are.
 */
export class DeletionIndex {
  /** Ids, keyed by a text or a text with one letter left out. */
  readonly #keys = new Map<string, Set<string>>();
  /** Texts, keyed by id. */
  readonly #texts = new Map<string, string[]>();

  add(text: string, id: string): void {
    if (text.length < 2 || text.length > 64) return;
    const texts = this.#texts.get(id) ?? [];
    if (texts.includes(text)) return;
    texts.push(text);
    this.#texts.set(id, texts);
    for (const key of neighbourhood(text)) {
      const ids = this.#keys.get(key);
      if (ids) ids.add(id);
      else this.#keys.set(key, new Set([id]));
    }
  }

  remove(id: string): void {
    for (const text of this.#texts.get(id) ?? []) {
      for (const key of neighbourhood(text)) {
        const ids = this.#keys.get(key);
        ids?.delete(id);
        if (ids?.size === 0) this.#keys.delete(key);
      }
    }
    this.#texts.delete(id);
  }

  /** Ids of the texts within one letter. */
  find(text: string): readonly string[] {
    return [...new Set(this.near(text).map(({ id }) => id))];
  }

  /** The texts within one letter, each with its id. */
  near(text: string): readonly { readonly text: string; readonly id: string }[] {
    if (text.length < 2 || text.length > 65) return [];
    const near: { text: string; id: string }[] = [];
    const seen = new Set<string>();
    for (const key of neighbourhood(text)) {
      for (const id of this.#keys.get(key) ?? []) {
        if (seen.has(id)) continue;
        seen.add(id);
        for (const known of this.#texts.get(id) ?? []) if (oneLetter(known, text)) near.push({ text: known, id });
      }
    }
    return near;
  }
}

function neighbourhood(text: string): Set<string> {
  const keys = new Set([text]);
  for (let at = 0; at < text.length; at += 1) keys.add(text.slice(0, at) + text.slice(at + 1));
  return keys;
}

/** Whether two texts differ by at most one letter added, left out, changed or swapped with its neighbour. */
export function oneLetter(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
