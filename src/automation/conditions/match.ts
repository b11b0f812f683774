/** Conditions on several devices: one is enough, or each must fulfil them. */
import { z } from "zod";
import { type Device, type Home, knowledgeOf, type PropertyState } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Target } from "../definition/basics.ts";
import { knowledgeDetail, onlineDetail } from "../describe/findings.ts";
import { resolveTarget } from "../references/targets.ts";
import type { ConditionContext, ConditionResult, Truth } from "./kind.ts";

/** With several devices: whether one is enough (`any`) or it must hold for each (`all`, when left out). */
export const match = z.enum(["all", "any"]).optional();

/** The most devices whose state a trace tells one by one. */
const SHOWN = 5;

/** Whether a test holds for the devices of a condition, with its findings. */
export function matchDevices(
  condition: { readonly target: Target; readonly property?: string; readonly match?: "all" | "any" | undefined },
  { home, now }: ConditionContext,
  test: (device: Device) => Truth,
): ConditionResult {
  const devices = resolveTarget(condition.target, home);
  if (devices.length === 0) return { holds: null, detail: message("traces.noDevice") };
  const results = devices.map(test);
  const holds = condition.match === "any" ? anyOf(results) : allOf(results);
  const found = devices.slice(0, SHOWN).map((device) => foundAt(device, condition.property, home, now));
  const [only] = found;
  if (only !== undefined && devices.length === 1) return { holds, detail: only };
  return { holds, detail: message("traces.found", { found, more: devices.length > SHOWN }) };
}

function foundAt(device: Device, property: string | undefined, home: Home, now: number) {
  return property === undefined
    ? onlineDetail(device, device.online !== false, undefined)
    : knowledgeDetail(device, property, knowledgeOf(device, property, now), home);
}

/**
 * The state of a property as far as it is reliable; null while it is not known or overdue. An offline device counts
 * with its last report.
 */
export function freshState(device: Device, address: string, now: number): PropertyState | "absent" | null {
  const known = knowledgeOf(device, address, now);
  if (known.kind === "absent") return "absent";
  return known.kind === "value" && known.lapse?.reason !== "overdue" ? known.state : null;
}

/** What is not known decides nothing. */
export function allOf(results: readonly Truth[]): Truth {
  return results.includes(false) ? false : results.includes(null) ? null : true;
}

/** What is not known decides nothing. */
export function anyOf(results: readonly Truth[]): Truth {
  return results.includes(true) ? true : results.includes(null) ? null : false;
}
