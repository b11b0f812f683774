import type { DeviceState } from "../../language/index.ts";
import { isRiskyKind } from "../names/risky-kinds.ts";
import type { Frame } from "../parse/frame.ts";
import { playsRole } from "../parse/items.ts";
import { isClosingAct } from "../parse/opposite-acts.ts";
import { actEffects, canDo, type PlainAct } from "./act-effects.ts";
import { changeEffects } from "./change-effects.ts";
import { type Effect, type EffectsOrRefusal, refuse } from "./context.ts";
import { expanded, settable } from "./properties.ts";
import { namedValueEffects, settingEffects, switchEffects } from "./setting-effects.ts";
import type { DeviceTarget } from "./target.ts";

/** The effects of a frame on one target, or why it cannot be done. */
export function frameEffects(given: Frame, target: DeviceTarget): EffectsOrRefusal {
  const { made } = given;
  if (made === null) return computed(given, target);
  const valued = computed(given, target);
  if (valued.refusal === undefined) return valued;
  const { refusal, effects } = made.props.includes("mute")
    ? actEffects("mute", target)
    : computed({ ...given, values: [], changes: [made] }, target);
  return refusal === undefined ? { effects } : valued;
}

function computed(given: Frame, target: DeviceTarget): EffectsOrRefusal {
  const frame = withShareLeftOpen(withoutWhite(given));
  const { act } = frame;
  const direction = directionOf(frame) || furtherOf(frame, target);
  if (direction !== 0 && !isAbsolute(frame)) {
    const stepped = changed(frame, target, direction);
    const set = isStepUnsaid(frame) && goesTooFar(stepped, frame, target) ? valued(asSet(frame), target) : null;
    return set && set.refusal === undefined ? set : stepped;
  }
  if (
    frame.actions.length > 0 &&
    frame.values.length === 0 &&
    (act === null || act === "start" || act === "run" || act === "set")
  ) {
    const action = frame.actions.flatMap((type) => target.indexed.capabilities.actions.get(type) ?? [])[0];
    if (action && action.in.length === 0) return { effects: [{ kind: "invoke", action, in: [] }] };
    if (frame.props.length === 0)
      return refuse({ code: "no-action", device: target.indexed.device, said: frame.actions[0] ?? "" });
  }
  if ((act === "lock" || act === "unlock") && frame.props.length > 0) return lockOf(frame, target, act === "lock");
  if (act !== null && VALUELESS.has(act) && frame.values.every(({ quantity }) => quantity === null)) {
    return actEffects(act as PlainAct, target);
  }
  if (saysTwoThings(frame, target))
    return refuse({
      code: "bad-value",
      device: target.indexed.device,
      property: null,
      said: frame.values[0]?.text ?? "",
    });
  if (frame.values.length > 0 || (frame.durations.length > 0 && frame.props.length > 0)) return valued(frame, target);
  if (frame.props.length > 0 && isSwitching(act)) {
    const switched = switchEffects(frame, target, act !== "off" && act !== "close" && act !== "stop");
    if (switched) return switched;
    // "open the hatch of the car" is never its lock.
    if ((act === "open" || act === "close") && !frame.props.includes("locked") && canDo("lock", target))
      return refuse({ code: "no-property", device: target.indexed.device, said: frame.propText });
  }
  if (!mayOpen(frame, target)) return refuse({ code: "no-action", device: target.indexed.device, said: "open" });
  const called = act === null || act === "set" || act === "run" ? namedValueEffects(frame, target) : null;
  if (called) return called;
  const plain = plainAct(frame, target);
  if (plain === null) return refuse({ code: "no-property", device: target.indexed.device, said: frame.propText });
  const [power] = target.indexed.capabilities.power;
  if (plain === "toggle" && frame.timeless && power)
    return refuse({ code: "relative", device: target.indexed.device, property: power });
  return actEffects(plain, target);
}

/** Whether only a number is said ("no, 25"), so that the step of the sentence before may not be meant. */
function isStepUnsaid({ items, values, factor }: Frame): boolean {
  const plain = items.every(({ lex }) => lex === null || lex.acts.length + lex.changes.length === 0);
  return plain && items.length > 0 && values.length === 1 && values[0]?.quantity != null && factor === null;
}

/** Whether a step of this size would leave the range of the property. */
function goesTooFar({ effects }: EffectsOrRefusal, { values }: Frame, { indexed }: DeviceTarget): boolean {
  const amount = values[0]?.quantity?.value ?? 0;
  return (effects ?? []).some((effect) => {
    if (effect.kind !== "set" || typeof effect.value !== "number") return false;
    const now = indexed.device.state.get(effect.property.address)?.value;
    return typeof now === "number" && Math.abs(effect.value - now) < amount;
  });
}

function asSet(frame: Frame): Frame {
  const props = frame.props.length > 0 ? frame.props : (frame.changes[0]?.props ?? []);
  return { ...frame, act: "set", changes: [], more: 0, by: false, to: true, props: [...props] };
}

/**
 * Whether the act contradicts its value: "turn off the heater min", "lock the door 11". Only how far something closes may be
 * a value.
 */
