import { grammarAt, type Lexicon, lexiconOf } from "../lexicon/lexicon.ts";
import { emptyLexicalMeaning, isOnlyValue, type LexicalMeaning } from "../lexicon/types.ts";
import { memoizeLast } from "../memoize.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import { readColor } from "../text/rgb.ts";
import { withSpellingCorrected } from "../text/spelling.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import type { Item } from "./items.ts";
import { readMeasure } from "./measure/quantities.ts";
import { withAdverbsPlain } from "./segment/auto-adverb.ts";
import { type CandidatePhrase, LENGTH_POWER, NAME_BONUS } from "./segment/candidates.ts";
import { withActsDenied } from "./segment/denied-acts.ts";
import { withoutStrandedDependents } from "./segment/dependent-words.ts";
import { addFuzzyNames, coveredTokens, type FuzzyNameScope } from "./segment/fuzzy-names.ts";
import { withOnesByNameWord } from "./segment/name-word-ones.ts";
import { withVerbsJoined } from "./segment/separable-verbs.ts";
import { withNumbersShared } from "./segment/shared-numbers.ts";
import { withWatering } from "./segment/watering.ts";
import { withAmountsPlain, withNumbersSpelled, withWordNumbers } from "./segment/word-numbers.ts";

/** Segments a text that is no whole sentence (an answer, a part), with spelling corrected. */
export function segmentText(source: string, index: HomeIndex): readonly Item[] {
  const tokens = tokenise(source);
  return segment(withSpellingCorrected(source, tokens, lexiconOf(tokens), index), source, index);
}

/** Penalty for an everyday word without a meaning here, against words with one that cover as much. */
const PLAIN_MALUS = 0.2;
/** Penalty for a single character that is only a list value: 空调|整到, not 空|调整到. */
const VALUE_MALUS = 0.8;
/** Bonus for a word for a kind before a direction, as a tie-breaker: 空调|低, not 空|调低. */
const KIND_BONUS = 0.01;

/**
 * Segments a sentence into items: the best-scoring path over all candidate phrases (dynamic programming). Memoised.
 * `scenes`: whether scene names are candidates.
 */
export const segment: (
  tokens: readonly Token[],
  source: string,
  index: HomeIndex,
  guess?: FuzzyNameScope,
  scenes?: boolean,
) => readonly Item[] = memoizeLast(cut, 2);

function cut(
  tokens: readonly Token[],
  source: string,
  index: HomeIndex,
  guess: FuzzyNameScope = "unknown",
  scenes = true,
): readonly Item[] {
  const words = lexiconOf(tokens);
  const spans = tokens.map((_, at) => spansAt(tokens, at, words, index, scenes, source));
  for (let at = 0; at < spans.length; at += 1)
    for (const span of spans[at] ?? [])
      if (isKind(span, at) && spans[span.end]?.some(isChange)) span.score += KIND_BONUS;
  // If every word is known, none is a misspelt name.
  if (guess === "any" || spans.some((each, at) => each.length === 0 && tokens[at]?.kind !== "mark")) {
    const covered = coveredTokens(spans);
    const wrong = tokens.map(({ kind }, at) => kind !== "mark" && (guess === "any" || covered[at] !== true));
    if (wrong.includes(true)) addFuzzyNames(tokens, spans, wrong, words, index, guess);
  }
  /** Best score from each token to the end; `choice` has its first phrase. */
  const best = new Float64Array(tokens.length + 1);
  const choice = new Array<CandidatePhrase | null>(tokens.length).fill(null);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    best[at] = best[at + 1] ?? 0;
    for (const span of spans[at] ?? []) {
      const score = span.score + (best[span.end] ?? 0);
      if (score > (best[at] ?? 0)) {
        best[at] = score;
        choice[at] = span;
      }
    }
  }
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = choice[at] ?? null;
    const end = span?.end ?? at + 1;
    items.push(itemOf(tokens, source, at, end, span, words));
    at = end;
  }
  const joined = withoutStrandedDependents(withVerbsJoined(withVerbsShared(items, tokens, words)));
  const meant = withOnesByNameWord(
    withNumbersShared(withNumbersSpelled(withAmountsPlain(withWordNumbers(joined))), tokens, index),
    index,
  );
  return withAdverbsPlain(withActsDenied(withWatering(meant, index)));
}

