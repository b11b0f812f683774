import type {
  Action,
  ActionOf,
  Automation,
  Condition,
  Happening,
  Scene,
  Target,
  Trigger,
  TriggerOf,
} from "../definition/index.ts";
import { isValueOf } from "../value-of.ts";

/** What becomes of a target; the same object where nothing changes. */
export type TargetChange = (target: Target) => Target;

type DeviceTrigger = TriggerOf<"property" | "numeric" | "event" | "availability">;

/** An automation with every target in it changed; the same object when none is. */
export function automationWithTargets(automation: Automation, change: TargetChange): Automation {
  const triggers = each(automation.triggers, (trigger) => inTrigger(trigger, change));
  const conditions = automation.conditions && each(automation.conditions, (one) => inCondition(one, change));
  const actions = each(automation.actions, (action) => inAction(action, change));
  return changed(automation, { triggers, ...(conditions && { conditions }), actions });
}

/** A scene with every target in it changed; the same object when none is. */
export function sceneWithTargets(scene: Scene, change: TargetChange): Scene {
  return changed(scene, { steps: each(scene.steps, (step) => targeted(step, change)) });
}

function inHappening<Part extends Happening | DeviceTrigger>(trigger: Part, change: TargetChange): Part {
  return bounded(targeted(trigger, change), change);
}

function inTrigger(trigger: Trigger, change: TargetChange): Trigger {
  switch (trigger.type) {
    case "numeric":
    case "property":
    case "event":
    case "availability":
      return inHappening(trigger, change);
    case "cron":
    case "time":
    case "sun":
    case "once":
    case "interval":
    case "scene":
    case "webhook":
    case "mqtt":
    case "startup":
    case "mode":
    case "presence":
      return trigger;
    default:
      return trigger satisfies never;
  }
}

function inCondition(condition: Condition, change: TargetChange): Condition {
  switch (condition.type) {
    case "all":
    case "any":
      return changed(condition, { of: each(condition.of, (one) => inCondition(one, change)) });
    case "not":
      return changed(condition, { of: inCondition(condition.of, change) });
    case "numeric":
      return bounded(targeted(condition, change), change);
    case "state":
    case "quiet":
    case "availability":
      return targeted(condition, change);
    case "time":
    case "date":
    case "weekday":
    case "sun":
    case "mode":
    case "presence":
      return condition;
    default:
      return condition satisfies never;
  }
}

function inAction(action: Action, change: TargetChange): Action {
  const list = (actions: Action[]): Action[] => each(actions, (one) => inAction(one, change));
  switch (action.type) {
    case "set":
      return changed(targeted(action, change), { set: followed(action.set, change) });
    case "invoke":
      return targeted(action, change);
    case "say":
      return action.target === undefined ? action : changed(action, { target: change(action.target) });
    case "wait-until":
      return changed(action, { condition: inCondition(action.condition, change) });
    case "wait-for":
      return changed(action, { trigger: inHappening(action.trigger, change) });
    case "if":
      return changed(action, {
        condition: inCondition(action.condition, change),
        do: list(action.do),
        ...(action.else && { else: list(action.else) }),
      });
    case "choose":
      return changed(action, {
        options: each(action.options, (option) =>
          changed(option, { condition: inCondition(option.condition, change), do: list(option.do) }),
        ),
        ...(action.else && { else: list(action.else) }),
      });
    case "repeat":
      return changed(action, {
        ...(action.while && { while: inCondition(action.while, change) }),
        ...(action.until && { until: inCondition(action.until, change) }),
        actions: list(action.actions),
      });
    case "scene":
    case "wait":
    case "stop":
    case "notify":
    case "mode":
      return action;
    default:
      return action satisfies never;
  }
}

function targeted<Part extends { readonly target: Target }>(part: Part, change: TargetChange): Part {
  const target = change(part.target);
  return target === part.target ? part : { ...part, target };
}

/** Bounds that follow other devices, with these changed; the same object where none does. */
function bounded<Part extends object>(part: Part, change: TargetChange): Part {
  const { above, below }: { readonly above?: unknown; readonly below?: unknown } = part;
  const after = { above: follows(above, change), below: follows(below, change) };
  if (after.above === above && after.below === below) return part;
  return {
    ...part,
    ...(above !== undefined && { above: after.above }),
    ...(below !== undefined && { below: after.below }),
  };
}

/** Values that follow other devices, with these changed; the same object when none is. */
function followed(set: ActionOf<"set">["set"], change: TargetChange): ActionOf<"set">["set"] {
  const after = Object.entries(set).map(([address, value]) => [address, follows(value, change)] as const);
  return after.every(([address, value]) => value === set[address]) ? set : Object.fromEntries(after);
}

function follows<Given>(given: Given, change: TargetChange): Given {
  if (!isValueOf(given) || given.of === undefined) return given;
  const of = change(given.of);
  return of === given.of || typeof of !== "string" ? given : { ...given, of };
}

/** The same list when every item is the same. */
function each<Item>(items: Item[], change: (item: Item) => Item): Item[] {
  const after = items.map(change);
  return after.every((item, index) => item === items[index]) ? items : after;
}

/** The same object when every part is the same. */
function changed<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  const differs = (Object.keys(parts) as (keyof Whole)[]).some((key) => parts[key] !== whole[key]);
  return differs ? { ...whole, ...parts } : whole;
}
