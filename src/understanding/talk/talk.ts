import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { memoizeEach } from "../memoize.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { Token } from "../text/tokens.ts";
import { asksForJudgement, dayIn, isBeyond, isTalkWord, talkKindOf, withoutElsewhere, withoutPlace } from "./forms.ts";
import {
  COURTESIES,
  ENQUIRIES,
  type Enquiry,
  FEELINGS,
  type Feeling,
  ROUTINES,
  type Routine,
  type Talk,
  type TalkKind,
} from "./types.ts";

/** Talk has at most this many tokens. */
const LONGEST = 40;
/** A phrase of talk has at most this many characters. */
const LONGEST_PHRASE = 70;

/** A part of an utterance between two marks. */
interface Phrase {
  readonly tokens: readonly Token[];
  /** It ends in a question mark. */
  readonly isQuestion: boolean;
}

/** The talk that the whole utterance is; null when any part of it is something else. */
export function talkOf(tokens: readonly Token[], index: HomeIndex): Talk | null {
  if (tokens.length === 0 || tokens.length > LONGEST) return null;
  const phrases = phrasesOf(tokens);
  const kinds: TalkKind[] = [];
  for (const phrase of phrases) {
    const kind = phraseKind(phrase);
    if (kind === null) return null;
    kinds.push(kind);
  }
  return isNamed(tokens, index) ? null : answered(kinds, phrases);
}

/** The one thing to answer; null where there are two. */
function answered(kinds: readonly TalkKind[], phrases: readonly Phrase[]): Talk | null {
  const meanings = new Set(kinds.filter(isMeaning));
  const feelings = new Set(kinds.filter(isFeeling));
  const enquiries = kinds.filter(isEnquiry);
  const [meaning] = meanings;
  const [feeling] = feelings;
  const [enquiry] = enquiries;
  if (meanings.size > 1 || new Set(enquiries).size > 1 || feelings.size > 1) return null;
  if (feeling) {
    // "I'm home, it's cold" is answered as a feeling.
    const alone = enquiry === undefined && (meaning === undefined || meaning === "home");
    return alone ? { kind: "feeling", of: feeling } : null;
  }
  // Beside a question a statement needs no answer.
  if (meaning && enquiry === undefined) return { kind: "meaning", of: meaning };
  if (enquiry === "date" || enquiry === "year" || enquiry === "weekday") {
    const text = textOf(phrases[kinds.indexOf(enquiry)]?.tokens ?? []);
    return { kind: "calendar", of: enquiry, days: dayIn(text) };
  }
  if (enquiry) return { kind: "enquiry", of: enquiry };
  const courtesy = COURTESIES.find((each) => kinds.includes(each));
  return courtesy ? { kind: "courtesy", of: courtesy } : null;
}

/** The kind of a phrase. Feelings and routines are statements: as questions they are no talk. */
function phraseKind({ tokens, isQuestion }: Phrase): TalkKind | null {
  if (!tokens.every(isSaid)) return null;
  const text = textOf(tokens);
  if (text.length > LONGEST_PHRASE) return null;
  const kind = talkKindOf(text);
  return kind !== null && isQuestion && (isMeaning(kind) || isFeeling(kind)) ? null : kind;
}

/**
 * Removes talk from an utterance: a greeting beside a command is only courtesy, and a feeling is its reason. Null when there
 * is nothing to remove, or nothing else is left.
 */
export function withoutTalk(tokens: readonly Token[], source: string, index: HomeIndex): TalkRemainder | null {
  const phrases = phrasesOf(tokens);
  if (phrases.length < 2) return null;
  const beside = phrases.map((phrase) => isCourtesyBeside(phrase, index));
  const left = phrases.filter((phrase, at) => {
    // "…, sorry, …" between two others is a repair, not talk.
    const repairs = phraseKind(phrase) === "apology" && beside.indexOf(false) < at && beside.lastIndexOf(false) > at;
    return !beside[at] || repairs;
  });
  if (left.length === 0 || left.length === phrases.length) return null;
  const felt = phrases.flatMap((phrase) => (left.includes(phrase) ? [] : (phraseKind(phrase) ?? []))).filter(isFeeling);
  const warmth = felt.length > 0 && felt.every((feeling) => feeling === "hot" || feeling === "cold");
  return { text: left.map((phrase) => saidIn(phrase, source)).join(", "), feels: felt.length > 0, warmth };
}

/** The rest of an utterance without its talk. */
export interface TalkRemainder {
  readonly text: string;
  /** A feeling was removed: a command that does not say what it is about is about that. */
  readonly feels: boolean;
  /** The feeling was "too hot" or "too cold". */
  readonly warmth: boolean;
}

/** The phrase as it was said, with its question mark. */
function saidIn({ tokens, isQuestion }: Phrase, source: string): string {
  return `${source.slice(tokens[0]?.start, tokens.at(-1)?.end)}${isQuestion ? "?" : ""}`;
}

/**
 * Whether the phrase is only courtesy. Names of this home are not, nor is "never mind", which is about what stands before
 * it.
 */
