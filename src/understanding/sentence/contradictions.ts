import type { Step } from "../plan.ts";

/**
 * Whether one thing would be set to two values at once: "no, lower, 10" is no list of commands. What is said of many things
 * first may be said otherwise of one of them.
 */
export function contradicts(steps: readonly Step[]): boolean {
  /** Values set so far, keyed by device and address. */
  const set = new Map<string, unknown>();
  for (const step of steps) {
    if (step.kind !== "do" || step.doings.length !== 1) continue;
    for (const { target, effects } of step.doings)
      for (const effect of effects) {
        if (effect.kind !== "set" || typeof effect.value === "boolean") continue;
        const key = `${target.indexed.device.id} ${effect.property.address}`;
        if (set.has(key) && set.get(key) !== effect.value) return true;
        set.set(key, effect.value);
      }
  }
  return false;
}
