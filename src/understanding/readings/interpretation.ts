import type { Item } from "../parse/items.ts";
import type { Understanding } from "../plan.ts";

/**
 * Which part of the items an interpretation reads:
 * - `whole`: every word of it
 * - `core`: the parts of the utterance that command or ask
 * - `named`: no word is read as the name of a scene
 * - `loose`: without unknown words that nothing depends on
 * - `parts`: without parts that contain such words
 * - `command`: from the first word that commands or names something, to the last
 */
export type InterpretationScope = "whole" | "core" | "named" | "loose" | "parts" | "command";

/** One way to read an utterance, with its understanding in this home. */
export interface Interpretation {
  readonly way: InterpretationScope;
  /** All items of the utterance. */
  readonly said: readonly Item[];
  /** The items that were read; the others were left aside. */
  readonly items: readonly Item[];
  readonly understanding: Understanding;
}

/** The items that an interpretation leaves aside, without marks. */
export function leftAsideItems({ said, items }: Interpretation): readonly Item[] {
  if (said === items) return [];
  const read = new Set(items);
  return said.filter((item) => !read.has(item) && !(item.first.kind === "mark" && item.lex === null));
}