function itemOf(
  tokens: readonly Token[],
  source: string,
  from: number,
  to: number,
  span: CandidatePhrase | null,
  words: Lexicon,
): Item {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) throw new RangeError("an item without tokens");
  let stem = "";
  let text = "";
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    stem += token.stem;
    text += at > from && token.kind === "word" ? ` ${token.text}` : token.text;
  }
  return {
    from,
    to,
    first,
    end: last.end,
    grammar: grammarAt(first, words),
    said: source.slice(first.start, last.end),
    text,
    stem,
    word: last.kind === "word" ? last.stem : stem,
    plural: last.plural,
    lex: span?.lex ?? null,
    home: span?.home ?? null,
    measure: span?.measure ?? null,
    guessed: span?.guessed ?? false,
  };
}

function spansAt(
  tokens: readonly Token[],
  at: number,
  words: Lexicon,
  index: HomeIndex,
  scenes: boolean,
  source: string,
): CandidatePhrase[] {
  const spans: CandidatePhrase[] = [];
  const spanTo = (end: number): CandidatePhrase => {
    for (const span of spans) if (span.end === end) return span;
    const span: CandidatePhrase = { end, score: (end - at) ** LENGTH_POWER, lex: null, home: null, measure: null };
    spans.push(span);
    return span;
  };
  const nouns = tokens[at]?.plural === true && isDoneOrThing(tokens, at, words);
  words.trie.walk(tokens, at, (end, meaning) => {
    // "switches on" is not "switch on", and "the study light up" is not "light up".
    const verb = end > at + 1 && meaning.acts.length > 0 && meaning.kinds.length === 0;
    if (verb && (nouns || isOwnedNoun(tokens, at, words, index))) return;
    // "turn the kitchen light blue" names the light, not the colour "light blue".
    if (meaning.color !== null && end > at + 1 && namesThing(tokens, at, words, index)) return;
    const span = spanTo(end);
    if (end === at + 1 && tokens[at]?.kind === "character" && isOnlyValue(meaning)) span.score -= VALUE_MALUS;
    if (meaning.roles[0] !== "plain") span.lex = meaning;
    // "打开" of "打开会客厅" wins over 开会.
    else span.score -= PLAIN_MALUS;
  });
  index.trie.walk(tokens, at, (end, meaning) => {
    const named = byName(meaning);
    const known = scenes || named.scenes.length === 0 ? named : { ...named, scenes: [] };
    if (!isEmpty(known)) spanTo(end).home = known;
  });
  for (const span of spans) if (span.home && isName(span.home)) span.score = nameScore(tokens, at, span, index);
  const said = readColor(tokens, at, source);
  if (said && (said.clear || saysColor(tokens, at, words))) {
    const lex = { ...emptyLexicalMeaning(), color: said.color };
    return [{ end: said.end, score: (said.end - at) ** LENGTH_POWER, lex, home: null, measure: null }];
  }
  const measure = readMeasure(tokens, at, words);
  if (measure) {
    const length = measure.end - at;
    const bare = measure.kind === "quantity" && measure.quantity.unit === null;
    // "one" may be a thing; "ten" is only a number.
    const other = spans.find(
      ({ end, lex, home }) => end === measure.end && (home !== null || (lex?.roles.length ?? 0) > 0),
    );
    const bonus = bare ? (other ? -0.05 : 0.05) : 0.1;
    spans.push({ end: measure.end, score: length ** LENGTH_POWER + bonus, lex: null, home: null, measure });
  }
  return spans;
}

/** Adds the verb that begins with the last character of a name: 大门锁|上 contains 锁上. */
function withVerbsShared(items: readonly Item[], tokens: readonly Token[], words: Lexicon): Item[] {
  return items.map((item, at) => {
    const name = items[at - 1];
    if (!name?.home?.devices.length || item.grammar.spaces || item.to - item.from > 1 || item.lex?.acts.length)
      return item;
    let verb: LexicalMeaning | null = null;
    words.trie.walk(tokens, name.to - 1, (end, meaning) => {
      if (end === item.to && meaning.acts.length > 0) verb = meaning;
    });
    return verb === null ? item : { ...item, lex: verb };
  });
}

/** Whether a candidate is a word of several tokens for a kind, and no name of this home. */
function isKind({ lex, home, end }: CandidatePhrase, at: number): boolean {
  return end > at + 1 && home === null && lex !== null && lex.kinds.length > 0;
}

function isChange({ lex }: CandidatePhrase): boolean {
  return lex !== null && lex.changes.length > 0;
}

/** Whether a word for colours comes before: without one, three numbers may be any list. */
function saysColor(tokens: readonly Token[], before: number, words: Lexicon): boolean {
  let found = false;
  for (let from = 0; from < before && !found; from += 1) {
    words.trie.walk(tokens, from, (_end, { props }) => {
      found ||= props.includes("color");
    });
  }
  return found;
}

