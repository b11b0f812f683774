import type { DeviceState } from "../../language/index.ts";
import { type Language, packsOf, type WordTable, wordsInLanguages } from "../../language/index.ts";
import { type AmountWords, type GrammarTraits, NO_GRAMMAR } from "../grammar/grammar.ts";
import { ofLanguages } from "../languages.ts";
import { DeletionIndex } from "../names/deletions.ts";
import { amountStarts } from "../text/amounts.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { compoundVariants, PhraseTrie } from "../text/trie.ts";
import { pluralOf } from "../text/writing.ts";
import type { UnderstoodLanguage } from "../understood-language.ts";
import { type ClockForms, clockForms } from "./clock-forms.ts";
import { keysByNumber } from "./keys.ts";
import {
  type Act,
  type DayPart,
  emptyLexicalMeaning,
  type Level,
  type LexicalMeaning,
  type LexiconData,
  type QuantityUnit,
  type TimeWord,
  type TimeWordRole,
  type WordRole,
} from "./types.ts";

/** The phrases of one or more languages, compiled once. */
export interface Lexicon {
  readonly trie: PhraseTrie<LexicalMeaning>;
  /** Stems of every word. */
  readonly words: ReadonlySet<string>;
  /** Finds words with one wrong letter. */
  readonly fuzzy: DeletionIndex;
  /** Household things that are no kind of device, by their joined stems. */
  readonly things: ReadonlySet<string>;
  /** Numbers in words, keyed by the word or character. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of months, 1 = January, keyed by name. */
  readonly months: ReadonlyMap<string, number>;
  /** Days of the month, keyed by ordinal word. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Function words beside a time or a duration. */
  readonly timeWords: Readonly<Record<TimeWordRole, ReadonlySet<string>>>;
  /** How times of day and dates are said. */
  readonly clock: ClockForms;
  /** Texts of tokens, beside digits, that may begin an amount, a time or a date. */
  readonly measureStarts: ReadonlySet<string>;
  /** Grammar traits of its language with spaces between words, and of the one without. */
  readonly grammar: { readonly words: GrammarTraits; readonly characters: GrammarTraits };
  /** The meaning of exactly this phrase; null if it is none. */
  lookup(phrase: string): LexicalMeaning | null;
}

/** Whether a phrase of a language without spaces ends in one of these comma-separated texts: 暗一点. */
function endsInOneOf(phrase: string, ends = ""): boolean {
  const said = phrase.trim();
  return (
    !said.includes(" ") && ends.split(",").some((end) => said.length > end.trim().length && said.endsWith(end.trim()))
  );
}

class Compiler {
  readonly trie = new PhraseTrie<LexicalMeaning>();
  readonly words = new Set<string>();
  readonly plainWords = new Set<string>();
  readonly things = new Set<string>();
  readonly numbers = new Map<string, number>();

  /** Adds a meaning to each of the comma-separated phrases. */
  add(phrases: string | readonly string[] | undefined, note: (meaning: LexicalMeaning) => void): void {
    const list = typeof phrases === "string" ? phrases.split(",") : (phrases ?? []);
    for (const phrase of list) {
      const tokens = tokenise(normalise(phrase));
      for (const variant of compoundVariants(tokens)) {
        for (const token of variant) if (token.kind === "word") this.words.add(token.stem);
        const node = this.trie.node(variant);
        if (!node) continue;
        node.meaning ??= emptyLexicalMeaning();
        note(node.meaning);
      }
    }
  }

