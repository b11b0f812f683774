import { type Item, playsAnyRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";

const RING_WORDS = ["remind", "wake", "calls", "rising"] as const;
const RINGING = roleSet(...RING_WORDS);

/** Whether something shall ring. If its time or subject is not understood, the sentence means nothing else. */
export function saysRinging(items: readonly Item[]): boolean {
  return anyHasRole(items, RINGING) && items.some(isRingWord);
}

function isRingWord(item: Item): boolean {
  return item.home === null && playsAnyRole(item, RING_WORDS);
}
