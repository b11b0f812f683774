import type { Property } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { playsRole } from "../parse/items.ts";
import { namesTarget } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";
import { adaptAskedState } from "./asked-state.ts";
import { focusTargets as focusedTargets } from "./candidates.ts";
import { stateMatchOf } from "./conditions.ts";
import type { DialogueContext, Refusal } from "./context.ts";
import { withoutExceptions } from "./exceptions.ts";
import { extremeOf, extremeTargets } from "./extremes.ts";
import { withoutRedundantGroups } from "./groups.ts";
import { limitAsked, limitStep } from "./limits.ts";
import { distinctOpenings, isOpenable, isOpeningState } from "./openings.ts";
import { inPlaces, roomsOf } from "./places.ts";
import type { StateQuery } from "./query.ts";
import { completeFromFocus, isThere, isUnnamed } from "./question-ellipsis.ts";
import { selectTargets, type TargetSelection } from "./select.ts";
import { specText } from "./spec-text.ts";
import { checkState, OPPOSITES, stateProperty, worksAlways } from "./states.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";

/** Types that a question reads, keyed by the type that its word would set: "the temperature" is that of the room. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  "target-temperature": ["temperature", "indoor-temperature", "target-temperature"],
  "target-humidity": ["relative-humidity", "humidity", "target-humidity"],
  "target-position": ["current-position", "target-position"],
  brightness: ["brightness", "illumination"],
};

/** Grounds a question: which targets and properties answer it, or a refusal. Null when that is not clear. */
export function queryStep(frame: Frame, context: DialogueContext): SentenceStep | null {
  const asking = frame.asking ?? "value";
  if (asking === "why") return null;
  asDenied(frame);
  if (limitAsked(frame) !== null) return limitStep(frame, context);
  adaptAskedState(frame, context);
  completeFromFocus(frame, context);
  // 哪个房间最冷 asks about all rooms.
  if (extremeOf(frame.items) !== null && asking !== "value")
    frame.places = frame.places.filter(({ kind }) => kind !== "here");
  const types = typesOf(frame);
  const need = (target: DeviceTarget): boolean => answers(frame, types, target);
  // "How warm is it there" after a device was set asks about the room, not about that setting.
  const placed = [...frame.places, ...frame.heads.flatMap(({ places }) => places)];
  const there = placed.some(({ kind }) => kind === "there") && !frame.items.some(namesTarget);
  if (there && types[0] === "temperature") {
    frame.places = placed;
    frame.heads = [];
  }
  // "How warm is it" names no device, unless one in focus can answer.
  if (isUnnamed(frame) && frame.heads.length > 0) {
    const focused = context.focus.devices.flatMap((id) => context.index.devices.get(id) ?? []);
    // "Where is it warmest" asks about the home.
    const told = focused.some((indexed) => need({ indexed, service: null }));
    if (extremeOf(frame.items) !== null || !told || !isThere(frame, context)) {
      // "Is it below five in the garden" still asks about the garden.
      frame.places.push(...frame.heads.flatMap(({ places }) => places));
      frame.heads = [];
    }
  }
  // 哪些设备, "are all devices": every device that can answer. Essential devices count too: "is everything off" names them as "what's on" does.
  const whole = frame.heads.length === 1 && frame.heads[0]?.type === "everything" ? frame.heads[0] : null;
  if (whole) {
    const places = [...frame.places, ...whole.places];
    frame.places = places.length > 0 ? places : [{ kind: "home" }];
    frame.heads = [];
  }
  // "Is it done" without a focus does not ask about whatever has just stopped.
  const nothing = frame.heads.length + frame.places.length === 0 && asking === "polar";
  if (nothing && frame.states.includes("stopped")) return null;
  if (frame.heads.length === 0) return headless(frame, types, context, need);
  const targets: DeviceTarget[] = [];
  let inferred: string | null = null;
  for (const head of frame.heads) {
    const found = selectForQuestion(head, frame, context, need);
    // A home without a weather station knows no weather.
    if (found.refusal && head.kinds.includes("weather-station")) return null;
    if (found.refusal?.code === "no-device" && head.modifiers.length > 0) return null;
    // "It" cannot be missing in a home.
    if (found.refusal && (isUnnamed(frame) || head.type === "it")) return null;
    if (found.refusal) return { kind: "refuse", refusal: asAsked(found.refusal) };
    targets.push(...(found.targets ?? withoutRedundantGroups(found.options ?? [], context)));
    if (found.targets) inferred ??= found.inferred;
  }
  const told = targets.filter(need);
  const able = told.length > 0 ? told : targets.filter((target) => settableOnly(target, types) !== null);
  // "Is there a way to close it halfway" asks for no property.
  if (able.length === 0 && frame.propText === "" && frame.act !== null) return null;
  if (able.length === 0 && targets[0]) {
    const { device } = targets[0].indexed;
    return {
      kind: "refuse",
      refusal: { code: "no-property", device, said: frame.propText, ...stateAsked(frame), asked: true },
    };
  }
  const left = withoutExceptions(able, frame, context) ?? [];
  return left.length === 0 ? null : answer(frame, asking, left, types, inferred, context);
}

