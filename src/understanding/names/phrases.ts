import type { DeviceId } from "../../home/index.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { compoundVariants, PhraseTrie, type TrieNode } from "../text/trie.ts";
import { pluralOf } from "../text/writing.ts";
import { DeletionIndex } from "./deletions.ts";

/** What a phrase means in this home. */
export interface HomeMeaning {
  /** Devices of this name, alias, or name without its room. */
  readonly devices: readonly DeviceId[];
  /** Devices of a group of this name, all of which are meant. */
  readonly members: readonly DeviceId[];
  /** Devices whose names end so: "floor lamp" of "Tom's floor lamp". */
  readonly ending: readonly DeviceId[];
  /** Devices with a name of which this is a synonym. */
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

/** The trie node of a phrase of a home; its meaning is updated as devices come and go. */
export type HomeNode = TrieNode<HomeMeaning>;

/** Adds to the meaning of a phrase. */
export type MeaningWriter = (meaning: HomeMeaning) => void;

type Lists = { -readonly [List in keyof HomeMeaning]: HomeMeaning[List][number][] };

/** Shared by all empty lists, because most phrases have one meaning. Never written to. */
const NONE: never[] = [];

export function emptyHomeMeaning(): HomeMeaning {
  const lists: Lists = {
    devices: NONE,
    members: NONE,
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

/** Adds an item to a list of a meaning unless it is there already. */
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

/** Removes the unwanted items from a list of a meaning. */
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

  /** @param behind further phrases, found as well */
  constructor(behind: HomePhrases | null = null) {
    this.#behind = behind;
    this.trie = new PhraseTrie(behind?.trie);
  }

  /** Whether a stem belongs to a word of a name, a room, a floor or a spec. */
  has(stem: string): boolean {
    return this.#words.has(stem) || this.#behind?.has(stem) === true;
  }

  /** Words of names within one edit, in the singular or the plural. */
  near(text: string): readonly { readonly text: string; readonly id: string }[] {
    const own = this.#fuzzyWords.near(text);
    return this.#behind ? [...own, ...this.#behind.near(text)] : own;
  }

  /** Adds a meaning to a text in each of its spellings; returns the nodes, for removing it. */
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

  /** Marks the words of a text as known, so that they are never corrected. */
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
