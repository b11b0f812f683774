import { message } from "../../language/index.ts";
import { type Action, type Automation, everyAction } from "../definition/index.ts";
import type { Problem } from "../port.ts";

/**
 * A circle of automations in which each activates a scene that triggers the next, whatever the state of the home: found
 * when it is saved. Circles by way of a device's state are found when they happen (the loop guard). null when there is none.
 */
export function sceneCycle(automation: Automation, others: Iterable<Automation>): string[] | null {
  const all = [automation, ...[...others].filter(({ id }) => id !== automation.id)];
  /** Automations that a scene triggers, keyed by scene. */
  const triggered = new Map<string, Automation[]>();
  for (const each of all) {
    if (each.enabled === false && each !== automation) continue;
    for (const trigger of each.triggers) {
      if (trigger.type === "scene") triggered.set(trigger.scene, [...(triggered.get(trigger.scene) ?? []), each]);
    }
  }
  const visited = new Set<string>();
  const walk = (from: Automation, path: readonly string[]): string[] | null => {
    for (const scene of scenesOf(from.actions)) {
      for (const next of triggered.get(scene) ?? []) {
        if (next.id === automation.id) return [...path, next.id];
        if (visited.has(next.id)) continue;
        visited.add(next.id);
        const cycle = walk(next, [...path, next.id]);
        if (cycle) return cycle;
      }
    }
    return null;
  };
  return walk(automation, [automation.id]);
}

/** The problem that a circle is. */
export function cycleProblem(field: string, cycle: readonly string[]): Problem {
  return {
    field,
    value: cycle.join(" → "),
    message: message("problems.circle"),
    fix: message("problems.breakCircle"),
  };
}

/** Ids of the scenes that actions activate. */
export function scenesOf(actions: readonly Action[]): string[] {
  return everyAction(actions).flatMap((action) => (action.type === "scene" ? [action.scene] : []));
}

/** Whether an automation activates a scene, or is triggered by it. */
export function usesScene({ actions, triggers }: Automation, scene: string): boolean {
  return scenesOf(actions).includes(scene) || triggers.some((each) => each.type === "scene" && each.scene === scene);
}
