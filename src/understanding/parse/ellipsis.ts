import type { DeviceId } from "../../home/index.ts";
import { directionOf, isComplete } from "../ground/frame-effects.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { emptyHead, type Frame, type Head, type PlaceReference } from "./frame.ts";
import { type Item, isMark, playsRole } from "./items.ts";
import { areOppositeActs } from "./opposite-acts.ts";
import { isPlaceName } from "./senses.ts";
import { isByPortion } from "./slots/portions.ts";

/** Completes a command from the frame before: "… and the bedroom too", "make it darker", "再低两度". Changes `frame`. */
export function completeEllipsis(frame: Frame, before: Frame | null, sameSentence: boolean, index: HomeIndex): void {
  if (!before) return;
  if (sameSentence && isPartOfTheWay(frame, before)) frame.amount = "little";
  if (isByPortion(frame)) takeWay(frame, before);
  takeProperty(frame, before);
  const contrary = before.act !== null && frame.act !== null && areOppositeActs(before.act, frame.act);
  // 降下来, 再升上去 moves it back, and is no step.
  if (frame.more === 1 && isPlainWay(frame) && isPlainWay(before) && before.more === 0 && frame.act !== before.act)
    frame.more = 0;
  if ((before.asking !== null || contrary) && isEverythingThere(frame) && !sameSentence)
    frame.heads = [{ ...emptyHead(), type: "them", plural: true, quantifier: "all" }];
  if (before.asking !== null) return;
  // "Halfway", then "all the way": the same movement.
  if ((before.act === "open" || before.act === "close") && isOnlyWhole(frame)) {
    frame.act = before.act;
    return;
  }
  if (isAgain(frame) || (directionOf(before) !== 0 && isGoingOn(frame))) {
    frame.act = null;
    if (before.changes.length > 0 || before.act === "raise" || before.act === "lower") {
      takeWhat(frame, before);
      frame.more = before.more;
    } else frame.blocked = true;
    return;
  }
  if (sameSentence && before.heads.length > 0 && frame.heads.length > 0 && frame.heads.every(isPronoun)) {
    frame.heads = before.heads;
  }
  if (isSoMuchMore(frame)) {
    frame.act = directionOf(before) < 0 ? "lower" : "raise";
    takeProperty(frame, before);
  }
  // "More or less"
  if (frame.alternatives && isOnlyMore(frame)) frame.blocked = true;
  if (
    frame.more === 1 &&
    isOnlyMore(frame) &&
    (before.changes.length > 0 || before.act === "raise" || before.act === "lower")
  ) {
    // "Dim it to 10", "a touch more": of the value that was set.
    const set = before.values.length > 0 && before.to;
    frame.act = set ? "raise" : before.act;
    frame.changes = set ? [] : before.changes;
    frame.props = before.props;
    frame.propText = before.propText;
    return;
  }
  if (isDoingAlone(frame) && (sameSentence || before.heads.length > 0)) {
    frame.act ??= "on";
    frame.heads = before.heads;
    return;
  }
  const placeholder = settlePlaceholder(frame);
  // "Off except the counter light" is about the focus.
  if (!sameSentence && isOnlyExcept(frame) && before.heads.length > 0)
    frame.heads = [{ ...emptyHead(), type: "them", plural: true, quantifier: "all" }];
  const hasTarget = frame.heads.length > 0 || frame.places.length > 0;
  const bare = frame.act === null && !isComplete(frame) && frame.unknown.length === 0;
  if (bare && hasTarget && frame.items.some((item) => playsRole(item, "object"))) {
    // 开灯，把大门: the verb of 把 is missing.
    frame.blocked = true;
    return;
  }
  if (bare && hasTarget && isComplete(before) && (frame.also || sameSentence || isWide(frame))) {
    takeWhat(frame, before);
    // "Leo's curtains half way, Emma's all the way"
    const whole = frame.items.some((item) => playsRole(item, "wholly"));
    if (whole && (frame.act === "open" || frame.act === "close")) frame.values = [];
    if (frame.heads.length === 0) takePlaces(frame, before, index);
    frame.bare = false;
    return;
  }
  const bareValue = frame.act === null && frame.changes.length === 0 && frame.values.length > 0;
  if (bareValue && sameSentence) {
    // "No, 30" is a goal after "turn it up", and may be an amount after "two degrees lower".
    const stepped = before.act === "raise" || before.act === "lower";
    const asFar = frame.by || before.by || before.values.length > 0 || hasTarget;
    frame.act = stepped && asFar ? before.act : "set";
    frame.to ||= before.to;
    frame.by ||= before.by;
    takeUnit(frame, before);
    if (
      frame.props.length === 0 &&
      hasTarget &&
      !isAlong(before) &&
      countAlike(frame, before) &&
      areAlike(frame.heads, before.heads, index)
    ) {
      frame.props = before.props;
      frame.propText = before.propText;
    }
  }
  if (frame.heads.length > 0 || !isComplete(frame)) return;
  // 关掉一个: one of the focus, not said which.
  if (!sameSentence && endsOpen(frame)) {
    frame.heads = [{ ...emptyHead(), type: "them", quantifier: "any" }];
    return;
  }
  // "Open the bedroom one" after the curtains were closed: the curtain there.
  const named = before.heads.length > 0 && before.heads.every(({ type }) => type === "kind" || type === "devices");
  const one = named && frame.act !== null && frame.items.some((item) => playsRole(item, "placeholder"));
  const alike = placeholder || one || frame.items.some(ownsNothing);
  const placed = frame.places.length > 0 && (alike || (bareValue && isCountedAlike(frame, before)));
  if (!(sameSentence || frame.also || placed)) return;
  // "… and turn on the treadmill": the target is said, though this home has none.
  if (frame.act !== null && frame.unknown.length > 0) return;
  // "拉上客厅的窗帘，不对，拉上主卧的", "一楼的灯关掉，二楼的打开"
  if (frame.places.length > 0 && (frame.also || bareValue || alike)) {
    if (before.heads.length > 0 || !bareValue) takePlaces(frame, before, index);
  } else if (
    frame.places.length === 0 &&
    before.heads.length > 0 &&
    (!frame.items.some(isSelfContained) || (sameSentence && frame.act === "mute" && areHeard(before.heads, index)))
  ) {
    // 别全关，留一半 is about the focus, not about everything.
    const whole = before.negated && before.heads.some(({ type }) => type === "everything");
    frame.heads = whole ? [{ ...emptyHead(), type: "it" }] : before.heads.map((head) => withoutAll(head, before));
  }
}

