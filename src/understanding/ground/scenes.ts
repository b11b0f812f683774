import { segmentText } from "../parse/segment.ts";
import { readFrame } from "../parse/slots/read.ts";
import type { SentenceStep } from "../plan.ts";
import type { DialogueContext } from "./context.ts";
import { roomsOf } from "./places.ts";
import { frameTargets } from "./planning.ts";

/**
 * Saves the current states as a scene. Null when the words are not understood.
 * @param of words for what is saved ("the lights", "the bedroom"); empty: the speaker's room, or the whole home where that
 * is not known
 */
export function keepStep(name: string, of: string, context: DialogueContext): SentenceStep | null {
  const { index, room } = context;
  const everywhere = index.rooms.map(({ id }) => ({ room: id }));
  const here = room === null ? everywhere : [{ room }];
  if (of === "") return here.length > 0 ? { kind: "keep-scene", name, targets: here } : null;
  const items = segmentText(of, index);
  const frame = readFrame(items, index, true);
  const more = frame.values.length + frame.changes.length + frame.props.length + frame.unknown.length;
  if (more > 0 || frame.blocked || frame.durations.length > 0) return null;
  if (frame.heads.length === 0) {
    if (frame.places.length === 0) return null;
    const rooms = roomsOf(frame.places, context);
    if (rooms.refusal) return { kind: "refuse", refusal: rooms.refusal };
    return { kind: "keep-scene", name, targets: rooms.ids ? [...rooms.ids].map((id) => ({ room: id })) : everywhere };
  }
  if (frame.heads.every(({ type }) => type === "everything") && frame.places.length === 0)
    return { kind: "keep-scene", name, targets: here };
  // A scene holds whole devices, so the lamp inside a fan is not saved.
  const whole = frameTargets(frame, context).filter(({ service }) => service === null);
  const near = whole.filter(({ indexed }) => indexed.device.room?.id === room);
  const placed = frame.heads.some(({ places, type }) => places.length > 0 || type === "devices");
  const devices = (placed || near.length === 0 ? whole : near).map(({ indexed }) => indexed.device.id);
  return devices.length > 0 ? { kind: "keep-scene", name, targets: [{ devices: [...new Set(devices)] }] } : null;
}
