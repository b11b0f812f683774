import type { Home, Outcome } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import { doStep } from "../../understanding/ground/commands.ts";
import { directionOf } from "../../understanding/ground/compute.ts";
import { select } from "../../understanding/ground/select.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import { areAlike, areContrary } from "../../understanding/parse/contrary.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import { itemsOf } from "../../understanding/parse/items.ts";
import { readFrame } from "../../understanding/parse/read.ts";
import { doSteps, type Step, type Understanding } from "../../understanding/plan.ts";
import { understand } from "../../understanding/understand.ts";
import { actInto, type Objection, objectionsIn } from "../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply, LocalRequest, LocalResult } from "../contract.ts";
import { undone } from "../remember.ts";
import { chosen } from "./answers.ts";
import { commandsOf, doingsOf } from "./carry.ts";
import { joined, putBackAll, reply, undo } from "./settle.ts";

/** What an objection is carried out with. */
export interface Objecting {
  readonly home: Home;
  readonly request: LocalRequest;
  /** As things are now: what is put back changes it. */
  readonly situation: () => Situation;
  /** Carries out a sentence that is meant instead of the one before. */
  readonly instead: (text: string) => Promise<LocalResult>;
  /** Carries out a step. */
  readonly run: (step: Step) => Promise<LocalReply>;
}

/**
 * "No, I meant the bedroom", "not that one", "just the left one", right after something was done: what was wrongly done is
 * put back, and what was meant is done. Null when the text is no objection, or it is not plain to what.
 */
export async function object(means: Objecting): Promise<LocalResult | null> {
  const { conversation, text } = means.request;
  for (const objection of objectionsIn(text)) {
    if (conversation.undo.length === 0 && objection.kind !== "recall") return null;
    const result = await settled(objection, means);
    if (result) return result;
  }
  return isFresh(conversation) && isOpenPlural(lastFrame(conversation)) ? await narrowed(text, means) : null;
}

/** 打开台灯 is about all that are called so there, and says nothing of how many: "the left one" may follow. */
function isOpenPlural(frame: Frame | null): boolean {
  const [head, ...others] = frame?.heads ?? [];
  return head !== undefined && others.length === 0 && !head.plural && head.quantifier === null;
}

function settled(objection: Objection, means: Objecting): Promise<LocalResult | null> {
  const { conversation } = means.request;
  const act = lastFrame(conversation)?.act ?? null;
  const fresh = isFresh(conversation);
  switch (objection.kind) {
    case "back":
      return when(fresh && (objection.act === null || (act !== null && areAlike(act, objection.act))), () =>
        all(means),
      );
    case "recall":
      return recalled(means);
    case "back-what":
      return backOf(objection.what, means);
    case "stay": {
      const wanted = actInto(objection.state);
      return when(fresh && act !== null && wanted !== null && areContrary(act, wanted), () => all(means));
    }
    case "return":
      if ((fresh || isAboutLast(conversation)) && act !== null && areContrary(act, objection.act)) return all(means);
      return when(objection.plain !== "", () => means.instead(objection.plain));
    case "only":
      return when(fresh && (objection.act === null || (act !== null && areAlike(act, objection.act))), () =>
        narrowed(objection.what, means),
      );
    case "instead":
      return when(fresh, () => replaced(objection, means));
    default:
      return objection satisfies never;
  }
}

/** "What did you just do?": what was told when it was done. */
function recalled({ request }: Objecting): Promise<LocalReply | null> {
  const last = request.conversation.exchanges.findLast(({ outcomes }) => outcomes.length > 0);
  return Promise.resolve(last ? reply(last.reply, [], []) : null);
}

async function when(condition: boolean, then: () => Promise<LocalResult | null>): Promise<LocalResult | null> {
  return condition ? await then() : null;
}

function all({ home, request, situation }: Objecting): Promise<LocalReply> {
  return undo(home, request, situation());
}

function lastFrame(conversation: Conversation): Frame | null {
  return (conversation.focus?.frame ?? null) as Frame | null;
}

