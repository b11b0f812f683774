import { type DeviceId, succeeded } from "../../../home/index.ts";
import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isFeasible } from "../../../understanding/ground/frame-effects.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { emptyHead, type Frame, type Head } from "../../../understanding/parse/frame.ts";
import { areOppositeActs, areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import type { SentenceStep, Understanding } from "../../../understanding/plan.ts";
import { whereaboutsIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { storableFrame } from "../answers/stored-sentence.ts";
import { plannedEffectsOf, roomIdsOf } from "../execution/plan-commands.ts";
import { localReply } from "../execution/undo.ts";
import { parseFrame } from "./last-turn.ts";

/** The one service in focus of each device, keyed by device; devices with several targets are left out. */
export function serviceParts(targets: readonly DeviceTarget[]): Readonly<Record<string, string>> {
  const parts = targets.flatMap(({ indexed: { device }, service }) =>
    service !== null && targets.filter(({ indexed }) => indexed.device === device).length === 1
      ? [[device.id, service] as const]
      : [],
  );
  return Object.fromEntries(parts);
}

/**
 * The devices from before that "both" includes from now on: those that the sentence goes on from ("and the hall too"), or those
 * that the same act was done to.
 */
export function linkedDevices(
  { focus }: Conversation,
  { also, act, asking, states }: Frame,
  targets: readonly DeviceTarget[],
  kindOf: (device: string) => string | undefined,
): readonly string[] {
  const { devices: last = [], with: before = [] } = focus ?? {};
  const devices = new Set(targets.map(({ indexed }) => indexed.device.id)).size;
  const previous = (focus?.frame ?? null) as Frame | null;
  const alike = act !== null && previous?.act != null && areSimilarActs(act, previous.act);
  const asked = asking !== null && previous?.asking != null && states.join() === previous.states.join();
  // 客厅窗帘开一半, then 卧室的关上: both are curtains.
  const [kind, ...kinds] = new Set([...last.map(kindOf), ...targets.map(({ indexed }) => indexed.device.spec.kind)]);
  const contrary = act !== null && previous?.act != null && areOppositeActs(act, previous.act);
  const akin = asking === null && previous?.asking === null && kind !== undefined && kinds.length === 0 && !contrary;
  return also || ((alike || asked || akin) && devices === 1) ? [...new Set([...before, ...last])] : [];
}

/**
 * A frame with its targets as heads, where it left them out or said "it". So "and the study's" goes on from the fan.
 */
export function withTargetNames(frame: Frame, targets: readonly DeviceTarget[], { focus }: Conversation): Frame {
  const { heads, places, asking } = frame;
  const before = new Set(focus?.devices ?? []);
  const unsaid = heads.length === 0 && places.length === 0;
  const gone = unsaid && targets.every(({ indexed }) => before.has(indexed.device.id));
  // "Dim the living room" is about its lamps, and "and the hall" after it about the lamps there.
  if (asking === null && heads.length === 0 && places.length > 0 && targets.length > 0) {
    const kinds = [...new Set(targets.map(({ indexed }) => indexed.device.spec.kind))];
    const whole = targets.every(({ service }) => service === null);
    return whole
      ? { ...frame, heads: [{ ...emptyHead(), type: "kind", kinds, places, plural: true }], places: [] }
      : frame;
  }
  const referring = heads.length > 0 && heads.every(({ type }) => type === "it" || type === "them");
  if (targets.length === 0 || !(asking === null ? gone || referring : referring)) return frame;
  return { ...frame, heads: [headOf(targets)] };
}

/** A head that names these targets by id. */
export function headOf(targets: readonly DeviceTarget[]): Head {
  const devices = targets.flatMap(({ indexed, service }) => (service === null ? indexed.device.id : []));
  const parts = targets.flatMap(({ indexed, service }) =>
    service === null ? [] : { device: indexed.device.id, service },
  );
  return { ...emptyHead(), type: "devices", devices, parts, plural: targets.length > 1 };
}

/** The focus after a refusal that names a device and is all of the sentence: "it" is that device. Null for anything else. */
export function focusAfterRefusal(steps: readonly SentenceStep[], { focus }: Conversation): Conversation["focus"] {
  const [step, ...others] = steps;
  if (step?.kind !== "refuse" || others.length > 0 || !("device" in step.refusal)) return null;
  const { refusal, frame } = step;
  const { device } = refusal;
  if (device === null || (frame === undefined && focus?.devices.includes(device.id))) return null;
  const address = refusal.code === "no-step" ? refusal.property.address : null;
  return { devices: [device.id], rooms: roomIdsOf([device]), address, frame: frame ? storableFrame(frame) : null };
}

/** The devices of the other commands of the same sentence. */
export function otherTargets(last: SentenceStep, steps: readonly SentenceStep[]): readonly string[] {
  const others = steps.filter((step) => step.kind === "do" && step !== last);
  return [...new Set(plannedEffectsOf(others).map(({ target }) => target.indexed.device.id))];
}

/** The targets that "it" refers to after a question: those in the asked state, where several were asked about. */
export function answerSubjects({ frame, query }: Extract<SentenceStep, { kind: "answer" }>): readonly DeviceTarget[] {
  const { asking, targets } = query;
  // "Is anything on?" is about the devices that are on; "is the lamp on?" about the lamp.
  const named = asking === "polar" && (frame.heads.length > 0 || targets.length < 2);
  if (frame.states.length === 0 || named || asking === "value") return targets;
  // "Are all the lights off?", "turn them off": the lights that are not off.
  const wanted = asking !== "all";
  const so = targets.filter((target) => frame.states.every((state) => isInState(state, target) === true) === wanted);
  const meant = so.length > 0 ? so : targets;
  // "Turn it all off" after "what's on?" leaves out devices that must keep running.
  const free = meant.filter(({ indexed }) => !indexed.device.essential);
  return frame.heads.length === 0 && free.length > 0 ? free : meant;
}

/** A command stays in focus for so many turns while questions are asked. */
const LATELY = 4;

/**
 * The devices that stay in focus after a question without a name. "What's the volume?" with several speakers is about the one
 * that was commanded before, and "how warm is it in the study?" keeps the focus. Null where the question sets the focus itself.
 */
export function focusKeptAfterQuestion(
  { frame, query }: Extract<SentenceStep, { kind: "answer" }>,
  targets: readonly DeviceTarget[],
  { exchanges, focus }: Conversation,
): readonly DeviceId[] | null {
  const named = frame.heads.some(({ type, text }) => type !== "it" && type !== "them" && text !== "");
  if (named || frame.states.length > 0) return null;
  const asked = new Set(targets.map(({ indexed }) => indexed.device.id));
  const done = exchanges
    .slice(-LATELY)
    .map(({ outcomes }) => [...new Set(outcomes.filter(succeeded).map(({ device }) => device))])
    .filter((devices) => devices.length > 0);
  const among = done.findLast((devices) => devices.some((id) => asked.has(id)))?.filter((id) => asked.has(id));
  if (among) return asked.size > 1 ? among : null;
  const last = done.at(-1) ?? [];
  const measured = query.properties.length > 0 && query.properties.every((property) => property?.access.write !== true);
  const known = focus?.devices ?? [];
  return measured && last.some((id) => known.includes(id)) ? known : null;
}

/** Focuses the devices of a negated command: "don't turn the lights on". */
export function focusOnNegated(conversation: Conversation, { frames }: Understanding, context: DialogueContext): void {
  const [frame, ...others] = frames;
  if (!frame?.negated || others.length > 0 || frame.heads.length === 0) return;
  const meant: Frame = { ...frame, negated: false };
  const found = frame.heads.map((head) => selectTargets(head, context, (target) => isFeasible(meant, target)));
  const targets = found.flatMap((each) => each.targets ?? []).filter((target) => isFeasible(meant, target));
  const devices = [...new Set(targets.map(({ indexed }) => indexed.device.id))];
  if (devices.length === 0) return;
  const rooms = roomIdsOf(devices.flatMap((id) => context.index.devices.get(id)?.device ?? []));
  conversation.focus = { devices, rooms, address: null, frame: storableFrame(meant) };
}

/**
 * Focuses the one device that a text named which was not understood.
 * @param wanted the text asked or commanded something; a mere remark leaves open what "it" is, and that is asked
 */
export function focusOnNamed(
  conversation: Conversation,
  named: readonly string[],
  index: DialogueContext["index"],
  wanted: boolean,
): void {
  const [id, ...others] = named;
  const device = id === undefined ? undefined : index.devices.get(id)?.device;
  const { focus } = conversation;
  if (device === undefined || others.length > 0 || focus?.devices.includes(device.id)) return;
  const { plans = [] } = focus ?? {};
  conversation.focus = {
    devices: wanted ? [device.id] : [],
    rooms: wanted ? roomIdsOf([device]) : (focus?.rooms ?? []),
    address: null,
    frame: null,
    ...(!wanted && focus && focus.devices.length > 0 && { absent: true as const }),
    ...(plans.length > 0 && { plans }),
  };
}

/** Sets the plans that "cancel it" refers to; "it" and "there" stay as they are. */
export function focusOnPlans(
  conversation: Conversation,
  plans: readonly PlanRef[],
  moved: readonly MovedPlan[] = [],
): void {
  const { devices = [], rooms = [], address = null, frame = null } = conversation.focus ?? {};
  conversation.focus = { devices, rooms, address, frame, plans, ...(moved.length > 0 && { moved }) };
}

/** "I'm in the kitchen": focuses that room. Null where the text names no room of this home, or says more than that. */
export function handleWhereabouts(
  text: string,
  conversation: Conversation,
  context: DialogueContext,
): LocalReply | null {
  const said = whereaboutsIn(text);
  if (said === null) return null;
  const { items, places, heads, unknown } = parseFrame(said, context);
  const [place, ...others] = places;
  if (place?.kind !== "rooms" || others.length + heads.length + unknown.length > 0) return null;
  const [room, ...more] = place.ids;
  if (room === undefined || more.length > 0 || items.length > 1) return null;
  conversation.focus = { devices: [], rooms: [room], address: null, frame: null };
  return localReply(messages(context.language).talk.courtesy({ of: "done" }), [], []);
}