/** Marks a refusal as one of a question, because a missing property is worded differently there. */
function asAsked(refusal: Refusal): Refusal {
  return refusal.code === "no-property" ? { ...refusal, asked: true } : refusal;
}

/** The state that was asked about, if no property was named. */
function stateAsked({ states: [state], propText }: Frame): { readonly state?: DeviceState } {
  return state !== undefined && propText === "" ? { state } : {};
}

/** Replaces denied states by their opposites: "which lights aren't on", "how many curtains are not closed". */
function asDenied(frame: Frame): void {
  if (frame.asking !== "which" && frame.asking !== "howMany") return;
  if (!frame.items.some((item) => playsRole(item, "not"))) return;
  const opposites = frame.states.map((state) => OPPOSITES[state]);
  if (opposites.every((state) => state !== undefined)) frame.states = opposites;
}

/** Kinds that questions are about in the whole home. */
const OF_THE_HOME = /door|lock|window|gate|light/;

/**
 * Selects the targets of a question: wherever they are for most questions, near the speaker for "are the curtains closed".
 */
function selectForQuestion(
  head: Head,
  frame: Frame,
  context: DialogueContext,
  need: (target: DeviceTarget) => boolean,
): TargetSelection {
  // "Are the curtains closed" asks about this room; questions about doors and locks concern the whole home.
  const near = frame.asking === "all" && !head.kinds.some((kind) => OF_THE_HOME.test(kind));
  // 有门没关吗 asks about all doors.
  const outer =
    frame.items.some((item) => playsRole(item, "there_is")) &&
    head.kinds.some((kind) => /door|lock|window|gate/.test(kind));
  const general = outer || (frame.asking !== "polar" && frame.asking !== "value" && frame.asking !== "since" && !near);
  const asked: Head = isOpeningState(frame.states[0]) ? { ...head, asked: true } : head;
  const wide: Head =
    general && head.places.length === 0 && head.quantifier === null ? { ...asked, quantifier: "any" } : asked;
  return selectTargets(wide, context, need);
}

