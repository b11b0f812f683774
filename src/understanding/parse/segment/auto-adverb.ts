import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import { isAct, isTarget } from "../clauses/clause-words.ts";
import { type Item, playsRole } from "../items.ts";

/** Turns the adverb "automatically" before a verb into a filler, so that it is no mode: 每天八点自动打开净化器. */
export function withAdverbsPlain(items: readonly Item[]): readonly Item[] {
  if (!items.some(isAdverb)) return items;
  return items.map((item, at) => {
    const [before, next] = [items[at - 1], items[at + 1]];
    const plain =
      isAdverb(item) && !isSetTo(before) && next !== undefined && isAct(next) && !isTarget(next) && !sets(next);
    return plain ? { ...item, home: null, lex: { ...emptyLexicalMeaning(), roles: ["filler"] } } : item;
  });
}

function isAdverb({ grammar, text }: Item): boolean {
  return grammar.byItself?.has(text) === true;
}

/** 调到自动, 风速自动: the word before makes it the value. */
function isSetTo(before: Item | undefined): boolean {
  return before?.lex != null && (before.lex.to || before.lex.props.length > 0 || playsRole(before, "to"));
}

/** Whether the verb needs a value: 自动调到. */
function sets({ lex }: Item): boolean {
  return lex?.acts.every((act) => act === "set" || act === "turn") === true;
}
