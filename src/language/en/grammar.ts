import { localeGrammar } from "../locale.ts";
import type { Grammar } from "../pack.ts";

/** British, for its lists: without a comma before "and". */
export const LOCALE = "en-GB";

const plurals = new Intl.PluralRules(LOCALE);

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.filter((text) => text !== "").join(" "),
  quote: (text) => `"${text}"`,
};

/** The form of a noun for a count: `plural(2, "device")` → "devices". */
export function plural(count: number, one: string, several = `${one}s`): string {
  return plurals.select(count) === "one" ? one : several;
}

/** "1 device", "3 devices". */
export function counted(count: number, one: string, several?: string): string {
  return `${count} ${plural(count, one, several)}`;
}

/** The first letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "the" before a common name, none before a proper one. */
export function the(name: string): string {
  return /^(the|my|our)\b/i.test(name) ? name : `the ${name}`;
}

/** A sentence: upper case first, a full stop at the end. "" stays so. */
export function sentence(text: string): string {
  return text === "" ? "" : `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

export function be(count: number): string {
  return count === 1 ? "is" : "are";
}

/** The plural of a noun: "switches", "batteries", "lights". */
export function nounPlural(noun: string): string {
  if (/s$/.test(noun)) return noun;
  if (/(x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
