import { allPacks, type Pack } from "../../language/index.ts";

/**
 * Whether a sentence says that something was done, and whether a text asks for it: what decides if a model that called no
 * tool is to be believed. Wide on purpose, and in every language at once: a false alarm costs one more model call, a miss
 * tells a person an untruth.
 */

/** Whether the text asks for something to be done. */
export function asksForAction(text: string): boolean {
  const asked = isQuestion(text) || sounds("questions", text);
  return sounds("asks", text) && (!asked || sounds("polite", text));
}

/** Whether the reply says that something was done. A question back claims nothing. */
export function claimsDone(reply: string): boolean {
  return sounds("done", reply) && !isQuestion(reply);
}

/** Whether a reply waits for an answer. */
export function isQuestion(reply: string): boolean {
  return /[?？]["”’」]?\s*$/u.test(reply);
}

function sounds(like: keyof Pack["speech"], text: string): boolean {
  return allPacks().some(({ speech }) => speech[like].some((pattern) => pattern.test(text)));
}
