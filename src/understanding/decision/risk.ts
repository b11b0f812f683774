import type { Effect } from "../ground/context.ts";
import { memoizeEach } from "../memoize.ts";
import { isRiskyKind } from "../names/risky-kinds.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isNaming, namesTarget } from "../parse/senses.ts";
import type { DoStep, PlannedEffects, SentenceStep } from "../plan.ts";
import { commandStepsIn } from "../readings/unused-words.ts";
import { utteranceForms } from "../utterance/compiled-forms.ts";

/**
 * The cost of acting on a wrong interpretation:
 * - `none`: nothing changes
 * - `small`: can be undone at once
 * - `large`: heat, water, doors, many devices, plans that keep running
 */
export type Risk = "none" | "small" | "large";

/** More devices than these are many. */
const MANY = 8;

export const riskOf: (steps: readonly SentenceStep[]) => Risk = memoizeEach(judged);

function judged(steps: readonly SentenceStep[]): Risk {
  const doings = commandStepsIn(steps).flatMap((step) => step.doings);
  if (doings.some(isDear) || (doings.length > MANY && devicesOf(doings).size > MANY)) return "large";
  if (steps.some(({ kind }) => kind === "unplan" || kind === "remove-scene" || kind === "whenever")) return "large";
  if (steps.some((step) => step.kind === "existing" && step.request.op === "cancel")) return "large";
  return steps.every(isHarmless) ? "none" : "small";
}

function devicesOf(doings: readonly PlannedEffects[]): ReadonlySet<string> {
  return new Set(doings.map(({ target }) => target.indexed.device.id));
}

function isDear({ target, effects }: PlannedEffects): boolean {
  return isRiskyKind(target.indexed.ownKinds) && effects.some((effect) => !isOff(effect));
}

/**
 * Whether a command may also be a question about permission ("can I turn on the fan") or a complaint; for a costly command also
 * whether it may be a report or a question: 大门开了 reports that it is open, 把大门开了 commands it, and "can the door be
 * opened" may ask about an ability. Turning off and locking are not costly.
 * @param said all items, with the courtesy that the command is read without
 */
export function mayBeReport(steps: readonly SentenceStep[], said: readonly Item[]): boolean {
  return commandStepsIn(steps).some(({ frame, doings }) => {
    const { items } = frame;
    if (complainsOfWhatIsOff(frame, doings)) return true;
    const [first] = items;
    const before = first ? said[said.indexOf(first) - 1] : undefined;
    const text = textOf(said);
    if (utteranceForms().permissions.test(text)) return true;
    if (!doings.some(isOpening)) return false;
    if (utteranceForms().abilities.test(text) || asksWhetherItCan(said) || isSaidToSomebody(said)) return true;
    if ((before && wants(before)) || utteranceForms().wishes.lengthAt(text, 0) > 0) return false;
    return items.some((item, at) => isState(item, items.slice(0, at), said));
  });
}

/** "Tom, turn the heater on", 老婆，把车库门开一下, 小张把门打开: it addresses a person, not the assistant. */
function isSaidToSomebody(said: readonly Item[]): boolean {
  const end = said.findIndex((item) => isMark(item) || (playsRole(item, "object") && !item.grammar.spaces));
  const [first, second] = said.slice(0, Math.max(0, end));
  if (!first || end > MOST_OF_NAME) return false;
  if (!second) return isUnknown(first);
  // 小张
  return isUnknown(second) && (isUnknown(first) || (first.text.length === 1 && second.text.length === 1));
}

/** Longest name, in items. */
const MOST_OF_NAME = 2;

/** 空调温度太低, "the AC is too cold" while the AC is off: its setting can't be the cause. */
function complainsOfWhatIsOff(
  { act, changes, props, values, items }: DoStep["frame"],
  doings: readonly PlannedEffects[],
): boolean {
  if (act !== null || changes.length === 0 || values.length > 0) return false;
  if (items.some((item) => playsAnyRole(item, WANTING))) return false;
  if (!complains(textOf(items)) && (props.length === 0 || items.some((item) => playsRole(item, "little"))))
    return false;
  return doings.every(({ effects }) => effects.some((effect) => effect.kind === "set" && effect.implied === true));
}

function complains(text: string): boolean {
  const { complaints } = utteranceForms();
  for (let at = 0; at < text.length; at += 1) if (complaints.isAt(text, at)) return true;
  return false;
}

/** The corrected text in lower case. */
function textOf(said: readonly Item[]): string {
  let all = "";
  for (const { text, grammar } of said) all += grammar.spaces ? ` ${text}` : text;
  return all.trim();
}

/** 大门能打开吗: a question about an ability of the thing. */
function asksWhetherItCan(said: readonly Item[]): boolean {
  const at = said.findIndex((item) => item.grammar.asksInPlace && playsRole(item, "polite"));
  const rest = [...said.slice(0, at), ...said.slice(at + 1)];
  return at > 0 && said.slice(0, at).some(namesTarget) && !rest.some(wants);
}

/** Heat on, water on, a door open. */
function isOpening(doing: PlannedEffects): boolean {
  return (
    isDear(doing) &&
    doing.effects.every((effect) => effect.kind !== "set" || effect.value !== true || !isLocked(effect))
  );
}

function isLocked({ property }: Extract<Effect, { kind: "set" }>): boolean {
  return property.type.endsWith("locked");
}

/** Whether a word for a state follows its subject, without a word that commands. */
function isState(item: Item, before: readonly Item[], said: readonly Item[]): boolean {
  const { lex, grammar } = item;
  if (!lex || lex.states.length === 0 || !before.some(isNamed)) return false;
  // "the door opened": with a verb before it, or somebody who wants it, it is no report.
  if (grammar.spaces)
    return lex.acts.length === 0 && lex.roles.length === 0 && said.slice(0, said.indexOf(item)).every(isNaming);
  return lex.acts.length > 0 && !before.some(wants);
}

/** A thing, or its function: 暖风. */
function isNamed(item: Item): boolean {
  return namesTarget(item) || (item.lex !== null && item.lex.props.length > 0 && item.lex.acts.length === 0);
}

/** Whether an item makes it a request: 把, 能不能, 帮我. */
function wants(item: Item): boolean {
  return playsAnyRole(item, WANTING) || utteranceForms().requests.lengthAt(item.text, 0) > 0;
}

const WANTING = ["object", "polite"] as const;

function isOff(effect: Effect): boolean {
  return effect.kind === "set" && effect.property.type === "on" && effect.value === false;
}

function isHarmless(step: SentenceStep): boolean {
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