  language(data: LexiconData): void {
    for (const [act, phrases] of entries(data.acts)) this.add(phrases, ({ acts }) => push(acts, act as Act));
    for (const [act, verbs, particles] of data.separable) {
      this.add(verbs, (meaning) => {
        meaning.particles ??= new Map();
        for (const particle of particles.split(",")) meaning.particles.set(itemTextOf(particle), act);
      });
    }
    for (const [act, phrases] of entries(data.actsTo)) {
      this.add(phrases, (meaning) => {
        push(meaning.acts, act as Act);
        meaning.to = true;
      });
    }
    for (const [props, direction, phrases] of data.changes) {
      const change = { props: props === "" ? [] : props.split(", "), direction };
      this.add(phrases, ({ changes }) => changes.push(change));
      const bits = phrases.split(",").filter((phrase) => endsInOneOf(phrase, data.roles.little));
      this.add(bits, (meaning) => {
        meaning.bit = true;
      });
    }
    for (const [props, direction, phrases] of data.made ?? [])
      this.add(phrases, ({ made }) => made.push({ props: props.split(", "), direction }));
    for (const [props, phrases] of data.asks) {
      this.add(phrases, (meaning) => {
        for (const type of props.split(", ")) push(meaning.props, type);
        push(meaning.roles, "what");
      });
    }
    for (const [state, phrases] of entries(data.states))
      this.add(phrases, ({ states }) => push(states, state as DeviceState));
    for (const [role, phrases] of entries(data.roles)) this.add(phrases, ({ roles }) => push(roles, role as WordRole));
    this.add(keysByNumber(data), ({ roles }) => push(roles, "keyByNumber"));
    for (const [level, phrases] of entries(data.levels)) {
      this.add(phrases, (meaning) => {
        meaning.level = level as Level;
      });
    }
    for (const [props, level, phrases] of data.extremes ?? []) {
      this.add(phrases, (meaning) => {
        meaning.level = level;
        for (const type of props.split(", ")) push(meaning.props, type);
      });
    }
    for (const [kind, phrases] of entries(data.drinks ?? {})) this.add(phrases, ({ makers }) => push(makers, kind));
    for (const [hex, phrases] of entries(data.colors)) {
      this.add(phrases, (meaning) => {
        meaning.color = Number.parseInt(hex, 16);
      });
    }
    for (const [kelvin, phrases] of entries(data.whites)) {
      this.add(phrases, (meaning) => {
        meaning.kelvin = Number(kelvin);
      });
    }
    for (const [room, phrases] of entries(data.rooms)) this.add(phrases, ({ rooms }) => push(rooms, room));
    for (const [floor, phrases] of entries(data.floors)) {
      const word = floor === "top" || floor === "bottom" || floor === "own" ? floor : Number(floor);
      this.add(phrases, ({ floors }) => push(floors, word));
    }
    this.#quantities(data);
    this.#times(data);
  }

