import { actionsWithTargets } from "../actions/index.ts";
import { conditionWithTargets } from "../conditions/index.ts";
import type { Automation, Scene } from "../definition/index.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { mapItems, type TargetChange, withParts, withTarget } from "./changes.ts";

/** An automation with every target in it changed; the same object when none is. */
export function automationWithTargets(automation: Automation, change: TargetChange): Automation {
  const triggers = mapItems(automation.triggers, (trigger) =>
    triggerKindOf(trigger).references.withTargets(trigger, change),
  );
  const conditions =
    automation.conditions && mapItems(automation.conditions, (one) => conditionWithTargets(one, change));
  const actions = actionsWithTargets(automation.actions, change);
  return withParts(automation, { triggers, ...(conditions && { conditions }), actions });
}

/** A scene with every target in it changed; the same object when none is. */
export function sceneWithTargets(scene: Scene, change: TargetChange): Scene {
  return withParts(scene, { steps: mapItems(scene.steps, (step) => withTarget(step, change)) });
}
