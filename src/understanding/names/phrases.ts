import type { DeviceId } from "../../home/index.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { PhraseTrie, spellings, type TrieNode } from "../text/trie.ts";
import { pluralOf } from "../text/writing.ts";
import { DeletionIndex } from "./deletions.ts";

/** What a phrase means in this home. */
export interface HomeMeaning {
  /** Devices of this name, alias, or name without its room. */
  readonly devices: DeviceId[];
  /** Devices whose names end so: "floor lamp" of "Tom's floor lamp". */
  readonly ending: DeviceId[];
  /** Devices that people call so, whatever they are called here. */
  readonly alike: DeviceId[];
  /** Services of devices with a name of their own: "left key". */
  readonly parts: { readonly device: DeviceId; readonly service: string }[];
  /** Room ids. */
  readonly rooms: string[];
  /** Ids of rooms that belong to who is named: "Emma" of "Emma's room". */
  readonly owned: string[];
  /** Floor ids. */
  readonly floors: string[];
  /** Ids of scenes. */
  readonly scenes: string[];
  /** Short names of properties that a spec describes with this phrase. */
  readonly props: string[];
  /** Short names of actions. */
  readonly actions: string[];
  /** Descriptions of list values, lower case. */
  readonly listed: string[];
}

/** A phrase of a home, where what it means is written and taken out again. */
export type HomeNode = TrieNode<HomeMeaning>;

/** Writes down what a phrase means. */
export type Note = (meaning: HomeMeaning) => void;

export function emptyHomeMeaning(): HomeMeaning {
  return {
    devices: [],
    ending: [],
    alike: [],
    parts: [],
    rooms: [],
    owned: [],
    floors: [],
    scenes: [],
    props: [],
    actions: [],
    listed: [],
  };
}

/** The phrases of one home, and the single words in them. */
export class HomePhrases {
  readonly trie = new PhraseTrie<HomeMeaning>();
  /** Stems of the words of names, rooms, floors and specs. */
  readonly words = new Set<string>();
  /** Words of names with a letter wrong, in the singular and the plural; ids are the words. */
  readonly fuzzyWords = new DeletionIndex();

  /** Notes what a text means, in each way in which it may be written; gives the nodes for taking it out again. */
  add(text: string, note: Note): HomeNode[] {
    return this.addTokens(tokenise(normalise(text)), note);
  }

  addTokens(tokens: readonly Token[], note: Note): HomeNode[] {
    const nodes: HomeNode[] = [];
    for (const variant of spellings(tokens)) {
      this.#learnWords(variant);
      const node = this.trie.node(variant);
      if (!node) continue;
      node.meaning ??= emptyHomeMeaning();
      note(node.meaning);
      nodes.push(node);
    }
    return nodes;
  }

  #learnWords(tokens: readonly Token[]): void {
    for (const { kind, stem } of tokens) {
      if (kind !== "word" || this.words.has(stem)) continue;
      this.words.add(stem);
      if (stem.length > 2) for (const form of [stem, pluralOf(stem)]) this.fuzzyWords.add(form, form);
    }
  }
}

/** Adds to a list what is not in it yet. */
export function push<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}