  #quantities(data: LexiconData): void {
    for (const [number, phrases] of entries(data.numbers)) {
      this.add(phrases, (meaning) => {
        meaning.number = Number(number);
      });
      for (const word of phrases.split(",")) {
        const [token, ...others] = tokenise(normalise(word));
        if (token && others.length === 0) this.numbers.set(token.text, Number(number));
      }
    }
    for (const [unit, phrases] of entries(data.units)) {
      this.add(phrases, (meaning) => {
        meaning.unit = unit as QuantityUnit;
      });
    }
  }

  #times(data: LexiconData): void {
    // "weekday" and "weekdays" are one word to the trie.
    const note = (phrases: string, word: TimeWord): void => this.add(phrases, ({ time }) => push(time, word));
    for (const [name, phrases] of entries(data.dayParts))
      note(phrases, { kind: "part", name: name as DayPart, hours: data.partHours[name as DayPart] });
    for (const [offset, phrases] of entries(data.days)) note(phrases, { kind: "day", offset: Number(offset) });
    for (const [days, phrases] of entries(data.weekdays)) {
      note(phrases, { kind: "weekday", days: days.split(" ").map(Number) });
    }
    for (const [event, phrases] of entries(data.sun)) note(phrases, { kind: "sun", event: event as "sunrise" });
    for (const [kind, phrases] of entries(data.clock)) note(phrases, { kind: kind as "clock" });
  }

  /** Makes the words around numbers known, without a meaning. */
  amounts({ vague, parts, ...phrases }: AmountWords): void {
    for (const each of [...Object.values(vague), ...Object.values(parts), ...Object.values(phrases)])
      for (const { kind, stem } of tokenise(normalise(each))) if (kind === "word") this.words.add(stem);
  }

  /** Marks the phrases that are narrower than their kind. */
  narrow({ narrow }: LexiconData): void {
    for (const phrase of narrow.split(",")) {
      const meaning = exactMatch(this.trie, tokenise(normalise(phrase)));
      if (meaning) meaning.narrow = true;
    }
  }

  /** Adds everyday words; phrases that have a meaning keep it. */
  plain(data: LexiconData): void {
    for (const phrase of data.plain.split(",")) this.#plainPhrase(phrase);
    for (const phrase of data.things.split(",")) {
      this.#plainPhrase(phrase);
      this.things.add(
        tokenise(normalise(phrase))
          .map(({ stem }) => stem)
          .join(""),
      );
    }
  }

  #plainPhrase(phrase: string): void {
    const tokens = tokenise(normalise(phrase));
    for (const { kind, stem } of tokens) if (kind === "word") this.plainWords.add(stem);
    const node = this.trie.node(tokens);
    if (node) node.meaning ??= { ...emptyLexicalMeaning(), roles: ["plain"] };
  }

  /** Adds the short forms of yes and no from the language packs. */
  answers(languages: readonly Language[]): void {
    for (const { answerWords } of packsOf(languages)) {
      const { yes, no, neverMind } = answerWords.sentence;
      this.add(yes, ({ roles }) => push(roles, "yes"));
      this.add(no, ({ roles }) => push(roles, "no"));
      this.add(neverMind, ({ roles }) => push(roles, "never_mind"));
    }
  }

  /** Adds the vocabulary of specs from the language packs: kinds, properties, actions, values. */
  specs(languages: readonly Language[]): void {
    const terms = (table: WordTable, note: (meaning: LexicalMeaning, key: string) => void): void => {
      for (const [key, words] of wordsInLanguages(table, languages))
        this.add([...words], (meaning) => note(meaning, key));
    };
    terms("kinds", ({ kinds }, kind) => push(kinds, kind));
    terms("properties", ({ props }, type) => push(props, type));
    terms("actions", ({ actions }, type) => push(actions, type));
    terms("values", ({ listed }, description) => push(listed, description));
    for (const description of wordsInLanguages("values", languages).keys())
      this.add(description, ({ listed }) => push(listed, description));
  }
}

function entries<Value>(record: Readonly<Record<string | number, Value>>): [string, NonNullable<Value>][] {
  return Object.entries(record).flatMap(([key, value]) => (value ? [[key, value]] : []));
}

function push<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}

/** The lexicon of all languages, compiled at first use. */
export const lexicon: () => Lexicon = ofLanguages(compile);

/** One lexicon for each language with spaces, each together with all languages without. */
const lexicons: () => readonly Lexicon[] = ofLanguages((languages) => {
  const spaced = languages.filter(({ grammar }) => grammar.spaces);
  if (spaced.length < 2) return [lexicon()];
  return spaced.map((one) => compile(languages.filter((other) => other === one || !other.grammar.spaces)));
});

/** The lexicon of the language that knows most of these tokens. */
export function lexiconOf(tokens: readonly Token[]): Lexicon {
  const [first, ...others] = lexicons();
  if (!first || others.length === 0) return first ?? lexicon();
  const known = ({ words }: Lexicon): number =>
    tokens.filter(({ kind, stem }) => kind === "word" && words.has(stem)).length;
  return others.reduce((best, each) => (known(each) > known(best) ? each : best), first);
}

/** The grammar traits for a phrase that begins with this token. */
export function grammarAt({ kind }: Token, { grammar }: Lexicon): GrammarTraits {
  if (kind === "word") return grammar.words;
  return kind === "character" ? grammar.characters : NO_GRAMMAR;
}

/** Shorter words are not found with a wrong letter. */
const SHORTEST_FUZZY = 3;

