import type { WordRole } from "../lexicon/types.ts";
import type { ValueMention } from "./frame.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "./items.ts";

/** Ordinals and sides, which narrow a head down. */
const ORDINALS: readonly WordRole[] = ["first", "second", "third", "fourth", "last", "left", "middle", "right"];

/** The ordinal or side that the item says. */
export function ordinalOf(item: Item): WordRole | undefined {
  return playsAnyRole(item, ORDINALS) ? ORDINALS.find((role) => playsRole(item, role)) : undefined;
}

const COUNTS = { two: 2, three: 3, four: 4 } as const;
const COUNTING = ["two", "three", "four"] as const;

/** How many the item says to be meant: "all three", "the other two". */
export function countOf(item: Item): number | null {
  const role = playsAnyRole(item, COUNTING) ? COUNTING.find((each) => playsRole(item, each)) : undefined;
  return role === undefined ? null : COUNTS[role];
}

/** A room or a floor by its name. */
export function isPlaceName(item: Item | undefined): boolean {
  const { rooms = [], floors = [] } = item?.home ?? {};
  return rooms.length > 0 || floors.length > 0;
}

/** A word that only names, or is courtesy. */
export function isNaming(item: Item): boolean {
  if (isMark(item) || namesDevice(item) || isPlaceName(item)) return true;
  if (namesKind(item) && (item.lex?.acts.length ?? 0) === 0) return true;
  return playsRole(item, "article") || (playsRole(item, "filler") && !hasContent(item)) || playsRole(item, "of");
}

/** A device by its name. */
export function namesDevice({ home }: Item): boolean {
  return (home?.devices.length ?? 0) > 0;
}

/** A word for a kind of device. */
export function namesKind({ lex }: Item): boolean {
  return (lex?.kinds.length ?? 0) > 0;
}

/** A device, a kind of them or a part of one: what something can be done with. */
export function namesTarget(item: Item): boolean {
  return namesDevice(item) || namesKind(item) || (item.home?.parts.length ?? 0) > 0;
}

/** A room or a floor, by its name or by its kind. */
export function namesPlace(item: Item): boolean {
  return isPlaceName(item) || namesRoomKind(item);
}

/** A word for a kind of room. */
export function namesRoomKind({ lex }: Item): boolean {
  return (lex?.rooms.length ?? 0) > 0;
}

/** Words side by side as one name; null where they are none, or more than `most`. */
export function joinedName(words: readonly Item[], most: number): string | null {
  const [first] = words;
  if (!first || words.length > most) return null;
  if (!words.every((item, at) => at === 0 || item.from === words[at - 1]?.to)) return null;
  return words.map(({ said }) => said).join(first.grammar.spaces === false ? "" : " ");
}

/** Whether the item carries more than its role as a filler. */
export function hasContent({ lex }: Item): boolean {
  if (!lex) return false;
  return (
    lex.acts.length + lex.kinds.length + lex.props.length + lex.listed.length + lex.states.length + lex.rooms.length > 0
  );
}

/** Whether the item may be a value: of a list, a colour, a white, the end of a range, a part of it. */
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

/** A word that joins others, though some spec has a value of that name ("IN" of a list of countries). */
function isLink(item: Item): boolean {
  return (item.lex?.listed.length ?? 0) === 0 && playsAnyRole(item, LINKS);
}

const LINKS: readonly WordRole[] = ["in", "of", "to", "with", "for", "by", "and", "article", "it", "is"];

/** A part that has a word of its own. */
function partSaid(lex: Item["lex"]): ValueMention["quantity"] {
  if (!lex) return null;
  if (lex.roles.includes("sliver")) return { value: SLIVER, unit: "fraction" };
  return lex.roles.includes("quarter") && lex.listed.length === 0 ? { value: 0.25, unit: "fraction" } : null;
}

/** How far something is open that is open a crack. */
const SLIVER = 0.1;

/** The item as a value, whatever it may be one of. */
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
