import type { Effect } from "../ground/situation.ts";
import type { Doing, Step } from "../plan.ts";
import { commandsOf } from "../readings/consumption.ts";

/**
 * What it would cost if a reading were not what was meant:
 * - `none`: nothing is changed
 * - `small`: undone at once
 * - `large`: heat, water, doors, many devices, plans that go on without anybody
 */
export type Risk = "none" | "small" | "large";

/** More devices than these are many. */
const MANY = 8;

/** Kinds of which a wrong command is dear. */
const DEAR = new Set([
  "lock",
  "door",
  "garage-door-opener",
  "gate",
  "valve",
  "gas-valve",
  "water-valve",
  "heater",
  "water-heater",
  "oven",
  "cooker",
  "induction-cooker",
  "kettle",
  "alarm",
]);

export function riskOf(steps: readonly Step[]): Risk {
  const doings = commandsOf(steps).flatMap((step) => step.doings);
  const devices = new Set(doings.map(({ target }) => target.indexed.device.id));
  if (devices.size > MANY || doings.some(isDear)) return "large";
  if (steps.some(({ kind }) => kind === "unplan" || kind === "remove-scene" || kind === "whenever")) return "large";
  if (steps.some((step) => step.kind === "existing" && step.request.op === "cancel")) return "large";
  return steps.every(isHarmless) ? "none" : "small";
}

function isDear({ target, effects }: Doing): boolean {
  const [kind] = target.indexed.kinds;
  return kind !== undefined && DEAR.has(kind) && effects.some((effect) => !isOff(effect));
}

function isOff(effect: Effect): boolean {
  return effect.kind === "set" && effect.property.type === "on" && effect.value === false;
}

function isHarmless(step: Step): boolean {
  switch (step.kind) {
    case "existing":
      return step.request.op === "tell";
    case "answer":
    case "ask":
    case "refuse":
    case "leave":
    case "unmet":
    case "planned":
    case "inventory":
    case "tell-scene":
    case "why":
      return true;
    default:
      return false;
  }
}
