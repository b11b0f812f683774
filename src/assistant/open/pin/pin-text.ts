import { PIN_MASK } from "../../../home/index.ts";
import { allPacks } from "../../../language/index.ts";
import {
  beginsClause,
  CLAUSE_END,
  type DigitRun,
  digitRuns,
  isAmount,
  isPinLength,
  isTimeOrYear,
  MAX_PIN_DIGITS,
  MIN_PIN_DIGITS,
} from "./digit-runs.ts";
import { type PinToken, phraseAt, pinTokens, withAsciiDigits } from "./pin-tokens.ts";
import { pinLexicon } from "./pin-words.ts";

/** An answer to the question for a PIN has at most so many words beside the digits. */
const LONGEST = 12;

/** A PIN alone, or digits that may be one among other words. */
type PinAnswer = { readonly kind: "pin"; readonly pin: string } | { readonly kind: "unclear" };

/**
 * The PIN in an answer to the question for it: digits or words for them, and beside them only what changes nothing ("it's one
 * two three four", 密码是一二三四). null where there is none.
 */
export function parsePinAnswer(text: string): PinAnswer | null {
  const said = pinTokens(withAsciiDigits(text));
  const digits = said.map(({ digits: some }) => some).join("");
  const others = said.filter(({ digits: some, known }) => some === "" && !known);
  if (
    others.length === 0 &&
    digits.length >= MIN_PIN_DIGITS &&
    digits.length <= MAX_PIN_DIGITS &&
    said.length <= MAX_PIN_DIGITS + LONGEST
  ) {
    return { kind: "pin", pin: digits };
  }
  return digitRuns(said).some((run) => run.digits.length >= MIN_PIN_DIGITS) ? { kind: "unclear" } : null;
}

/** A text without its PIN: "unlock the door at 1830, my PIN is 4711", 开门，密码4711. */
export interface TextWithoutPin {
  /** The text without the PIN, for parsing. Other digits that the text calls a PIN are masked. */
  readonly rest: string;
  /** The same with all digits masked that may be a PIN: it may be stored, logged and shown to a model. */
  readonly shown: string;
  /** null: no digits are certainly the PIN. */
  readonly pin: string | null;
}

/** Finds the digits of a text that may be a PIN, and masks them or takes them out. */
export class PinText {
  readonly #source: string;
  readonly #said: readonly PinToken[];
  /** Digits that may be a PIN, without times, dates and amounts. */
  readonly #runs: readonly DigitRun[];
  /** Digits at the begin of a clause, which are taken for a time but may be a PIN. */
  readonly #openings: readonly DigitRun[];
  readonly #joined: readonly NamedRun[];

