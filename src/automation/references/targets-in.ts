import type { Action, Automation, Condition, Happening, Scene, Trigger } from "../definition/index.ts";
import { kindOf } from "../triggers/index.ts";
import { bounded, changed, each, followed, type TargetChange, targeted } from "./changes.ts";

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

function inTrigger<Part extends Trigger | Happening>(trigger: Part, change: TargetChange): Part {
  return kindOf(trigger).references.withTargets(trigger, change) as Part;
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
      return changed(action, { trigger: inTrigger(action.trigger, change) });
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
