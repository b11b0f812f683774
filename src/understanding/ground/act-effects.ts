import { type Action, isPower, type Property, type Value } from "../../home/index.ts";
import { describes } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";
import type { Mover } from "../names/capabilities.ts";
import { type Effect, type EffectsOrRefusal, refuse } from "./context.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";

/** Acts that need no value. */
export type PlainAct = Exclude<Act, "set" | "turn" | "raise" | "lower" | "tell">;

/** Actions that start what a device is for, the most typical first. */
const STARTS = [
  "start-sweep",
  "start-mowing",
  "start-cook",
  "start-wash",
  "start-clean",
  "cooking-start",
  "start-cooking",
  "start",
  "play",
];
const HALTS = ["stop-sweeping", "stop-mowing"];
const STOPS = [...HALTS, "cancel-cooking", "stop-washing", "stop-clean", "stop-cooking", "stop-working", "stop"];

/** The effects of one act on one target, or a refusal when it cannot be done. */
export function actEffects(act: PlainAct, target: DeviceTarget): EffectsOrRefusal {
  const effects = find(act, target);
  if (effects && effects.length > 0) return { effects };
  return refuse({ code: "no-action", device: target.indexed.device, said: act });
}

/** Whether the target can do the act. */
export function canDo(act: PlainAct, target: DeviceTarget): boolean {
  return (find(act, target)?.length ?? 0) > 0;
}

function find(act: PlainAct, target: DeviceTarget): readonly Effect[] | null {
  switch (act) {
    case "on":
      return isLock(target)
        ? lock(target, true)
        : (power(target, true) ?? shine(target, true) ?? move(target, true) ?? start(target));
    case "off":
      return isLock(target)
        ? null
        : (power(target, false) ?? shine(target, false) ?? move(target, false) ?? call(target, STOPS) ?? dock(target));
    case "toggle":
      return toggle(target);
    case "open":
      return move(target, true) ?? lock(target, false) ?? power(target, true) ?? shine(target, true) ?? start(target);
    case "close":
      return (
        move(target, false) ??
        lock(target, true) ??
        power(target, false) ??
        shine(target, false) ??
        call(target, STOPS) ??
        dock(target)
      );
    case "lock":
      return lock(target, true);
    case "unlock":
      return lock(target, false);
    case "start":
    case "run":
      return start(target) ?? power(target, true);
    case "stop":
      return call(target, STOPS) ?? halt(target) ?? call(target, ["pause"]) ?? dock(target) ?? power(target, false);
    case "pause":
      // A robot without a pause action continues from where it was stopped.
      return call(target, ["pause-sweeping", "pause-cooking", "pause"]) ?? halt(target) ?? call(target, HALTS);
    case "resume":
      return call(target, ["play", "resume-cooking", "start-sweep", "start-mowing"]);
    case "play":
      return call(target, ["play"]);
    case "next":
      return call(target, ["next"]);
    case "previous":
      return call(target, ["previous"]);
    case "mute":
      return boolean(target, "mute", true) ?? quiet(target);
    case "unmute":
      return boolean(target, "mute", false);
    case "dock":
      return dock(target);
    case "clean":
      return call(target, ["start-sweep", "start-clean"]);
    case "mop":
      return call(target, ["start-mop", "start-sweep-mop"]);
    case "mow":
      return call(target, ["start-mowing"]);
    case "locate":
      return call(target, ["position", "identify", "play-sound"]);
    default:
      act satisfies never;
      return null;
  }
}

function isLock({ indexed }: DeviceTarget): boolean {
  return indexed.device.spec.kind === "lock";
}

function powerOf(target: DeviceTarget): readonly Property[] {
  if (target.service === null) return target.indexed.capabilities.power;
  return propertiesOf(target).filter(isPower);
}

function power(target: DeviceTarget, on: boolean): readonly Effect[] | null {
  const properties = powerOf(target);
  return properties.length > 0 ? properties.map((property) => set(property, on)) : null;
}

function set(property: Property, value: Value): Effect {
  return { kind: "set", property, value };
}

/** Switches a service without its own switch: the brightness of a screen, the mute of a microphone. */
function shine(target: DeviceTarget, on: boolean): readonly Effect[] | null {
  const { indexed, service } = target;
  if (service === null) return null;
  const mute = boolean(target, "mute", !on);
  if (mute && indexed.device.spec.services.some(({ key, type }) => key === service && type === "microphone"))
    return mute;
  const brightness = propertiesOf(target).find(({ type, access }) => type === "brightness" && access.write);
  if (!brightness) return null;
  const values = brightness.values.map(({ value }) => Number(value)).filter(Number.isFinite);
  const [least, most] = brightness.range
    ? [brightness.range.min, brightness.range.max]
    : [Math.min(...values), Math.max(...values)];
  return Number.isFinite(least) && Number.isFinite(most) ? [set(brightness, on ? most : least)] : null;
}

