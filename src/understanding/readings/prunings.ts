import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { namesDevice, namesKind, namesPlace, namesTarget } from "../parse/senses.ts";
import { wordBoundaries } from "../text/word-boundaries.ts";
import { utteranceForms } from "../utterance/compiled-forms.ts";
import type { UtterancePiece } from "../utterance/pieces.ts";
import type { InterpretationScope } from "./interpretation.ts";

/** A part of the items to read if all of them together are not understood. */
export interface Pruning {
  readonly way: InterpretationScope;
  readonly items: readonly Item[];
}

/** With more unknown words a sentence is more than a command. */
const MOST_UNKNOWN = 12;
/** Shorter words may be any short word with one wrong letter. */
const SHORTEST_WORD = 4;
/** Fewer characters together may be one word with one wrong character. */
const SHORTEST_CHARACTERS = 3;

/**
 * The ways to leave unknown words aside: words without a dependent, whole parts, everything around a command. Words that may
 * govern others are never left aside (negations, conditions, times, numbers, devices of this home), nor are words so short
 * that they may be a misspelt word of the command.
 */
export function pruningsOf(
  items: readonly Item[],
  pieces: readonly UtterancePiece[],
  source: string,
): readonly Pruning[] {
  const unknown = items.filter(isUnknown);
  if (unknown.length === 0 || unknown.length > MOST_UNKNOWN || pieces.some(({ repair }) => repair)) return [];
  const edges = items.some(({ grammar }) => !grammar.spaces) ? wordBoundaries(source) : NO_EDGES;
  const attached = new Set(runsOf(items).flatMap((run) => (isLoose(run, items, pieces, edges) ? [] : run)));
  const prunings: Pruning[] = [];
  const add = (way: InterpretationScope, left: readonly Item[]): void => {
    const trimmed = withoutEdges(left);
    if (trimmed.length === 0 || trimmed.length === items.length || trimmed.every(isMark)) return;
    const kept = new Set(trimmed);
    if ([...attached].some((item) => !kept.has(item))) return;
    if (saysMood(items.filter((item) => !kept.has(item)))) return;
    if (prunings.some((each) => isAlike(each.items, trimmed))) return;
    prunings.push({ way, items: trimmed });
  };
  add(
    "loose",
    items.filter((item) => !isUnknown(item) || attached.has(item)),
  );
  const clear = pieces.filter((piece) => !piece.items.some(isUnknown) || piece.items.some(binds));
  if (clear.length < pieces.length) add("parts", within(items, clear));
  const commanding = pieces.filter((piece) => piece.items.some(commands));
  if (pieces.every((piece) => commanding.includes(piece) || !piece.items.some(binds)))
    add("parts", within(items, commanding));
  for (const piece of commanding) {
    const inner = new Set(between(piece.items));
    const others = new Set(commanding.filter((each) => each !== piece).flatMap((each) => each.items));
    add(
      "command",
      items.filter((item) => inner.has(item) || others.has(item) || isMark(item)),
    );
  }
  return prunings;
}

/** Whether words turn their sentence into a report, a question or a denial. */
function saysMood(items: readonly Item[]): boolean {
  const text = items.map(({ text: word, grammar }) => (grammar.spaces ? ` ${word} ` : word)).join("");
  return utteranceForms().moods.test(text);
}

/** Unknown words side by side. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (!isUnknown(item)) continue;
    if (before && isUnknown(before)) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs;
}

/**
 * Whether unknown words may be left aside: they are long enough to be words of their own, and depend on nothing: no negation,
 * no article or verb before them, no kind or verb behind them without an object.
 */
function isLoose(
  run: readonly Item[],
  items: readonly Item[],
  pieces: readonly UtterancePiece[],
  edges: ReadonlySet<number>,
): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return false;
  const own = pieces.find((piece) => piece.items.includes(first))?.items ?? [];
  const idle = own.every((item) => !commands(item) && !binds(item));
  if (idle) return true;
  if (own.some((item) => playsRole(item, "not"))) return false;
  const [before, after] = [items[items.indexOf(first) - 1], items[items.indexOf(last) + 1]];
  // 瞄|厨房灯关了没: words before a question only introduce it.
  const asks = before === undefined && isQuestion(items);
  if (!first.grammar.spaces && isWord(first, last, edges) && (asks || isManner(run, before, after))) return true;
  if (!isLong(run, own)) return false;
  if (before && (isVerb(before) || playsAnyRole(before, HOLDING))) return false;
  // "… and feed it" is another command.
  if (after && (playsRole(after, "it") || playsRole(after, "them"))) return false;
  // Right before a verb it may be a misspelt negation.
  if (after && (isVerb(after) || namesKind(after) || namesDevice(after))) return false;
  return !own.some(isVerb) || own.some((item) => namesDevice(item) || namesKind(item));
}