/** Grounds a question that names no device: by its places, its property or state, and the focus. Null when that is not clear. */
function headless(
  frame: Frame,
  types: readonly string[],
  context: DialogueContext,
  need: (target: DeviceTarget) => boolean,
): SentenceStep | null {
  const { index, room } = context;
  const asking = frame.asking ?? "value";
  const general =
    types.length === 0 && frame.states.length === 0 && frame.values.every(({ listed }) => listed.length === 0);
  if (general) return null;
  const about = focusedTargets(context).filter(need);
  // "What is it set to" and 是什么模式 ask the focus; how warm it is, the room.
  const widest = extremeOf(frame.items) !== null;
  const own =
    !widest && (frame.act === "set" || types.includes("brightness") || types.every((type) => !ROOM.test(type)));
  if (frame.places.length === 0 && frame.states.length === 0 && types.length > 0 && own && about.length > 0)
    return answer(frame, asking, about, types, null, context);
  // "Since when has it been so" asks about the focus, never about all devices.
  const stretch = asking === "since" && frame.places.length === 0 && types.length === 0;
  if (stretch && context.focus.devices.length > 0)
    return about.length > 0 ? answer(frame, asking, about, types, null, context) : null;
  const narrow = devicesPlaced(frame, asking, context);
  const candidates = narrow ?? (types.length > 0 ? index.having(types) : index.devices.values());
  const water = frame.items.some((item) => playsRole(item, "ofWater"));
  const all = [...candidates]
    .filter(({ ownKinds }) => !water || ownKinds.has("water-heater"))
    .map((indexed): DeviceTarget => ({ indexed, service: null }))
    .filter(need);
  const outside = frame.places.some((place) => place.kind === "missing" && place.word === "garden");
  const within = outside ? { targets: all.filter(isOutdoor) } : inPlaces(frame.places, all, context);
  if (within.refusal) return { kind: "refuse", refusal: within.refusal };
  let targets = leavesOf(frame, asking, withoutRedundantGroups(within.targets, context));
  let inferred: string | null = null;
  if (
    frame.places.length === 0 &&
    room !== null &&
    !widest &&
    asking !== "which" &&
    asking !== "howMany" &&
    asking !== "any" &&
    !types.includes("battery-level")
  ) {
    const here = targets.filter(({ indexed }) => indexed.device.room?.id === room);
    if (here.length > 0) {
      inferred = targets.length > here.length ? (index.room(room)?.name ?? null) : null;
      targets = here;
    }
  }
  if (stretch && targets.length > MOST_SINCE) return null;
  if (targets.length === 0) {
    return frame.places.length > 0 && types.length > 0
      ? {
          kind: "refuse",
          refusal: { code: "no-property", device: null, said: frame.propText, ...stateAsked(frame), asked: true },
        }
      : null;
  }
  const felt = frame.states.some((state) => state === "hot" || state === "cold");
  // 卧室除了床头灯还有灯开着吗: with several exceptions it is not clear which is meant.
  if (frame.except.heads.length > 1) return null;
  const left = withoutExceptions(targets, frame, context);
  if (left === null) return null;
  const best = water ? left : sensorsFirst(left, felt ? ["temperature"] : types);
  if (best.length === 0)
    return {
      kind: "refuse",
      refusal: { code: "no-property", device: null, said: frame.propText, ...stateAsked(frame), asked: true },
    };
  return answer(frame, asking, frame.states.length > 0 ? stateful(frame, best) : best, types, inferred, context);
}

/** "Since when" is not answered for more devices at once. */
const MOST_SINCE = 3;

/** Property types that belong to a room, whatever the focus is. */
const ROOM = /^(temperature|indoor-temperature|relative-humidity|humidity|illumination|pm2\.5-density|co2-density)$/;

/** The properties that "what is it set to" asks for, the most telling first. */
const SETTINGS = ["target-temperature", "target-humidity", "fan-level", "speed-level", "brightness", "mode", "volume"];

/** The target types among the asked ones, if there are any. */
function set(types: readonly string[]): readonly string[] {
  const targets = types.filter((type) => type.startsWith("target-"));
  return targets.length > 0 ? targets : types;
}

/** The devices of the places; null for the whole home. */
function devicesPlaced(
  frame: Frame,
  asking: StateQuery["asking"],
  context: DialogueContext,
): readonly IndexedDevice[] | null {
  const { index } = context;
  if (frame.places.length === 0 || asking === "why") return null;
  const rooms = roomsOf(frame.places, context);
  return rooms.ids ? [...rooms.ids].flatMap((id) => [...index.inRoom(id)]) : null;
}

/** The targets that a question about a state concerns: "is anything on" is about switches, not about every property. */
function stateful(frame: Frame, targets: readonly DeviceTarget[]): readonly DeviceTarget[] {
  const able = targets.filter((target) => frame.states.some((state) => canBe(state, target, frame)));
  const switched = frame.states.every((state) => state === "on" || state === "off");
  // "Is everything closed" asks about what opens and shuts, not about switches.
  if (frame.states.every((state) => state === "open" || state === "closed")) {
    const leaves = able.filter((target) => isOpenable(target) || hasDoor(target));
    return leaves.length > 0 ? leavesFirst(leaves) : able;
  }
  if (!switched || frame.items.some(({ text }) => saysOfLeaves(text))) return able;
  // "What's on" asks about switches; a curtain is open, not on.
  const others = able.filter(({ indexed: { capabilities } }) => capabilities.power.length > 0 || !moves(capabilities));
  const known = others.filter((target) => tellsSwitch(target, frame));
  return known.length > 0 ? known : others.length > 0 ? others : able;
}

