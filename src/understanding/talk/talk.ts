import { exactly, lexicon } from "../lexicon/lexicon.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { rememberingEach } from "../once.ts";
import type { Token } from "../text/tokens.ts";
import { aroundPlace, asksForJudgement, dayIn, isBeyond, isTalkWord, kindOf, withoutElsewhere } from "./forms.ts";
import {
  COURTESIES,
  ENQUIRIES,
  type Enquiry,
  FEELINGS,
  type Feeling,
  MEANINGS,
  type Meaning,
  type Talk,
  type TalkKind,
} from "./types.ts";

/** Nobody greets in more tokens than this. */
const LONGEST = 40;
/** No stretch of everyday talk has more characters. */
const LONGEST_PHRASE = 70;

/** A stretch of an utterance between two marks. */
interface Phrase {
  readonly tokens: readonly Token[];
  /** It ends in a question mark. */
  readonly asked: boolean;
}

/** What an utterance is when the whole of it is everyday talk; null when any stretch of it says something else. */
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

/** The one thing that is answered of what was said; null where there are two. */
function answered(kinds: readonly TalkKind[], phrases: readonly Phrase[]): Talk | null {
  const meanings = new Set(kinds.filter(isMeaning));
  const feelings = new Set(kinds.filter(isFeeling));
  const enquiries = kinds.filter(isEnquiry);
  const [meaning] = meanings;
  const [feeling] = feelings;
  const [enquiry] = enquiries;
  if (meanings.size > 1 || new Set(enquiries).size > 1 || feelings.size > 1) return null;
  if (feeling) {
    // Who comes home and is cold is cold.
    const alone = enquiry === undefined && (meaning === undefined || meaning === "home");
    return alone ? { kind: "feeling", of: feeling } : null;
  }
  // Beside a question a statement is only a statement.
  if (meaning && enquiry === undefined) return { kind: "meaning", of: meaning };
  if (enquiry === "date" || enquiry === "year" || enquiry === "weekday") {
    const text = textOf(phrases[kinds.indexOf(enquiry)]?.tokens ?? []);
    return { kind: "calendar", of: enquiry, days: dayIn(text) };
  }
  if (enquiry) return { kind: "enquiry", of: enquiry };
  const courtesy = COURTESIES.find((each) => kinds.includes(each));
  return courtesy ? { kind: "courtesy", of: courtesy } : null;
}

/** What a phrase is. How it is and what somebody does are statements: asked, they are something else. */
function phraseKind({ tokens, asked }: Phrase): TalkKind | null {
  if (!tokens.every(isSaid)) return null;
  const text = textOf(tokens);
  if (text.length > LONGEST_PHRASE) return null;
  const kind = kindOf(text);
  return kind !== null && asked && (isMeaning(kind) || isFeeling(kind)) ? null : kind;
}

/**
 * An utterance without its stretches of everyday talk, where something else is left: a greeting beside a command is only
 * courtesy, and how it feels is why. Null when there is nothing to leave out.
 */
export function besideTalk(tokens: readonly Token[], source: string, index: HomeIndex): Beside | null {
  const phrases = phrasesOf(tokens);
  if (phrases.length < 2) return null;
  const beside = phrases.map((phrase) => isCourtesyBeside(phrase, index));
  const left = phrases.filter((phrase, at) => {
    // "…, sorry, …" between two others puts the first right.
    const repairs = phraseKind(phrase) === "apology" && beside.indexOf(false) < at && beside.lastIndexOf(false) > at;
    return !beside[at] || repairs;
  });
  if (left.length === 0 || left.length === phrases.length) return null;
  const felt = phrases.flatMap((phrase) => (left.includes(phrase) ? [] : (phraseKind(phrase) ?? []))).filter(isFeeling);
  const warmth = felt.length > 0 && felt.every((feeling) => feeling === "hot" || feeling === "cold");
  return { text: left.map((phrase) => saidIn(phrase, source)).join(", "), feels: felt.length > 0, warmth };
}

/** What is left of an utterance beside everyday talk. */
export interface Beside {
  readonly text: string;
  /** How it feels was left out: what does not say itself what it is about is about that. */
  readonly feels: boolean;
  /** What was left out says that somebody is too hot or too cold. */
  readonly warmth: boolean;
}

/** A phrase as it was said, with the mark of a question behind it. */
function saidIn({ tokens, asked }: Phrase, source: string): string {
  return `${source.slice(tokens[0]?.start, tokens.at(-1)?.end)}${asked ? "?" : ""}`;
}