/** Words that are followed by a thing, a place, a time or an amount. */
const HOLDING = ["article", "of", "object", "in", "at_time", "by", "to", "for", "more", "less"] as const;

/** Whether the words are too long to be misspelt words of the command; without spaces, fillers around them count as well. */
function isLong(run: readonly Item[], own: readonly Item[]): boolean {
  const [first] = run;
  if (!first || first.grammar.spaces)
    return run.every(({ said }) => said.length >= SHORTEST_WORD && !/['’]/.test(said));
  let [from, to] = [own.indexOf(first), own.indexOf(first) + run.length];
  while (isIdle(own[from - 1])) from -= 1;
  while (isIdle(own[to])) to += 1;
  return own.slice(from, to).reduce((length, { text }) => length + text.length, 0) >= SHORTEST_CHARACTERS;
}

/** Whether an item is only a filler. */
function isIdle(item: Item | undefined): boolean {
  return item !== undefined && playsRole(item, "filler") && !commands(item) && !binds(item);
}

/**
 * 灯|捻|亮些, 空调|麻溜|关了: an adverb of manner between the target and the act. In other positions so few characters may be a
 * misspelt word of the command: 憋 for 别, 客听 for 客厅.
 */
function isManner(run: readonly Item[], before: Item | undefined, after: Item | undefined): boolean {
  if (!before || !after || playsRole(before, "of") || !(namesTarget(before) || isProperty(before))) return false;
  const { lex } = after;
  if (!lex || namesTarget(after)) return false;
  return lex.changes.length > 0 || lex.to || (run.length > 1 && lex.acts.length > 0);
}

function isProperty({ lex }: Item): boolean {
  return (lex?.props.length ?? 0) > 0;
}

/** Whether unknown characters are whole words by ICU: in 全屋断电 断 is half of one. */
function isWord(first: Item, last: Item, edges: ReadonlySet<number>): boolean {
  return edges.has(first.first.start) && edges.has(last.end);
}

const NO_EDGES: ReadonlySet<number> = new Set();

function isVerb({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

function isAlike(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** The items of these pieces, and all marks. */
function within(items: readonly Item[], pieces: readonly UtterancePiece[]): readonly Item[] {
  const kept = new Set(pieces.flatMap((piece) => piece.items));
  return items.filter((item) => kept.has(item) || isMark(item));
}

function withoutEdges(items: readonly Item[]): readonly Item[] {
  const idle = (item: Item): boolean => isMark(item) || playsRole(item, "and");
  const from = items.findIndex((item) => !idle(item));
  const to = items.findLastIndex((item) => !idle(item));
  return from < 0 ? [] : items.slice(from, to + 1);
}

/** The items from the first word that commands, names or measures to the last. */
function between(items: readonly Item[]): readonly Item[] {
  const counts = (item: Item): boolean => !isUnknown(item) && (commands(item) || binds(item) || namesPlace(item));
  const from = items.findIndex(counts);
  const to = items.findLastIndex(counts);
  return from < 0 ? items : items.slice(from, to + 1);
}

function commands(item: Item): boolean {
  const { lex, measure } = item;
  if (measure || namesTarget(item)) return true;
  if (!lex) return false;
  const { acts, changes, props, listed, color, kelvin, level, states } = lex;
  const value = color !== null || kelvin !== null || level !== null;
  return value || acts.length + changes.length + props.length + listed.length + states.length > 0;
}

function binds({ lex, measure, home }: Item): boolean {
  if (measure || (home && home.devices.length > 0)) return true;
  return lex !== null && (lex.time.length > 0 || BINDING.some((role) => lex.roles.includes(role)));
}

const BINDING = [
  "not",
  "if",
  "unless",
  "until",
  "except",
  "exceptBehind",
  "only",
  "whenever",
  "when",
  "when_end",
  "leave",
  "also",
  "remind",
  "timer",
  "alarm",
  "cancel",
  "delete",
  "undo",
  "past",
  "maybe",
  "named",
  "scene",
  "automation",
] as const;