/** 窗帘别全关，留一半: 全 means all the way, not all curtains. */
function withoutAll(head: Head, { negated }: Frame): Head {
  return negated && head.quantifier === "all" && head.places.length === 0 ? { ...head, quantifier: null } : head;
}

/** "Don't close the curtains, just lower them": a part of the movement that was denied. */
function isPartOfTheWay({ act, amount, values, changes }: Frame, before: Frame): boolean {
  const denied = before.negated && (before.act === "close" || before.act === "open");
  return denied && (act === "lower" || act === "raise") && amount === null && values.length + changes.length === 0;
}

/** Whether a frame says up or down, without an amount. */
function isPlainWay({ act, values, changes, amount, factor }: Frame): boolean {
  return (
    (act === "raise" || act === "lower") && values.length + changes.length === 0 && amount === null && factor === null
  );
}

/** "22 in the study" after another room to 21: a value of the same unit. */
function isCountedAlike({ values }: Frame, before: Frame): boolean {
  const [one, other] = [values[0], before.values[0]];
  if (!one || !other || before.heads.length === 0 || before.by || values.length > 1) return false;
  const plain = ({ level, quantity }: Frame["values"][number]): boolean => level !== null || quantity !== null;
  const units = [one, other].flatMap(({ quantity }) => (quantity === null ? [] : [quantity.unit]));
  return plain(one) && plain(other) && new Set(units).size < 2;
}

/** 打开风扇，摇头: a function without a device. */
function isDoingAlone({ act, items, props, heads, places, values, changes, states, unknown }: Frame): boolean {
  const more = heads.length + places.length + values.length + changes.length + states.length + unknown.length;
  return (
    more === 0 && props.length > 0 && (act === null || act === "off") && items.some((item) => playsRole(item, "doing"))
  );
}

