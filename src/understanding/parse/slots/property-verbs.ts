import type { Frame } from "../frame.ts";
import { playsRole } from "../items.ts";

/**
 * Completes a property that is named by a verb: 风扇摇头, "make the fan oscillate" turn it on, and a negation turns it off:
 * 别摇头了.
 */
export function settlePropertyVerb(frame: Frame): void {
  const { act, items, props, values, changes } = frame;
  if (props.length === 0 || values.length + changes.length > 0 || !items.some((item) => playsRole(item, "doing")))
    return;
  const open = act === null || act === "set" || act === "turn";
  if (frame.negated && (open || act === "start")) {
    frame.negated = false;
    frame.act = "off";
  } else if (open && frame.heads.length > 0) frame.act = "on";
}
