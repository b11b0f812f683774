import type { Property } from "../../home/index.ts";
import { describes } from "../../language/index.ts";
import { focusTargets } from "../ground/candidates.ts";
import type { DialogueContext, Effect } from "../ground/context.ts";
import { frameEffects } from "../ground/frame-effects.ts";
import { rangeLimit } from "../ground/limits.ts";
import { isNoisy, SLOWER } from "../ground/noise.ts";
import { isInState } from "../ground/states.ts";
import { type DeviceTarget, propertiesOf } from "../ground/target.ts";
import type { Act } from "../lexicon/types.ts";
import type { Frame } from "../parse/frame.ts";
import type { PlannedEffects, SentenceStep } from "../plan.ts";
import { frameForTargets } from "./routines.ts";
import type { Feeling } from "./types.ts";

/** Devices that may help: their kinds, whether they must be running, and what to do with them. */
interface Remedy {
  readonly kinds: readonly string[];
  readonly runs: boolean;
  readonly does: Act | { readonly props: readonly string[]; readonly direction: 1 | -1 } | "heat" | "cool";
}

const AIR = ["air-conditioner", "air-condition-outlet"];
const warmer = { props: ["target-temperature"], direction: 1 } as const;
const cooler = { props: ["target-temperature"], direction: -1 } as const;
const brighter = { props: ["brightness"], direction: 1 } as const;
const dimmer = { props: ["brightness"], direction: -1 } as const;
const faster = { props: ["fan-level"], direction: 1 } as const;

function running(kinds: readonly string[], does: Remedy["does"]): Remedy {
  return { kinds, runs: true, does };
}

function idle(kinds: readonly string[], does: Remedy["does"]): Remedy {
  return { kinds, runs: false, does };
}

/** Remedies for a feeling, the most sensible first. Within one list all devices that exist are a choice. */
const REMEDIES: Readonly<Record<Feeling, readonly (readonly Remedy[])[]>> = {
  cold: [
    [running(["fan"], "off"), running(AIR, warmer), running(["heater", "thermostat"], warmer)],
    [idle(["heater", "thermostat"], "on"), idle(AIR, "heat")],
  ],
  hot: [
    [running(["heater"], "off"), running(AIR, cooler), running(["thermostat"], cooler)],
    [idle(AIR, "cool")],
    [idle(["fan"], "on"), running(["fan"], faster)],
  ],
  dark: [[running(["light"], brighter)], [idle(["light"], "on")]],
  bright: [[running(["light"], dimmer)], [running(["light"], "off")]],
  stuffy: [
    [idle(["air-fresh"], "on"), running(["air-fresh"], faster)],
    [idle(["air-purifier", "range-hood", "hood", "fan"], "on")],
  ],
  smelly: [
    [idle(["range-hood", "hood"], "on")],
    [idle(["air-purifier", "air-fresh"], "on"), running(["air-purifier", "air-fresh"], faster)],
  ],
  dry: [[idle(["humidifier"], "on")], [running(["humidifier"], { props: ["target-humidity"], direction: 1 })]],
  humid: [[idle(["dehumidifier"], "on")], [running(["dehumidifier"], { props: ["target-humidity"], direction: -1 })]],
  loud: [
    [running(["speaker", "television", "media-player"], { props: ["volume"], direction: -1 })],
    // What is heard may be a speaker that does not tell that it plays.
    [idle(["speaker", "media-player"], { props: ["volume"], direction: -1 })],
  ],
  quiet: [
    [running(["speaker", "television", "media-player"], { props: ["volume"], direction: 1 })],
    // What is heard may be a speaker that does not tell that it plays.
    [idle(["speaker", "media-player"], { props: ["volume"], direction: 1 })],
  ],
};

/** The change that corrects a setting which went too far, keyed by the feeling. */
const TOO_FAR: Readonly<Partial<Record<Feeling, { readonly props: readonly string[]; readonly direction: 1 | -1 }>>> = {
  cold: warmer,
  hot: cooler,
  dark: brighter,
  bright: dimmer,
  dry: { props: ["target-humidity"], direction: 1 },
  humid: { props: ["target-humidity"], direction: -1 },
  loud: { props: ["volume"], direction: -1 },
  quiet: { props: ["volume"], direction: 1 },
};