/** Completes a question from the one before: "and the bedroom?", "卧室呢". Returns whether it did; changes `frame`. */
export function completeQuestionEllipsis(frame: Frame, before: Frame | null, index: HomeIndex): boolean {
  if (!before?.asking) return false;
  if (isOtherProperty(frame)) {
    frame.asking = "value";
    frame.past = before.past;
    frame.heads = before.heads;
    frame.places = before.places;
    return true;
  }
  const empty =
    frame.props.length + frame.states.length + frame.values.length + frame.unknown.length === 0 && frame.act === null;
  const about = frame.heads.length > 0 || frame.places.length > 0;
  if (!empty || !about || countsAnew(frame)) return false;
  frame.asking = before.asking;
  frame.past = before.past;
  frame.act = before.act;
  frame.props = before.props;
  // 电饭煲呢 after 洗衣机还要多久: the property text was the name of the device.
  frame.propText = before.heads.some(({ text }) => text === before.propText) ? "" : before.propText;
  frame.states = before.states;
  frame.values = before.values;
  if (frame.heads.length === 0 && before.heads.length > 0) takePlaces(frame, before, index);
  return true;
}

/** "How many lights are there?" after a question about those that are on: it asks for all lights. */
function countsAnew({ heads, items }: Frame): boolean {
  const there = items.some((item) => playsRole(item, "is") || playsRole(item, "there_is"));
  return heads.length > 0 && there && items.some((item) => playsRole(item, "howMany"));
}

/** "And the humidity?", 湿度呢: another property of the same target. */
function isOtherProperty({ act, props, states, values, heads, places, unknown, changes, durations }: Frame): boolean {
  const more = states.length + values.length + heads.length + places.length + unknown.length + changes.length;
  return props.length > 0 && act === null && more + durations.length === 0;
}

