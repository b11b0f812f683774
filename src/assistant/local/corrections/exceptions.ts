import type { DeviceState } from "../../../language/index.ts";
import { messages } from "../../../language/index.ts";
import { wholeTargets } from "../../../understanding/ground/candidates.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import { emptyFrame, type Head } from "../../../understanding/parse/frame.ts";
import {
  actReachingState,
  areOppositeActs,
  areSimilarActs,
  isClosingAct,
} from "../../../understanding/parse/opposite-acts.ts";
import type { Objection } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalResult } from "../../contract.ts";
import { restoreEarlierUndo } from "../../conversation-focus.ts";
import { outcomeSentences } from "../../replies/outcomes.ts";
import { pickDevices } from "../answers/pick-options.ts";
import { headOf } from "../context/focus.ts";
import { devicesOfFrame, didUndoableLastTurn, didUndoableLately, lastFrame, parseFrame } from "../context/last-turn.ts";
import { roomIdsOf } from "../execution/plan-commands.ts";
import { localReply, revertOutcomes } from "../execution/undo.ts";
import { leaveReply, presumedState, STATE_AFTER_ACT, similarInPlaces } from "./leave-unchanged.ts";
import type { CorrectionContext } from "./replace.ts";

/** An approval refers to commands of the last so many turns. */
const APPROVED_WITHIN = 3;

/**
 * "Yeah, the one in here stays off", 对，客厅那盏亮着就好: leaves devices that are in this state, and reverts a change against it. Null
 * where nothing was done just now.
 */
export async function confirmState(
  { what, state }: Extract<Objection, { kind: "approve" }>,
  context: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = context.request;
  const now = context.dialogue();
  const lately = conversation.exchanges.slice(-APPROVED_WITHIN).flatMap(({ outcomes }) => outcomes);
  const picked = pickDevices(what, [...new Set(lately.map(({ device }) => device))], now);
  const targets = wholeTargets(picked.length > 0 ? picked : (devicesOfFrame(parseFrame(what, now), now) ?? []), now);
  // "Stays" commands no change; a device in another state is told.
  if (targets.length === 0)
    return conversation.exchanges.at(-1)?.outcomes.length
      ? localReply(messages(now.language).replies.leave, [], [])
      : null;
  if (picked.length === 0)
    return conversation.exchanges.at(-1)?.outcomes.length ? leaveReply(targets, state, now) : null;
  const isSo = targets.every((target) => isInState(state, target) === true);
  const against = isSo ? null : await spareTargets({ kind: "spare", what, state, act: null }, context);
  return against ?? leaveReply(targets, state, now);
}

/**
 * "Leave the counter light on", "not in the kitchen", 走廊的别关, right after a command to several devices: reverts it on the named
 * ones. Devices that the command did not change are left as they are.
 */
export async function spareTargets(
  { what, state, act, to }: Extract<Objection, { kind: "spare" }>,
  { home, request, dialogue, run }: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const last = lastFrame(conversation)?.act ?? null;
  if (!didUndoableLately(conversation)) return null;
  if (last === null || !isAgainst(last, state, act))
    return await sparedOfMany({ what, state, act }, { home, request, dialogue });
  if (!didUndoableLastTurn(conversation)) return null;
  const now = dialogue();
  const frame = parseFrame(what, now);
  const more = frame.values.length + frame.changes.length + frame.props.length + frame.durations.length;
  if (more > 0 || frame.act !== null || frame.asking !== null || frame.also || frame.untimed) return null;
  const outcomes = conversation.exchanges.at(-1)?.outcomes ?? [];
  const devices = [...new Set(outcomes.map(({ device }) => device))];
  const picked = pickDevices(what, devices, now);
  const { heads, places } = frame;
  if (heads.some(({ type, ordinals }) => PRONOUNS.has(type) && ordinals.length === 0)) return null;
  const plain = heads.length + places.length > 0 && frame.unknown.length === 0;
  const meant = plain && heads.length > 0 ? (devicesOfFrame(frame, now) ?? []) : [];
  // A kind may name the only device of it: "no, leave the heater".
  const named = picked.length > 0 ? picked : devices.filter((id) => meant.includes(id));
  if (named.length === 0) {
    // Other devices than those of the command only stay as they are.
    const elsewhere = plain && (state ?? act) !== null && (heads.length === 0 || meant.length > 0);
    return elsewhere
      ? leaveReply(
          meant.length > 0 ? wholeTargets(meant, now) : similarInPlaces(frame, now),
          presumedState(state, act),
          now,
        )
      : null;
  }
  if (named.length === devices.length && !plain) return null;
  const wrong = conversation.undo.filter(({ device }) => named.includes(device));
  if (wrong.length === 0 && to !== undefined) {
    // "I don't need the lamp, turn it off", where the lamp was on before the command.
    const targets = wholeTargets(named, now);
    const step = doStep({ ...emptyFrame([]), act: to, heads: [headOf(targets)] }, targets);
    return step.kind === "do" && step.refusals.length === 0 ? await run(step) : null;
  }
  if (wrong.length === 0) refocusAfterSparing(named, conversation);
  if (wrong.length === 0) return leaveReply(wholeTargets(named, now), presumedState(state, act), now);
  const result = await revertOutcomes(home, wrong, request, now);
  const left = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  if (left.length > 0) conversation.undo = left;
  else restoreEarlierUndo(conversation, home);
  refocusAfterSparing(named, conversation);
  return result;
}

