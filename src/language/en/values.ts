import type { ValueReport } from "../value-reports.ts";
import { contracted, inPlace, the } from "./grammar.ts";
import { settingWords } from "./reported-changes.ts";
import { isPluralName } from "./subjects.ts";

/** The words for a status, after "is"; keyed by its description in the spec. */
const STATUSES: Readonly<Record<string, string>> = {
  alarm: "sounding the alarm",
  idle: "not running",
  standby: "on standby",
  stop: "stopped",
  stopped: "stopped",
  completed: "finished",
  complete: "finished",
  finished: "finished",
  done: "finished",
  end: "finished",
  running: "running",
  working: "running",
  busy: "running",
  washing: "washing",
  cooking: "cooking",
  sweeping: "cleaning",
  cleaning: "cleaning",
  mopping: "mopping",
  "sweeping and mopping": "cleaning and mopping",
  "go charging": "on its way back to the dock",
  "back to dock": "on its way back to the dock",
  charging: "charging",
  charged: "fully charged",
  paused: "paused",
  pause: "paused",
  fault: "showing a fault",
  error: "showing a fault",
  mowing: "mowing",
  "keep warm": "keeping warm",
  heating: "heating",
  preheat: "preheating",
  preheating: "preheating",
  parked: "parked",
  driving: "on the road",
  playing: "playing",
  off: "off",
  on: "on",
};

/** Kinds of heating devices; an idle one is called off. */
const HEATS = /^(?:oven|microwave-oven|air-fryer|cooker|pressure-cooker|induction-cooker|coffee-machine|bath-heater)$/;

/** The words for a status: "finished", "on its way back to the dock". */
export function statusWords(listed: string, value: string, kind: string): string {
  return listed === "idle" && HEATS.test(kind) ? "off" : (STATUSES[listed] ?? value);
}

/** A value as a clause, without a full stop: "it's 21.6 °C in the bedroom", "the lamp is at 40%". */
export function valueClause({ name, room, property, type, value, listed, kind, ambient }: ValueReport): string {
  const who = the(name);
  const place = room === null ? "" : ` ${inPlace(room)}`;
  const several = isPluralName(name);
  const [is, has] = several ? ["are", "have"] : ["is", "has"];
  if (ambient && room !== null) {
    if (/temperature$/.test(type)) return `it's ${value}${place}`;
    return `${/^(pm|co2|tvoc)/i.test(property) ? property.toUpperCase() : `the ${property}`}${place} is ${value}`;
  }
  const words = { type, property, value };
  switch (type) {
    case "on":
      return `${who} ${is} ${value}`;
    case "status":
    case "run-status":
    case "charging-state":
    case "playing-state":
    case "door-state":
      return contracted(`${who} ${is} ${statusWords(listed, value, kind)}`);
    case "target-temperature":
    case "mode":
      return `${who} ${is} set to ${settingWords(words)}`;
    case "brightness":
      return `${who} ${is} at ${value}`;
    case "color":
    case "color-temperature":
      return `${who} ${is} ${value}`;
    case "current-position":
    case "target-position":
      if (kind === "airer")
        return `${who} ${is} ${value === "0%" ? "down" : value === "100%" ? "up" : `${value} of the way up`}`;
      return value === "0%"
        ? `${who} ${is} closed`
        : value === "100%"
          ? `${who} ${is} fully open`
          : `${who} ${is} ${value === "50%" ? "half" : value} open`;
    case "battery-level":
      return `${who} ${has} ${value} battery left`;
    case "volume":
      return `${who} ${is} at ${value} volume`;
    case "temperature":
      return `${who} ${is} at ${value}`;
    case "fault":
      return /^no /.test(listed)
        ? `${who} ${several ? "show" : "shows"} no faults`
        : `${who} ${several ? "show" : "shows"} a fault: ${value}`;
    case "left-time":
      return `${who} ${has} ${value} left`;
    case "electric-power":
      return `${who} ${is} drawing ${value}`;
    case "power-consumption":
      return `${who} ${has} used ${value}`;
    case "filter-life-level":
      return `the filter of ${who} ${has} ${value} left`;
    default: {
      // "The fan speed of the fan is 3" would repeat the kind.
      if (type === "fan-level" && /\bfan$/i.test(name) && /^(?:level )?\d+$/.test(value))
        return `${who} ${is} on speed ${value.replace("level ", "")}`;
      const be = isPluralName(property) ? "are" : "is";
      return `the ${property} of ${who} ${be} ${value.replace(/^level (\d+)$/, "$1")}`;
    }
  }
}