/**
 * Corrects what was set last: "too hot" after the water heater was set to 55, whatever room it is in. Null when that is not
 * it.
 */
function tooFar(feeling: Feeling, context: DialogueContext): SentenceStep | null {
  const does = TOO_FAR[feeling];
  const type = context.focus.address?.split(".").at(-1) ?? "";
  const targets = focusTargets(context);
  const [first] = targets;
  const lit = type === "on" && (feeling === "dark" || feeling === "bright") && targets.every(isLit);
  if (does === undefined || first === undefined || !(does.props.includes(type) || lit)) return null;
  const frame = { ...frameForTargets(targets, null), changes: [does] };
  const doings = targets.map((target) => ({ target, effects: effectsWith(frame, target, does) }));
  if (doings.some(({ effects }) => effects.length === 0)) return null;
  return { kind: "do", frame, doings, inferred: null, refusals: [] };
}

/** Switches off the heater that was switched on last: "too hot", even in another room. Null when that is not it. */
function started(feeling: Feeling, context: DialogueContext): SentenceStep | null {
  const [target, ...others] = focusTargets(context);
  const switched = context.focus.address?.endsWith(".on") === true;
  if (!switched || target === undefined || others.length > 0 || feeling !== "hot") return null;
  const { device } = target.indexed;
  if (device.spec.kind !== "heater" || isInState("on", target) !== true) return null;
  const frame = frameForTargets([target], "off");
  const effects = effectsWith(frame, target, "off");
  return effects.length > 0 ? { kind: "do", frame, doings: [{ target, effects }], inferred: null, refusals: [] } : null;
}

/**
 * Makes a noisy device in focus run slower: "too loud" of a purifier or a robot, not of a speaker. Null when that is not it.
 */
function ownNoise(feeling: Feeling, context: DialogueContext): SentenceStep | null {
  const targets = focusTargets(context);
  if (feeling !== "loud" || targets.length === 0 || !targets.every(isNoisy)) return null;
  const frame = { ...frameForTargets(targets, null), changes: [SLOWER] };
  const doings = targets.map((target) => ({ target, effects: effectsWith(frame, target, SLOWER) }));
  if (doings.every(({ effects }) => effects.length > 0))
    return { kind: "do", frame, doings, inferred: null, refusals: [] };
  // The slowest level is reported when it cannot run slower.
  const properties = targets.map((target) => propertiesOf(target).find(isSpeed) ?? null);
  const asked = { ...frame, asking: "value" as const };
  if (!properties.includes(null))
    return {
      kind: "answer",
      frame: asked,
      query: { asking: "value", targets, properties, inferred: null, limit: "least" },
    };
  return { kind: "talk", talk: { kind: "feeling", of: feeling }, room: targets[0]?.indexed.device.room?.id ?? null };
}

function isSpeed(property: Property): boolean {
  return (
    SLOWER.props.some((type) => type === property.type) &&
    property.access.write &&
    rangeLimit(property, "least") !== null
  );
}

function isLit(target: DeviceTarget): boolean {
  return target.indexed.ownKinds.has("light") && isInState("on", target) === true;
}

/** Feelings for which all lamps that are on change together. */
const TOGETHER: ReadonlySet<Feeling> = new Set<Feeling>(["dark", "bright"]);

/**
 * The step that makes a room feel better: done if one device can, otherwise a question which one.
 * @param said id of a room that was named; null: the speaker's room, or the whole home where that is not known
 */