function saysTwoThings({ act, to, props, values }: Frame, { indexed }: DeviceTarget): boolean {
  if (act === null || values.length === 0 || props.length > 0) return false;
  if (act === "off" && !to) return true;
  const amount = values.some(({ quantity }) => quantity !== null);
  const moved = act === "close" && indexed.capabilities.movers.length > 0;
  return amount && !moved && (isClosingAct(act) || act === "unlock");
}

/**
 * Whether "open" may mean something other than moving: a switch where the word also means to switch on (打开). "Open" of a
 * microwave is about its door; and a lock or valve opens completely, never "a bit".
 */
function mayOpen({ act, amount, items }: Frame, target: DeviceTarget): boolean {
  const { ownKinds, capabilities, device } = target.indexed;
  if (act !== "open") return true;
  if (amount === "little") return !isRiskyKind(ownKinds) || settable(target, POSITION).length > 0;
  // What was said in an earlier turn has no items, and was looked at then.
  const switches = items.every(({ lex, grammar }) => !lex?.acts.includes("open") || grammar.openSwitches);
  if (switches || capabilities.movers.length > 0 || device.spec.kind === "valve" || canDo("unlock", target))
    return true;
  return !isRiskyKind(ownKinds) && !DOORED.some((kind) => ownKinds.has(kind));
}

/** Appliances with a door or a lid, in addition to the risky ones (`isRiskyKind`). */
const DOORED = ["washer", "washing-machine", "dryer", "dishwasher", "refrigerator", "fridge"] as const;

/** Locks or unlocks a named property: "unlock the child lock" is about that, not the door of the washer. */
function lockOf({ props, propText }: Frame, target: DeviceTarget, locked: boolean): EffectsOrRefusal {
  const property = settable(target, props).find(({ type, format }) => type.endsWith("locked") && format === "bool");
  if (property) return { effects: [{ kind: "set", property, value: locked }] };
  return refuse({ code: "no-property", device: target.indexed.device, said: propText });
}

/** Drops "white" beside a change of colour temperature: in "a warmer white" only the direction counts. */
function withoutWhite(frame: Frame): Frame {
  const { changes, values } = frame;
  if (values.length === 0 || !changes.some(({ props }) => props.includes("color-temperature"))) return frame;
  const others = values.filter(({ color }) => color !== WHITE);
  return others.length < values.length ? { ...frame, values: others } : frame;
}

const WHITE = 0xffffff;

/** Turns "close it three quarters of the way" into the quarter that stays open; "to 30% open" keeps just that share. */
function withShareLeftOpen(frame: Frame): Frame {
  const { act, by, to, values, items } = frame;
  const shares = values.filter(({ quantity }) => quantity !== null);
  const [said] = shares;
  const unit = said?.quantity?.unit;
  if (!said?.quantity || shares.length > 1 || by || (unit !== "fraction" && unit !== "percent")) return frame;
  const at = items.findIndex((item) => item.said === said.text);
  const [next, far] = items.slice(at + 1).filter((item) => !playsRole(item, "of"));
  const way = playsRole(next, "way");
  const state = [next, way ? far : undefined].find((item) => item?.lex?.states.some(isOfLeaf));
  const closed = state?.lex?.states.includes("closed") ?? false;
  if (state && !closed && values.length > 1) return { ...frame, act: "set", values: shares };
  if (!closed && !(act === "close" && !to)) return frame;
  const rest = (unit === "percent" ? 100 : 1) - said.quantity.value;
  const left = { ...said, quantity: { value: Math.round(rest * 1000) / 1000, unit } };
  return { ...frame, act: "set", values: [left] };
}

function isOfLeaf(state: DeviceState): boolean {
  return state === "open" || state === "closed";
}

/** Whether the target can do what the frame says, or could with another value. */
export function isFeasible(frame: Frame, target: DeviceTarget): boolean {
  return isAbleTo(frameEffects(frame, target));
}

/** The same for a result that is already computed. */
export function isAbleTo({ refusal }: EffectsOrRefusal): boolean {
  return (
    refusal === undefined ||
    refusal.code === "out-of-range" ||
    refusal.code === "unknown-state" ||
    refusal.code === "no-step" ||
    (refusal.code === "bad-value" && refusal.property !== null)
  );
}

/** Acts with which a word is never a value: "send the robot home". */
const VALUELESS: ReadonlySet<string> = new Set([
  "dock",
  "clean",
  "mop",
  "mow",
  "next",
  "previous",
  "pause",
  "resume",
  "lock",
  "unlock",
  "locate",
]);

/** Whether the frame says what to do, as far as that is known without a target. */
export function isComplete(frame: Frame): boolean {
  const { act } = frame;
  if (directionOf(frame) !== 0 || frame.values.length > 0 || frame.actions.length > 0) return true;
  if (frame.durations.length > 0 && frame.props.length > 0) return true;
  return act !== null && act !== "set" && act !== "turn" && act !== "tell";
}

