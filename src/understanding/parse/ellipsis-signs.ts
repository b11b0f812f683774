import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import type { Frame, Head } from "./frame.ts";
import { type Item, isMark, playsRole } from "./items.ts";
import { isPlaceName } from "./senses.ts";

/** "Don't close the curtains, just lower them": a part of the movement that was denied. */
export function isPartOfTheWay({ act, amount, values, changes }: Frame, before: Frame): boolean {
  const denied = before.negated && (before.act === "close" || before.act === "open");
  return denied && (act === "lower" || act === "raise") && amount === null && values.length + changes.length === 0;
}

/** Whether a frame says up or down, without an amount. */
export function isPlainWay({ act, values, changes, amount, factor }: Frame): boolean {
  return (
    (act === "raise" || act === "lower") && values.length + changes.length === 0 && amount === null && factor === null
  );
}

/** "22 in the study" after another room to 21: a value of the same unit. */
export function isCountedAlike({ values }: Frame, before: Frame): boolean {
  const [one, other] = [values[0], before.values[0]];
  if (!one || !other || before.heads.length === 0 || before.by || values.length > 1) return false;
  const plain = ({ level, quantity }: Frame["values"][number]): boolean => level !== null || quantity !== null;
  const units = [one, other].flatMap(({ quantity }) => (quantity === null ? [] : [quantity.unit]));
  return plain(one) && plain(other) && new Set(units).size < 2;
}

/** 打开风扇，摇头: a function without a device. */
export function isDoingAlone({ act, items, props, heads, places, values, changes, states, unknown }: Frame): boolean {
  const more = heads.length + places.length + values.length + changes.length + states.length + unknown.length;
  return (
    more === 0 && props.length > 0 && (act === null || act === "off") && items.some((item) => playsRole(item, "doing"))
  );
}

/** "How many lights are there?" after a question about those that are on: it asks for all lights. */
export function countsAnew({ heads, items }: Frame): boolean {
  const there = items.some((item) => playsRole(item, "is") || playsRole(item, "there_is"));
  return heads.length > 0 && there && items.some((item) => playsRole(item, "howMany"));
}

/** "And the humidity?", 湿度呢: another property of the same target. */
export function isOtherProperty({
  act,
  props,
  states,
  values,
  heads,
  places,
  unknown,
  changes,
  durations,
}: Frame): boolean {
  const more = states.length + values.length + heads.length + places.length + unknown.length + changes.length;
  return props.length > 0 && act === null && more + durations.length === 0;
}

/** 的 after a place, without a noun behind it. */
export function ownsNothing(item: Item, at: number, items: readonly Item[]): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!playsRole(item, "of")) return false;
  if (next === undefined || isMark(next)) return true;
  const said =
    (next.lex?.acts.length ?? 0) + (next.lex?.changes.length ?? 0) > 0 ||
    next.measure !== null ||
    playsRole(next, "half");
  return (
    item.grammar.ownerFirst && isPlaceName(before) && (said || playsRole(next, "also") || playsRole(next, "allOfThem"))
  );
}

/** Whether a frame says only "all the way". */
export function isOnlyWhole({ act, changes, props, values, heads, places, unknown, items }: Frame): boolean {
  const more = changes.length + props.length + values.length + heads.length + places.length + unknown.length;
  return act === null && more === 0 && items.some((item) => playsRole(item, "wholly"));
}

/** Whether a clause ends in an article: 关掉一个. */
export function endsOpen({ items, places, act, values, changes }: Frame): boolean {
  const last = items.findLast((item) => !isMark(item));
  const plain = act !== null && places.length + values.length + changes.length === 0;
  return plain && items.length > 1 && last !== undefined && playsRole(last, "article") && !last.grammar.spaces;
}

/** "It" after a device in the same sentence is that device. */
export function isPronoun({ type, ordinals }: Head): boolean {
  return (type === "it" || type === "them") && ordinals.length === 0;
}

/** 全关了 after a question or an opposite command: everything in the focus. */
export function isEverythingThere({ heads, places, act }: Frame): boolean {
  const [head, ...others] = heads;
  if (act === null || !head || others.length + places.length + head.places.length > 0) return false;
  return head.type === "everything" && head.text === "";
}

/** Whether a frame says only "again": 再来一次. */
export function isAgain({ act, changes, props, values, heads, places, unknown, more, items }: Frame): boolean {
  if (act !== null || changes.length + props.length + heads.length + places.length + unknown.length > 0) return false;
  const times = values.length > 0 && values.every(({ quantity }) => quantity?.unit === "times");
  if (values.length > 0 && !(times && more === 1)) return false;
  return times || items.some((item) => playsRole(item, "again"));
}

