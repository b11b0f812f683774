import { clampNumber } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { listedValue, propertyOfType } from "./listed-values.ts";

/** Seconds: of a full battery at work, of charging it whole, and of the way home. */
const WORK = 2 * 3600;
const CHARGE = 3 * 3600;
const RETURN = 30;
/** Percent at which it goes home by itself. */
const LOW = 15;

/** What it is doing. */
type RoamingState = "working" | "returning" | "charging" | "paused" | "idle";

/** What the status is called, by what it does, best first. */
const NAMES: Readonly<Record<RoamingState, readonly string[]>> = {
  working: ["Sweeping", "Mowing", "Cleaning"],
  returning: ["Go Charging", "Charging"],
  charging: ["Charging", "Go Charging"],
  paused: ["Paused", "Pause", "Idle"],
  idle: ["Idle", "Sleep", "Paused"],
};

/** The state that an action starts; other names with "start-" that are not about charging start work too. */
function started(action: string): RoamingState | null {
  if (action === "start-charge" || action === "stop-and-gocharge") return "returning";
  if (/^pause/.test(action)) return "paused";
  if (/^stop/.test(action)) return "idle";
  return /^(start|continue)-(.*-)?(sweep|sweep-mop|mop|only-sweep|mowing|room-sweep|clean)$/.test(action)
    ? "working"
    : null;
}

/** Vacuums and lawn mowers: they work, go home when the battery is low, and charge. */
export const roaming: BehaviourFactory = (device): Behaviour | null => {
  const service = device.spec.services.find(({ type }) => type === "vacuum" || type === "lawn-mower");
  const status = service && propertyOfType(service, "status");
  if (!service || !status) return null;
  const power = device.spec.services.find(({ type }) => type === "battery");
  const level = power && propertyOfType(power, "battery-level");
  const charging = power && propertyOfType(power, "charging-state");
  let charge = Number((level && device.read(level)) ?? 100);
  let away = 0;
  const statusNow = device.read(status);
  let doing = (["working", "charging", "paused", "returning"] as const).find(
    (each) => listedValue(status, ...NAMES[each]) === statusNow,
  ) as RoamingState | undefined;
  doing ??= "idle";

  const become = (next: RoamingState) => {
    doing = next;
    away = RETURN;
    const value = listedValue(status, ...NAMES[next]);
    if (value !== undefined) device.set(status, value);
    const words =
      next === "charging" ? ["Charging"] : next === "returning" ? ["Go Charging", "Not charging"] : ["Not charging"];
    const state = listedValue(charging, ...words);
    if (charging && state !== undefined) device.set(charging, state);
  };

  return {
    invoked(action) {
      const next = started(action.type);
      if (next && (action.service === service.key || action.service === power?.key)) become(next);
    },
    tick(seconds) {
      if (doing === "working") charge -= (100 * seconds) / WORK;
      if (doing === "returning") away -= seconds;
      if (doing === "charging") charge += (100 * seconds) / CHARGE;
      charge = Math.min(100, Math.max(0, charge));
      if (level) device.set(level, clampNumber(level, Math.round(charge)));
      if (doing === "working" && charge <= LOW) become("returning");
      else if (doing === "returning" && away <= 0) become("charging");
    },
  };
};
