import { isColor, type ListedValue, type Property, type Unit, type Value, type ValueWords } from "../home/index.ts";
import { isEssentialName } from "./essential-names.ts";
import { type Language, temperatureUnitOf } from "./language.ts";
import { allPacks, languages, packOf, packsOf } from "./packs.ts";
import { booleanWording } from "./states.ts";
import { type WordTable, wordLists } from "./vocabulary.ts";

/** The parts of a property, an action or a service that its name depends on. */
export type SpecElement = Pick<Property, "type" | "description">;

/** The words of a table in every language, keyed by the key of the table. */
export function wordsInAllLanguages(table: WordTable): ReadonlyMap<string, readonly string[]> {
  return wordsInLanguages(table, languages());
}

/** The words of a table in some languages, keyed by the key of the table. */
export function wordsInLanguages(
  table: WordTable,
  chosen: readonly Language[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { vocabulary } of packsOf(chosen)) {
    for (const [key, words] of wordLists(vocabulary[table])) found.set(key, [...(found.get(key) ?? []), ...words]);
  }
  return found;
}

/** The word that replies use for a key of a table; undefined for an unknown key. */
function wordFor(table: WordTable, key: string, language: Language): string | undefined {
  return wordLists(packOf(language).vocabulary[table]).get(key)?.[0];
}

/** The name of a property in a reply: "brightness", 亮度; its description when the table does not know it. */
export function propertyName(property: SpecElement, language: Language): string {
  return wordFor("properties", property.type, language) ?? descriptionText(property, language);
}

/** The name of an action in a reply: "start cleaning". */
export function actionName(action: SpecElement, language: Language): string {
  return wordFor("actions", action.type, language) ?? descriptionText(action, language);
}

/** The name of a kind of device: "air conditioner", 空调. */
export function kindName(kind: string, language: Language): string {
  return wordFor("kinds", kind, language) ?? kind.replaceAll("-", " ");
}

/** The name of a part of a device: "left key", 左键; its kind or description when the tables do not know it. */
export function serviceName({ type, description }: SpecElement, language: Language): string {
  const { ofSpecs } = packOf(language);
  const key = keyName(description, language);
  if (key !== null) return key;
  const zone = zoneName({ type, description }, language);
  if (zone !== null) return zone;
  return ofSpecs ? description.toLowerCase() : (wordFor("kinds", type, language) ?? description);
}

/** The name of a key of a wall switch, by its description in the spec: "left key", 左键; null for anything else. */
export function keyName(description: string, language: Language): string | null {
  const keys: Readonly<Record<string, string>> = packOf(language).vocabulary.keys;
  return keys[description.trim().toLowerCase()] ?? null;
}

/** The name of a compartment of a fridge, by its description in the spec: "freezer", 冷冻室; null for anything else. */
export function zoneName({ description }: SpecElement, language: Language): string | null {
  const text = description.trim().toLowerCase();
  const [zone] = [...wordsInAllLanguages("zones")].find(([, words]) => words.includes(text)) ?? [];
  return zone === undefined ? null : (wordFor("zones", zone, language) ?? null);
}

function descriptionText({ description, type }: SpecElement, language: Language): string {
  const text = description || type.replaceAll("-", " ");
  return packOf(language).ofSpecs ? text.toLowerCase() : text;
}

/** A value as a table shows it: "26 °C", "Cool", 制冷, "on". */
export function valueText(property: Property, value: Value, language: Language): string {
  const listed = property.values.find((each) => each.value === value);
  if (listed) return listedText(listed, language);
  if (typeof value === "boolean") return packOf(language).messages.states.truth(booleanWording(property), value);
  if (typeof value === "string") return value.trim() || packOf(language).messages.words.nothing;
  if (isColor(property)) return colorName(value, language);
  return unitText(value, property.unit, language);
}

/** Where neutral and cool white begin, in kelvin; below is warm white. */
const [NEUTRAL, COOL] = [3300, 5300];
/** Descriptions of numbered steps. */
const LEVEL = /^(?:level|speed|gear|step)[ _-]?(\d+)$/i;

/** A value inside a sentence: "26 °C", "cool", "level 3", "a warm white". */
export function spokenValue(property: Property, value: Value, language: Language): string {
  const { messages, ofSpecs, vocabulary } = packOf(language);
  const listed = property.values.find((each) => each.value === value);
  if (listed) {
    const { description } = listed;
    const number = LEVEL.exec(description.trim())?.[1];
    if (number !== undefined) return messages.words.level({ number });
    const known = wordLists(vocabulary.values).has(description.trim().toLowerCase());
    return ofSpecs && known ? description.trim().toLowerCase() : listedText(listed, language);
  }
  if (property.type === "color-temperature" && typeof value === "number" && value >= 1000) {
    const of = value < NEUTRAL ? "warm" : value < COOL ? "neutral" : "cool";
    return messages.words.white({ of });
  }
  return valueText(property, value, language);
}

/** A value of a yes-or-no property that needs no name beside it: "locked", "no leak"; null for other properties and for settings. */
export function booleanText(property: Property, value: Value, language: Language): string | null {
  if (typeof value !== "boolean") return null;
  return packOf(language).messages.states.truthAlone(booleanWording(property), value);
}

/** The word for a list value; its description when the table does not know it. */
export function listedText({ description }: Pick<ListedValue, "description">, language: Language): string {
  if (description.trim() === "") return packOf(language).messages.words.nothing;
  if (packOf(language).ofSpecs) return description;
  return wordFor("values", description.trim().toLowerCase(), language) ?? description;
}