/** Whether the turn before did what an undo would put back. */
function isFresh({ undo, exchanges }: Conversation): boolean {
  const last = undo.at(-1);
  const before = exchanges.at(-1)?.outcomes ?? [];
  return last !== undefined && before.some((outcome) => isOne(outcome, last));
}

function isOne(one: Outcome, other: Outcome): boolean {
  if (one.device !== other.device || one.status !== other.status) return false;
  if ("property" in one) return "property" in other && one.property === other.property && one.value === other.value;
  return "action" in other && one.action === other.action;
}

/** Whether what was talked about last is what was changed last, although something else was said since. */
function isAboutLast({ undo, focus }: Conversation): boolean {
  const devices = focus?.devices ?? [];
  return devices.length > 0 && undo.every(({ device }) => devices.includes(device));
}

/** "Put the volume back": of what was done last, what the words name. */
async function backOf(what: string, { home, request, situation }: Objecting): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = situation();
  const frame = frameOf(what, now);
  if (frame.unknown.length > 0 || frame.values.length > 0) return null;
  const devices = devicesIn(frame, now);
  const { props } = frame;
  if (devices === null || (devices.length === 0 && props.length === 0)) return null;
  const named = conversation.undo.filter(
    (outcome) =>
      (devices.length === 0 || devices.includes(outcome.device)) &&
      (props.length === 0 || ("property" in outcome && props.includes(outcome.property.split(".")[1] ?? ""))),
  );
  if (named.length === 0) return null;
  const result = await putBackAll(home, named, request, now);
  const left = conversation.undo.filter((outcome) => !named.includes(outcome));
  if (left.length > 0) conversation.undo = left;
  else undone(conversation, home);
  return result;
}

