import { PIN_MASK } from "../../home/index.ts";
import { allPacks } from "../../language/index.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";

/** What stands in a conversation where a PIN was said. */
export const MASK = PIN_MASK;

/** Digits of a PIN. */
const FEWEST = 4;
const MOST = 12;
/** A text with more words beside its digits is no answer to the question for a PIN. */
const LONGEST = 12;

/** A PIN that was said alone, or digits that may be one with something else. */
export type SaidPin = { readonly kind: "pin"; readonly pin: string } | { readonly kind: "unclear" };

/**
 * The PIN in an answer to the question for it: digits or words for them, and beside them only what changes nothing ("it's one
 * two three four", 密码是一二三四). null where there is none.
 */
export function pinIn(text: string): SaidPin | null {
  const said = read(tokenise(normalise(text)));
  const digits = said.map(({ digits: some }) => some).join("");
  const others = said.filter(({ digits: some, known }) => some === "" && !known);
  if (others.length === 0 && digits.length >= FEWEST && digits.length <= MOST && said.length <= MOST + LONGEST) {
    return { kind: "pin", pin: digits };
  }
  return longestRun(said) >= FEWEST ? { kind: "unclear" } : null;
}

/** A sentence with its PIN taken out of it: "unlock the door, my PIN is 4711", 开门，密码4711. No digits of it are left. */
export interface Offered {
  readonly rest: string;
  /** null: there are digits enough, and none that can be one. */
  readonly pin: string | null;
}

/** A PIN in a sentence that names one: behind or before its name, or anywhere in it. null where none is, or no digits. */
export function pinOffered(text: string): Offered | null {
  const source = normalise(text);
  const said = read(tokenise(source));
  if (!said.some(({ named }) => named)) return null;
  const runs = runsOf(said).filter(({ digits }) => digits.length >= FEWEST);
  const placed = runs.map((run) => ({ run, span: namedBefore(said, run, source) ?? namedBehind(said, run, source) }));
  // What is said last takes back what was said before: "not 1234, my PIN is 4711".
  const called = placed.findLast(({ run, span }) => span?.by === "before" && canBe(run));
  const chosen =
    called ?? placed.findLast(({ run, span }) => span && canBe(run)) ?? placed.findLast(({ run }) => canBe(run));
  if (runs.length === 0) return null;
  const cut = chosen && (chosen.span ?? chosen.run);
  return { rest: without(source, said, runs, cut), pin: chosen?.run.digits ?? null };
}

/** Sentences that digits at the end of one leave: "unlock the door (with) 4711". None where there are none that may be a PIN. */
export function pinBehind(text: string): readonly (Offered & { readonly pin: string })[] {
  const source = normalise(text);
  const said = read(tokenise(source));
  const runs = runsOf(said);
  const last = runs.at(-1);
  if (!last || last.end !== said.length - 1 || last.start === 0 || !canBe(last)) return [];
  const led = { ...last, start: fillersBefore(said, last.start, source) };
  return [last, led].map((cut) => ({ rest: without(source, said, runs, cut), pin: last.digits }));
}

/** Digits that are said one after another; places among the pieces, the last included. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

function canBe({ digits }: Run): boolean {
  return digits.length >= FEWEST && digits.length <= MOST;
}

function runsOf(said: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  said.forEach(({ digits }, at) => {
    if (digits === "") return;
    const before = runs.at(-1);
    if (before?.end === at - 1) runs[runs.length - 1] = { ...before, end: at, digits: before.digits + digits };
    else runs.push({ start: at, end: at, digits });
  });
  return runs;
}

/** Pieces that are taken out with a PIN, the last included. */
interface Span {
  readonly by: "before" | "behind";
  readonly start: number;
  readonly end: number;
}

/** "My PIN is" 4711. */
function namedBefore(said: readonly Piece[], { start, end }: Run, source: string): Span | null {
  let at = start - 1;
  while (isFiller(said[at])) at -= 1;
  if (said[at]?.named !== true) return null;
  return { by: "before", start: fillersBefore(said, at, source), end };
}

/** 4711 "is my PIN". */
function namedBehind(said: readonly Piece[], { start, end }: Run, source: string): Span | null {
  let at = end + 1;
  while (isFiller(said[at])) at += 1;
  if (said[at]?.named !== true) return null;
  return { by: "behind", start: fillersBefore(said, start, source), end: at };
}

function isFiller(piece: Piece | undefined): boolean {
  return piece?.known === true && !piece.named && piece.digits === "";
}

/** The first of the fillers that lead to a piece: not those of the clause before it. */
function fillersBefore(said: readonly Piece[], place: number, source: string): number {
  let first = place;
  while (
    (isFiller(said[first - 1]) || said[first - 1]?.named) &&
    !CLAUSE.test(source.slice(said[first - 1]?.end, said[first]?.start))
  )
    first -= 1;
  return first;
}

/** What ends a clause. */
const CLAUSE = /[,，、.。;；!！?？]/u;

