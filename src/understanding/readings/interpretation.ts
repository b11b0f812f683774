import type { Item } from "../parse/items.ts";
import type { Understanding } from "../plan.ts";

/**
 * How a reading takes what was said:
 * - `whole`: every word of it
 * - `core`: the parts of the utterance that command or ask
 * - `named`: no word of it is the name of a scene
 * - `loose`: without words that nothing explains and that nothing hangs on
 * - `parts`: without parts that hold such words
 * - `command`: from the first word that commands or names something, to the last
 */
export type InterpretationScope = "whole" | "core" | "named" | "loose" | "parts" | "command";

/** One way to read an utterance, with what it comes to in this home. */
export interface Interpretation {
  readonly way: InterpretationScope;
  /** All that was said. */
  readonly said: readonly Item[];
  /** What of it was read; the rest was left aside. */
  readonly items: readonly Item[];
  readonly understanding: Understanding;
}

/** What a reading leaves aside, without marks. */
export function leftAsideItems({ said, items }: Interpretation): readonly Item[] {
  if (said === items) return [];
  const read = new Set(items);
  return said.filter((item) => !read.has(item) && !(item.first.kind === "mark" && item.lex === null));
}
