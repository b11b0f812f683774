import type { DeviceId } from "../../../home/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { Frame, Head } from "../../../understanding/parse/frame.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { Understanding } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { type RemarkSplit, tellsOfUse } from "../../../understanding/utterance/follow-ups.ts";
import type { Focus } from "../../contract.ts";
import { plannedEffectsOf, roomIdsOf } from "../execution/plan-commands.ts";
import { devicesOfFrame, parseFrame } from "./last-turn.ts";

/**
 * The focus that a remark gives to the command beside it: "she has opened the blind, close it" is about that blind.
 * @param meant parses a text without running it
 * @returns null where the remark names nothing of the home, or the command names its own target; "unclear" where the remark names
 * no single device here, or the command would change a device that shall stay as it is
 */
export function focusFromRemark(
  { text, whole, remarks, stays }: RemarkSplit,
  context: DialogueContext,
  meant: (text: string) => Understanding,
): Focus | "unclear" | null {
  const kept = stays.flatMap((each) => devicesNamedOrMaking(each, context) ?? []);
  const touches = (said: string): boolean => devicesOf(meant(said)).some((id) => kept.includes(id));
  // "The lamp stays as it is, turn the others off" is one sentence.
  if (kept.length > 0 && touches(text) && (devicesOf(meant(whole)).length === 0 || touches(whole))) return "unclear";
  const told = remarks.filter((each) => isOfThings(each, context) && !tellsOfUse(each));
  const wanted = parseFrame(text, context);
  if (told.length === 0 || !isOfBefore(wanted) || !saysWhatToDo(wanted)) return null;
  // "Somebody left the hall light burning, switch it off" is one sentence about its own target.
  const asWhole = kept.length === 0 ? devicesOf(meant(whole)) : [];
  if (asWhole.length > 0 && asWhole.every((id) => told.some((each) => names(each, id, context)))) return null;
  if (told.some((each) => stays.includes(each))) return "unclear";
  const named = told.map((each) => devicesNamedOrMaking(each, context));
  if (named.includes(null)) return "unclear";
  const devices = [...new Set(named.flatMap((each) => each ?? []))];
  // A kind may name the device in focus: "dinner's in the oven, turn it off" after that oven.
  const before = devices.filter((id) => context.focus.devices.includes(id));
  const those = before.length > 0 ? before : devices;
  if (those.length === 0) return "unclear";
  if (those.length > 1 && before.length === 0 && !told.some((each) => isPlural(each, context))) return "unclear";
  const rooms = roomIdsOf(those.flatMap((id) => context.index.devices.get(id)?.device ?? []));
  return { devices: those, rooms, address: null, frame: null };
}

function devicesOf(meant: Understanding): readonly DeviceId[] {
  return meant.kind === "plan" ? plannedEffectsOf(meant.steps).map(({ target }) => target.indexed.device.id) : [];
}

/** The devices that words name, or that make what they name (coffee); null where the home lacks one of them. */
function devicesNamedOrMaking(text: string, context: DialogueContext): readonly DeviceId[] | null {
  const heads = parseFrame(text, context).heads.filter(isThing);
  const named = devicesOfFrame({ ...parseFrame(text, context), heads }, context);
  if (named === null) return null;
  const makers = makersIn(text, context).flatMap((kind) => [...context.index.ofKind(kind)]);
  return [...named, ...makers.map(({ device }) => device.id)];
}

/** Whether words name a device, or one of its kind. */
function names(text: string, id: DeviceId, context: DialogueContext): boolean {
  const indexed = context.index.devices.get(id);
  return parseFrame(text, context).heads.some(
    ({ devices, kinds }) => devices.includes(id) || kinds.some((kind) => indexed?.ownKinds.has(kind) === true),
  );
}

/** Whether words name a device or a kind, or what a device makes: 咖啡好了. */
function isOfThings(text: string, context: DialogueContext): boolean {
  return parseFrame(text, context).heads.some(isThing) || makersIn(text, context).length > 0;
}

function makersIn(text: string, { index }: DialogueContext): readonly string[] {
  return segmentText(normalise(text), index).flatMap(({ lex }) => lex?.makers ?? []);
}

function isThing({ type }: Head): boolean {
  return type === "devices" || type === "kind";
}

function isPlural(text: string, context: DialogueContext): boolean {
  return parseFrame(text, context).heads.some(({ plural }) => plural);
}

/** Whether a clause is about the focus: it names nothing. */
function isOfBefore({ heads, places }: Frame): boolean {
  return places.length === 0 && heads.every(({ type }) => type === "it" || type === "them");
}

function saysWhatToDo({ act, changes, values }: Frame): boolean {
  return act !== null || changes.length + values.length > 0;
}
