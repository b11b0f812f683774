import { holdsCharacters, stemOf } from "../text/writing.ts";
import { planTalk } from "./forms.ts";

/** Shorter words are in many names. */
const TELLING = 4;

/** Whether the whole name of a plan stands in a remark; of several eggs the one in a remark is one. */
export function isCalledIn(remark: string, name: string): boolean {
  const called = name.toLowerCase();
  if (called === "") return false;
  if (holdsCharacters(called)) return remark.includes(called);
  return ` ${wordsOf(remark).map(stemOf).join(" ")} `.includes(` ${wordsOf(called).map(stemOf).join(" ")} `);
}

/** Whether a remark is about what a plan is called after: by its name, or by a word of it that says something. */
export function tellsOf(remark: string, name: string): boolean {
  if (isCalledIn(remark, name)) return true;
  const called = name.toLowerCase();
  if (holdsCharacters(called)) {
    const characters = [...called];
    // 花浇完了 is about 浇花.
    if (characters.length > 1 && characters.every((character) => remark.includes(character))) return true;
    return tellingOf(name).some((pair) => remark.includes(pair));
  }
  const words = new Set(wordsOf(remark).map(stemOf));
  return tellingOf(name).some((word) => words.has(stemOf(word)));
}

/** The words of a name that say something, each alone: "washing" of "take the washing in"; of a Chinese name its pairs. */
export function tellingOf(name: string): readonly string[] {
  const { everyday } = planTalk();
  const called = name.toLowerCase();
  if (!holdsCharacters(called)) return wordsOf(called).filter((word) => word.length >= TELLING && !everyday.has(word));
  const characters = [...called];
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
  return pairs.filter((pair) => !everyday.has(pair));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\d]+/u).filter((word) => word !== "");
}
