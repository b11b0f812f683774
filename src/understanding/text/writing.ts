import { ofLanguages } from "../languages.ts";
import type { UnderstoodLanguage } from "../understood-language.ts";

/** The writing rules of all languages, compiled. */
interface WrittenForms {
  /** Ranges of UTF-16 units that are tokens each, in order, and where the first begins. */
  readonly characters: readonly (readonly [first: number, last: number])[];
  readonly firstCharacter: number;
  /** The character that one is read as, keyed by it. */
  readonly variants: ReadonlyMap<string, string>;
  readonly notPlural: ReadonlySet<string>;
  readonly notPluralEndings: readonly RegExp[];
  readonly pluralLetters: ReadonlySet<number>;
  readonly plurals: readonly (readonly [ending: RegExp, singular: string])[];
  readonly pluralising: readonly (readonly [ending: RegExp, plural: string])[];
  /** Singulars, keyed by a plural that no ending tells. */
  readonly irregular: ReadonlyMap<string, string>;
  /** What "'s" means, keyed by the word before it. */
  readonly contracted: ReadonlyMap<string, string>;
  readonly alone: ReadonlySet<string>;
  /** The usual mark, keyed by one that means the same. */
  readonly marks: ReadonlyMap<string, string>;
  readonly listMarks: ReadonlySet<string>;
  /** UTF-16 units between a whole number and its decimals, beside the point. */
  readonly decimalMarks: ReadonlySet<number>;
}

export const writingRules: () => WrittenForms = ofLanguages(compile);

function compile(languages: readonly UnderstoodLanguage[]): WrittenForms {
  const all = languages.map(({ writing }) => writing);
  const characters = all.flatMap((writing) => writing.characters).sort(([a], [b]) => a - b);
  return {
    characters,
    firstCharacter: characters[0]?.[0] ?? Number.POSITIVE_INFINITY,
    variants: pairs(all.map(({ variants }) => variants)),
    notPlural: new Set(all.flatMap(({ notPlural }) => split(notPlural))),
    notPluralEndings: all.flatMap(({ notPluralEnding }) => notPluralEnding ?? []),
    pluralLetters: new Set(all.flatMap(({ pluralLetters }) => unitsOf(pluralLetters))),
    plurals: all.flatMap(({ plurals }) => plurals),
    pluralising: all.flatMap(({ pluralising }) => pluralising),
    irregular: new Map(
      all.flatMap(({ irregular }) =>
        Object.entries(irregular).flatMap(([stem, plurals]) =>
          plurals.split(",").map((plural) => [withoutDiacritics(plural.trim()), withoutDiacritics(stem)] as const),
        ),
      ),
    ),
    contracted: new Map(
      all.flatMap(({ contracted: { behind, expansion } }) => split(behind).map((word) => [word, expansion] as const)),
    ),
    alone: new Set(all.flatMap(({ alone }) => split(alone))),
    marks: pairs(all.map(({ marks }) => marks)),
    listMarks: new Set(all.flatMap(({ listMarks }) => [...listMarks])),
    decimalMarks: new Set(all.flatMap(({ decimalMarks }) => unitsOf(decimalMarks))),
  };
}

function pairs(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(texts.flatMap(split).map((pair) => [pair.charAt(0), pair.slice(1)] as const));
}

function split(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Removes accents: é becomes e. */
export function withoutDiacritics(word: string): string {
  return /[^a-z]/.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word;
}

/** The canonical form of a character (simplified for traditional); the character itself if it has none. */
export function canonicalCharacter(character: string): string {
  return writingRules().variants.get(character) ?? character;
}

/** Cache of canonical characters, keyed by UTF-16 unit. */
const readCharacters = ofLanguages(() => new Map<number, string>());

/** The canonical form of the character with this UTF-16 unit. */
export function canonicalUnit(code: number): string {
  const known = readCharacters().get(code);
  if (known !== undefined) return known;
  const character = canonicalCharacter(String.fromCharCode(code));
  readCharacters().set(code, character);
  return character;
}

/** Whether a UTF-16 unit is a token of its own: a character of a language without spaces. */
export function isCharacter(code: number): boolean {
  const { characters, firstCharacter } = writingRules();
  return code >= firstCharacter && characters.some(([first, last]) => code >= first && code <= last);
}

/** Whether a text contains characters of a language without spaces. */
export function holdsCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isCharacter(text.charCodeAt(at))) return true;
  return false;
}

/** The stem of a lower-case word: "lights" → "light", "batteries" → "battery", "switches" → "switch". */
export function stemOf(word: string): string {
  const { irregular, pluralLetters, notPlural, notPluralEndings, plurals } = writingRules();
  const singular = irregular.get(word);
  if (singular !== undefined) return singular;
  const { length } = word;
  if (length < 3 || !pluralLetters.has(word.charCodeAt(length - 1)) || notPlural.has(word)) return word;
  if (notPluralEndings.some((ending) => ending.test(word))) return word;
  for (const [ending, stem] of plurals) if (ending.test(word)) return word.replace(ending, stem);
  return word;
}

/** The plural of a stem, the inverse of `stemOf`. */
export function pluralOf(stem: string): string {
  for (const [ending, plural] of writingRules().pluralising) if (ending.test(stem)) return stem.replace(ending, plural);
  return stem;
}