/** 的 after a place, without a noun behind it. */
function ownsNothing(item: Item, at: number, items: readonly Item[]): boolean {
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
function isOnlyWhole({ act, changes, props, values, heads, places, unknown, items }: Frame): boolean {
  const more = changes.length + props.length + values.length + heads.length + places.length + unknown.length;
  return act === null && more === 0 && items.some((item) => playsRole(item, "wholly"));
}

/** Whether a clause ends in an article: 关掉一个. */
function endsOpen({ items, places, act, values, changes }: Frame): boolean {
  const last = items.findLast((item) => !isMark(item));
  const plain = act !== null && places.length + values.length + changes.length === 0;
  return plain && items.length > 1 && last !== undefined && playsRole(last, "article") && !last.grammar.spaces;
}

/** "It" after a device in the same sentence is that device. */
function isPronoun({ type, ordinals }: Head): boolean {
  return (type === "it" || type === "them") && ordinals.length === 0;
}

/** 卧室那个也要: "the one in the bedroom" is another thing than the focus. Changes `frame`. */
function settlePlaceholder(frame: Frame): boolean {
  const [head, ...others] = frame.heads;
  if (head?.type !== "it" || others.length + frame.places.length > 0 || head.ordinals.length > 0) return false;
  const at = frame.items.findIndex((item) => item.said === head.text);
  const [before, item] = [frame.items[at - 1], frame.items[at]];
  if (!item?.grammar.ownerFirst || !playsRole(item, "article") || !isPlaceName(before ?? item)) return false;
  frame.places = [...head.places];
  frame.heads = [];
  return true;
}

/** Takes the direction from before: "by half" after "turn it down". Without one the frame is blocked. */
function takeWay(frame: Frame, before: Frame): void {
  const way = directionOf(before);
  if (way === 0) frame.blocked = true;
  else frame.act = way > 0 ? "raise" : "lower";
}

/** Takes the property from before: "up a level" after the fan speed of an air conditioner means the speed. */
function takeProperty(frame: Frame, before: Frame): void {
  const { changes, props, values, heads, places, unknown } = frame;
  if (directionOf(frame) === 0 || heads.length + places.length + props.length + unknown.length > 0) return;
  // 风大一点, 再大: of the wind as well.
  const wished = changes.length > 0 || frame.act === "raise" || frame.act === "lower";
  const meant = before.props.length > 0 || !wished ? before.props : (before.changes[0]?.props ?? []);
  if (meant.length === 0 || changes.some((change) => change.props.length > 0)) return;
  // A number with a unit tells its property itself.
  const units = values.map(({ quantity }) => quantity?.unit ?? null);
  if (units.some((unit) => unit !== null && unit !== "level" && unit !== "percent" && unit !== "fraction")) return;
  frame.props = [...meant];
  frame.propText = before.propText;
}

/** 全关了 after a question or an opposite command: everything in the focus. */
function isEverythingThere({ heads, places, act }: Frame): boolean {
  const [head, ...others] = heads;
  if (act === null || !head || others.length + places.length + head.places.length > 0) return false;
  return head.type === "everything" && head.text === "";
}

/** Whether a frame says only "again": 再来一次. */
function isAgain({ act, changes, props, values, heads, places, unknown, more, items }: Frame): boolean {
  if (act !== null || changes.length + props.length + heads.length + places.length + unknown.length > 0) return false;
  const times = values.length > 0 && values.every(({ quantity }) => quantity?.unit === "times");
  if (values.length > 0 && !(times && more === 1)) return false;
  return times || items.some((item) => playsRole(item, "again"));
}

/** Whether a frame says only "go on", 继续, "and another". */
function isGoingOn({ act, changes, props, values, heads, places, unknown, by }: Frame): boolean {
  const more = changes.length + props.length + values.length + heads.length + places.length + unknown.length;
  return more === 0 && (act === "resume" || (act === null && by));
}

/** "Another ten": an amount in the direction of the command before. */
function isSoMuchMore({ act, by, to, changes, values, heads, places, unknown, more }: Frame): boolean {
  const said = changes.length + heads.length + places.length + unknown.length;
  return act === null && by && !to && more === 0 && said === 0 && values.length === 1 && values[0]?.quantity != null;
}

/** Whether a frame has an act and an exception, but no target of its own. */
function isOnlyExcept({ act, heads, except, places }: Frame): boolean {
  const [head, ...others] = heads;
  const [spared] = except.heads;
  if (act === null || !head || !spared || others.length + places.length + head.places.length > 0) return false;
  return head.type === "kind" && head.quantifier === "all" && head.text === spared.text;
}

/** 客厅的开着吗: 的 after a place, with a state instead of a noun. */
function ownsState(item: Item, at: number, items: readonly Item[]): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!playsRole(item, "of") || !item.grammar.ownerFirst || !isPlaceName(before) || !next) return false;
  return (next.lex?.states.length ?? 0) > 0 && next.home === null;
}

/** Completes "one" in a question: "is the study one on?" is about the same kind there. Changes and returns `frame`. */
export function completeOneAnaphor(frame: Frame, before: Frame | null, index: HomeIndex): Frame {
  const one = frame.items.some((item, at) => playsRole(item, "placeholder") || ownsState(item, at, frame.items));
  if (before && one && frame.heads.length === 0 && frame.places.length > 0) takePlaces(frame, before, index);
  return frame;
}

/** Whether a frame says only "more" or "less". */
function isOnlyMore({ act, changes, props, values, heads, places, more }: Frame): boolean {
  const said = changes.length + props.length + values.length + heads.length + places.length;
  return more !== 0 && act === null && said === 0;
}

/** Whether a frame only widens the place: "everywhere", 别的房间也是. */
function isWide({ heads, places, also, items }: Frame): boolean {
  const wide = places.length > 0 && places.every(({ kind }) => kind === "home" || kind === "elsewhere");
  return wide && heads.length === 0 && (also || items.every((item) => !isMark(item)));
}

/** Takes the unit from before: "the living room to 22 degrees, the study to 20". */
function takeUnit(frame: Frame, before: Frame): void {
  const [said, ...others] = before.values;
  if (frame.heads.length + before.heads.length + others.length > 0 || frame.places.length === 0) return;
  const unit = said?.quantity?.unit ?? null;
  if (unit === null) return;
  frame.values = frame.values.map((value) =>
    value.quantity?.unit === null ? { ...value, quantity: { ...value.quantity, unit } } : value,
  );
}

/** Whether the frame sets something beside its head ("the AC to 21 with the fan on high"), which the next clause does not take over. */
function isAlong({ heads, items }: Frame): boolean {
  return heads.length > 0 && heads.every(({ text }) => !items.some(({ said }) => said === text || text.endsWith(said)));
}

