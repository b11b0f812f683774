import { allPacks, type ClaimSign, type StatementWords } from "../../language/index.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";
import { PhraseTrie } from "../../understanding/text/trie.ts";

/** A property of a sentence that a phrase from the lists of the language packs shows. */
export type StatementMark = Exclude<keyof StatementWords, "baseForms" | "claimSigns">;

interface Marked {
  readonly marks: Set<StatementMark>;
}

let compiled: PhraseTrie<Marked> | null = null;
/** The number of languages in the compiled trie. */
let languages = 0;

/** The phrases of all languages in one trie, because people and models mix languages. */
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
        node.meaning.marks.add(mark as StatementMark);
      }
    }
  }
  compiled = trie;
  languages = packs.length;
  return trie;
}

/** The marks of each token, from all phrases that cover it. */
export function statementMarks(tokens: readonly Token[]): readonly ReadonlySet<StatementMark>[] {
  const trie = phrases();
  const marks = tokens.map(() => new Set<StatementMark>());
  for (let from = 0; from < tokens.length; from += 1) {
    trie.walk(tokens, from, (end, meaning) => {
      for (let at = from; at < end; at += 1) for (const mark of meaning.marks) marks[at]?.add(mark);
    });
  }
  return marks;
}

/** Possible base forms of an inflected word, in all languages. */
export function baseFormsOf(word: string): readonly string[] {
  return allPacks().flatMap(({ statementWords }) => statementWords.baseForms(word));
}

/** The signs of a claim in a sentence, by the forms of all languages, because models mix them. */
export function claimSignsOf(text: string): ReadonlySet<ClaimSign> {
  return new Set(allPacks().flatMap(({ statementWords }) => [...statementWords.claimSigns(text)]));
}
