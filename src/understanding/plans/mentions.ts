import { holdsCharacters, stemOf } from "../text/writing.ts";
import { planForms } from "./compiled-forms.ts";

/** Shorter words occur in too many names to identify one. */
const TELLING = 4;

/** Whether a remark holds the whole name of a plan. The singular counts too: "egg" for "eggs". */
export function isCalledIn(remark: string, name: string): boolean {
  const called = name.toLowerCase();
  if (called === "") return false;
  if (holdsCharacters(called)) return remark.includes(called);
  return ` ${wordsOf(remark).map(stemOf).join(" ")} `.includes(` ${wordsOf(called).map(stemOf).join(" ")} `);
}

/** Whether a remark is about a plan: by its name, or by a distinctive word of it. */
export function mentionsPlan(remark: string, name: string): boolean {
  if (isCalledIn(remark, name)) return true;
  const called = name.toLowerCase();
  if (holdsCharacters(called)) {
    const characters = [...called];
    // 花浇完了 has the characters of 浇花 in another order.
    if (characters.length > 1 && characters.every((character) => remark.includes(character))) return true;
    return tellingOf(name).some((pair) => remark.includes(pair));
  }
  const words = new Set(wordsOf(remark).map(stemOf));
  return tellingOf(name).some((word) => words.has(stemOf(word)));
}

/** The distinctive words of a name: "washing" of "take the washing in"; pairs of characters for a Chinese name. */
export function tellingOf(name: string): readonly string[] {
  const { everyday } = planForms();
  const called = name.toLowerCase();
  if (!holdsCharacters(called)) return wordsOf(called).filter((word) => word.length >= TELLING && !everyday.has(word));
  const characters = [...called];
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
  return pairs.filter((pair) => !everyday.has(pair));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\d]+/u).filter((word) => word !== "");
}