/** Whether the frame raises (1) or lowers (-1) something; 0: neither. */
export function directionOf(frame: Frame): 1 | -1 | 0 {
  const [change] = frame.changes;
  if (change) return change.direction;
  if (frame.act === "raise") return 1;
  if (frame.act === "lower") return -1;
  // "cut the brightness by 20 percent"
  if (frame.act === "off" && frame.by && frame.values.some(({ quantity }) => quantity !== null)) return -1;
  if (frame.factor !== null) return frame.factor > 1 ? 1 : -1;
  if (frame.more !== 0 && (frame.act === "set" || frame.act === null || frame.act === "turn")) return frame.more;
  return 0;
}

/** How a cover moves on from its position: 窗帘再关百分之四十, "open the curtains a bit". 1 opens, -1 closes, 0: no such movement. */
function furtherOf({ act, amount, by, to, values, props }: Frame, target: DeviceTarget): 1 | -1 | 0 {
  const { indexed, service } = target;
  const little = amount === "little" && values.length + props.length === 0;
  const unit = values[0]?.quantity?.unit;
  if (!little && (!by || to || values.length !== 1 || (unit !== "percent" && unit !== "fraction"))) return 0;
  if (little && settable(target, POSITION).length === 0) return 0;
  if (!indexed.capabilities.movers.some((mover) => service === null || mover.service.key === service)) return 0;
  return act === "open" ? 1 : act === "close" ? -1 : 0;
}

const POSITION = ["target-position"] as const;

/** Whether a value is a goal, not an amount to change by. */
function isAbsolute({ values, to, by }: Frame): boolean {
  const [value] = values;
  if (!value) return false;
  if (
    values.some(
      ({ listed, color, kelvin, level, half }) =>
        level !== null || color !== null || kelvin !== null || (listed.length > 0 && !half),
    )
  )
    return true;
  return to && !(by && values.length === 1);
}

function changed(frame: Frame, target: DeviceTarget, direction: 1 | -1): EffectsOrRefusal {
  const { indexed, service } = target;
  const [change] = frame.changes;
  const moves = indexed.capabilities.movers.some((mover) => service === null || mover.service.key === service);
  const plain = frame.values.length === 0 && frame.amount === null && frame.factor === null && frame.more === 0;
  if (moves && plain && !change && frame.props.length === 0)
    return actEffects(direction > 0 ? "open" : "close", target);
  const opened = moves && (frame.act === "open" || frame.act === "close") && frame.amount === "little";
  const types = frame.props.length > 0 ? frame.props : opened ? POSITION : (change?.props ?? []);
  // Warmer light has a lower colour temperature.
  const warmth =
    types.includes("target-temperature") &&
    !settable(target, ["target-temperature"]).some(({ type }) => type === "target-temperature");
  const way = warmth && frame.props.length === 0 ? (direction === 1 ? -1 : 1) : direction;
  return changeEffects(frame, target, way, expanded(types));
}

/** Whether the change is about temperature ("warmer", "heat"), whatever else the device can set. */
export function isWarmth({ changes }: Frame): boolean {
  return changes.some(({ props }) => props.includes("target-temperature"));
}

function valued(frame: Frame, target: DeviceTarget): EffectsOrRefusal {
  const { act } = frame;
  const degrees = frame.props.length === 0 && isWarmth(frame) ? { ...frame, props: ["target-temperature"] } : frame;
  const settings = settingEffects(degrees, target);
  if (settings.refusal) return settings;
  const begun = begunWith(frame, target);
  if (begun) return { effects: [...settings.effects, ...begun] };
  if (act !== "on" && act !== "open" && act !== "start") return settings;
  const { capabilities, device } = target.indexed;
  const moves = settings.effects.some((effect) => effect.kind === "set" && effect.property.type === "target-position");
  const power = capabilities.power[0];
  const has = settings.effects.some((effect) => effect.kind === "set" && effect.property === power);
  if (moves || !power || has || (!frame.timeless && device.state.get(power.address)?.value === true)) return settings;
  const on: Effect = { kind: "set", property: power, value: true };
  return { effects: [on, ...settings.effects] };
}

/**
 * The effects that start a machine after its programme was set: "start the washing machine on quick wash". Null when nothing
 * starts.
 */
function begunWith({ act, values }: Frame, target: DeviceTarget): readonly Effect[] | null {
  if ((act !== "start" && act !== "run") || !values.some(({ listed }) => listed.length > 0)) return null;
  const { effects } = actEffects("start", target);
  return effects?.every(({ kind }) => kind === "invoke") ? effects : null;
}

function isSwitching(act: Frame["act"]): boolean {
  return act === "on" || act === "off" || act === "open" || act === "close" || act === "start" || act === "stop";
}

function plainAct(frame: Frame, target: DeviceTarget): PlainAct | null {
  const { act, props } = frame;
  switch (act) {
    case "set":
    case "turn":
    case null:
      // A button is pressed ("transition to party mode"), and a lamp that is only named is switched on.
      if (target.indexed.capabilities.actions.has("press")) return "run";
      return act === null && props.length === 0 && frame.bare && target.indexed.device.spec.kind === "light"
        ? "on"
        : null;
    case "raise":
    case "lower":
    case "tell":
      return null;
    default:
      return act;
  }
}
