import { message } from "../../language/index.ts";
import { scenesOf } from "../actions/index.ts";
import type { Automation } from "../definition/index.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { inTurns } from "../turns.ts";
import type { DefinitionProblem } from "./problems.ts";

/**
 * The automations that scenes trigger. Finds circles in which each automation activates a scene that triggers the
 * next, whatever the state of the home. Circles by way of a device's state are found when they happen, by the loop
 * guard.
 */
export class SceneTriggers {
  /** Automations that a scene triggers, keyed by scene id. */
  readonly #triggered = new Map<string, Automation[]>();

  constructor(automations: readonly Automation[]) {
    for (const each of automations) {
      for (const scene of triggeringScenes(each)) {
        const known = this.#triggered.get(scene);
        if (known) known.push(each);
        else this.#triggered.set(scene, [each]);
      }
    }
  }

  /**
   * The circle that begins and ends at an automation, which takes the place of the saved one with its id; null when
   * there is none. Automations that are switched off close no circle.
   */
  cycle(automation: Automation): string[] | null {
    const own = new Set(triggeringScenes(automation));
    if (own.size === 0) return null;
    const visited = new Set<string>();
    const walk = (from: Automation, path: readonly string[]): string[] | null => {
      for (const scene of scenesOf(from.actions)) {
        if (own.has(scene)) return [...path, automation.id];
        for (const next of this.#triggered.get(scene) ?? []) {
          if (next.id === automation.id || next.enabled === false || visited.has(next.id)) continue;
          visited.add(next.id);
          const cycle = walk(next, [...path, next.id]);
          if (cycle) return cycle;
        }
      }
      return null;
    };
    return walk(automation, [automation.id]);
  }
}

/** A lookup without automations. */
export const NO_TRIGGERS = new SceneTriggers([]);

/** The problem of a circle. */
export function cycleProblem(field: string, cycle: readonly string[]): DefinitionProblem {
  return {
    field,
    value: cycle.join(" → "),
    message: message("problems.circle"),
    fix: message("problems.breakCircle"),
  };
}

/** The problems of circles that the automations of a file close, among themselves or with `others`. */
export async function cycleProblems(
  automations: readonly Automation[],
  others: readonly Automation[],
  signal: AbortSignal,
): Promise<DefinitionProblem[]> {
  const triggers = new SceneTriggers([...automations, ...others]);
  const found = await inTurns(automations, signal, (automation, index): DefinitionProblem[] => {
    const cycle = triggers.cycle(automation);
    return cycle ? [cycleProblem(`automations[${index}].triggers`, cycle)] : [];
  });
  return found.flat().slice(0, 1);
}

/** Whether an automation activates a scene, or is triggered by it. */
export function usesScene(automation: Automation, scene: string): boolean {
  return scenesOf(automation.actions).includes(scene) || triggeringScenes(automation).includes(scene);
}

/** Ids of the scenes that start an automation. */
function triggeringScenes({ triggers }: Automation): string[] {
  return triggers.flatMap((trigger) => triggerKindOf(trigger).references.scenes(trigger));
}
