import { lexicon } from "../../understanding/lexicon/lexicon.ts";
import { type Act, emptyLexicalMeaning, type LexicalMeaning } from "../../understanding/lexicon/types.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { type Item, isMark, playsRole } from "../../understanding/parse/items.ts";
import { segment } from "../../understanding/parse/segment.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";
import { type ClausePart, type ClausePredicate, isFunctionWord, type StatementClause } from "./clause.ts";
import { baseFormsOf, type StatementMark, statementMarks } from "./marks.ts";
import { markPresuppositions } from "./presuppositions.ts";
import { waitsForAnswer } from "./sentences.ts";

/** Acts that occur outside homes as well: "set the table", "run a mile". Only the others count as deeds. */
const SAID_OF_ALL: ReadonlySet<Act> = new Set(["set", "turn", "next", "previous", "run", "locate", "tell"]);

/** Punctuation between clauses. */
const PARTING: ReadonlySet<string> = new Set([",", ".", ";", ":", "!", "?"]);

/** Splits a sentence into clauses, with marks, predicates and presuppositions. */
export function parseClauses(text: string, index: HomeIndex): StatementClause[] {
  const source = normalise(text);
  const tokens = tokenise(source);
  const marks = statementMarks(tokens);
  const items = segment(tokens, source, index).map((item) => inflected(item));
  const clauses: StatementClause[] = [];
  let open: ClausePart[] = [];
  let possible = false;
  let supposed = false;
  const under = new Set<ClausePart>();
  const close = (question: boolean): void => {
    if (open.length > 0) clauses.push({ parts: markPresuppositions(open, question, under), question });
    open = [];
  };
  for (const [at, item] of items.entries()) {
    const following = items[at + 1];
    if (isMark(item)) {
      if (!PARTING.has(item.text)) continue;
      close(item.text === "?");
      continue;
    }
    const seen = marked(tokens, marks, item);
    // After an article a verb is a noun ("the end"); 太好了 is praise.
    const other = playsRole(open.at(-1), "article")
      ? item.lex?.acts.length
      : playsRole(open.at(-1), "much") && seen.has("done");
    const predicate = other ? null : predicateOf(item, seen);
    if (open.length === 0 && !goesOn(item, predicate)) [possible, supposed] = [false, false];
    if (playsRole(item, "and") && open.some((part) => part.predicate) && !goesOn(following, null)) {
      close(false);
      [possible, supposed] = [false, false];
    }
    possible ||= seen.has("possible") && !isDirection(item, following);
    supposed ||= seen.has("supposed");
    // "I can go higher than the level that it is on": a state after "is" is claimed, although "can" stands before it.
    const stated = predicate?.kind === "state" && playsRole(open.at(-1), "stating");
    const part = { ...item, marks: seen, possible: supposed || (possible && !stated), presumed: false, predicate };
    if (supposed) under.add(part);
    open.push(part);
  }
  close(waitsForAnswer(source));
  return clauses;
}

/** Whether a clause without a subject continues the one before: "I can open it, close it". */
function goesOn(item: Item | undefined, predicate: ClausePredicate | null): boolean {
  return predicate?.kind === "deed" || predicate?.kind === "change" || (item?.lex?.acts.length ?? 0) > 0;
}

/** Whether "to" gives a target and no infinitive: "to 17 degrees", "to the left". */
function isDirection(item: Item, next: Item | undefined): boolean {
  return (
    playsRole(item, "to") &&
    (next === undefined || next.measure !== null || next.home !== null || playsRole(next, "article"))
  );
}

function marked(
  tokens: readonly Token[],
  marks: readonly ReadonlySet<StatementMark>[],
  item: Item,
): ReadonlySet<StatementMark> {
  const seen = new Set<StatementMark>();
  for (let at = item.from; at < Math.min(item.to, tokens.length); at += 1)
    for (const mark of marks[at] ?? []) seen.add(mark);
  return seen;
}

/** The item with the acts and changes of its base form, where the lexicon does not know the inflected form. */
function inflected(item: Item): Item {
  if (item.lex || item.home || item.measure || item.first.kind !== "word") return item;
  for (const form of baseFormsOf(item.text)) {
    const known = lexicon().lookup(form);
    if (known && known.acts.length + known.changes.length > 0) return { ...item, lex: only(known) };
  }
  return item;
}

function only({ acts, changes }: LexicalMeaning): LexicalMeaning {
  return { ...emptyLexicalMeaning(), acts: [...acts], changes: [...changes] };
}

function predicateOf({ lex, measure, text }: Item, marks: ReadonlySet<StatementMark>): ClausePredicate | null {
  if (marks.has("done") && !lex?.states.length) return { kind: "done", weak: false };
  if (!lex) return measure?.kind === "clock" || measure?.kind === "duration" ? { kind: "plan", weak: false } : null;
  const weak = isFunctionWord(lex) || text.length < 2;
  if (lex.roles.some((role) => PLANS.has(role))) return { kind: "plan", weak: false };
  if (lex.states.length > 0) return { kind: "state", weak };
  if (lex.acts.some((act) => !SAID_OF_ALL.has(act))) return { kind: "deed", weak };
  return lex.changes.length > 0 ? { kind: "change", weak } : null;
}

/** Roles of words for plans. */
const PLANS: ReadonlySet<string> = new Set(["timer", "alarm", "remind"]);