/** "Just the left one": what was done to the others is put back. */
async function narrowed(what: string, { home, request, situation }: Objecting): Promise<LocalResult | null> {
  const { conversation } = request;
  const outcomes = conversation.exchanges.at(-1)?.outcomes ?? [];
  const devices = [...new Set(outcomes.map(({ device }) => device))];
  if (devices.length < 2) return null;
  const now = situation();
  if (frameOf(what, now).also) return null;
  const refs = devices.map((device) => ({ device, service: null }));
  const meant = chosen(what, refs, null, now).map(({ indexed }) => indexed.device.id);
  if (meant.length === 0 || meant.length === devices.length) return null;
  const wrong = conversation.undo.filter(({ device }) => !meant.includes(device));
  if (wrong.length === 0) return reply(messages(now.language).replies.leave, [], []);
  const result = await putBackAll(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  const { focus } = conversation;
  if (focus) conversation.focus = { ...focus, devices: meant };
  return result;
}

/** "No, I meant the bedroom": what is not done anew is put back first. */
async function replaced(
  { rest, denied, weak }: Extract<Objection, { kind: "instead" }>,
  means: Objecting,
): Promise<LocalResult | null> {
  const { home, request, situation, instead } = means;
  const { conversation } = request;
  const now = situation();
  const before = lastFrame(conversation);
  if (before === null || before.asking !== null || (denied !== null && !isDenied(denied, conversation, now)))
    return null;
  const meant = understand(rest, now, before, true);
  if (!isCommand(meant)) return await pickedInstead(rest, before, means);
  if (meant.frames.some(({ also }) => also)) return null;
  const alone = understand(rest, { ...now, focus: { devices: [], rooms: [], address: null } }, null);
  if (isCommand(alone) && !alone.frames.every(({ bare }) => bare) && (weak || !isLike(meant, before, conversation)))
    return null;
  const changed = commandsOf(doingsOf(meant.steps));
  const relative = meant.frames.some((frame) => directionOf(frame) !== 0);
  const isAnew = (outcome: Outcome): boolean =>
    !relative &&
    "property" in outcome &&
    changed.some(
      (command) =>
        command.kind === "set" &&
        command.device === outcome.device &&
        command.properties.some(({ address }) => address === outcome.property),
    );
  const kept = conversation.undo.filter(isAnew);
  const wrong = conversation.undo.filter((outcome) => !kept.includes(outcome));
  const back = wrong.length > 0 ? await putBackAll(home, wrong, request, now) : null;
  conversation.undo = [];
  const done = await instead(rest);
  if (!done.handled) return back;
  conversation.undo = [...kept, ...conversation.undo];
  return back ? both(back, { ...done, refused: done.refused ?? 0 }, now) : done;
}

/** "I said Tom's": of the things like the wrong one, the one that the words pick. */
async function pickedInstead(
  rest: string,
  before: Frame,
  { home, request, situation, run }: Objecting,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = situation();
  const wrong = new Set(conversation.undo.map(({ device }) => device));
  const kinds = new Set([...wrong].flatMap((id) => now.index.devices.get(id)?.device.spec.kind ?? []));
  const alike = [...kinds].flatMap((kind) => [...now.index.ofKind(kind)]).filter(({ device }) => !wrong.has(device.id));
  const refs = alike.map(({ device }) => ({ device: device.id, service: null }));
  const targets = chosen(rest, refs, before.act, now);
  const step = targets.length === 1 ? doStep(before, targets) : null;
  if (step?.kind !== "do" || step.refusals.length > 0) return null;
  const back = await putBackAll(home, conversation.undo, request, now);
  conversation.undo = [];
  return both(back, await run(step), now);
}

/** One answer out of what was put back and what was done. */
function both(back: LocalReply, done: LocalReply, situation: Situation): LocalReply {
  return {
    ...done,
    reply: joined([back.reply, done.reply], situation),
    expectsReply: back.expectsReply || done.expectsReply,
    outcomes: [...back.outcomes, ...done.outcomes],
    calls: [...back.calls, ...done.calls],
  };
}

/** "It's freezing", after the air conditioner was switched off: why that was done, and nothing more to do with it. */
export function isReasonFor(steps: readonly Step[], conversation: Conversation): boolean {
  const [step, ...others] = steps;
  if (step?.kind !== "do" || others.length > 0 || !isFresh(conversation)) return false;
  const { act, changes, heads, places, values } = step.frame;
  if (act !== null || changes.length === 0 || heads.length + places.length + values.length > 0) return false;
  const ended = conversation.undo.filter((outcome) => "property" in outcome && outcome.value === false);
  return step.doings.every(({ target }) => ended.some(({ device }) => device === target.indexed.device.id));
}

/** Whether all of it is done now, and nothing of it refused, asked about or kept for later. */
function isCommand(understanding: Understanding): understanding is Extract<Understanding, { kind: "plan" }> {
  return (
    understanding.kind === "plan" &&
    understanding.steps.length > 0 &&
    understanding.steps.every((step) => step.kind === "do" && step.refusals.length === 0)
  );
}

/** Whether a whole command goes with the one before: it does the same, or something to the same kind of thing. */
function isLike(meant: Understanding, before: Frame, { undo }: Conversation): boolean {
  if (meant.kind === "unknown") return false;
  const steps = doSteps(meant.steps);
  const alike = steps.every(({ frame: { act } }) => act !== null && before.act !== null && areAlike(act, before.act));
  const devices = new Set(undo.map(({ device }) => device));
  const same = doingsOf(steps).every(({ target }) => devices.has(target.indexed.device.id));
  return steps.length === meant.steps.length && (alike || same);
}

/** Whether what is said not to be meant is what something was done to. */
function isDenied(denied: string, { undo }: Conversation, situation: Situation): boolean {
  const frame = frameOf(denied, situation);
  if (frame.unknown.length > 0) return false;
  const devices = devicesIn(frame, situation);
  if (devices === null) return false;
  const rooms = frame.places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  return undo.some(({ device }) => {
    const room = situation.index.devices.get(device)?.device.room?.id;
    return devices.includes(device) || (room !== undefined && rooms.includes(room));
  });
}

function frameOf(text: string, { index }: Situation): Frame {
  return readFrame(itemsOf(text, index), index, false);
}

/** The devices that the heads of a frame may be; null when one of them is none. */
function devicesIn(frame: Frame, situation: Situation): readonly string[] | null {
  const found = frame.heads.map((head) => select(head, situation, () => true));
  if (found.some(({ refusal }) => refusal !== undefined)) return null;
  const targets = found.flatMap((selection) => selection.targets ?? selection.options ?? []);
  return targets.map(({ indexed }) => indexed.device.id);
}
