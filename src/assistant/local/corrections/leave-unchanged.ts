import type { DeviceState } from "../../../language/index.ts";
import { messages, packOf } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import { isInState, OPPOSITES } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import type { LocalReply } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import { targetName } from "../reply/names.ts";

/** The state of a device after an act: "leave it on". Keyed by act. */
export const STATE_AFTER_ACT: Readonly<Partial<Record<Act, DeviceState>>> = {
  on: "on",
  off: "off",
  open: "open",
  close: "closed",
};
/** At most so many devices are told with their states. */
const MOST = 4;

/**
 * The reply to a request to leave devices as they are: "OK, I'll leave it". Where a device is not in the state that the words
 * presume, the reply tells its state instead.
 */
export function leaveReply(
  targets: readonly DeviceTarget[],
  wanted: DeviceState | null,
  context: DialogueContext,
): LocalReply {
  const { index, language } = context;
  const { answers, replies } = messages(language);
  const opposite = wanted === null ? undefined : OPPOSITES[wanted];
  const each = [...new Map(targets.map((target) => [target.indexed.device.id, target])).values()];
  const otherwise = wanted === null ? [] : each.filter((target) => isInState(wanted, target) === false);
  if (opposite === undefined || otherwise.length === 0 || otherwise.length > MOST)
    return localReply(replies.leave, [], []);
  const told = otherwise.map((target) =>
    answers.is(targetName(target, index, language), answers.stateText(opposite, true)),
  );
  return localReply(packOf(language).grammar.sentences(told), [], []);
}

/** The same reply for a negated sentence: "leave the TV off", 别关落地灯. */
export function negatedReply(frames: readonly Frame[], context: DialogueContext): LocalReply {
  const [frame, ...others] = frames.filter(({ negated }) => negated);
  if (frame === undefined || others.length > 0) return leaveReply([], null, context);
  const { act, except, leaving } = frame;
  const heads = [...except.heads, ...frame.heads];
  const wanted = leaving && act !== null ? (STATE_AFTER_ACT[act] ?? null) : presumedState(null, act);
  const named = heads.length > 0 ? heads.flatMap((head) => selectTargets(head, context, () => true).targets ?? []) : [];
  return leaveReply(heads.length > 0 ? named : similarInPlaces(frame, context), wanted, context);
}

/** The state that words presume: the one that shall stay, or the opposite of what an act would make. */
export function presumedState(state: DeviceState | null, act: Act | null): DeviceState | null {
  const after = act === null ? undefined : STATE_AFTER_ACT[act];
  return state ?? (after === undefined ? null : (OPPOSITES[after] ?? null));
}

/** The devices in the places of a frame that are of the one kind in focus: 厨房的别关. */
export function similarInPlaces({ places }: Frame, { index, focus }: DialogueContext): readonly DeviceTarget[] {
  const kinds = new Set(focus.devices.flatMap((id) => index.devices.get(id)?.device.spec.kind ?? []));
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) return [];
  const rooms = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  return rooms
    .flatMap((room) => [...index.inRoom(room)])
    .filter(({ device }) => device.spec.kind === kind)
    .map((indexed) => ({ indexed, service: null }));
}
