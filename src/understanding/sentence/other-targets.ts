import { extendedFocusTargets } from "../ground/candidates.ts";
import type { DialogueContext } from "../ground/context.ts";
import { emptyHead, type Frame } from "../parse/frame.ts";
import { playsRole } from "../parse/items.ts";
import type { SentenceStep } from "../plan.ts";
import { placeOfStep } from "./shared-places.ts";

/**
 * Reads "the other one" against the clause before: "the floor lamp to 30, the other one to 50". Sets the head if the focus
 * holds the others; returns the context to read the clause in.
 */
export function besideLast(frame: Frame, last: SentenceStep | null, context: DialogueContext): DialogueContext {
  const [head, ...others] = frame.heads;
  if (last?.kind !== "do" || head?.type !== "other" || others.length > 0) return context;
  const before = [...new Set(last.doings.map(({ target }) => target.indexed.device.id))];
  const known = extendedFocusTargets(context).map(({ indexed }) => indexed.device.id);
  const rest = known.filter((id) => !before.includes(id));
  if (rest.length > 0 && before.every((id) => known.includes(id))) {
    if (head.plural || rest.length === 1)
      frame.heads = [{ ...emptyHead(), type: "devices", devices: rest, plural: rest.length > 1 }];
    return context;
  }
  return { ...context, focus: { ...context.focus, devices: before, with: [] } };
}

/** Whether a clause excludes what was named before it: "the other lights", 别的灯. */
export function saysOthers({ items }: Frame): boolean {
  return items.some((item) => playsRole(item, "other"));
}

/**
 * Excludes the targets of the clause before, and takes its room: "just the floor lamp on in here, all the other lights off".
 */
export function excludeLastTargets(
  frame: Frame,
  before: Frame | undefined,
  last: SentenceStep | null,
  context: DialogueContext,
): void {
  const [head, ...more] = frame.heads;
  if (last?.kind !== "do" || !before || frame.asking !== null || !saysOthers(frame)) return;
  if (head?.type !== "kind" || more.length > 0 || head.ordinals.some((role) => role !== "other")) return;
  const devices = [...new Set(last.doings.map(({ target }) => target.indexed.device.id))];
  frame.except.heads.push({ ...emptyHead(), type: "devices", devices, plural: devices.length > 1 });
  if (frame.places.length + head.places.length > 0) return;
  const placed = before.places.length > 0 || before.heads.some(({ places }) => places.length > 0);
  const places = placed ? placeOfStep(last, context) : [];
  if (places.length > 0) frame.heads = [{ ...head, places }];
}