/**
 * Whether the target counts for "on" and "off". A contact sensor does not, and devices without a switch only when their
 * state is known.
 */
function tellsSwitch(target: DeviceTarget, { states }: Frame): boolean {
  const { capabilities, device } = target.indexed;
  if (device.spec.kind === "magnet-sensor") return false;
  return capabilities.power.length > 0 || states.some((state) => checkState(state, target).kind === "is");
}

/** Whether the target has a door whose state is known: a fridge, a dishwasher. */
function hasDoor(target: DeviceTarget): boolean {
  return stateProperty("open", target)?.type === "door-state" && checkState("open", target).kind === "is";
}

/** Orders doors and windows before curtains, and these before the doors of appliances. */
function leavesFirst(targets: readonly DeviceTarget[]): readonly DeviceTarget[] {
  const rank = (target: DeviceTarget): number =>
    OUTER.test(target.indexed.device.spec.kind) ? 0 : isOpenable(target) ? 1 : 2;
  return [...targets].sort((one, other) => rank(one) - rank(other));
}

const OUTER = /^(?:door|lock|garage-door|gate|window-opener|magnet-sensor)$/;

function moves({ movers }: DeviceTarget["indexed"]["capabilities"]): boolean {
  return movers.length > 0;
}

/** Narrows a question about a place to its doors and windows: "is the garage open". A garage is asked about its own door. */
function leavesOf(
  frame: Frame,
  asking: StateQuery["asking"],
  targets: readonly DeviceTarget[],
): readonly DeviceTarget[] {
  if (asking !== "polar" || frame.places.every(({ kind }) => kind === "home")) return targets;
  const ofKinds = (kinds: RegExp): DeviceTarget[] =>
    targets.filter(({ indexed }) => kinds.test(indexed.device.spec.kind));
  const own = ofKinds(/^(garage-door|gate)$/);
  if (frame.states.some((state) => state === "open" || state === "closed")) {
    const leaves = own.length > 0 ? own : ofKinds(/^(door|lock|window-opener|magnet-sensor)$/);
    return leaves.length > 0 ? leaves : targets;
  }
  const said = frame.items.some(({ lex, text }) => (lex?.states.length ?? 0) > 0 && saysOfLeaves(text));
  return said && own.length > 0 ? own : targets;
}

/** Whether the word fits doors as well as lamps: 开着. */
function saysOfLeaves(text: string): boolean {
  return specText().ofLeaves.some((pattern) => pattern.test(text));
}

function isOutdoor({ indexed: { device } }: DeviceTarget): boolean {
  return device.spec.kind === "weather-station" || specText().outdoor.test([device.name, ...device.aliases].join(" "));
}

/**
 * One target for each room, preferring sensors and climate devices: a thermometer knows a room's temperature better than a
 * kettle.
 */
function sensorsFirst(targets: readonly DeviceTarget[], types: readonly string[]): readonly DeviceTarget[] {
  if (!types.some((type) => /^(temperature|relative-humidity)$/.test(type))) return targets;
  const rank = ({ indexed: { device } }: DeviceTarget): number =>
    /sensor|monitor/.test(device.spec.kind)
      ? 0
      : /thermostat|air-conditioner|heater$|purifier|humidifier/.test(device.spec.kind)
        ? 1
        : 2;
  const rooms = new Map<string, DeviceTarget>();
  for (const target of targets) {
    if (target.indexed.device.spec.kind === "weather-station" && targets.length > 1) continue;
    const key = target.indexed.device.room?.id ?? "";
    const known = rooms.get(key);
    if (!known || rank(target) < rank(known)) rooms.set(key, target);
  }
  const best = [...rooms.values()];
  const climate = best.filter((target) => rank(target) < 2);
  return climate.length > 0 ? climate : best.filter(({ indexed }) => !OF_THINGS.test(indexed.device.spec.kind));
}

/** Kinds whose temperature is that of the device or of something in it, not of the room. */
const OF_THINGS =
  /outlet|switch|plug|gateway|kettle|fridge|washer|dryer|oven|cooker|water-heater|microwave|fryer|coffee|vacuum|blanket|car|dispenser|airer|toilet|light/;

