import { conditionWithTargets } from "../conditions/index.ts";
import type { Action, Automation, Happening, Scene, Trigger } from "../definition/index.ts";
import { kindOf } from "../triggers/index.ts";
import { changed, each, followed, type TargetChange, targeted } from "./changes.ts";

/** An automation with every target in it changed; the same object when none is. */
export function automationWithTargets(automation: Automation, change: TargetChange): Automation {
  const triggers = each(automation.triggers, (trigger) => inTrigger(trigger, change));
  const conditions = automation.conditions && each(automation.conditions, (one) => conditionWithTargets(one, change));
  const actions = each(automation.actions, (action) => inAction(action, change));
  return changed(automation, { triggers, ...(conditions && { conditions }), actions });
}

/** A scene with every target in it changed; the same object when none is. */
export function sceneWithTargets(scene: Scene, change: TargetChange): Scene {
  return changed(scene, { steps: each(scene.steps, (step) => targeted(step, change)) });
}

function inTrigger<Part extends Trigger | Happening>(trigger: Part, change: TargetChange): Part {
  return kindOf(trigger).references.withTargets(trigger, change) as Part;
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
      return changed(action, { condition: conditionWithTargets(action.condition, change) });
    case "wait-for":
      return changed(action, { trigger: inTrigger(action.trigger, change) });
    case "if":
      return changed(action, {
        condition: conditionWithTargets(action.condition, change),
        do: list(action.do),
        ...(action.else && { else: list(action.else) }),
      });
    case "choose":
      return changed(action, {
        options: each(action.options, (option) =>
          changed(option, { condition: conditionWithTargets(option.condition, change), do: list(option.do) }),
        ),
        ...(action.else && { else: list(action.else) }),
      });
    case "repeat":
      return changed(action, {
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