export function feelingStep(feeling: Feeling, said: string | null, context: DialogueContext): SentenceStep {
  const room = said ?? context.room;
  const spokenOf =
    said === null ? (tooFar(feeling, context) ?? started(feeling, context) ?? ownNoise(feeling, context)) : null;
  if (spokenOf) return spokenOf;
  // Without a known room, all remedies are one choice.
  for (const remedies of room === null ? [REMEDIES[feeling].flat()] : REMEDIES[feeling]) {
    const helping = remedies.flatMap((remedy) => helpers(remedy, room, context));
    // A device in focus is the one that is meant.
    const spoken = helping.filter(({ doing }) => context.focus.devices.includes(doing.target.indexed.device.id));
    const found = spoken.length === 1 ? spoken : helping;
    const frame = found[0]?.frame;
    if (!frame) continue;
    const doings = found.map(({ doing }) => doing);
    const adjusts = found.every((each) => each.frame.changes.length > 0);
    if (
      (doings.length === 1 && !isElsewhere(doings[0], room, context)) ||
      (TOGETHER.has(feeling) && room !== null && adjusts)
    ) {
      const inferred = said === null && room !== null ? (context.index.room(room)?.name ?? null) : null;
      return { kind: "do", frame, doings, inferred, refusals: [] };
    }
    return { kind: "ask", frame, options: doings.map(({ target }) => target), doings };
  }
  return { kind: "talk", talk: { kind: "feeling", of: feeling }, room };
}

/** Whether the speaker's room is not known and the device is in another room than the focus, so that it would be a guess. */
function isElsewhere(doing: PlannedEffects | undefined, room: string | null, { focus }: DialogueContext): boolean {
  const of = doing?.target.indexed.device.room?.id;
  return room === null && of !== undefined && focus.rooms.length > 0 && !focus.rooms.includes(of);
}

interface Helper {
  readonly frame: Frame;
  readonly doing: PlannedEffects;
}

function helpers({ kinds, runs, does }: Remedy, room: string | null, { index }: DialogueContext): readonly Helper[] {
  const near = room === null ? null : index.inRoom(room);
  const found = new Set(kinds.flatMap((kind) => [...index.ofKind(kind)].filter(({ ownKinds }) => ownKinds.has(kind))));
  return [...found].flatMap((indexed): Helper[] => {
    if (near !== null && !near.has(indexed)) return [];
    const target: DeviceTarget = { indexed, service: null };
    const on = isInState("on", target);
    if (runs ? on !== true : on === true) return [];
    const frame = frameWith(target, does);
    const effects = effectsWith(frame, target, does);
    return effects.length > 0 ? [{ frame, doing: { target, effects } }] : [];
  });
}

function frameWith(target: DeviceTarget, does: Remedy["does"]): Frame {
  if (typeof does === "object") return { ...frameForTargets([target], null), changes: [does] };
  return frameForTargets([target], does === "heat" || does === "cool" ? "on" : does);
}

function effectsWith(frame: Frame, target: DeviceTarget, does: Remedy["does"]): readonly Effect[] {
  const { effects } = frameEffects(frame, target);
  if (!effects || effects.some((effect) => isAtEnd(effect, target))) return [];
  if (does !== "heat" && does !== "cool") return effects;
  const mode = modeFor(does, target);
  if (mode === "none") return does === "cool" ? effects : [];
  return mode === "already" ? effects : [...effects, mode];
}

/** Whether the property is already at its limit: the lamp is as bright as it can be. */
function isAtEnd(effect: Effect, { indexed }: DeviceTarget): boolean {
  return (
    effect.kind === "set" &&
    typeof effect.value === "number" &&
    indexed.device.state.get(effect.property.address)?.value === effect.value
  );
}

/** The mode that makes an air conditioner heat or cool; "none" when it has no such mode. */
function modeFor(does: "heat" | "cool", target: DeviceTarget): Effect | "none" | "already" {
  const property = propertiesOf(target).find((each) => isMode(each, does));
  const value = property?.values.find(({ description }) => describes(description, [does]))?.value;
  if (!property || value === undefined) return "none";
  const now = target.indexed.device.state.get(property.address)?.value;
  return now === value ? "already" : { kind: "set", property, value };
}

function isMode({ type, access, values }: Property, does: "heat" | "cool"): boolean {
  return type === "mode" && access.write && values.some(({ description }) => describes(description, [does]));
}
