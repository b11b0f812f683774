import { allPacks } from "../../language/index.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";

/** What stands in a conversation where a PIN was said. */
export const MASK = "••••";

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

/** A sentence with its PIN taken out of it: "unlock the door, my PIN is 4711", 开门，密码4711. */
export interface Offered {
  readonly rest: string;
  readonly pin: string;
}

/** A PIN that is called so in a sentence; null where none is. */
export function pinOffered(text: string): Offered | null {
  const source = normalise(text);
  const tokens = tokenise(source);
  const said = read(tokens);
  const named = said.findIndex(({ named: is }) => is);
  if (named < 0) return null;
  let first = named;
  while (said[first - 1]?.known && said[first - 1]?.digits === "") first -= 1;
  let at = named + 1;
  while (said[at]?.known && said[at]?.digits === "") at += 1;
  let pin = "";
  let last = named;
  for (; said[at] && said[at]?.digits !== ""; at += 1) {
    pin += said[at]?.digits ?? "";
    last = at;
  }
  if (pin.length < FEWEST || pin.length > MOST) return null;
  const [from, to] = [said[first]?.start ?? 0, said[last]?.end ?? source.length];
  const rest = `${source.slice(0, from)} ${source.slice(to)}`;
  return {
    rest: rest
      .replace(/\s+/gu, " ")
      .replace(/[\s,，、;；:：]+$/u, "")
      .replace(/^[\s,，、.。;；:：]+/u, ""),
    pin,
  };
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