/** Whether a frame says only "go on", 继续, "and another". */
export function isGoingOn({ act, changes, props, values, heads, places, unknown, by }: Frame): boolean {
  const more = changes.length + props.length + values.length + heads.length + places.length + unknown.length;
  return more === 0 && (act === "resume" || (act === null && by));
}

/** "Another ten": an amount in the direction of the command before. */
export function isSoMuchMore({ act, by, to, changes, values, heads, places, unknown, more }: Frame): boolean {
  const said = changes.length + heads.length + places.length + unknown.length;
  return act === null && by && !to && more === 0 && said === 0 && values.length === 1 && values[0]?.quantity != null;
}

/** Whether a frame has an act and an exception, but no target of its own. */
export function isOnlyExcept({ act, heads, except, places }: Frame): boolean {
  const [head, ...others] = heads;
  const [spared] = except.heads;
  if (act === null || !head || !spared || others.length + places.length + head.places.length > 0) return false;
  return head.type === "kind" && head.quantifier === "all" && head.text === spared.text;
}

/** 客厅的开着吗: 的 after a place, with a state instead of a noun. */
export function ownsState(item: Item, at: number, items: readonly Item[]): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!playsRole(item, "of") || !item.grammar.ownerFirst || !isPlaceName(before) || !next) return false;
  return (next.lex?.states.length ?? 0) > 0 && next.home === null;
}

/** Whether a frame says only "more" or "less". */
export function isOnlyMore({ act, changes, props, values, heads, places, more }: Frame): boolean {
  const said = changes.length + props.length + values.length + heads.length + places.length;
  return more !== 0 && act === null && said === 0;
}

/** Whether a frame only widens the place: "everywhere", 别的房间也是. */
export function isWide({ heads, places, also, items }: Frame): boolean {
  const wide = places.length > 0 && places.every(({ kind }) => kind === "home" || kind === "elsewhere");
  return wide && heads.length === 0 && (also || items.every((item) => !isMark(item)));
}

/** Whether the frame sets something beside its head ("the AC to 21 with the fan on high"), which the next clause does not take over. */
export function isAlong({ heads, items }: Frame): boolean {
  return heads.length > 0 && heads.every(({ text }) => !items.some(({ said }) => said === text || text.endsWith(said)));
}

/** Whether two values may be of one property: "55 percent humidity in here, level 2 in there" are not. */
export function countAlike({ values }: Frame, before: Frame): boolean {
  const units = (each: Frame["values"]): readonly (string | null)[] =>
    each.flatMap(({ quantity }) => (quantity === null ? [] : [quantity.unit]));
  const those = units(before.values);
  // A named level is no amount.
  if (those.some((unit) => unit !== null) && values.some(isListed)) return false;
  return units(values).every((unit) => unit === null || those.every((other) => other === null || other === unit));
}

function isListed({ quantity, level, listed }: Frame["values"][number]): boolean {
  return quantity === null && level === null && listed.length > 0;
}

/** Whether two lists may be about things of one kind: "the humidifier to 60% humidity, the AC to 25" are not. */
export function areAlike(these: readonly Head[], those: readonly Head[], index: HomeIndex): boolean {
  const kinds = kindsOf(those, index);
  return these.length === 0 || [...kindsOf(these, index)].some((kind) => kinds.has(kind));
}

function kindsOf(heads: readonly Head[], index: HomeIndex): ReadonlySet<string> {
  const own = heads.flatMap(({ devices }) => devices.flatMap((id) => [...(index.devices.get(id)?.ownKinds ?? [])]));
  return new Set([...heads.flatMap(({ kinds }) => kinds), ...own]);
}

/** Whether an act finds its devices without a target: "next song", "mute". */
export function isSelfContained({ lex }: Item): boolean {
  return (
    lex?.acts.some(
      (act) => act === "mute" || act === "next" || act === "previous" || act === "clean" || act === "mow",
    ) ?? false
  );
}

/** Whether all heads can be muted: 把电视音量调到三十，然后静音. */
export function areHeard(heads: readonly Head[], index: HomeIndex): boolean {
  const heard = ({ device }: IndexedDevice): boolean =>
    [...device.spec.properties.values()].some(({ type }) => type === "mute");
  return heads.every(({ type, devices, kinds }) => {
    const named =
      type === "kind"
        ? kinds.flatMap((kind) => [...index.ofKind(kind)])
        : devices.flatMap((id) => index.devices.get(id) ?? []);
    return (type === "kind" || type === "devices") && named.length > 0 && named.some(heard);
  });
}
