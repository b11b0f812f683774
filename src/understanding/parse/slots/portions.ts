import type { Frame } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { valueMentionOf } from "../senses.ts";

/** Reads a portion of the current value as a factor: "half of that", "a third of it". */
export function settlePortion(frame: Frame): void {
  const { heads, items, values } = frame;
  if (frame.factor !== null || values.length !== 1 || heads.length > 2) return;
  if (heads.some(({ type, ordinals, places }) => type !== "it" || ordinals.length + places.length > 0)) return;
  const at = items.findIndex((item) => portionOf(item) !== null);
  const said = items[at];
  const behind = items.slice(at + 1).find((item) => !playsRole(item, "of"));
  if (!said || !playsRole(behind, "it")) return;
  frame.factor = portionOf(said);
  frame.values = [];
  frame.heads = [];
  frame.to = false;
}

/** Whether a frame changes by a portion of the current value: "by half". */
export function isByPortion({ by, act, values, changes }: Frame): boolean {
  const [value, ...others] = values;
  const portion = value !== undefined && (value.half || value.quantity?.unit === "fraction");
  return by && act === null && changes.length === 0 && portion && others.length === 0;
}

/** Roles of the words behind a comparative. */
const COMPARED = roleSet("thing", "of");

/** Whether a comparative selects a thing: "the brighter one", "the louder of them". */
export function comparesThings({ items }: Frame): boolean {
  if (!anyHasRole(items, COMPARED)) return false;
  return items.some((item, at) => {
    const next = items[at + 1];
    const compares = (item.lex?.changes.length ?? 0) > 0 && item.grammar.spaces;
    return (
      compares && next !== undefined && (playsRole(next, "thing") || playsRole(next, "of")) && next.measure === null
    );
  });
}

function portionOf(item: Item): number | null {
  const { half, quantity } = valueMentionOf(item);
  if (half && quantity === null) return 0.5;
  return quantity?.unit === "fraction" && quantity.value < 1 ? quantity.value : null;
}