function compile(languages: readonly UnderstoodLanguage[]): Lexicon {
  const compiler = new Compiler();
  const codes = languages.map(({ code }) => code);
  for (const { lexicon: data, amounts } of languages) {
    compiler.language(data);
    compiler.amounts(amounts);
  }
  compiler.answers(codes);
  compiler.specs(codes);
  for (const { lexicon: data } of languages) {
    compiler.narrow(data);
    compiler.plain(data);
  }
  const { trie, words, plainWords, things, numbers } = compiler;
  const fuzzy = new DeletionIndex();
  for (const word of words) {
    if (word.length < SHORTEST_FUZZY || (word.length < SHORTEST_IDLE && isIdle(exactMatch(trie, tokenise(word)))))
      continue;
    for (const form of [word, pluralOf(word)]) fuzzy.add(form, form);
  }
  const months = calendar("months", languages);
  const ordinals = calendar("ordinals", languages);
  const clock = clockForms(languages.map((language) => language.clock));
  return {
    trie,
    words: words.union(plainWords),
    fuzzy,
    things,
    numbers,
    months,
    ordinals,
    clock,
    measureStarts: new Set(
      [numbers.keys(), months.keys(), ordinals.keys(), clock.short, clock.parts.keys(), amountStarts()].flatMap(
        (texts) => [...texts],
      ),
    ),
    grammar: {
      words: languages.find(({ grammar }) => grammar.spaces)?.grammar ?? NO_GRAMMAR,
      characters: languages.find(({ grammar }) => !grammar.spaces)?.grammar ?? NO_GRAMMAR,
    },
    timeWords: {
      before: timeWords("before", languages),
      after: timeWords("after", languages),
      from: timeWords("from", languages),
      at: timeWords("at", languages),
      through: timeWords("through", languages),
      closing: timeWords("closing", languages),
      ofDay: timeWords("ofDay", languages),
      beforeDay: timeWords("beforeDay", languages),
      notDay: timeWords("notDay", languages),
      claims: timeWords("claims", languages),
      done: timeWords("done", languages),
      running: timeWords("running", languages),
    },
    lookup(phrase) {
      const tokens = tokenise(normalise(phrase));
      return exactMatch(trie, tokens);
    },
  };
}

/** Shorter function words are no spelling corrections, because they are near too many words: "need" is near "feed". */
const SHORTEST_IDLE = 5;

function isIdle(meaning: LexicalMeaning | null | undefined): boolean {
  if (!meaning) return false;
  const { roles, ...means } = meaning;
  const only = roles.length > 0 && roles.every((role) => role === "filler" || role === "plain" || role === "polite");
  return only && Object.values(means).every((each) => !Array.isArray(each) || each.length === 0);
}

function calendar(of: "months" | "ordinals", languages: readonly UnderstoodLanguage[]): ReadonlyMap<string, number> {
  return new Map(
    languages.flatMap(({ lexicon: data }) =>
      entries(data.calendar[of]).flatMap(([number, phrases]) =>
        phrases.split(", ").map((word) => [itemTextOf(word), Number(number)] as const),
      ),
    ),
  );
}

function timeWords(role: TimeWordRole, languages: readonly UnderstoodLanguage[]): ReadonlySet<string> {
  return new Set(
    languages
      .flatMap(({ lexicon: data }) => data.timeWords[role].split(", ").map(itemTextOf))
      .filter((word) => word !== ""),
  );
}

/** A phrase in the form of `Item.text`. */
export function itemTextOf(phrase: string): string {
  return tokenise(normalise(phrase)).reduce(
    (text, token, at) => text + (at > 0 && token.kind === "word" ? " " : "") + token.text,
    "",
  );
}

/** The meaning of exactly these tokens; null if they are no phrase. */
export function exactMatch<Meaning>(trie: PhraseTrie<Meaning>, tokens: readonly Token[]): Meaning | null {
  let found: Meaning | null = null;
  trie.walk(tokens, 0, (end, meaning) => {
    if (end === tokens.length) found = meaning;
  });
  return found;
}