/** Property types that the question asks for; empty when it asks for a state. */
function typesOf(frame: Frame): readonly string[] {
  const asked = frame.props.flatMap((type) => READINGS[type] ?? [type]);
  const isSet = frame.act === "set" || specText().ofTarget.test(frame.propText);
  if (asked.length > 0) return isSet ? set(asked) : [...new Set(asked)];
  if (frame.act === "set" && frame.asking === "value" && frame.states.length === 0)
    // What a room is set to is a temperature.
    return frame.heads.length === 0 && frame.places.length > 0 ? ["target-temperature"] : SETTINGS;
  const unit = frame.values[0]?.quantity?.unit;
  if (frame.above || frame.below) {
    if (unit === "degree" || unit === "celsius" || unit === "fahrenheit" || unit === null)
      return ["temperature", "indoor-temperature"];
    if (unit === "percent") return ["relative-humidity"];
  }
  return [];
}

/**
 * Whether the target can be in a state: now, if it could report it; at other times, if a report of it can trigger a rule.
 */
function canBe(state: DeviceState, target: DeviceTarget, { timeless }: Frame): boolean {
  if (!timeless) return checkState(state, target).kind !== "absent";
  return state === "online" || state === "offline" || stateMatchOf(state, target) !== null;
}

/** Whether a named device without a switch answers "on" by working while it reports: "is the fridge on". */
function isAsWorking(state: DeviceState, target: DeviceTarget, { heads, timeless }: Frame): boolean {
  const asked = state === "on" || state === "off" || state === "stopped";
  return asked && !timeless && heads.some(({ type }) => type !== "everything") && worksAlways(target) !== null;
}

/** Whether the target can answer the question. */
function answers(frame: Frame, types: readonly string[], target: DeviceTarget): boolean {
  if (frame.asking === "where" || frame.asking === "why") return true;
  if (types.length > 0) return readableProperty(target, types) !== null;
  if (frame.states.length > 0)
    return frame.states.some((state) => canBe(state, target, frame) || isAsWorking(state, target, frame));
  const listed = frame.values.flatMap((value) => value.listed);
  if (listed.length > 0) return listedProperty(target, listed) !== null;
  return true;
}

/** The first readable property of these types; one with a value goes before one without. Null when there is none. */
export function readableProperty(target: DeviceTarget, types: readonly string[]): Property | null {
  const { state } = target.indexed.device;
  let fallback: Property | null = null;
  for (const type of types) {
    for (const property of propertiesOf(target)) {
      if (property.type !== type || !(property.access.read || property.access.notify)) continue;
      if (state.has(property.address)) return property;
      fallback ??= property;
    }
  }
  return fallback;
}

/** A property of these types that can be set but not read; null when there is none. */
function settableOnly(target: DeviceTarget, types: readonly string[]): Property | null {
  return propertiesOf(target).find(({ type, access }) => access.write && types.includes(type)) ?? null;
}

/** The readable list property with one of these values; null when there is none. */
function listedProperty(target: DeviceTarget, listed: readonly string[]): Property | null {
  return (
    propertiesOf(target).find(
      ({ access, values }) =>
        (access.read || access.notify) && values.some(({ description }) => listed.includes(description.toLowerCase())),
    ) ?? null
  );
}

/** Builds the answer step: each opening once, the property of each target, and only the extremes where these are asked for. */
function answer(
  frame: Frame,
  asking: StateQuery["asking"],
  found: readonly DeviceTarget[],
  types: readonly string[],
  inferred: string | null,
  context: DialogueContext,
): SentenceStep {
  const listed = frame.values.flatMap((value) => value.listed);
  const targets = isOpeningState(frame.states[0]) && !frame.timeless ? distinctOpenings(found, context.index) : found;
  const properties = targets.map((target) => {
    if (types.length > 0) return readableProperty(target, types) ?? settableOnly(target, types);
    const [state] = frame.states;
    if (state) return stateProperty(state, target);
    return listed.length > 0 ? listedProperty(target, listed) : null;
  });
  const extremes = extremeTargets(frame, targets, properties);
  if (extremes) {
    const [best, telling] = [extremes.map(({ target }) => target), extremes.map(({ property }) => property)];
    return { kind: "answer", frame, query: { asking: "value", targets: best, properties: telling, inferred: null } };
  }
  return { kind: "answer", frame, query: { asking, targets, properties, inferred } };
}
