import type { Target } from "../definition/index.ts";

/**
 * Neighbours that are told in the same words, as one about all of their devices: "open the blind and the curtains", though
 * each is opened by a property of its own. `key`: the words; null for what stands alone.
 */
export function pooled<Step extends object>(steps: readonly Step[], key: (step: Step) => string | null): Step[] {
  const result: Step[] = [];
  let last: string | null = null;
  for (const step of steps) {
    const words = key(step);
    const before = result.at(-1);
    const devices = before && words !== null && words === last ? [...devicesOf(before), ...devicesOf(step)] : [];
    if (before && devices.length > 1) result[result.length - 1] = { ...before, target: { devices } };
    else result.push(step);
    // Groups by room or kind keep a clause of their own.
    last = devicesOf(step).length > 0 ? words : null;
  }
  return result;
}

function devicesOf(step: { readonly target?: Target }): readonly string[] {
  const { target } = step;
  if (typeof target === "string") return [target];
  return target && "devices" in target ? target.devices : [];
}
