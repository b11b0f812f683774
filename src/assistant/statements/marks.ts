import { allPacks, type ClaimSign, type StatementWords } from "../../language/index.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";
import { PhraseTrie } from "../../understanding/text/trie.ts";

/** What a phrase shows of a sentence. */
export type Mark = Exclude<keyof StatementWords, "baseForms" | "claimSigns">;

interface Marked {
  readonly marks: Set<Mark>;
}

let compiled: PhraseTrie<Marked> | null = null;
/** How many languages it was compiled of. */
let languages = 0;

/** The phrases of all languages at once: people and models mix them. */
function phrases(): PhraseTrie<Marked> {
  const packs = allPacks();
  if (compiled && languages === packs.length) return compiled;
  const trie = new PhraseTrie<Marked>();
  for (const { statementWords } of packs) {
    const { baseForms: _, claimSigns: __, ...lists } = statementWords;
    for (const [mark, list] of Object.entries(lists)) {
      for (const phrase of list.split(",")) {
        const node = trie.node(tokenise(normalise(phrase)));
        if (!node) continue;
        node.meaning ??= { marks: new Set() };
        node.meaning.marks.add(mark as Mark);
      }
    }
  }
  compiled = trie;
  languages = packs.length;
  return trie;
}

/** What the longest phrases show, for each token that they reach over. */
export function marksOf(tokens: readonly Token[]): readonly ReadonlySet<Mark>[] {
  const trie = phrases();
  const marks = tokens.map(() => new Set<Mark>());
  for (let from = 0; from < tokens.length; from += 1) {
    trie.walk(tokens, from, (end, meaning) => {
      for (let at = from; at < end; at += 1) for (const mark of meaning.marks) marks[at]?.add(mark);
    });
  }
  return marks;
}

/** The forms under which a dictionary may hold an inflected word. */
export function baseFormsOf(word: string): readonly string[] {
  return allPacks().flatMap(({ statementWords }) => statementWords.baseForms(word));
}

/** What the form of a sentence shows in any of the languages: models mix them. */
export function signsOf(text: string): ReadonlySet<ClaimSign> {
  return new Set(allPacks().flatMap(({ statementWords }) => [...statementWords.claimSigns(text)]));
}
