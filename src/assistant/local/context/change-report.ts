import { clockWords, messages, packOf } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import type { PlanContext } from "../planning/index.ts";
import { deviceReplyName } from "../reply/names.ts";
import { devicesOfFrame, parseFrame } from "./last-turn.ts";

/** At most so many devices are looked up. */
const MOST = 12;
/** At most so many changes are told. */
const MOST_TOLD = 3;

/**
 * "Did you change the AC as well?", 你没动书房的灯吧: tells the last changes of the named devices, with time and cause. Without an audit
 * only this conversation is known. Null where the words name no device.
 */
export async function changeReport(
  what: string,
  { id: conversation, exchanges }: Conversation,
  context: DialogueContext,
  planning: PlanContext | null,
  timezone: string,
): Promise<LocalReply | null> {
  const devices = devicesMeant(what, context);
  if (devices.length === 0 || devices.length > MOST) return null;
  const { index, language } = context;
  const { replies } = messages(language);
  const looked = await Promise.all(
    devices.map((device) => planning?.planner.explain({ device, conversation }, language)),
  );
  const known = looked
    .flatMap((each) => (each?.cause ? [{ text: each.text, at: each.cause.at }] : []))
    .sort((a, b) => b.at - a.at);
  if (known.length > 0) {
    const told = known.slice(0, MOST_TOLD).map(({ text }) => text);
    return localReply(replies.touched(packOf(language).grammar.sentences(told)), [], []);
  }
  const names = devices.flatMap((id) => {
    const device = index.devices.get(id)?.device;
    return device ? [deviceReplyName(device, index, language)] : [];
  });
  const changed = exchanges.findLast(({ outcomes }) =>
    outcomes.some(
      ({ device, status }) => devices.includes(device) && (status === "confirmed" || status === "accepted"),
    ),
  );
  if (!changed) return localReply(replies.untouched(names), [], []);
  const time = clockWords(changed.at, context.now, timezone, language);
  return localReply(replies.touchedAt(names, time), [], []);
}

function devicesMeant(what: string, context: DialogueContext): readonly string[] {
  const frame = parseFrame(what, context);
  const { asking, values, act, places, heads, unknown } = frame;
  if (asking !== null || act !== null || values.length + unknown.length > 0 || heads.length === 0) return [];
  const placed = { ...frame, heads: heads.map((head) => (head.places.length > 0 ? head : { ...head, places })) };
  return heads.every(({ type }) => type === "it" || type === "them")
    ? context.focus.devices
    : (devicesOfFrame(placed, context) ?? []);
}
