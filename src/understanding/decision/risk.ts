import type { Effect } from "../ground/situation.ts";
import { type Item, isAny } from "../parse/items.ts";
import { namesTarget } from "../parse/senses.ts";
import type { Doing, Step } from "../plan.ts";
import { commandsOf } from "../readings/consumption.ts";
import { utteranceForms } from "../utterance/forms.ts";

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

/**
 * Whether a dear command may as well be a report: 大门开了 tells that it is open, where 把大门开了 wants it so. What is turned
 * off or locked is not dear.
 * @param said all that was said, with the courtesy that a command is read without
 */
export function mayBeReport(steps: readonly Step[], said: readonly Item[]): boolean {
  return commandsOf(steps).some(({ frame: { items }, doings }) => {
    const [first] = items;
    const before = first ? said[said.indexOf(first) - 1] : undefined;
    if (!doings.some(isOpening) || (before && wants(before))) return false;
    return items.some((item, at) => isState(item, items.slice(0, at)));
  });
}

/** Heat on, water on, a door open. */
function isOpening(doing: Doing): boolean {
  return (
    isDear(doing) &&
    doing.effects.every((effect) => effect.kind !== "set" || effect.value !== true || !isLocked(effect))
  );
}

function isLocked({ property }: Extract<Effect, { kind: "set" }>): boolean {
  return property.type.endsWith("locked");
}

/** A word for a state behind what it is said of, without a word for what is to be done to it. */
function isState({ lex, grammar }: Item, before: readonly Item[]): boolean {
  if (grammar.spaces || !lex || lex.states.length === 0 || lex.acts.length === 0) return false;
  return before.some(namesTarget) && !before.some(wants);
}

/** 把, 能不能, 帮我: not the 了 that ends what was told before. */
function wants(item: Item): boolean {
  return isAny(item, WANTING) || utteranceForms().requests.lengthAt(item.text, 0) > 0;
}

const WANTING = ["object", "polite"] as const;

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
