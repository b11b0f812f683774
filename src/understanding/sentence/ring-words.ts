import { type Item, isAny } from "../parse/items.ts";

const RING_WORDS = ["remind", "wake", "calls", "rising"] as const;

/** Without a time and what for, nothing rings and nothing else is meant. */
export function isRingWord(item: Item): boolean {
  return item.home === null && isAny(item, RING_WORDS);
}
