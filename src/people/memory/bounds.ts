import { cleanText, JiaError } from "../../home/index.ts";
import { allPacks } from "../../language/index.ts";
import type { NewEntry } from "./port.ts";

/** Most entries of one person, and of the home itself. */
export const MOST_ENTRIES = 200;
/** Longest text of an entry, and longest name, in UTF-16 units. */
export const LONGEST_TEXT = 300;
export const LONGEST_NAME = 60;

/** The entry with cleaned texts, within all limits. @throws JiaError `memory-too-long`, `memory-secret`, `invalid-request` */
export function boundedEntry(entry: NewEntry): NewEntry {
  const text = bound(entry.text, LONGEST_TEXT);
  if (containsSecret(text) || ("name" in entry && containsSecret(entry.name))) throw new JiaError("memory-secret");
  switch (entry.kind) {
    case "name":
    case "time":
      return { ...entry, text, name: bound(entry.name, LONGEST_NAME) };
    case "preference": {
      const { value } = entry;
      return { ...entry, text, value: typeof value === "string" ? bound(value, LONGEST_NAME) : value };
    }
    case "fact":
      return { ...entry, text };
    default:
      return entry satisfies never;
  }
}

/** A cleaned text of at most `most` UTF-16 units. @throws JiaError `memory-too-long`; `invalid-request` when nothing is left */
function bound(text: string, most: number): string {
  const clean = cleanText(text, most + 1);
  if (clean === "") throw new JiaError("invalid-request", { detail: { key: "memory.nothing" } });
  if (clean.length > most) throw new JiaError("memory-too-long", { limit: most });
  return clean;
}

/** Whether a text contains a secret: a PIN, a password, a token, the number of a card or an account. */
export function containsSecret(text: string): boolean {
  const plain = text.normalize("NFKC");
  if (allPacks().some(({ secretSigns }) => secretSigns(plain))) return true;
  return numbersIn(plain).some(isCardNumber) || ACCOUNT.test(plain) || wordsIn(plain).some(isToken);
}

/** Runs of at least 12 digits, with spaces and hyphens between them. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d(?:[ -]?\d){11,}/gu)].map(([run]) => run.replace(/\D/gu, ""));
}

/** ISO/IEC 7812: 13 to 19 digits with a check digit at the end (Luhn). */
function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** An IBAN (ISO 13616): two letters, two digits, then letters and digits of the bank. */
const ACCOUNT = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/u;

function wordsIn(text: string): string[] {
  return text.split(/[\s"'“”‘’「」，。,;]+/u);
}

/** Whether a word looks like an API key: a long mix of letters and digits that is no address. */
function isToken(word: string): boolean {
  if (/^(?:https?:|www\.)/iu.test(word)) return false;
  if (/^(?:sk|pk|rk|ghp|gho|xox[abp]|glpat|AKIA|eyJ)[-_]?[\w.-]{12,}$/u.test(word)) return true;
  const mixed = /[a-z]/iu.test(word) && (word.match(/\d/gu)?.length ?? 0) >= 4;
  return mixed && /^[\w.+/=-]{20,}$/u.test(word) && !/^\d{4}-\d\d-\d\d/u.test(word);
}