/** Whether two values may be of one property: "55 percent humidity in here, level 2 in there" are not. */
function countAlike({ values }: Frame, before: Frame): boolean {
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
function areAlike(these: readonly Head[], those: readonly Head[], index: HomeIndex): boolean {
  const kinds = kindsOf(those, index);
  return these.length === 0 || [...kindsOf(these, index)].some((kind) => kinds.has(kind));
}

function kindsOf(heads: readonly Head[], index: HomeIndex): ReadonlySet<string> {
  const own = heads.flatMap(({ devices }) => devices.flatMap((id) => [...(index.devices.get(id)?.ownKinds ?? [])]));
  return new Set([...heads.flatMap(({ kinds }) => kinds), ...own]);
}

/** Takes act, property and values from the frame before. */
function takeWhat(frame: Frame, before: Frame): void {
  frame.act = before.act;
  frame.to = before.to;
  frame.by = before.by;
  frame.changes = before.changes;
  frame.props = before.props;
  frame.propText = before.propText;
  frame.values = before.values;
  frame.durations = before.durations;
  frame.amount = before.amount;
  frame.factor = before.factor;
}

/** Whether an act finds its devices without a target: "next song", "mute". */
function isSelfContained({ lex }: Item): boolean {
  return (
    lex?.acts.some(
      (act) => act === "mute" || act === "next" || act === "previous" || act === "clean" || act === "mow",
    ) ?? false
  );
}

/** Whether all heads can be muted: 把电视音量调到三十，然后静音. */
function areHeard(heads: readonly Head[], index: HomeIndex): boolean {
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

/** The same heads in another place: devices of the same name there, else of the same kind. */
function takePlaces(frame: Frame, before: Frame, index: HomeIndex): void {
  const { places } = frame;
  // Without a head before there is nothing to repeat.
  if (before.heads.length === 0) return;
  const several = isWide(frame);
  frame.heads = before.heads.map((head): Head => {
    if (head.type !== "devices") return { ...head, places, plural: head.plural || several };
    const devices = namesakes(head, places, index);
    if (several && devices.length > 0) return { ...head, devices, parts: [], places: [], plural: true };
    if (devices.length > 0) return { ...head, devices, parts: [], places };
    const kinds = [...new Set(head.devices.flatMap((id) => index.devices.get(id)?.device.spec.kind ?? []))];
    // One lamp stands for one lamp: with several of its kind there it is ambiguous.
    const count = !head.plural && head.quantifier === null && !several ? 1 : head.count;
    return { ...head, type: "kind", devices: [], parts: [], kinds, places, count, modifiers: [], modifierText: "" };
  });
  frame.places = [];
}

/** Devices in these places with the same names as those of a head; empty for relative places. */
function namesakes(head: Head, places: readonly PlaceReference[], index: HomeIndex): readonly DeviceId[] {
  const { devices, parts } = head;
  if (parts.length > 0) return [];
  const said = head.places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  const own = new Set(said.length > 0 ? said : devices.flatMap((id) => index.devices.get(id)?.device.room?.id ?? []));
  const rooms: string[] = [];
  for (const place of places) {
    if (place.kind === "rooms") rooms.push(...place.ids);
    else if (place.kind === "floor" || place.kind === "home" || place.kind === "elsewhere")
      rooms.push(...index.rooms.filter((room) => isMeantBy(place, room, own)).map(({ id }) => id));
    else return [];
  }
  const names = new Set(devices.flatMap((id) => index.devices.get(id)?.device.name ?? []));
  const there = rooms.flatMap((id) => [...index.inRoom(id)].filter(({ device }) => names.has(device.name)));
  return there.map(({ device }) => device.id);
}

/** Whether a floor, the home or "elsewhere" includes a room; `own`: the rooms of the focus. */
function isMeantBy(
  place: Extract<PlaceReference, { kind: "floor" | "home" | "elsewhere" }>,
  { id, floor }: HomeIndex["rooms"][number],
  own: ReadonlySet<string>,
): boolean {
  if (place.kind === "floor") return floor === place.id;
  return place.kind === "home" || !own.has(id);
}
