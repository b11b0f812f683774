import type { WordRole } from "../lexicon/types.ts";
import { emptyFrame, type Frame } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { isValue, namesKind, valueMentionOf } from "../parse/senses.ts";
import { focusTargets } from "./candidates.ts";
import type { DialogueContext } from "./context.ts";
import { frameEffects } from "./frame-effects.ts";
import type { DeviceTarget } from "./target.ts";

/**
 * Reads a bare mode after an air conditioner was in focus as its mode: "on heating", "to cooling", not a heater named so.
 * Null when the focus has no such value, or more is said.
 */
export function asModeOf(frame: Frame, before: Frame | null, context: DialogueContext): Frame | null {
  if (before === null || before.asking !== null) return null;
  const around = frame.items.some(({ lex }) => lex?.acts.includes("set")) ? [...AROUND, ...SET] : AROUND;
  const said = frame.items.filter(
    (item) => !isMark(item) && !item.lex?.acts.includes("set") && !around.some((role) => playsRole(item, role)),
  );
  const [value, ...others] = playsRole(said[0], "on") || playsRole(said[0], "to") ? said.slice(1) : said;
  if (!value || others.length > 0 || !isValue(value)) return null;
  // "Heat" makes it warmer where nothing has such a mode.
  if (!namesKind(value) && (value.lex?.changes.length ?? 0) === 0) return null;
  const meant: Frame = {
    ...frame,
    act: "set",
    heads: [],
    changes: [],
    values: [valueMentionOf(value)],
    states: [],
    bare: false,
  };
  const targets = focusTargets(context);
  return targets.length > 0 && targets.every((target) => frameEffects(meant, target).refusal === undefined)
    ? meant
    : null;
}

/**
 * Reads a word alone between marks as the mode of the device before it, if that has such a mode: "air con on, heating, 22".
 */
export function withModesApart(items: readonly Item[], context: DialogueContext): readonly Item[] {
  if (!items.some(isMark) || isQuestion(items)) return items;
  return items.map((item, at) => {
    const [before, next] = [items[at - 1], items[at + 1]];
    const apart = before !== undefined && isMark(before) && (next === undefined || isMark(next));
    if (!apart || !item.lex || !isValue(item) || !namesKind(item)) return item;
    // "AC, heating, TV off" names three.
    if (items.slice(at + 1).some(isThing) || items.some(endsIt)) return item;
    const owners = items.slice(0, at).flatMap((each) => (isThing(each) ? devicesOf(each, context) : []));
    const own = owners.filter(({ device }) => !item.home?.devices.includes(device.id));
    const value: Frame = { ...emptyFrame([]), act: "set", values: [valueMentionOf(item)] };
    const known = own.some((indexed) => frameEffects(value, { indexed, service: null }).refusal === undefined);
    return known ? { ...item, home: null, lex: { ...item.lex, kinds: [], props: [] } } : item;
  });
}

/** Whether it is a word for switching off. */
function endsIt(item: Item): boolean {
  return playsRole(item, "off") || (item.lex?.acts.includes("off") ?? false);
}

/** Whether it names a device or a kind. */
function isThing(item: Item): boolean {
  return (item.home?.devices.length ?? 0) > 0 || namesKind(item);
}

function devicesOf({ home, lex }: Item, { index }: DialogueContext): readonly DeviceTarget["indexed"][] {
  const named = (home?.devices ?? []).flatMap((id) => index.devices.get(id) ?? []);
  return named.length > 0 ? named : (lex?.kinds ?? []).flatMap((kind) => [...index.ofKind(kind)]);
}

/** Roles of words that may stand around a bare mode. */
const AROUND = ["article", "filler", "and", "next_clause"] as const satisfies readonly WordRole[];

/** Further roles that may stand beside a verb for setting: "make it heat". */
const SET = ["it", "them"] as const satisfies readonly WordRole[];
