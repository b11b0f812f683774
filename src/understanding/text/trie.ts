import { memoizeEach } from "../memoize.ts";
import type { Token } from "./tokens.ts";
import { writingRules } from "./writing.ts";

/** A node of a trie over token stems. Most nodes have at most one child, so a map is only made for a second one. */
export class TrieNode<Meaning> {
  meaning: Meaning | null = null;
  #stem: string | null = null;
  #only: TrieNode<Meaning> | null = null;
  #others: Map<string, TrieNode<Meaning>> | null = null;

  /** The child for a stem. */
  after(stem: string): TrieNode<Meaning> | undefined {
    if (this.#stem === stem) return this.#only ?? undefined;
    return this.#others?.get(stem);
  }

  /** The child for a stem; it is created if there is none. */
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
 * Meanings of phrases, keyed by the stems of their tokens. Compounds match in one word or in two: "bed room" finds "bedroom"
 * and "livingroom" finds "living room".
 */
export class PhraseTrie<Meaning> {
  readonly root = new TrieNode<Meaning>();
  /** A trie with further phrases; meanings of this trie take precedence. */
  readonly #behind: PhraseTrie<Meaning> | null;

  constructor(behind: PhraseTrie<Meaning> | null = null) {
    this.#behind = behind;
  }

  /** The node of a phrase; it is created if there is none. Null for a phrase without tokens. */
  node(tokens: readonly Token[]): TrieNode<Meaning> | null {
    let node = this.root;
    for (const { stem } of tokens) node = node.made(stem);
    return node === this.root ? null : node;
  }

  /** Calls `found` for every phrase that starts at token `from`, with the index after its last token. Of two calls with one `end` the last counts. */
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

/** For each token the compound with the next one as one stem; null if they can form none. */
const joinedWords: (tokens: readonly Token[]) => readonly (string | null)[] = memoizeEach((tokens) => {
  const { alone } = writingRules();
  const together: (string | null)[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [token, following] = [tokens[at], tokens[at + 1]];
    // "to night" is not "tonight".
    const joins = token?.kind === "word" && following?.kind === "word" && !alone.has(token.text);
    together.push(joins ? token.text + following.stem : null);
  }
  return together;
});

/** The spellings of a phrase: its tokens, with two neighbours joined, and with all words joined. */
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
