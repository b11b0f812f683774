import { allPacks, type WordTable, wordsInAllLanguages } from "../../language/index.ts";
import { DeletionIndex } from "../names/deletions.ts";
import { normalise, pluralOf, type Token, tokenise } from "../text/tokens.ts";
import { PhraseTrie, spellings } from "../text/trie.ts";
import { CHINESE } from "./chinese.ts";
import { ENGLISH } from "./english.ts";
import {
  type Act,
  type DayPart,
  emptyMeaning,
  type LanguageData,
  type Level,
  type Meaning,
  type QuantityUnit,
  type Role,
  type State,
  type TimeWord,
  type TimeWordRole,
} from "./types.ts";

/** The phrases of every language, compiled once, and the single words in them. */
export interface Lexicon {
  readonly trie: PhraseTrie<Meaning>;
  /** Stems of every word of a Latin script. */
  readonly words: ReadonlySet<string>;
  /** For words with a letter wrong. */
  readonly fuzzy: DeletionIndex;
  /** Numbers in words, keyed by the word or character. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Months by their names, 1 = January. */
  readonly months: ReadonlyMap<string, number>;
  /** Words that count days of the month. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Small words that count beside a moment or a duration. */
  readonly timeWords: Readonly<Record<TimeWordRole, ReadonlySet<string>>>;
  /** What exactly this phrase means, null when it is not one. */
  lookup(phrase: string): Meaning | null;
}

/** Every language that is understood. */
export const LANGUAGE_DATA: readonly LanguageData[] = [ENGLISH, CHINESE];

class Compiler {
  readonly trie = new PhraseTrie<Meaning>();
  readonly words = new Set<string>();
  readonly numbers = new Map<string, number>();

  /** Notes that each of the comma-separated phrases means what `note` writes down. */
  add(phrases: string | readonly string[] | undefined, note: (meaning: Meaning) => void): void {
    const list = typeof phrases === "string" ? phrases.split(",") : (phrases ?? []);
    for (const phrase of list) {
      const tokens = tokenise(normalise(phrase));
      for (const variant of spellings(tokens)) {
        for (const token of variant) if (token.kind === "word") this.words.add(token.stem);
        const node = this.trie.node(variant);
        if (!node) continue;
        node.meaning ??= emptyMeaning();
        note(node.meaning);
      }
    }
  }

  language(data: LanguageData): void {
    for (const [act, phrases] of entries(data.acts)) this.add(phrases, ({ acts }) => push(acts, act as Act));
    for (const [act, phrases] of entries(data.actsTo)) {
      this.add(phrases, (meaning) => {
        push(meaning.acts, act as Act);
        meaning.to = true;
      });
    }
    for (const [props, direction, phrases] of data.changes) {
      const change = { props: props === "" ? [] : props.split(", "), direction };
      this.add(phrases, ({ changes }) => changes.push(change));
    }
    for (const [props, phrases] of data.asks) {
      this.add(phrases, (meaning) => {
        for (const type of props.split(", ")) push(meaning.props, type);
        push(meaning.roles, "what");
      });
    }
    for (const [state, phrases] of entries(data.states))
      this.add(phrases, ({ states }) => push(states, state as State));
    for (const [role, phrases] of entries(data.roles)) this.add(phrases, ({ roles }) => push(roles, role as Role));
    for (const [level, phrases] of entries(data.levels)) {
      this.add(phrases, (meaning) => {
        meaning.level = level as Level;
      });
    }
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
      const word = floor === "top" || floor === "bottom" ? floor : Number(floor);
      this.add(phrases, ({ floors }) => push(floors, word));
    }
    this.#quantities(data);
    this.#times(data);
  }

  #quantities(data: LanguageData): void {
    for (const [number, phrases] of entries(data.numbers)) {
      this.add(phrases, (meaning) => {
        meaning.number = Number(number);
      });
      for (const word of phrases.split(",")) this.numbers.set(word.trim(), Number(number));
    }
    for (const [unit, phrases] of entries(data.units)) {
      this.add(phrases, (meaning) => {
        meaning.unit = unit as QuantityUnit;
      });
    }
  }

  #times(data: LanguageData): void {
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

  /** Yes and no, of which answers know more. */
  answers(): void {
    for (const { answerWords } of allPacks()) {
      const { yes, no, neverMind } = answerWords.sentence;
      this.add(yes, ({ roles }) => push(roles, "yes"));
      this.add(no, ({ roles }) => push(roles, "no"));
      this.add(neverMind, ({ roles }) => push(roles, "never_mind"));
    }
  }

  /** The words of specs: kinds, properties, actions, values. */
  specs(): void {
    this.#terms("kinds", ({ kinds }, kind) => push(kinds, kind));
    this.#terms("properties", ({ props }, type) => push(props, type));
    this.#terms("actions", ({ actions }, type) => push(actions, type));
    this.#terms("values", ({ listed }, description) => push(listed, description));
    for (const description of wordsInAllLanguages("values").keys())
      this.add(description, ({ listed }) => push(listed, description));
  }

  #terms(table: WordTable, note: (meaning: Meaning, key: string) => void): void {
    for (const [key, words] of wordsInAllLanguages(table)) this.add([...words], (meaning) => note(meaning, key));
  }
}

function entries<Value>(record: Readonly<Record<string | number, Value>>): [string, NonNullable<Value>][] {
  return Object.entries(record).flatMap(([key, value]) => (value ? [[key, value]] : []));
}

function push<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}

let compiled: Lexicon | undefined;

/** The lexicon; compiled when it is first asked for. */
export function lexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}

/** Shorter words are not looked for with a letter wrong. */
const SHORTEST_FUZZY = 3;

function compile(): Lexicon {
  const compiler = new Compiler();
  for (const data of LANGUAGE_DATA) compiler.language(data);
  compiler.answers();
  compiler.specs();
  const { trie, words, numbers } = compiler;
  const fuzzy = new DeletionIndex();
  for (const word of words) {
    if (word.length < SHORTEST_FUZZY) continue;
    for (const form of [word, pluralOf(word)]) fuzzy.add(form, form);
  }
  return {
    trie,
    words,
    fuzzy,
    numbers,
    months: calendar("months"),
    ordinals: calendar("ordinals"),
    timeWords: {
      before: timeWords("before"),
      after: timeWords("after"),
      from: timeWords("from"),
      at: timeWords("at"),
      through: timeWords("through"),
      closing: timeWords("closing"),
    },
    lookup(phrase) {
      const tokens = tokenise(normalise(phrase));
      return exactly(trie, tokens);
    },
  };
}

function calendar(of: "months" | "ordinals"): ReadonlyMap<string, number> {
  return new Map(
    LANGUAGE_DATA.flatMap((data) =>
      entries(data.calendar[of]).flatMap(([number, phrases]) =>
        phrases.split(", ").map((word) => [word, Number(number)] as const),
      ),
    ),
  );
}

function timeWords(role: TimeWordRole): ReadonlySet<string> {
  return new Set(LANGUAGE_DATA.flatMap((data) => data.timeWords[role].split(", ").filter((word) => word !== "")));
}

/** What exactly these tokens mean together. */
export function exactly<Meaning>(trie: PhraseTrie<Meaning>, tokens: readonly Token[]): Meaning | null {
  let found: Meaning | null = null;
  trie.walk(tokens, 0, (end, meaning) => {
    if (end === tokens.length) found = meaning;
  });
  return found;
}
