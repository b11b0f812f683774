import type { ClockWords } from "../grammar/grammar.ts";
import { type AmountPhrases, tokenisedPhrases } from "../text/amounts.ts";

type Texts = Exclude<keyof ClockWords, "parts" | "named" | "bareHalf" | "oclock" | "am" | "pm">;

/** The clock words, compiled to texts of tokens. */
export type ClockForms = Readonly<Record<Texts, ReadonlySet<string>>> & {
  readonly oclock: AmountPhrases;
  readonly am: AmountPhrases;
  readonly pm: AmountPhrases;
  /** Minutes, keyed by a word for a part of an hour. */
  readonly parts: ReadonlyMap<string, number>;
  /** Hours, keyed by their names. */
  readonly named: ReadonlyMap<string, number>;
  readonly bareHalf: number;
};

/** Compiles the clock words of several languages; `bareHalf` is that of the first language with parts of an hour. */
export function clockForms(all: readonly ClockWords[]): ClockForms {
  const phrases = (name: Texts | "oclock" | "am" | "pm"): AmountPhrases =>
    tokenisedPhrases(all.map((words) => words[name]).join(","));
  const set = (name: Texts): ReadonlySet<string> => new Set(phrases(name).map(([text = ""]) => text));
  const keyed = (name: "parts" | "named"): ReadonlyMap<string, number> =>
    new Map(
      all.flatMap((words) =>
        Object.entries(words[name]).flatMap(([number, texts]) =>
          tokenisedPhrases(texts).map(([text = ""]) => [text, Number(number)] as const),
        ),
      ),
    );
  return {
    leads: set("leads"),
    spans: set("spans"),
    past: set("past"),
    to: set("to"),
    weakTo: set("weakTo"),
    minutes: set("minutes"),
    hours: set("hours"),
    zero: set("zero"),
    marks: set("marks"),
    weakMarks: set("weakMarks"),
    whole: set("whole"),
    short: set("short"),
    over: set("over"),
    halfBehind: set("halfBehind"),
    quarterMark: set("quarterMark"),
    minuteMark: set("minuteMark"),
    notMinutes: set("notMinutes"),
    tellsOne: set("tellsOne"),
    notOne: set("notOne"),
    monthDay: set("monthDay"),
    dayMonth: set("dayMonth"),
    dayEndings: set("dayEndings"),
    monthMark: set("monthMark"),
    dayMarks: set("dayMarks"),
    oclock: phrases("oclock"),
    am: phrases("am"),
    pm: phrases("pm"),
    parts: keyed("parts"),
    named: keyed("named"),
    bareHalf: all.find(({ parts }) => Object.keys(parts).length > 0)?.bareHalf ?? 30,
  };
}
