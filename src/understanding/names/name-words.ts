import type { Device, DeviceId } from "../../home/index.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { isRiskyKind } from "./risky-kinds.ts";

/** Shorter words tell too little. */
const SHORTEST = 3;

/**
 * Words of names that tell devices apart: "Philips" and "short" of "Philips lamp" and "Short lamp". A word for somebody
 * ("Emma's lamp") is none: who says it may mean the person. What locks, opens or heats is never called so.
 */
export class NameWordIndex {
  /** Ids of devices, keyed by the stem of such a word, for those that mean nothing else and for those that do. */
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

  /** The devices whose names hold all of these words, which mean nothing else. */
  find(stems: readonly string[]): readonly DeviceId[] {
    const [first, ...others] = stems.map((stem) => this.#plain.get(stem) ?? new Set<DeviceId>());
    return first ? [...others.reduce((found, each) => found.intersection(each), first)] : [];
  }

  /** The devices whose names hold this word, which means something else as well: "the short one". */
  findOne(stem: string): readonly DeviceId[] {
    return [...(this.#meaning.get(stem) ?? [])];
  }
}