function isCourtesyBeside(phrase: Phrase, index: HomeIndex): boolean {
  const kind = phraseKind(phrase);
  if (kind === null || kind === "done" || isEnquiry(kind)) return false;
  return !isNamed(phrase.tokens, index);
}

/** Whether the feeling is about another place or time: "it's cold outside", 昨天好热. */
export function feelsElsewhere(tokens: readonly Token[]): boolean {
  const [phrase, ...others] = tokens.length > LONGEST_PLACED ? [] : phrasesOf(tokens);
  if (!phrase || phrase.isQuestion || others.length > 0) return false;
  return withoutElsewhere(textOf(phrase.tokens)).some((text) => {
    const kind = talkKindOf(text);
    return kind !== null && isFeeling(kind);
  });
}

/** The feeling of a named room: "it stinks in the kitchen", 书房里好闷. Null for anything else. */
export function roomFeelingIn(
  tokens: readonly Token[],
  index: HomeIndex,
): { readonly feeling: Feeling; readonly room: string } | null {
  const [phrase, ...others] = tokens.length > LONGEST_PLACED ? [] : phrasesOf(tokens);
  if (!phrase || phrase.isQuestion || others.length > 0) return null;
  const said = phrase.tokens;
  for (let at = 1; at < said.length; at += 1) {
    const parts = [
      { room: said.slice(at), rest: said.slice(0, at), side: "behind" },
      { room: said.slice(0, at), rest: said.slice(at), side: "inFront" },
    ] as const;
    for (const { room, rest, side } of parts) {
      const [id, ...more] = roomsCalled(withoutArticle(room), index);
      if (id === undefined || more.length > 0) continue;
      const feeling = withoutPlace(textOf(rest), side)
        .map(talkKindOf)
        .find((kind) => kind !== null && isFeeling(kind));
      if (feeling && isFeeling(feeling)) return { feeling, room: id };
    }
  }
  return null;
}

/** In tokens: longer utterances say more than how a room feels. */
const LONGEST_PLACED = 16;

function withoutArticle(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  return first && exactMatch(lexicon().trie, [first])?.roles.includes("article") ? rest : tokens;
}

/** Ids of the rooms with exactly this name, or of this kind. */
function roomsCalled(tokens: readonly Token[], index: HomeIndex): readonly string[] {
  const named = exactMatch(index.trie, tokens)?.rooms ?? [];
  if (named.length > 0) return named;
  const kinds = exactMatch(lexicon().trie, tokens)?.rooms ?? [];
  return kinds.flatMap((kind) => index.roomsOfKind(kind));
}

/** Whether the utterance asks for something that is not for a home. */
export function isOutOfScope(tokens: readonly Token[]): boolean {
  return areAll(tokens, isBeyond);
}

/** Whether all of it asks for a judgement or for the abilities of a thing, which no state answers. */
export function asksJudgement(tokens: readonly Token[]): boolean {
  return areAll(tokens, asksForJudgement);
}

function areAll(tokens: readonly Token[], is: (phrase: string) => boolean): boolean {
  if (tokens.length > LONGEST) return false;
  const phrases = phrasesOf(tokens).filter((phrase) => phraseKind(phrase) === null);
  return (
    phrases.length > 0 &&
    phrases.every(({ tokens: said }) => {
      const text = textOf(said);
      return text.length <= LONGEST_PHRASE && is(text);
    })
  );
}

/** Whether the token may occur in talk. */
function isSaid({ kind, text }: Token): boolean {
  return kind === "number" || kind === "mark" || isTalkWord(text);
}

/** The phrases between marks. */
const phrasesOf: (tokens: readonly Token[]) => readonly Phrase[] = memoizeEach(cut);

function cut(tokens: readonly Token[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token && !(token.kind === "mark" && ENDING.has(token.text))) continue;
    const said = tokens.slice(from, at);
    if (said.length > 0) phrases.push({ tokens: said, isQuestion: token?.text === "?" });
    from = at + 1;
  }
  return phrases;
}

/** Marks that end a phrase. */
const ENDING: ReadonlySet<string> = new Set([",", ".", "!", "?", ";"]);

function textOf(tokens: readonly Token[]): string {
  let text = "";
  let before: Token | null = null;
  for (const token of tokens) {
    text +=
      before !== null && !(before.kind === "character" || token.kind === "character") ? ` ${token.text}` : token.text;
    before = token;
  }
  return text;
}

/** Whether all of it is the name of a device or scene: a scene "Hello", a lamp "Night". */
function isNamed(tokens: readonly Token[], index: HomeIndex): boolean {
  const words = tokens.filter(({ kind }) => kind !== "mark");
  let named = false;
  index.trie.walk(words, 0, (end, { scenes, devices }) => {
    named ||= end === words.length && scenes.length + devices.length > 0;
  });
  return named;
}

function isMeaning(kind: TalkKind): kind is Routine {
  return ROUTINES.some((each) => each === kind);
}

function isFeeling(kind: TalkKind): kind is Feeling {
  return FEELINGS.some((each) => each === kind);
}

function isEnquiry(kind: TalkKind): kind is Enquiry {
  return ENQUIRIES.some((each) => each === kind);
}
