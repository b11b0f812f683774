/** An indexed text with the ids that have it. */
interface Known {
  readonly text: string;
  readonly ids: string[];
  /** Sequence number of each id, in the order of adding. */
  readonly order: number[];
}

/** Initial capacity, in entries. */
const FIRST_SIZE = 64;
/** Unused texts are removed only beyond this number. */
const FEW = 16;

/**
 * Finds texts that are one letter away (one more, one less, another one, two swapped) by deletion neighbourhoods: both
 * sides are looked up with every single letter left out, so a search costs one look-up per letter of the text, whatever the
 * number of names. Only hashes are stored; hits are compared with the text itself.
 */
export class DeletionIndex {
  #texts: Known[] = [];
  /** Places in `#texts`, keyed by text. */
  readonly #places = new Map<string, number>();
  /** Texts, keyed by id. */
  readonly #ofIds = new Map<string, string[]>();
  readonly #entries = new HashedPlaces();
  #added = 0;
  /** Number of texts without ids. */
  #gone = 0;

  add(text: string, id: string): void {
    if (text.length < 2 || text.length > 64) return;
    const texts = this.#ofIds.get(id);
    if (texts?.includes(text)) return;
    if (texts) texts.push(text);
    else this.#ofIds.set(id, [text]);
    this.#added += 1;
    const known = this.#texts[this.#places.get(text) ?? -1];
    if (!known) {
      this.#learn({ text, ids: [id], order: [this.#added] });
      return;
    }
    if (known.ids.length === 0) this.#gone -= 1;
    known.ids.push(id);
    known.order.push(this.#added);
  }

  #learn(known: Known): void {
    const place = this.#texts.length;
    this.#texts.push(known);
    this.#places.set(known.text, place);
    const hashes = neighbourhood(known.text);
    for (let at = 0; at < hashes.length; at += 1) {
      // "llamp" gives the same text without either l.
      const same = at > 1 && known.text.charCodeAt(at - 1) === known.text.charCodeAt(at - 2);
      if (!same) this.#entries.add(hashes[at] ?? 0, place);
    }
  }

  remove(id: string): void {
    for (const text of this.#ofIds.get(id) ?? []) {
      const known = this.#texts[this.#places.get(text) ?? -1];
      const at = known?.ids.indexOf(id) ?? -1;
      if (!known || at < 0) continue;
      known.ids.splice(at, 1);
      known.order.splice(at, 1);
      if (known.ids.length === 0) this.#gone += 1;
    }
    this.#ofIds.delete(id);
    if (this.#gone > FEW && this.#gone * 2 > this.#texts.length) this.#forget();
  }

  /** Rebuilds the index without unused texts. */
  #forget(): void {
    const left = this.#texts.filter(({ ids }) => ids.length > 0);
    this.#texts = [];
    this.#gone = 0;
    this.#places.clear();
    this.#entries.clear();
    for (const known of left) this.#learn(known);
  }

  /** Ids of the texts within one edit. */
  find(text: string): readonly string[] {
    return [...new Set(this.near(text).map(({ id }) => id))];
  }

  /** The texts within one edit, each with its id. */
  near(text: string): readonly { readonly text: string; readonly id: string }[] {
    if (text.length < 2 || text.length > 65) return [];
    const near: { text: string; id: string }[] = [];
    const seen = new Set<string>();
    for (const hash of neighbourhood(text)) {
      const places = this.#entries.of(hash);
      if (places === null) continue;
      for (const id of this.#idsOf(places)) {
        if (seen.has(id)) continue;
        seen.add(id);
        for (const known of this.#ofIds.get(id) ?? []) if (isWithinOneEdit(known, text)) near.push({ text: known, id });
      }
    }
    return near;
  }

  /** The ids of the texts at these indices, in the order in which they were added. */
  #idsOf(places: readonly number[]): readonly string[] {
    const [only, ...others] = places.flatMap((place) => this.#texts[place] ?? []);
    if (!only || others.length === 0) return only?.ids ?? [];
    return [only, ...others]
      .flatMap(({ ids, order }) => ids.map((id, at) => ({ id, order: order[at] ?? 0 })))
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id);
  }
}

/** Hash table from hashes to indices of texts, with chaining over typed arrays: a map takes many times as much memory. */
class HashedPlaces {
  /** Index of the last entry of each chain; entries count from 1. */
  #chains = new Int32Array(FIRST_SIZE);
  #hashes = new Int32Array(FIRST_SIZE);
  #places = new Int32Array(FIRST_SIZE);
  /** Index of the previous entry in the chain; 0: none. */
  #before = new Int32Array(FIRST_SIZE);
  #count = 0;

  add(hash: number, place: number): void {
    if (this.#count + 1 === this.#hashes.length) this.#grow();
    this.#count += 1;
    this.#hashes[this.#count] = hash;
    this.#places[this.#count] = place;
    this.#chain(this.#count);
  }

  /** The indices of texts with a hash; null if there are none. */
  of(hash: number): readonly number[] | null {
    let places: number[] | null = null;
    let entry = this.#chains[this.#chainOf(hash)] ?? 0;
    for (; entry !== 0; entry = this.#before[entry] ?? 0) {
      if (this.#hashes[entry] !== hash) continue;
      places ??= [];
      places.push(this.#places[entry] ?? 0);
    }
    return places;
  }

  clear(): void {
    this.#chains = new Int32Array(FIRST_SIZE);
    this.#hashes = new Int32Array(FIRST_SIZE);
    this.#places = new Int32Array(FIRST_SIZE);
    this.#before = new Int32Array(FIRST_SIZE);
    this.#count = 0;
  }

  #chainOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#chains.length - 1);
  }

  #chain(entry: number): void {
    const chain = this.#chainOf(this.#hashes[entry] ?? 0);
    this.#before[entry] = this.#chains[chain] ?? 0;
    this.#chains[chain] = entry;
  }

  #grow(): void {
    const size = this.#hashes.length + (this.#hashes.length >> 1);
    this.#hashes = resized(this.#hashes, size);
    this.#places = resized(this.#places, size);
    this.#before = resized(this.#before, size);
    if (this.#count < this.#chains.length * 2) return;
    this.#chains = new Int32Array(this.#chains.length * 2);
    for (let entry = 1; entry <= this.#count; entry += 1) this.#chain(entry);
  }
}

function resized(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(numbers);
  return larger;
}

/** Base of the polynomial hash: any odd number. */
const BASE = 0x0100_0193;

/** The hash of a text, then of the text without each of its letters in turn. */
function neighbourhood(text: string): Int32Array {
  const { length } = text;
  const hashes = new Int32Array(length + 1);
  /** Hash of the text before the letter. */
  let front = 0;
  for (let at = 0; at < length; at += 1) {
    hashes[at + 1] = front;
    front = (Math.imul(front, BASE) + text.charCodeAt(at)) | 0;
  }
  hashes[0] = front;
  let back = 0;
  let power = 1;
  for (let at = length - 1; at >= 0; at -= 1) {
    hashes[at + 1] = (Math.imul(hashes[at + 1] ?? 0, power) + back) | 0;
    back = (back + Math.imul(text.charCodeAt(at), power)) | 0;
    power = Math.imul(power, BASE);
  }
  return hashes;
}

/** Whether two texts differ by at most one letter added, left out, changed or swapped with its neighbour. */
export function isWithinOneEdit(a: string, b: string): boolean {
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
