import type { Target } from "../definition/basics.ts";

/**
 * Merges neighbouring steps that are alike into one for all of their devices.
 * @param key what makes steps alike, such as their values, or their words ("open the blind and the curtains", though
 * each is opened by a property of its own); null for a step that stays alone
 */
export function mergeAlike<Step extends object>(steps: readonly Step[], key: (step: Step) => string | null): Step[] {
  const result: Step[] = [];
  let last: string | null = null;
  for (const step of steps) {
    const alike = key(step);
    const before = result.at(-1);
    const devices = new Set(before && alike !== null && alike === last ? [before, step].flatMap(devicesOf) : []);
    if (before && devices.size > 1) result[result.length - 1] = { ...before, target: { devices: [...devices] } };
    else if (devices.size === 0) result.push(step);
    // Targets by room or kind are not merged.
    last = devicesOf(step).length > 0 ? alike : null;
  }
  return result;
}

function devicesOf(step: { readonly target?: Target }): readonly string[] {
  const { target } = step;
  if (typeof target === "string") return [target];
  return target && "devices" in target ? target.devices : [];
}
