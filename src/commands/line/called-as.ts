import type { MessageValue, Phrase } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";

/** The program as npm runs it; `launch.cjs` tells when it did. */
const THROUGH_NPM = "npm run jia --";

/** A placeholder for the space after "jia" in foreign text, while our own commands are rewritten. */
const HELD = "\u{E000}";

/**
 * A phrase in words, with its commands rewritten like in `asCalled`. Values in it stay as they were given, such as a
 * path with " jia " in it; a value that is a whole command is one of ours.
 */
export function phraseAsCalled(phrase: Phrase, language: Language, program: string): string {
  return asCalled(textOf(held(phrase), language), program).replaceAll(HELD, " ");
}

function held<Value extends MessageValue>(value: Value): Value {
  if (typeof value === "string") return value.replaceAll(/\bjia (?=[a-z<{-])/g, heldWords) as Value & string;
  if (Array.isArray(value)) return value.map(held) as MessageValue as Value;
  if (typeof value !== "object" || value === null) return value;
  if (!("key" in value) || !value.values) return value;
  const values = Object.entries(value.values).map(([name, each]) => [name, held(each)]);
  return { ...value, values: Object.fromEntries(values) };
}

function heldWords(words: string, at: number, text: string): string {
  return at === 0 && /^jia [a-z]+(?: |$)/.test(text) ? words : `jia${HELD}`;
}

/**
 * A text of our own with its commands (`jia say …`) in the form that works where Jia was called as `program`: `jia`,
 * `./jia`, `npm run jia --`, `npx jia`.
 */
export function asCalled(text: string, program: string): string {
  const started =
    program === THROUGH_NPM
      ? text.replaceAll(/\bjia start (?=--)/g, "npm start -- ").replaceAll(/\bjia start\b/g, "npm start")
      : text;
  return started.replaceAll(/(?<![\w./-])jia (?=[a-z<{-])/g, `${program} `);
}
