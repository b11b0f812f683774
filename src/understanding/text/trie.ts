import type { Token } from "./tokens.ts";
import { writtenForms } from "./writing.ts";

/** A node of a trie over token stems. */
export interface TrieNode<Meaning> {
  readonly next: Map<string, TrieNode<Meaning>>;
  meaning: Meaning | null;
}

/**
 * Phrases and what they mean, keyed by the stems of their tokens. Words may be written together or
 * apart: "bed room" finds "bedroom" and "livingroom" finds "living room".
 */
export class PhraseTrie<Meaning> {
  readonly root: TrieNode<Meaning> = { next: new Map(), meaning: null };

  /** The node of a phrase, made when it is new; null for a phrase without words. */
  node(tokens: readonly Token[]): TrieNode<Meaning> | null {
    let node = this.root;
    for (const { stem } of tokens) {
      let next = node.next.get(stem);
      if (!next) {
        next = { next: new Map(), meaning: null };
        node.next.set(stem, next);
      }
      node = next;
    }
    return node === this.root ? null : node;
  }

  /** Every phrase that starts at token `from`: calls `found` with the index after its last token. */
  walk(tokens: readonly Token[], from: number, found: (end: number, meaning: Meaning) => void): void {
    this.#step(this.root, tokens, from, writtenForms().alone, found);
  }

  #step(
    start: TrieNode<Meaning>,
    tokens: readonly Token[],
    from: number,
    alone: ReadonlySet<string>,
    found: (end: number, meaning: Meaning) => void,
  ): void {
    let node = start;
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) return;
      // "to night" is no "tonight".
      const joins = token.kind === "word" && !alone.has(token.text);
      const following = joins ? tokens[at + 1] : undefined;
      if (following?.kind === "word") {
        const joined = node.next.get(token.text + following.stem);
        if (joined) {
          if (joined.meaning !== null) found(at + 2, joined.meaning);
          this.#step(joined, tokens, at + 2, alone, found);
        }
      }
      const next = node.next.get(token.stem);
      if (!next) return;
      if (next.meaning !== null) found(at + 1, next.meaning);
      node = next;
    }
  }
}

/** A phrase as it may be written: its tokens, and for several words also with neighbours joined. */
export function spellings(tokens: readonly Token[]): Token[][] {
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