/** A number with its unit, at most two decimals: "26 °C", "80%", 93天. Temperatures in the unit of the language tag. */
export function unitText(value: number, unit: Unit | null, language: Language): string {
  const { grammar, vocabulary } = packOf(language);
  if (unit === "celsius" && temperatureUnitOf(language) === "fahrenheit") {
    return `${grammar.number(Math.round((value * 1.8 + 32) * 10) / 10)}${vocabulary.units.fahrenheit}`;
  }
  const units: Readonly<Record<string, string>> = vocabulary.units;
  return `${grammar.number(value)}${(unit !== null && units[unit]) || ""}`;
}

/** A unit as it stands behind a number, with the space before it: "%", " °C"; "" where it has no sign. */
export function unitSign(unit: Unit, language: Language): string {
  const units: Readonly<Record<string, string>> = packOf(language).vocabulary.units;
  return units[unit] ?? "";
}

/** A difference of two numbers with its unit: a difference of temperatures converts without the offset. */
export function differenceText(value: number, unit: Unit | null, language: Language): string {
  if (unit !== "celsius" || temperatureUnitOf(language) !== "fahrenheit") return unitText(value, unit, language);
  const { grammar, vocabulary } = packOf(language);
  return `${grammar.number(Math.round(value * 18) / 10)}${vocabulary.units.fahrenheit}`;
}

/** The name of a colour, or of the nearest one with a name. @param rgb from 0 to 0xffffff */
export function colorName(rgb: number, language: Language): string {
  const hex = rgb.toString(16).padStart(6, "0");
  const colors: Readonly<Record<string, string>> = packOf(language).vocabulary.colors;
  if (colors[hex] !== undefined) return colors[hex];
  const far = Object.entries(colors).map(([each, name]) => ({ name, by: distance(rgb, Number.parseInt(each, 16)) }));
  return far.reduce((best, each) => (each.by < best.by ? each : best)).name;
}

/** The visual distance of two colours, by the redmean formula: red and blue are weighted by the mean of the reds. */
function distance(one: number, other: number): number {
  const part = (rgb: number, by: number): number => (rgb >> by) & 0xff;
  const [red, green, blue] = [16, 8, 0].map((by) => part(one, by) - part(other, by));
  const mean = (part(one, 16) + part(other, 16)) / 2;
  return (2 + mean / 256) * (red ?? 0) ** 2 + 4 * (green ?? 0) ** 2 + (2 + (255 - mean) / 256) * (blue ?? 0) ** 2;
}

/** The words for a list value in every language, lower case: "Cool" → ["cooling", "制冷", "冷风"]. */
export function valueWords(description: string): readonly string[] {
  const key = description.trim().toLowerCase();
  return allPacks().flatMap(({ vocabulary }) => wordLists(vocabulary.values).get(key) ?? []);
}

/** The words of all languages for values. */
export const SPOKEN_WORDS: ValueWords = {
  calls: (description, text) => valueWords(description).includes(text),
  truth: (text, property) => {
    const word = booleanWording(property);
    for (const { messages } of allPacks()) {
      if (messages.words.truths.includes(text)) return true;
      if (messages.words.falsehoods.includes(text)) return false;
      const called = [true, false].find((value) => messages.states.truth(word, value).toLowerCase() === text);
      if (called !== undefined) return called;
    }
    return null;
  },
  number: (text, property) => (isColor(property) ? colorByName(text) : amountOf(text, property.unit)),
  essential: isEssentialName,
};

/** The colour with this name in any language, or as #RGB or #RRGGBB; null for any other text. */
function colorByName(text: string): number | null {
  const [, short, hex = short?.replace(/./g, "$&$&")] = /^#?(?:([\da-f]{3})|([\da-f]{6}))$/.exec(text) ?? [];
  const named = allPacks().flatMap(({ vocabulary }) => Object.entries(vocabulary.colors));
  const found = hex ?? named.find(([, name]) => name.toLowerCase() === text)?.[0];
  return found === undefined ? null : Number.parseInt(found, 16);
}

/** The number of "50%", "4000 K", "21 °C" or 25度 in this unit; null for a number with another unit. */
function amountOf(text: string, unit: Unit | null): number | null {
  if (unit === null) return null;
  const given = text.normalize("NFKC").toLowerCase();
  const before = (key: Unit | "fahrenheit"): number | null => {
    for (const { vocabulary } of allPacks()) {
      const units: Readonly<Record<string, string>> = vocabulary.units;
      const sign = (units[key] ?? key).trim().normalize("NFKC").toLowerCase();
      const number = given.endsWith(sign) ? given.slice(0, -sign.length).trim() : "";
      if (/^[+-]?\d+(\.\d+)?$/.test(number)) return Number(number);
    }
    return null;
  };
  const fahrenheit = unit === "celsius" ? before("fahrenheit") : null;
  return fahrenheit === null ? before(unit) : (fahrenheit - 32) / 1.8;
}

/** Whether a description of a spec, in any language, means one of these keys: "Open", 打开 for `open`. */
export function matchesDescription(description: string, keys: readonly string[]): boolean {
  const text = description.trim().toLowerCase();
  return keys.some((key) => text === key || text.startsWith(`${key} `) || valueWords(key).includes(text));
}