/** What is called so in this home is meant; "never mind" is about what stands before it, and so is a question. */
function isCourtesyBeside(phrase: Phrase, index: HomeIndex): boolean {
  const kind = phraseKind(phrase);
  if (kind === null || kind === "done" || isEnquiry(kind)) return false;
  return !isNamed(phrase.tokens, index);
}

/** Whether an utterance tells how it feels somewhere else or at another time: "it's cold outside", 昨天好热. */
export function isElsewhere(tokens: readonly Token[]): boolean {
  const [phrase, ...others] = tokens.length > LONGEST_PLACED ? [] : phrasesOf(tokens);
  if (!phrase || phrase.asked || others.length > 0) return false;
  return withoutElsewhere(textOf(phrase.tokens)).some((text) => {
    const kind = kindOf(text);
    return kind !== null && isFeeling(kind);
  });
}

/** How a room feels that is named: "it stinks in the kitchen", 书房里好闷. Null when the utterance says anything else. */
export function placedFeeling(
  tokens: readonly Token[],
  index: HomeIndex,
): { readonly feeling: Feeling; readonly room: string } | null {
  const [phrase, ...others] = tokens.length > LONGEST_PLACED ? [] : phrasesOf(tokens);
  if (!phrase || phrase.asked || others.length > 0) return null;
  const said = phrase.tokens;
  for (let at = 1; at < said.length; at += 1) {
    const parts = [
      { room: said.slice(at), rest: said.slice(0, at), side: "behind" },
      { room: said.slice(0, at), rest: said.slice(at), side: "inFront" },
    ] as const;
    for (const { room, rest, side } of parts) {
      const [id, ...more] = roomsCalled(withoutArticle(room), index);
      if (id === undefined || more.length > 0) continue;
      const feeling = aroundPlace(textOf(rest), side)
        .map(kindOf)
        .find((kind) => kind !== null && isFeeling(kind));
      if (feeling && isFeeling(feeling)) return { feeling, room: id };
    }
  }
  return null;
}

/** Nobody says how a room feels in more tokens. */
const LONGEST_PLACED = 16;

function withoutArticle(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  return first && exactly(lexicon().trie, [first])?.roles.includes("article") ? rest : tokens;
}

/** Ids of the rooms that exactly this means. */
function roomsCalled(tokens: readonly Token[], index: HomeIndex): readonly string[] {
  const named = exactly(index.trie, tokens)?.rooms ?? [];
  if (named.length > 0) return named;
  const kinds = exactly(lexicon().trie, tokens)?.rooms ?? [];
  return kinds.flatMap((kind) => index.roomsOfKind(kind));
}

/** Whether an utterance asks for what is not for a home. */
export function asksBeyond(tokens: readonly Token[]): boolean {
  return areAll(tokens, isBeyond);
}

/** Whether all of it asks for a judgement, or for what a thing can do: a state is no answer to that. */
export function judgesHome(tokens: readonly Token[]): boolean {
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

/** Whether a token may stand in everyday talk at all. */
function isSaid({ kind, text }: Token): boolean {
  return kind === "number" || kind === "mark" || isTalkWord(text);
}

/** The stretches between marks, which each form of talk goes through. */
const phrasesOf: (tokens: readonly Token[]) => readonly Phrase[] = rememberingEach(cut);

function cut(tokens: readonly Token[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token && !(token.kind === "mark" && ENDING.has(token.text))) continue;
    const said = tokens.slice(from, at);
    if (said.length > 0) phrases.push({ tokens: said, asked: token?.text === "?" });
    from = at + 1;
  }
  return phrases;
}

/** Marks between two stretches. */
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

/** Whether all of it is the name of something in this home: a scene "Hello", a lamp "Night". */
function isNamed(tokens: readonly Token[], index: HomeIndex): boolean {
  const words = tokens.filter(({ kind }) => kind !== "mark");
  let named = false;
  index.trie.walk(words, 0, (end, { scenes, devices }) => {
    named ||= end === words.length && scenes.length + devices.length > 0;
  });
  return named;
}

function isMeaning(kind: TalkKind): kind is Meaning {
  return MEANINGS.some((each) => each === kind);
}

function isFeeling(kind: TalkKind): kind is Feeling {
  return FEELINGS.some((each) => each === kind);
}

function isEnquiry(kind: TalkKind): kind is Enquiry {
  return ENQUIRIES.some((each) => each === kind);
}
