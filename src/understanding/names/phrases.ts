import type { DeviceId } from "../../home/index.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { compoundVariants, PhraseTrie, type TrieNode } from "../text/trie.ts";
import { pluralOf } from "../text/writing.ts";
import { DeletionIndex } from "./deletions.ts";

/** What a phrase means in this home. */
export interface HomeMeaning {
  /** Devices of this name, alias, or name without its room. */
  readonly devices: readonly DeviceId[];
  /** Devices whose names end so: "floor lamp" of "Tom's floor lamp". */
  readonly ending: readonly DeviceId[];
  /** Devices that people call so, whatever they are called here. */
  readonly alike: readonly DeviceId[];
  /** Services of devices with a name of their own: "left key". */
  readonly parts: readonly { readonly device: DeviceId; readonly service: string }[];
  /** Room ids. */
  readonly rooms: readonly string[];
  /** Ids of rooms that belong to who is named: "Emma" of "Emma's room". */
  readonly owned: readonly string[];
  /** Floor ids. */
  readonly floors: readonly string[];
  /** Ids of scenes. */
  readonly scenes: readonly string[];
  /** Short names of properties that a spec describes with this phrase. */
  readonly props: readonly string[];
  /** Short names of actions. */
  readonly actions: readonly string[];
  /** Descriptions of list values, lower case. */
  readonly listed: readonly string[];
}

/** A phrase of a home, where what it means is written and taken out again. */
export type HomeNode = TrieNode<HomeMeaning>;

/** Writes down what a phrase means. */
export type MeaningWriter = (meaning: HomeMeaning) => void;

type Lists = { -readonly [List in keyof HomeMeaning]: HomeMeaning[List][number][] };

/** All that is empty is one list: most phrases mean one thing. It is never written to. */
const NONE: never[] = [];

export function emptyHomeMeaning(): HomeMeaning {
  const lists: Lists = {
    devices: NONE,
    ending: NONE,
    alike: NONE,
    parts: NONE,
    rooms: NONE,
    owned: NONE,
    floors: NONE,
    scenes: NONE,
    props: NONE,
    actions: NONE,
    listed: NONE,
  };
  return lists;
}

/** Adds to a list of a meaning what is not in it yet. */
export function addToMeaning<List extends keyof HomeMeaning>(
  meaning: HomeMeaning,
  list: List,
  item: HomeMeaning[List][number],
): void {
  const lists: Record<List, HomeMeaning[List][number][]> = meaning as Lists;
  const known = lists[list];
  if (known === NONE) lists[list] = [item];
  else if (!known.includes(item)) known.push(item);
}

/** Takes out of a list of a meaning what is not wanted any more. */
export function removeFromMeaning<List extends keyof HomeMeaning>(
  meaning: HomeMeaning,
  list: List,
  unwanted: (item: HomeMeaning[List][number]) => boolean,
): void {
  const lists: Record<List, HomeMeaning[List][number][]> = meaning as Lists;
  const known = lists[list];
  if (!known.some(unwanted)) return;
  const left = known.filter((item) => !unwanted(item));
  lists[list] = left.length > 0 ? left : NONE;
}

/** The phrases of one home, and the single words in them. */
export class HomePhrases {
  readonly trie: PhraseTrie<HomeMeaning>;
  readonly #words = new Set<string>();
  readonly #fuzzyWords = new DeletionIndex();
  readonly #behind: HomePhrases | null;

  /** @param behind phrases that are known as well */
  constructor(behind: HomePhrases | null = null) {
    this.#behind = behind;
    this.trie = new PhraseTrie(behind?.trie);
  }

  /** Whether a stem is that of a word of a name, a room, a floor or a spec. */
  has(stem: string): boolean {
    return this.#words.has(stem) || this.#behind?.has(stem) === true;
  }

  /** Words of names that are one letter away, in the singular or the plural. */
  near(text: string): readonly { readonly text: string; readonly id: string }[] {
    const own = this.#fuzzyWords.near(text);
    return this.#behind ? [...own, ...this.#behind.near(text)] : own;
  }

  /** Notes what a text means, in each way in which it may be written; gives the nodes for taking it out again. */
  add(text: string, note: MeaningWriter): HomeNode[] {
    return this.addTokens(tokenise(normalise(text)), note);
  }

  addTokens(tokens: readonly Token[], note: MeaningWriter): HomeNode[] {
    const nodes: HomeNode[] = [];
    for (const variant of compoundVariants(tokens)) {
      this.#learnWords(variant);
      const node = this.trie.node(variant);
      if (!node) continue;
      node.meaning ??= emptyHomeMeaning();
      note(node.meaning);
      nodes.push(node);
    }
    return nodes;
  }

  /** Takes the words of a text for right as they are, whatever they are near to. */
  know(text: string): void {
    for (const { kind, stem, text: said } of tokenise(normalise(text)))
      if (kind === "word") for (const word of [stem, said]) this.#words.add(word);
  }

  #learnWords(tokens: readonly Token[]): void {
    for (const { kind, stem } of tokens) {
      if (kind !== "word" || this.has(stem)) continue;
      this.#words.add(stem);
      if (stem.length > 2) for (const form of [stem, pluralOf(stem)]) this.#fuzzyWords.add(form, form);
    }
  }
}