/** Whether the token alone is a known act or kind: "switches", but not "needs". */
function isDoneOrThing(tokens: readonly Token[], at: number, words: Lexicon): boolean {
  let found = false;
  words.trie.walk(tokens, at, (end, { acts, kinds }) => {
    found ||= end === at + 1 && acts.length + kinds.length > 0;
  });
  return found;
}

/** Longest room name before a word, in tokens. */
const LONGEST_OWNER = 3;

/** Whether a single token is a word for a kind. */
function isKindWord(tokens: readonly Token[], at: number, words: Lexicon): boolean {
  let kind = false;
  words.trie.walk(tokens, at, (end, { kinds }) => {
    kind ||= end === at + 1 && kinds.length > 0;
  });
  return kind;
}

/** Whether exactly the tokens from `from` to `to` are an article or a place. */
function owns(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: Lexicon,
  index: HomeIndex,
): "article" | "place" | null {
  let found: "article" | "place" | null = null;
  words.trie.walk(tokens, from, (end, { roles, rooms }) => {
    if (end === to && rooms.length > 0) found = "place";
    else if (end === to && roles.includes("article")) found ??= "article";
  });
  index.trie.walk(tokens, from, (end, { rooms, floors }) => {
    if (end === to && rooms.length + floors.length > 0) found = "place";
  });
  return found;
}

/** Whether a word for a kind follows an article or a place directly, and so is a noun. */
function isOwnedNoun(tokens: readonly Token[], at: number, words: Lexicon, index: HomeIndex): boolean {
  if (at === 0 || tokens[at]?.kind !== "word" || !isKindWord(tokens, at, words)) return false;
  for (let from = at - 1; from >= Math.max(0, at - LONGEST_OWNER); from -= 1)
    if (owns(tokens, from, at, words, index) !== null) return true;
  return false;
}

/** Whether a word for a kind before a colour is a noun: "lights blue", "the bedroom light blue" at the beginning or after a verb. */
function namesThing(tokens: readonly Token[], at: number, words: Lexicon, index: HomeIndex): boolean {
  if (!isKindWord(tokens, at, words)) return false;
  if (tokens[at]?.plural) return true;
  let before = at;
  let placed = false;
  for (let from = before - 1; from >= Math.max(0, before - LONGEST_OWNER); from -= 1) {
    const owner = owns(tokens, from, before, words, index);
    if (owner === null) continue;
    before = from;
    placed ||= owner === "place";
  }
  if (before === at) return false;
  // "a light green for the lamp"
  let begins = placed && (before === 0 || tokens[before - 1]?.kind === "mark");
  for (let from = before - 1; from >= Math.max(0, before - LONGEST_OWNER); from -= 1) {
    words.trie.walk(tokens, from, (end, { acts, roles }) => {
      begins ||= end === before && (acts.length > 0 || roles.includes("and"));
    });
  }
  return begins;
}

function isName({ devices, rooms, floors, scenes, parts }: HomeMeaning): boolean {
  return devices.length + rooms.length + floors.length + scenes.length + parts.length > 0;
}

function isEmpty(meaning: HomeMeaning): boolean {
  return (
    !isName(meaning) &&
    meaning.owned.length + meaning.props.length + meaning.actions.length + meaning.listed.length === 0
  );
}

/** Chooses the devices of a name: those of a group first, then exact names, then names that end so, then synonyms. */
function byName(meaning: HomeMeaning): HomeMeaning {
  const { devices, members, ending, alike } = meaning;
  if (members.length > 0) return { ...meaning, devices: members };
  if (devices.length > 0 || ending.length + alike.length === 0) return meaning;
  return ending.length > 0 ? { ...meaning, devices: ending, ending: [] } : { ...meaning, devices: alike, alike: [] };
}

/** Score of a name; a plural of a singular name scores no more than its words apart: "kitchen lights" is not "Kitchen light". */
function nameScore(tokens: readonly Token[], at: number, span: CandidatePhrase, index: HomeIndex): number {
  const plural = tokens[span.end - 1]?.plural ?? false;
  const { devices = [], members = [], rooms = [], floors = [], scenes = [] } = span.home ?? {};
  const singular = plural && devices.length > 0 && rooms.length + floors.length + scenes.length === 0;
  if (singular && members.length === 0 && !devices.some((id) => index.devices.get(id)?.plural)) {
    return Math.max(1, (span.end - at - 1) ** LENGTH_POWER + 1 - 0.05);
  }
  return span.score + NAME_BONUS;
}