  /** @param names the names of the devices: in them a word for a PIN means something else */
  constructor(text: string, names: () => readonly string[] = () => []) {
    this.#source = withAsciiDigits(text);
    this.#said = pinTokens(this.#source, { names, measured: true });
    const runs = digitRuns(this.#said).map((run) => this.#withoutTime(run));
    const long = runs.filter(({ digits }) => digits.length >= MIN_PIN_DIGITS);
    this.#joined = long.flatMap((run) => this.#joinedTo(run) ?? []);
    const unled = long.filter(
      (run) => this.#isJoined(run) || !(isTimeOrYear(this.#source, this.#said, run) || isAmount(this.#said, run)),
    );
    this.#openings = unled.filter((run) => !this.#isJoined(run) && beginsClause(this.#source, this.#said, run));
    this.#runs = unled.filter((run) => !this.#openings.includes(run));
  }

  /** The normalised text. */
  get source(): string {
    return this.#source;
  }

  /** Whether the text has digits that may be a PIN. */
  get mayHold(): boolean {
    return this.#runs.length > 0;
  }

  /** Whether the text has digits at the begin of a clause that may be a PIN: 1830打开门锁. */
  get mayBegin(): boolean {
    return this.#openings.length > 0;
  }

  /** The text without each run of those digits. */
  withoutOpenings(): readonly string[] {
    return this.#openings.map((run) => this.#without(run).rest);
  }

  /** The PIN that the text names as one. Null where no digits may be a PIN, or the text has no word for one. */
  named(): TextWithoutPin | null {
    if (!this.mayHold || !this.#said.some(({ named }) => named)) return null;
    // The last one counts: "not 1234, my PIN is 4711".
    const fit = this.#joined.filter(({ run, by }) => by !== "denied" && isPinLength(run));
    const called = fit.findLast(({ by }) => by === "before") ?? fit.at(-1);
    // "Not 1234 but 4711".
    const instead = this.#joined.some(({ by }) => by === "denied")
      ? this.#runs.findLast((run) => isPinLength(run) && !this.#joined.some((each) => each.run === run))
      : undefined;
    const cut = called ?? instead;
    return { ...this.#without(cut), pin: (called?.run ?? instead)?.digits ?? null };
  }

  /** The text without each run that can be a PIN, with and without the fillers before it. */
  each(): readonly (TextWithoutPin & { readonly pin: string })[] {
    return this.#runs.filter(isPinLength).flatMap((run) => {
      const led = { ...run, start: this.#fillersBefore(run.start) };
      const cuts = led.start === run.start ? [run] : [run, led];
      return cuts.map((cut) => ({ ...this.#without(cut), pin: run.digits }));
    });
  }

  /** The text with all digits masked that may be a PIN. */
  masked(): string {
    return this.#without(undefined).shown;
  }

  /** Masks the digits of this text in a reply. */
  hide(reply: string): string {
    return [...this.#runs, ...this.#openings].reduce((text, { start, end, digits }) => {
      const said = this.#source.slice(this.#said[start]?.start, this.#said[end]?.end);
      return text.replaceAll(said, PIN_MASK).replaceAll(digits, PIN_MASK);
    }, reply);
  }

  /** The runs to mask. Where the PIN is known, digits at the begin of a clause are a time. */
  #masked(cut: TokenRange | undefined): readonly DigitRun[] {
    return cut || this.#joined.length > 0 ? this.#runs : [...this.#runs, ...this.#openings];
  }

  #isJoined(run: DigitRun): boolean {
    return this.#joined.some((each) => each.run === run);
  }

  /** A run without a time at its begin: "at 1830 4711". */
  #withoutTime(run: DigitRun): DigitRun {
    const digits = this.#said[run.start]?.digits ?? "";
    const time = run.end > run.start && isTimeOrYear(this.#source, this.#said, { ...run, end: run.start, digits });
    return time ? { ...run, start: run.start + 1, digits: run.digits.slice(digits.length) } : run;
  }

  /** How a run is connected to a word for a PIN; null: it is not. */
  #joinedTo(run: DigitRun): NamedRun | null {
    return this.#behindName(run) ?? this.#beforeName(run);
  }

  /** "My PIN is" 4711. */
  #behindName(run: DigitRun): NamedRun | null {
    const { between, denied } = pinLexicon(allPacks());
    const said = this.#said;
    let [at, no] = [run.start - 1, false];
    while (at >= 0 && !said[at]?.named) {
      const length = phraseEnding(said, at, between);
      if (length === 0) return null;
      no ||= phraseEnding(said, at, denied) > 0;
      at -= length;
    }
    if (at < 0 || this.#parted(at, run)) return null;
    return { run, by: no ? "denied" : "before", start: this.#fillersBefore(at), end: run.end };
  }

  /** 4711 "is my PIN". */
  #beforeName(run: DigitRun): NamedRun | null {
    const said = this.#said;
    const words = said.slice(run.end + 1).map(({ key }) => ({ text: key }));
    const length = phraseAt(words, 0, pinLexicon(allPacks()).behind);
    const name = run.end + 1 + length;
    if (length === 0 || said[name]?.named !== true || isTimeOrYear(this.#source, said, run)) return null;
    let end = name;
    while (said[end + 1]?.named) end += 1;
    return { run, by: "behind", start: this.#fillersBefore(run.start), end };
  }

  /** Whether a clause ends between the word and the digits: "no code, 1830 …". */
  #parted(name: number, run: DigitRun): boolean {
    const between = this.#source.slice(this.#said[name]?.end, this.#said[run.start]?.start);
    return CLAUSE_END.test(between) && beginsClause(this.#source, this.#said, run);
  }

  /** The first of the fillers before a token, within its clause. */
  #fillersBefore(place: number): number {
    const said = this.#said;
    let first = place;
    while (
      (isFiller(said[first - 1]) || said[first - 1]?.named) &&
      !CLAUSE_END.test(this.#source.slice(said[first - 1]?.end, said[first]?.start))
    )
      first -= 1;
    return first;
  }

  /** The text without a range of tokens. */
  #without(cut: TokenRange | undefined): Pick<TextWithoutPin, "rest" | "shown"> {
    // Fillers after a PIN at the begin go with it: "PIN 4711 and …".
    let behind = cut?.end ?? 0;
    while (cut?.start === 0 && isFiller(this.#said[behind + 1])) behind += 1;
    const others = this.#masked(cut).filter(({ start, end }) => !cut || end < cut.start || start > behind);
    const called = others.filter((run) => this.#isJoined(run));
    const gone = cut && { ...cut, end: behind };
    return { rest: this.#put(called, gone), shown: this.#put(others, gone) };
  }

  #put(masked: readonly DigitRun[], cut: TokenRange | undefined): string {
    const parts = masked.map(({ start, end }) => ({ start, end, put: PIN_MASK }));
    if (cut) parts.push({ start: cut.start, end: cut.end, put: " " });
    let rest = "";
    let from = 0;
    for (const { start, end, put } of parts.sort((a, b) => a.start - b.start)) {
      rest += `${this.#source.slice(from, this.#said[start]?.start)}${put}`;
      from = this.#said[end]?.end ?? this.#source.length;
    }
    return (rest + this.#source.slice(from))
      .replace(/\s+/gu, " ")
      .replace(/[\s,，、;；:：]+$/u, "")
      .replace(/^[\s,，、.。;；:：]+/u, "");
  }
}

/** A range of tokens to take out, the last included. */
interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** A run that is named as a PIN, or denied, with the range of tokens around it. */
interface NamedRun extends TokenRange {
  readonly run: DigitRun;
  readonly by: "before" | "behind" | "denied";
}

function isFiller(piece: PinToken | undefined): boolean {
  return piece?.known === true && !piece.named && piece.digits === "";
}

/** The length of the longest phrase that ends here, in tokens; 0 for none. */
function phraseEnding(said: readonly PinToken[], at: number, phrases: ReadonlySet<string>): number {
  let longest = 0;
  for (let length = 1; length <= at + 1 && length <= MOST_PIECES; length += 1) {
    const key = said.slice(at + 1 - length, at + 1).map((piece) => piece.key);
    if (phrases.has(key.join(" "))) longest = length;
  }
  return longest;
}

/** The longest phrase, in tokens. */
const MOST_PIECES = 6;
