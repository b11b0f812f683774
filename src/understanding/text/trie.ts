import { memoizeEach } from "../memoize.ts";
import type { Token } from "./tokens.ts";
import { writingRules } from "./writing.ts";

/** A node of a trie over token stems. Most nodes have one node behind them, or none: a map is made for more. */
export class TrieNode<Meaning> {
  meaning: Meaning | null = null;
  #stem: string | null = null;
  #only: TrieNode<Meaning> | null = null;
  #others: Map<string, TrieNode<Meaning>> | null = null;

  /** The node behind this one. */
  after(stem: string): TrieNode<Meaning> | undefined {
    if (this.#stem === stem) return this.#only ?? undefined;
    return this.#others?.get(stem);
  }

  /** The same, made when it is new. */
  made(stem: string): TrieNode<Meaning> {
    const known = this.after(stem);
    if (known) return known;
    const node = new TrieNode<Meaning>();
    if (this.#stem === null) {
      this.#stem = stem;
      this.#only = node;
    } else {
      this.#others ??= new Map();
      this.#others.set(stem, node);
    }
    return node;
  }
}

/**
 * Phrases and what they mean, keyed by the stems of their tokens. Words may be written together or
 * apart: "bed room" finds "bedroom" and "livingroom" finds "living room".
 */
export class PhraseTrie<Meaning> {
  readonly root = new TrieNode<Meaning>();
  /** Phrases that are known as well: what is found here goes before what is found there. */
  readonly #behind: PhraseTrie<Meaning> | null;

  constructor(behind: PhraseTrie<Meaning> | null = null) {
    this.#behind = behind;
  }

  /** The node of a phrase, made when it is new; null for a phrase without words. */
  node(tokens: readonly Token[]): TrieNode<Meaning> | null {
    let node = this.root;
    for (const { stem } of tokens) node = node.made(stem);
    return node === this.root ? null : node;
  }

  /** Every phrase that starts at token `from`: calls `found` with the index after its last token. Of two that end there the last counts. */
  walk(tokens: readonly Token[], from: number, found: (end: number, meaning: Meaning) => void): void {
    this.#behind?.walk(tokens, from, found);
    this.#step(this.root, tokens, from, joinedWords(tokens), found);
  }

  #step(
    start: TrieNode<Meaning>,
    tokens: readonly Token[],
    from: number,
    together: readonly (string | null)[],
    found: (end: number, meaning: Meaning) => void,
  ): void {
    let node = start;
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) return;
      const both = together[at] ?? null;
      if (both !== null) {
        const joined = node.after(both);
        if (joined) {
          if (joined.meaning !== null) found(at + 2, joined.meaning);
          this.#step(joined, tokens, at + 2, together, found);
        }
      }
      const next = node.after(token.stem);
      if (!next) return;
      if (next.meaning !== null) found(at + 1, next.meaning);
      node = next;
    }
  }
}

/** Each word with the one behind it as one; null where they can't be one. */
const joinedWords: (tokens: readonly Token[]) => readonly (string | null)[] = memoizeEach((tokens) => {
  const { alone } = writingRules();
  const together: (string | null)[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [token, following] = [tokens[at], tokens[at + 1]];
    // "to night" is no "tonight".
    const joins = token?.kind === "word" && following?.kind === "word" && !alone.has(token.text);
    together.push(joins ? token.text + following.stem : null);
  }
  return together;
});

/** A phrase as it may be written: its tokens, and for several words also with neighbours joined. */
export function compoundVariants(tokens: readonly Token[]): Token[][] {
  const variants: Token[][] = [[...tokens]];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const a = tokens[at];
    const b = tokens[at + 1];
    if (a?.kind === "word" && b?.kind === "word") {
      variants.push([...tokens.slice(0, at), join(a, b), ...tokens.slice(at + 2)]);
    }
  }
  if (tokens.length > 2 && tokens.every(({ kind }) => kind === "word")) variants.push([tokens.reduce(join)]);
  return variants;
}

function join(a: Token, b: Token): Token {
  return { ...b, text: a.text + b.text, stem: a.text + b.stem, start: a.start };
}