/** Opens or closes covers, valves, windows and doors. */
function move(target: DeviceTarget, open: boolean): readonly Effect[] | null {
  const { indexed, service } = target;
  // A valve with its own switch is switched, not moved.
  const { kind } = indexed.device.spec;
  if (kind === "valve" && powerOf(target).length > 0) return power(target, open);
  const movers = indexed.capabilities.movers.filter((mover) => service === null || mover.service.key === service);
  const effects = movers.flatMap((mover) => moved(mover, open) ?? []);
  return effects.length > 0 ? effects : null;
}

function moved({ control, target }: Mover, open: boolean): Effect | null {
  const wanted = control?.values.find(({ description }) => matchesMove(description, open));
  if (control && wanted) return set(control, wanted.value);
  if (!target?.range) return null;
  return set(target, open ? target.range.max : target.range.min);
}

function matchesMove(description: string, open: boolean): boolean {
  return describes(description, open ? ["open", "up"] : ["close", "down"]);
}

/** Stops a motor at its position. */
function halt({ indexed, service }: DeviceTarget): readonly Effect[] | null {
  const effects = indexed.capabilities.movers
    .filter((mover) => service === null || mover.service.key === service)
    .flatMap(({ control }) => {
      const stop = control?.values.find(({ description }) => describes(description, ["stop", "pause"]));
      return control && stop ? [set(control, stop.value)] : [];
    });
  return effects.length > 0 ? effects : null;
}

function lock(target: DeviceTarget, locked: boolean): readonly Effect[] | null {
  const property = propertiesOf(target).find(({ type, access }) => type === "locked" && access.write);
  if (property) return [set(property, locked)];
  if (!isLock(target)) return null;
  return call(target, locked ? ["lock"] : ["unlock", "open"]) ?? power(target, locked);
}

function start(target: DeviceTarget): readonly Effect[] | null {
  const known = call(target, [...STARTS, "press"]);
  if (known) return known;
  const starting = [...target.indexed.device.spec.actions.values()].filter(
    ({ type, in: needs, service }) =>
      type.startsWith("start") && needs.length === 0 && (target.service === null || service === target.service),
  );
  return starting.length === 1 && starting[0] ? [invoke(starting[0])] : null;
}

function dock(target: DeviceTarget): readonly Effect[] | null {
  return call(target, ["start-charge", "dock", "return-to-base"]);
}

function toggle(target: DeviceTarget): readonly Effect[] | null {
  const { indexed, service } = target;
  const powers = powerOf(target);
  const { state } = indexed.device;
  if (powers.length > 0 && powers.every(({ address }) => typeof state.get(address)?.value === "boolean")) {
    return powers.map((property) => set(property, state.get(property.address)?.value !== true));
  }
  const action = actionsOf(target, "toggle").find((each) => service === null || each.service === service);
  if (action) return [invoke(action)];
  const [mover] = indexed.capabilities.movers;
  const position = mover?.current ? state.get(mover.current.address)?.value : undefined;
  return typeof position === "number" ? move(target, position === 0) : null;
}

/** Invokes the first of these actions that the target has and that takes no arguments. */
function call(target: DeviceTarget, types: readonly string[]): readonly Effect[] | null {
  for (const type of types) {
    const action = actionsOf(target, type).find(({ in: needs }) => needs.length === 0);
    if (action) return [invoke(action)];
  }
  return null;
}

function actionsOf({ indexed, service }: DeviceTarget, type: string): readonly Action[] {
  const actions = indexed.capabilities.actions.get(type) ?? [];
  return service === null ? actions : actions.filter((action) => action.service === service);
}

function invoke(action: Action): Effect {
  return { kind: "invoke", action, in: [] };
}

/** Sets the silent mode of a device without a mute property: 净化器静音. */
function quiet(target: DeviceTarget): readonly Effect[] | null {
  for (const property of propertiesOf(target)) {
    if (!property.access.write || !/mode|level/.test(property.type)) continue;
    const value = property.values.find(({ description }) => describes(description, ["silent"]));
    if (value) return [set(property, value.value)];
  }
  return null;
}

function boolean(target: DeviceTarget, type: string, value: boolean): readonly Effect[] | null {
  const property = propertiesOf(target).find(
    (each) => each.type === type && each.access.write && each.format === "bool",
  );
  return property ? [set(property, value)] : null;
}
