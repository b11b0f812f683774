import type { WordRole } from "../lexicon/types.ts";
import type { ValueMention } from "./frame.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "./items.ts";

/** Ordinals and sides, which narrow a head down. */
const ORDINALS: readonly WordRole[] = ["first", "second", "third", "fourth", "last", "left", "middle", "right"];

/** The ordinal or side of an item; undefined if it is none. */
export function ordinalOf(item: Item): WordRole | undefined {
  return playsAnyRole(item, ORDINALS) ? ORDINALS.find((role) => playsRole(item, role)) : undefined;
}

const COUNTS = { two: 2, three: 3, four: 4 } as const;
const COUNTING = ["two", "three", "four"] as const;

/** The number in "all three", "the other two"; null if there is none. */
export function countOf(item: Item): number | null {
  const role = playsAnyRole(item, COUNTING) ? COUNTING.find((each) => playsRole(item, each)) : undefined;
  return role === undefined ? null : COUNTS[role];
}

/** Whether an item is the name of a room or a floor. */
export function isPlaceName(item: Item | undefined): boolean {
  const { rooms = [], floors = [] } = item?.home ?? {};
  return rooms.length > 0 || floors.length > 0;
}

/** Whether an item only names something, or is a mark, article or filler. */
export function isNaming(item: Item): boolean {
  if (isMark(item) || namesDevice(item) || isPlaceName(item)) return true;
  if (namesKind(item) && (item.lex?.acts.length ?? 0) === 0) return true;
  return playsRole(item, "article") || (playsRole(item, "filler") && !hasContent(item)) || playsRole(item, "of");
}

/** Whether an item is the name of a device. */
export function namesDevice({ home }: Item): boolean {
  return (home?.devices.length ?? 0) > 0;
}

/** Whether an item is a word for a kind of device. */
export function namesKind({ lex }: Item): boolean {
  return (lex?.kinds.length ?? 0) > 0;
}

/** Whether an item names a device, a kind or a part of a device. */
export function namesTarget(item: Item): boolean {
  return namesDevice(item) || namesKind(item) || (item.home?.parts.length ?? 0) > 0;
}

/** Whether an item names a room or a floor, by name or kind. */
export function namesPlace(item: Item): boolean {
  return isPlaceName(item) || namesRoomKind(item);
}

/** Whether an item is a word for a kind of room. */
export function namesRoomKind({ lex }: Item): boolean {
  return (lex?.rooms.length ?? 0) > 0;
}

/** Adjacent items as one name; null if they are not adjacent, or more than `most`. */
export function joinedName(words: readonly Item[], most: number): string | null {
  const [first] = words;
  if (!first || words.length > most) return null;
  if (!words.every((item, at) => at === 0 || item.from === words[at - 1]?.to)) return null;
  return words.map(({ said }) => said).join(first.grammar.spaces === false ? "" : " ");
}

/** Whether an item has a meaning beside its roles. */
export function hasContent({ lex }: Item): boolean {
  if (!lex) return false;
  return (
    lex.acts.length + lex.kinds.length + lex.props.length + lex.listed.length + lex.states.length + lex.rooms.length > 0
  );
}

/** Whether an item may be a value: of a list, a colour, a white, an end or a part of a range. */
export function isValue(item: Item): boolean {
  const { lex, home } = item;
  if (home && home.listed.length > 0 && !isLink(item)) return true;
  if (!lex) return false;
  return (
    lex.listed.length > 0 ||
    lex.color !== null ||
    lex.kelvin !== null ||
    lex.level !== null ||
    playsRole(item, "half") ||
    playsRole(item, "quarter") ||
    playsRole(item, "sliver")
  );
}

/** Whether an item is a function word, though a spec has a value of that name ("IN" in a list of countries). */
function isLink(item: Item): boolean {
  return (item.lex?.listed.length ?? 0) === 0 && playsAnyRole(item, LINKS);
}

const LINKS: readonly WordRole[] = ["in", "of", "to", "with", "for", "by", "and", "article", "it", "is"];

/** The fraction of a word such as "quarter" or "crack". */
function partSaid(lex: Item["lex"]): ValueMention["quantity"] {
  if (!lex) return null;
  if (lex.roles.includes("sliver")) return { value: SLIVER, unit: "fraction" };
  return lex.roles.includes("quarter") && lex.listed.length === 0 ? { value: 0.25, unit: "fraction" } : null;
}

/** The position for "open a crack", as a fraction. */
const SLIVER = 0.1;

/** The item as a value, with all that it may mean. */
export function valueMentionOf({ said: text, lex, home, measure }: Item): ValueMention {
  return {
    text,
    quantity: measure?.kind === "quantity" ? measure.quantity : partSaid(lex),
    level: lex?.level ?? null,
    color: lex?.color ?? null,
    kelvin: lex?.kelvin ?? null,
    listed: [...new Set([...(home?.listed ?? []), ...(lex?.listed ?? [])])],
    half: lex?.roles.includes("half") ?? false,
  };
}