/**
 * "But leave the bedside lamp on", 床头灯别关, after a scene with different acts: reverts what it did to that device. A device that
 * was so before is told as that.
 */
async function sparedOfMany(
  { what, state, act }: Pick<Extract<Objection, { kind: "spare" }>, "what" | "state" | "act">,
  { home, request, dialogue }: Pick<CorrectionContext, "home" | "request" | "dialogue">,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const against = state === null ? act : contraryOf(state);
  const made = against === null ? null : (STATE_AFTER_ACT[against] ?? null);
  // "Except the lamp" has no state, so it is about the last command alone.
  const plain = state === null && act === null && didUndoableLastTurn(conversation) && lastFrame(conversation) === null;
  if (made === null && !plain) return null;
  const now = dialogue();
  const done = conversation.exchanges.findLast(({ outcomes }) => outcomes.length > 0)?.outcomes ?? [];
  const devices = [...new Set(done.map(({ device }) => device))];
  const meant = wholeTargets(pickDevices(what, devices, now), now).filter(
    (target) => made === null || isInState(made, target) === true,
  );
  if (meant.length === 0 || meant.length === devices.length) return null;
  const named = meant.map(({ indexed }) => indexed.device.id);
  const wrong = conversation.undo.filter(({ device }) => named.includes(device));
  const rooms = roomIdsOf(meant.map(({ indexed }) => indexed.device));
  if (wrong.length === 0) {
    // The device was so before the command: the reply says so, and nothing is sent.
    const before = done.filter(({ device, status }) => named.includes(device) && status === "unchanged");
    if (against === null || before.length === 0) return null;
    conversation.focus = { devices: named, rooms, address: null, frame: null };
    return localReply(outcomeSentences(home, before, now.language), [], []);
  }
  const result = await revertOutcomes(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  conversation.focus = { devices: named, rooms, address: null, frame: null };
  return result;
}

function contraryOf(state: DeviceState): Act | null {
  const into = actReachingState(state);
  return into === null ? null : (CONTRARY_ACT[into] ?? null);
}

/**
 * Sets the focus after an exception: "make them 50" after "but not the strip" is about the others, 调到20% after 灯带留着 about the
 * device that stays on. "And the hall" after "except in the kitchen" is an exception as well.
 */
function refocusAfterSparing(devices: readonly string[], conversation: Conversation): void {
  const { focus } = conversation;
  const frame = lastFrame(conversation);
  if (!focus || frame === null || frame.act === null) return;
  const stays = isClosingAct(frame.act);
  const left = focus.devices.filter((id) => !devices.includes(id));
  const contrary = CONTRARY_ACT[frame.act];
  conversation.focus = {
    ...focus,
    devices: stays ? devices : left.length > 0 ? left : focus.devices,
    with: (focus.with ?? []).filter((id) => !devices.includes(id)),
    frame: contrary === undefined || frame.values.length > 0 ? focus.frame : { ...frame, act: contrary },
  };
}

/** The act that reverts an act, keyed by act. Locks are left out: an exception unlocks nothing. */
export const CONTRARY_ACT: Readonly<Partial<Record<Act, Act>>> = { on: "off", off: "on", open: "close", close: "open" };

/** Heads that mean all devices in focus; with an ordinal (左边的) they mean one of them. */
const PRONOUNS: ReadonlySet<Head["type"]> = new Set<Head["type"]>(["it", "them", "everything"]);

/** Whether an exception contradicts the last act: by the state that shall stay, or by the act that is denied. */
function isAgainst(
  done: NonNullable<Parameters<typeof areSimilarActs>[0]>,
  state: DeviceState | null,
  act: Parameters<typeof areSimilarActs>[0] | null,
): boolean {
  const into = state === null ? null : actReachingState(state);
  if (state !== null && (into === null || !areOppositeActs(done, into))) return false;
  return act === null || areSimilarActs(done, act);
}
