import type { Device, DeviceId } from "../../home/index.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { isRiskyKind } from "./risky-kinds.ts";

/** Shorter words do not identify a device. */
const SHORTEST = 3;

/**
 * Index of single words of names that identify devices: "Philips" and "short" of "Philips lamp" and "Short lamp". Possessives
 * ("Emma's lamp") are left out, because they may mean the person, and so are devices that lock, open or heat.
 */
export class NameWordIndex {
  /** Device ids, keyed by the stem of the word: words without another meaning, and words with one. */
  readonly #plain = new Map<string, Set<DeviceId>>();
  readonly #meaning = new Map<string, Set<DeviceId>>();

  add({ id, name, aliases, spec }: Device): void {
    if (isRiskyKind(new Set([spec.kind]))) return;
    for (const text of [name, ...aliases].map(normalise)) {
      const tokens = tokenise(text);
      if (tokens.length < 2) continue;
      for (const token of tokens) {
        const said = text.slice(token.start, token.end);
        if (token.kind !== "word" || token.stem.length < SHORTEST || /['’]/.test(said)) continue;
        const meaning = exactMatch(lexicon().trie, [token]);
        const words = meaning === null || meaning.roles[0] === "plain" ? this.#plain : this.#meaning;
        words.set(token.stem, (words.get(token.stem) ?? new Set()).add(id));
      }
    }
  }

  remove(id: DeviceId): void {
    for (const words of [this.#plain, this.#meaning]) for (const devices of words.values()) devices.delete(id);
  }

  /** The devices whose names contain all of these words; only words without another meaning count. */
  find(stems: readonly string[]): readonly DeviceId[] {
    const [first, ...others] = stems.map((stem) => this.#plain.get(stem) ?? new Set<DeviceId>());
    return first ? [...others.reduce((found, each) => found.intersection(each), first)] : [];
  }

  /** The devices whose names contain this word, which has another meaning as well: "the short one". */
  findOne(stem: string): readonly DeviceId[] {
    return [...(this.#meaning.get(stem) ?? [])];
  }
}