/** A text without some of its pieces, and with all other digits that may be a PIN behind a mask. */
function without(
  source: string,
  said: readonly Piece[],
  runs: readonly Run[],
  cut: { readonly start: number; readonly end: number } | undefined,
): string {
  let rest = "";
  let from = 0;
  // What leads from a PIN to the rest goes with it: "PIN 4711 and …".
  let behind = cut?.end ?? 0;
  while (cut?.start === 0 && isFiller(said[behind + 1])) behind += 1;
  const masked = runs.filter(({ start, end, digits }) => {
    return digits.length >= FEWEST && (!cut || end < cut.start || start > behind);
  });
  const parts = masked.map(({ start, end }) => ({ start, end, put: MASK }));
  if (cut) parts.push({ start: cut.start, end: behind, put: " " });
  for (const { start, end, put } of parts.sort((a, b) => a.start - b.start)) {
    rest += `${source.slice(from, said[start]?.start)}${put}`;
    from = said[end]?.end ?? source.length;
  }
  return (rest + source.slice(from))
    .replace(/\s+/gu, " ")
    .replace(/[\s,，、;；:：]+$/u, "")
    .replace(/^[\s,，、.。;；:：]+/u, "");
}

/** A word of a text, as far as a PIN is said by it. */
interface Piece {
  /** The digits that it says; empty for none. */
  readonly digits: string;
  /** It changes nothing beside a PIN. */
  readonly known: boolean;
  /** It is what a PIN is called. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

/** The words of a text; marks say nothing. */
function read(tokens: readonly Token[]): Piece[] {
  const { digits, beside, names } = words();
  // A colon keeps the numbers of a time of day apart.
  const spoken = tokens.filter(({ kind, text }) => kind !== "mark" || text === ":");
  const pieces: Piece[] = [];
  for (let at = 0; at < spoken.length; ) {
    const token = spoken[at];
    if (!token) break;
    const { start, end } = token;
    if (token.kind === "number") {
      pieces.push({ digits: token.text.replace(/\D/g, ""), known: true, named: false, start, end });
      at += 1;
      continue;
    }
    const digit = digits.get(token.text);
    if (digit !== undefined) {
      pieces.push({ digits: digit, known: true, named: false, start, end });
      at += 1;
      continue;
    }
    if (token.kind === "mark") {
      pieces.push({ digits: "", known: true, named: false, start, end });
      at += 1;
      continue;
    }
    const name = phraseAt(spoken, at, names);
    const filler = name === 0 ? phraseAt(spoken, at, beside) : 0;
    const length = Math.max(1, name, filler);
    const known = name > 0 || filler > 0;
    pieces.push({ digits: "", known, named: name > 0, start, end: spoken[at + length - 1]?.end ?? end });
    at += length;
  }
  return pieces;
}

/** How many tokens the longest phrase of a list has that stands here; 0 for none. */
function phraseAt(tokens: readonly Token[], at: number, phrases: ReadonlySet<string>): number {
  let key = "";
  let longest = 0;
  for (let length = 1; length <= LONGEST_PHRASE && at + length <= tokens.length; length += 1) {
    key = key === "" ? (tokens[at]?.text ?? "") : `${key} ${tokens[at + length - 1]?.text}`;
    if (phrases.has(key)) longest = length;
  }
  return longest;
}

function longestRun(pieces: readonly Piece[]): number {
  let run = 0;
  let longest = 0;
  for (const { digits } of pieces) {
    run = digits === "" ? 0 : run + digits.length;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Words of no phrase are more. */
const LONGEST_PHRASE = 6;

interface Words {
  /** How many packs they are of. */
  readonly of: number;
  /** A digit, keyed by a word for it. */
  readonly digits: ReadonlyMap<string, string>;
  /** Phrases, their words joined by spaces. */
  readonly beside: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

let known: Words | undefined;

/** The words of every language; read when they are first asked for, and anew when there are other languages. */
function words(): Words {
  const packs = allPacks();
  if (known?.of === packs.length) return known;
  const digits = new Map<string, string>();
  const beside = new Set<string>();
  const names = new Set<string>();
  for (const { answerWords } of packs) {
    answerWords.pin.digits.forEach((list, digit) => {
      for (const word of phrasesOf(list)) digits.set(word, String(digit));
    });
    for (const name of phrasesOf(answerWords.pin.names)) names.add(name);
    const { before, yes, sentence } = answerWords;
    for (const list of [answerWords.pin.beside, answerWords.beside, before, yes, sentence.yes]) {
      for (const phrase of phrasesOf(list)) beside.add(phrase);
    }
  }
  known = { of: packs.length, digits, beside, names };
  return known;
}

function phrasesOf(list: string): string[] {
  return list.split(",").flatMap((phrase) => {
    const key = tokenise(normalise(phrase))
      .map(({ text }) => text)
      .join(" ");
    return key === "" ? [] : [key];
  });
}
