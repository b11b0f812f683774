import type { Property, Value } from "../../../home/index.ts";
import type { State } from "../lexicon/types.ts";
import { propertiesOf, type Target } from "./situation.ts";

/** Below this a battery is low, in percent. */
export const LOW_BATTERY = 20;
/** Descriptions of a status that mean that the work has ended. */
export const STOPPED = /^(stop|idle|complet|finish|done|standby|end)/i;
/** What is warm and what is cold in a room, in °C. */
export const WARM = 24;
export const COLD = 18;

/** Whether a target is in a state; null when it has none like it or nothing is known. */
export function inState(state: State, target: Target): boolean | null {
  const { indexed } = target;
  switch (state) {
    case "on":
      return (
        power(target) ??
        opened(target) ??
        contact(target) ??
        not(playing(target, "stopped")) ??
        running(target) ??
        not(bool(target, "locked"))
      );
    case "off":
      return not(inState("on", target));
    case "open":
      return contact(target) ?? opened(target) ?? not(bool(target, "locked")) ?? power(target);
    case "closed":
      return not(inState("open", target));
    case "locked":
      return bool(target, "locked");
    case "unlocked":
      return not(bool(target, "locked"));
    case "playing":
    case "paused":
      return playing(target, state);
    case "stopped":
      return playing(target, state) ?? listed(target, ["status", "run-status"], STOPPED);
    case "muted":
      return bool(target, "mute");
    case "occupied":
      return (
        bool(target, "motion-state") ?? listed(target, ["occupancy-status"], /has one|occupied|有人|motion|detected/i)
      );
    case "clear":
      return not(inState("occupied", target));
    case "charging":
      return listed(target, ["charging-state", "status"], /^charging|充电中/i);
    case "low": {
      const level = number(target, ["battery-level"]);
      return level === null ? null : level < LOW_BATTERY;
    }
    case "full":
      return listed(target, ["status", "water-level"], /^full/i);
    case "empty":
      return listed(target, ["status", "water-level"], /^empty/i);
    case "wet":
      return bool(target, "submersion-state");
    case "online":
      return indexed.device.online !== false;
    case "offline":
      return indexed.device.online === false;
    case "cleaning":
      return listed(target, ["status"], /sweep|mop|mow|clean/i);
    case "docked":
      return listed(target, ["status"], /charg|dock|idle/i);
    case "hot": {
      const value = number(target, ["temperature"]);
      return value === null ? null : value >= WARM;
    }
    case "cold": {
      const value = number(target, ["temperature"]);
      return value === null ? null : value <= COLD;
    }
    default:
      state satisfies never;
      return null;
  }
}

/** The property that a state is read from, for "since when" and for naming the value. */
export function stateProperty(state: State, target: Target): Property | null {
  const types: Readonly<Partial<Record<State, readonly string[]>>> = {
    low: ["battery-level"],
    hot: ["temperature"],
    cold: ["temperature"],
    locked: ["locked"],
    unlocked: ["locked"],
    open: ["current-position", "contact-state", "door-state", "locked"],
    closed: ["current-position", "contact-state", "door-state", "locked"],
    playing: ["playing-state"],
    paused: ["playing-state"],
    stopped: ["playing-state", "status", "run-status"],
    occupied: ["motion-state", "occupancy-status"],
    clear: ["motion-state", "occupancy-status"],
    wet: ["submersion-state"],
    muted: ["mute"],
    charging: ["charging-state", "status"],
    cleaning: ["status"],
    docked: ["status"],
    full: ["status", "water-level"],
    empty: ["status", "water-level"],
  };
  const wanted = types[state];
  const properties = propertiesOf(target);
  if (!wanted) return target.indexed.capabilities.power[0] ?? properties.find(({ type }) => type === "on") ?? null;
  const found = wanted.map((type) => properties.find((property) => property.type === type));
  return found.find((property) => property !== undefined) ?? null;
}

function reported({ indexed }: Target, property: Property): Value | undefined {
  return indexed.device.state.get(property.address)?.value;
}

function power(target: Target): boolean | null {
  const { capabilities } = target.indexed;
  const properties =
    target.service === null ? capabilities.power : propertiesOf(target).filter(({ type }) => type === "on");
  const readable =
    properties.length > 0
      ? properties
      : propertiesOf(target).filter(({ type, format }) => type === "on" && format === "bool");
  const values = readable.map((property) => reported(target, property)).filter((value) => typeof value === "boolean");
  if (values.length === 0) return null;
  return values.some((value) => value);
}

function opened(target: Target): boolean | null {
  const position = number(target, ["current-position"]);
  if (position !== null) return position > 0;
  const property = propertiesOf(target).find(({ type }) => type === "door-state" || type === "status");
  const value = property ? reported(target, property) : undefined;
  const description = property?.values.find((each) => each.value === value)?.description;
  if (description === undefined || !/open|clos|ajar/i.test(description)) return null;
  return /^(open|opened|opening|ajar)/i.test(description);
}

/** A contact that is closed means a door or window that is shut. */
function contact(target: Target): boolean | null {
  return not(bool(target, "contact-state"));
}

function playing(target: Target, state: "playing" | "paused" | "stopped"): boolean | null {
  const pattern = { playing: /^play/i, paused: /^pause/i, stopped: /^(stop|idle)/i }[state];
  return listed(target, ["playing-state"], pattern);
}

function running(target: Target): boolean | null {
  return listed(target, ["status"], /sweep|mow|clean|busy|running|cook|wash|work/i);
}

function bool(target: Target, type: string): boolean | null {
  const property = propertiesOf(target).find((each) => each.type === type);
  const value = property ? reported(target, property) : undefined;
  return typeof value === "boolean" ? value : null;
}

function number(target: Target, types: readonly string[]): number | null {
  const property = propertiesOf(target).find(
    ({ type, access }) => types.includes(type) && (access.read || access.notify),
  );
  const value = property ? reported(target, property) : undefined;
  return typeof value === "number" ? value : null;
}

function listed(target: Target, types: readonly string[], pattern: RegExp): boolean | null {
  const property = propertiesOf(target).find(({ type, values }) => types.includes(type) && values.length > 0);
  if (!property) return null;
  const value = reported(target, property);
  const description = property.values.find((each) => each.value === value)?.description;
  return description === undefined ? null : pattern.test(description);
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
