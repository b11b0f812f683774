import { conditionWithTargets } from "../conditions/index.ts";
import type { Action, Automation, Happening, Scene, Trigger } from "../definition/index.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { mapItems, type TargetChange, withFollowed, withParts, withTarget } from "./changes.ts";

/** An automation with every target in it changed; the same object when none is. */
export function automationWithTargets(automation: Automation, change: TargetChange): Automation {
  const triggers = mapItems(automation.triggers, (trigger) => inTrigger(trigger, change));
  const conditions =
    automation.conditions && mapItems(automation.conditions, (one) => conditionWithTargets(one, change));
  const actions = mapItems(automation.actions, (action) => inAction(action, change));
  return withParts(automation, { triggers, ...(conditions && { conditions }), actions });
}

/** A scene with every target in it changed; the same object when none is. */
export function sceneWithTargets(scene: Scene, change: TargetChange): Scene {
  return withParts(scene, { steps: mapItems(scene.steps, (step) => withTarget(step, change)) });
}

function inTrigger<Part extends Trigger | Happening>(trigger: Part, change: TargetChange): Part {
  return triggerKindOf(trigger).references.withTargets(trigger, change) as Part;
}

function inAction(action: Action, change: TargetChange): Action {
  const list = (actions: Action[]): Action[] => mapItems(actions, (one) => inAction(one, change));
  switch (action.type) {
    case "set":
      return withParts(withTarget(action, change), { set: withFollowed(action.set, change) });
    case "invoke":
      return withTarget(action, change);
    case "say":
      return action.target === undefined ? action : withParts(action, { target: change(action.target) });
    case "wait-until":
      return withParts(action, { condition: conditionWithTargets(action.condition, change) });
    case "wait-for":
      return withParts(action, { trigger: inTrigger(action.trigger, change) });
    case "if":
      return withParts(action, {
        condition: conditionWithTargets(action.condition, change),
        do: list(action.do),
        ...(action.else && { else: list(action.else) }),
      });
    case "choose":
      return withParts(action, {
        options: mapItems(action.options, (option) =>
          withParts(option, { condition: conditionWithTargets(option.condition, change), do: list(option.do) }),
        ),
        ...(action.else && { else: list(action.else) }),
      });
    case "repeat":
      return withParts(action, {
        ...(action.while && { while: conditionWithTargets(action.while, change) }),
        ...(action.until && { until: conditionWithTargets(action.until, change) }),
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
