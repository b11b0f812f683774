import type { Frame } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";
import { namesTarget } from "../senses.ts";

/** Types of properties for the own timer of a device. */
const OFF_AFTER = ["off-delay-time", "off-delay", "countdown-time"];

/** Whether a timer is that of a device and no timer of the home: "set the timer of the fan to 30 minutes", "the fan timer". */
export function isOwnTimer(items: readonly Item[]): boolean {
  const timer = items.findIndex((item) => playsRole(item, "timer"));
  if (timer < 0 || !items.some(({ measure }) => measure?.kind === "duration")) return false;
  if (items.some((item) => item.lex?.acts.some((act) => act !== "set" && act !== "turn"))) return false;
  const before = items[timer - 1];
  if (before && namesTarget(before)) return true;
  const owner = items
    .slice(timer + 2)
    .find((item) => !playsRole(item, "article") && (item.home?.rooms.length ?? 0) === 0);
  return playsRole(items[timer + 1], "of") && owner !== undefined && namesTarget(owner);
}

/** Reads the duration of a device's own timer as a property. */
export function settleOwnTimer(frame: Frame): void {
  if (frame.props.length > 0 || frame.heads.length === 0 || frame.durations.length !== 1) return;
  if (!isOwnTimer(frame.items)) return;
  frame.props.push(...OFF_AFTER);
  frame.propText = frame.items.find((item) => playsRole(item, "timer"))?.said ?? "";
}
