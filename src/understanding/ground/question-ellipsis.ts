import { emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { focusTargets } from "./candidates.ts";
import type { DialogueContext } from "./context.ts";
import { MAIN_SETTINGS, rangeLimit } from "./limits.ts";
import { roomsOf } from "./places.ts";
import { checkState } from "./states.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";

/** Whether the frame names nothing: it has no head, or only "it" and "them". */
export function isUnnamed({ heads }: Frame): boolean {
  return heads.every(({ type, ordinals }) => (type === "it" || type === "them") && ordinals.length === 0);
}

/**
 * Whether the focus lies in the places of the frame: "how warm is it in the study" asks about the study, not about a device
 * elsewhere.
 */
export function isThere({ heads, places }: Frame, context: DialogueContext): boolean {
  const said = [...places, ...heads.flatMap((head) => head.places)];
  if (said.length === 0) return true;
  const { ids } = roomsOf(said, context);
  return focusTargets(context).some(
    ({ indexed: { device } }) => device.room !== null && ids?.has(device.room.id) === true,
  );
}

/**
 * Fills what a question leaves out from the focus: 开了吗, "is that half", "are the curtains closed" after those of one room.
 */
export function completeFromFocus(frame: Frame, context: DialogueContext): void {
  const known = focusTargets(context);
  if (known.length === 0) return;
  ofWhatWasSet(frame, context, known);
  if (frame.heads.length === 0 && isStateAlone(frame)) {
    const able = known.some((target) => frame.states.some((state) => checkState(state, target).kind !== "absent"));
    if (able) frame.heads = [{ ...emptyHead(), type: "them", plural: known.length > 1 }];
    return;
  }
  const [head, ...others] = frame.heads;
  if (head && others.length === 0 && isKindOf(head, frame, known, context))
    frame.heads = [
      { ...head, type: "devices", devices: known.map(({ indexed }) => indexed.device.id), kinds: [], definite: true },
    ];
}

/** Whether the frame only asks about a state, without a place, a property or a word for all. */
function isStateAlone({ asking, states, places, props, values, items }: Frame): boolean {
  if (asking !== "polar" || states.length === 0) return false;
  if (places.length + props.length + values.length > 0) return false;
  return !items.some(({ lex }) => lex?.roles.some((role) => ABOUT_ALL.has(role)));
}

const ABOUT_ALL: ReadonlySet<string> = new Set([
  "all",
  "every",
  "everything",
  "any",
  "anyAtAll",
  "allOfThem",
  "isThereAny",
  "there_is",
]);

/** Whether the head is a bare word for the kind of the devices in focus, and nothing says that others are meant. */
function isKindOf(head: Head, frame: Frame, known: readonly DeviceTarget[], { index }: DialogueContext): boolean {
  if (frame.asking !== "polar" && frame.asking !== "all" && frame.asking !== "value") return false;
  if (head.type !== "kind" || head.places.length + frame.places.length > 0 || head.modifiers.length > 0) return false;
  if (head.quantifier !== null || head.count !== null || head.ordinals.length > 0) return false;
  if (frame.items.some(({ lex }) => lex?.roles.some((role) => ABOUT_ALL.has(role)))) return false;
  if (head.plural && !head.definite) return false;
  if (known.some(({ service }) => service !== null)) return false;
  return known.every(({ indexed }) => head.kinds.some((kind) => index.isKind(indexed, kind) === "own"));
}

/**
 * Handles "is that half?" and 是最亮吗: completes the frame with the devices in focus. The value is about the property of the
 * focus, or else about the first main setting that can have it.
 */
function ofWhatWasSet(frame: Frame, { focus }: DialogueContext, known: readonly DeviceTarget[]): void {
  const { asking, values, props, states, places } = frame;
  const [value, ...others] = values;
  if (asking !== "polar" || !value || others.length + props.length + states.length + places.length > 0) return;
  if (!isUnnamed(frame) || frame.above || frame.below) return;
  const level = value.level === "max" || value.level === "min" ? value.level : null;
  if (!value.half && level === null && value.quantity === null) return;
  for (const target of known) {
    const able = propertiesOf(target).filter(
      ({ access, range }) => access.write && (access.read || access.notify) && range !== null,
    );
    const property =
      able.find(({ address }) => address === focus.address) ??
      MAIN_SETTINGS.flatMap((type) => able.find((each) => each.type === type) ?? [])[0];
    if (!property?.range) continue;
    const most = level === null ? null : rangeLimit(property, level === "max" ? "most" : "least");
    const wanted = value.half ? property.range.max / 2 : typeof most === "number" ? most : null;
    frame.props = [property.type];
    frame.heads = [{ ...emptyHead(), type: "them", plural: known.length > 1 }];
    if (wanted !== null)
      frame.values = [{ ...value, listed: [], level: null, quantity: { value: wanted, unit: null } }];
    return;
  }
}
