import { type Grammar, localeGrammar } from "../../../src/language/index.ts";

export const LOCALE = "de-DE";

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.filter((text) => text !== "").join(" "),
  quote: (text) => `„${text}“`,
};

/** "1 Gerät", "3 Geräte". */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence: upper case first, a full stop at the end. "" stays so. */
export function sentence(text: string): string {
  return text === "" ? "" : `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}
