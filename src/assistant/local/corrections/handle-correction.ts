import { type Outcome, writeBack } from "../../../home/index.ts";
import { messages } from "../../../language/index.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { directionOf } from "../../../understanding/ground/frame-effects.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import { emptyFrame, type Frame, type Head } from "../../../understanding/parse/frame.ts";
import {
  actReachingState,
  areOppositeActs,
  areSimilarActs,
  isClosingAct,
} from "../../../understanding/parse/opposite-acts.ts";
import { isQuestion } from "../../../understanding/parse/questions.ts";
import { anyHasRole, roleSet } from "../../../understanding/parse/role-index.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { DoStep } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { understand } from "../../../understanding/understand.ts";
import { withoutRemarks } from "../../../understanding/utterance/follow-ups.ts";
import { continuationIn, type Objection, objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply, LocalResult } from "../../contract.ts";
import { outcomeSentences } from "../../replies/outcomes.ts";
import { pickDevices } from "../answers/pick-options.ts";
import { headOf } from "../context/focus.ts";
import {
  devicesOfFrame,
  didUndoableLastTurn,
  lastFrame,
  parseFrame,
  wasUnchangedLastTurn,
} from "../context/last-turn.ts";
import { localReply, revertOutcomes, undoLast } from "../execution/undo.ts";
import { confirmState, spareTargets } from "./exceptions.ts";
import { handleOnlyClause } from "./only-clause.ts";
import { type CorrectionContext, replaceLast, replaceTarget, replaceUnchanged, switchOnInstead } from "./replace.ts";
import { restoreNamed, switchBack, undoExcept, undoMany } from "./undo-requests.ts";

/**
 * Carries out a correction right after a command: "no, I meant the bedroom", "not that one", "just the left one". Reverts what was
 * wrong and does what was meant. Null where the text is no correction, or its object is not clear.
 */
export async function handleCorrection(context: CorrectionContext): Promise<LocalResult | null> {
  const whole = await correctBy(context, () => true);
  const plain = whole === null ? withoutRemarks(context.request.text) : null;
  if (plain === null || plain.byUs) return whole;
  // "Not the study, Dad's in there": the remark is the reason.
  const said = { ...context, request: { ...context.request, text: plain.text } };
  const objected = await correctBy(said, ({ kind }) => SAID_WHY.has(kind));
  if (objected) return objected;
  // "Hold on, she's asleep, stop it": stops what was started; it cancels no plan.
  const stops = objectionsIn(plain.text).some((objection) => objection.kind === "enough" && objection.stops);
  return stops && didUndoableLastTurn(context.request.conversation) ? await context.carry(plain.text) : null;
}

/** Kinds of corrections that a remark may give the reason for. */
const SAID_WHY: ReadonlySet<Objection["kind"]> = new Set<Objection["kind"]>([
  "spare",
  "approve",
  "undo",
  "undo-but",
  "back-what",
]);

async function correctBy(
  context: CorrectionContext,
  heard: (objection: Objection) => boolean,
): Promise<LocalResult | null> {
  const { conversation, text } = context.request;
  const asked = isQuestion(segmentText(normalise(text), context.dialogue().index));
  const only = asked
    ? null
    : await handleOnlyClause(
        context,
        async (what) => (didUndoableLastTurn(conversation) ? await narrowed(what, context) : null),
        async (spare) => (didUndoableLastTurn(conversation) ? await spareTargets(spare, context) : null),
      );
  if (only) return only;
  for (const objection of objectionsIn(text).filter(heard)) {
    // 客厅哪些灯亮着 asks for a state, and demands none.
    if (asked && SETTLES.has(objection.kind)) continue;
    if (conversation.undo.length === 0 && !IDLE.has(objection.kind)) {
      const { earlier = [] } = conversation;
      const before = earlier.at(-1);
      // "Undo both" where the last command changed nothing reverts the one before.
      if (objection.kind === "undo" && objection.commands > 1 && before !== undefined) {
        conversation.undo = before;
        conversation.earlier = earlier.slice(0, -1);
        return await undoMany({ ...objection, commands: objection.commands - 1 }, context);
      }
      const nothing = restoresNothing(objection, text, context);
      if (nothing) return nothing;
      continue;
    }
    const result = await settled(objection, context);
    if (result) return result;
  }
  if (conversation.undo.length === 0) return null;
  if (continuationIn(text) !== null || !didUndoableLastTurn(conversation) || !isOpenPlural(lastFrame(conversation)))
    return null;
  return isTalk(text, context.dialogue()) ? null : await narrowed(text, context);
}

/** Kinds of corrections that need no change before them. */
const IDLE: ReadonlySet<Objection["kind"]> = new Set<Objection["kind"]>(["recall", "other", "instead", "approve"]);

/** Kinds of corrections that state how a device shall be; in a question they only ask for it. */
const SETTLES: ReadonlySet<Objection["kind"]> = new Set<Objection["kind"]>([
  "spare",
  "stay",
  "only",
  "back-what",
  "undo-but",
  "approve",
]);

/** "Undo that too", 恢复, where nothing is left to revert: the reply says so. Null for any other text. */
function restoresNothing(
  objection: Objection,
  text: string,
  { request, dialogue }: CorrectionContext,
): LocalReply | null {
  const { conversation } = request;
  const act = lastFrame(conversation)?.act ?? null;
  const undoes = objection.kind === "undo" && !objection.step;
  const restores = objection.kind === "back" && act !== "pause" && act !== "stop" && matchesRole(text, "resuming");
  if (conversation.exchanges.length === 0 || !(undoes || restores)) return null;
  return localReply(messages(dialogue().language).replies.nothingToUndo, [], []);
}

/** Whether a text is everyday talk, which picks nothing: "ta" thanks. */
function isTalk(text: string, context: DialogueContext): boolean {
  const meant = understand(text, context, null);
  return meant.kind === "plan" && meant.steps.length > 0 && meant.steps.every(({ kind }) => kind === "talk");
}

/** Whether a frame has one head without a number or plural, so that it may mean several: "the left one" may follow 打开台灯. */
function isOpenPlural(frame: Frame | null): boolean {
  const [head, ...others] = frame?.heads ?? [];
  return head !== undefined && others.length === 0 && !head.plural && head.quantifier === null;
}

function settled(objection: Objection, context: CorrectionContext): Promise<LocalResult | null> {
  const { conversation, text } = context.request;
  const act = lastFrame(conversation)?.act ?? null;
  const fresh = didUndoableLastTurn(conversation);
  switch (objection.kind) {
    case "back":
      // 恢复 after a pause resumes.
      if (act === "pause" && matchesRole(text, "resuming")) return Promise.resolve(null);
      return when(fresh && (objection.act === null || (act !== null && areSimilarActs(act, objection.act))), () =>
        all(context),
      );
    case "enough":
      return Promise.resolve(
        fresh && isStepwise(objection.stops, conversation, context.dialogue()) ? leave(context) : null,
      );
    case "recall":
      return recalled(context);
    case "undo": {
      // "Back a bit" after an absolute value gives a distance, and no undo.
      const before = lastFrame(conversation);
      const stepped = !objection.step || (before !== null && before.asking === null && directionOf(before) !== 0);
      return when(stepped && conversation.undo.length > 0, () => undoMany(objection, context));
    }
    case "undo-but":
      return undoExcept(objection, context);
    case "spare":
      return spareTargets(objection, context);
    case "back-what":
      return restoreNamed(objection.what, context);
    case "switch-back":
      return switchBack(objection, context);
    case "approve":
      return confirmState(objection, context);
    case "stay": {
      const wanted = actReachingState(objection.state);
      return when(fresh && act !== null && wanted !== null && areOppositeActs(act, wanted), () => all(context));
    }
    case "return":
      // "Open them again" after one and then another means all of them.
      if (conversation.focus?.with?.some((id) => !conversation.undo.some(({ device }) => device === id)))
        return Promise.resolve(null);
      if (
        (fresh || isAboutLast(conversation)) &&
        act !== null &&
        areOppositeActs(act, objection.act) &&
        !wouldSwitchBack(objection.act, conversation) &&
        isOfLock(objection.act, conversation)
      )
        return returned(objection.act, context);
      return when(objection.plain !== "", () => context.instead(objection.plain));
    case "only":
      return when(fresh && (objection.act === null || (act !== null && areSimilarActs(act, objection.act))), () =>
        narrowed(objection.what, context),
      );
    case "other":
      if (objection.idle && (fresh || wasUnchangedLastTurn(conversation))) return Promise.resolve(null);
      // 关了，换落地灯: switches that one on, and leaves the other one off.
      if (objection.swaps && act !== null && areSimilarActs(act, "off"))
        return switchOnInstead(objection.rest, context);
      return replaceTarget(objection, fresh, context);
    case "instead":
      if (objection.remarks && !deniesLastDone(objection.remarks, context)) return Promise.resolve(null);
      if (!fresh && wasUnchangedLastTurn(conversation)) return replaceUnchanged(objection, context);
      return when(fresh, () => replaceLast(objection, context));
    default:
      return objection satisfies never;
  }
}

/**
 * Whether the last command changed a value by a step.
 * @param stop the text says "stop": then only of lamps, because nothing of a lamp could stop
 */
function isStepwise(stop: boolean, conversation: Conversation, { index, focus }: DialogueContext): boolean {
  const before = lastFrame(conversation);
  if (before === null || before.asking !== null || directionOf(before) === 0) return false;
  return focus.devices.every((id) => {
    const { ownKinds, capabilities } = index.devices.get(id) ?? {};
    return stop ? ownKinds?.has("light") : capabilities?.movers.length === 0;
  });
}

/** Whether the clauses before the meant one only deny or revert the last command. */
function deniesLastDone(parts: readonly string[], { request, dialogue }: CorrectionContext): boolean {
  const now = dialogue();
  const { undo: done } = request.conversation;
  const wrong = new Set(done.map(({ device }) => device));
  const rooms = new Set([...wrong].map((id) => now.index.devices.get(id)?.device.room?.id));
  // Praise denies nothing.
  if (!parts.some((part) => saysAgainst(part, now))) return false;
  return parts.every((part) => {
    const frame = parseFrame(part, now);
    const { act, asking, values, changes, durations, places, heads } = frame;
    const named = heads.every(({ type }) => ALL_OF_IT.has(type)) ? [] : devicesOfFrame(frame, now);
    const there = places.every(
      (place) => place.kind === "there" || (place.kind === "rooms" && place.ids.every((id) => rooms.has(id))),
    );
    if (asking !== null || changes.length + durations.length > 0 || !there) return false;
    if (named === null || (named.length > 0 && !named.some((id) => wrong.has(id)))) return false;
    if (act === null) return values.length === 0;
    const off = new Set(done.flatMap((each) => (isSwitch(each) && isRevertedBy(act, each) ? [each.device] : [])));
    return done.every((outcome) => isRevertedBy(act, outcome) || off.has(outcome.device));
  });
}

/** Whether a part denies something, names something, or has an act. */
function saysAgainst(part: string, now: DialogueContext): boolean {
  const { act, heads, places, negated } = parseFrame(part, now);
  return (
    negated ||
    act !== null ||
    heads.length + places.length > 0 ||
    anyHasRole(segmentText(normalise(part), now.index), DENYING)
  );
}

const DENYING = roleSet("not", "no", "never_mind", "exceptNot", "undo", "cancel");

/** Heads that mean all targets of the last command, and name none. */
const ALL_OF_IT: ReadonlySet<Head["type"]> = new Set<Head["type"]>(["it", "them", "everything"]);

/** Whether an outcome is of a switch. Other settings of a device are reverted with its switch. */
function isSwitch(outcome: Outcome): boolean {
  return "property" in outcome && /\.on$/.test(outcome.property);
}

/** Whether an act reverts an outcome: "turn it off" after it was switched on. */
function isRevertedBy(act: Act, outcome: Outcome): boolean {
  const value = writeBack(outcome)?.value;
  if (typeof value === "boolean") return value !== isClosingAct(act);
  return typeof value === "number" && (isClosingAct(act) ? value === 0 : value > 0);
}

function leave({ dialogue }: CorrectionContext): LocalReply {
  return localReply(messages(dialogue().language).replies.leave, [], []);
}

/** "What did you just do?": repeats the reply of the last command. */
function recalled({ request }: CorrectionContext): Promise<LocalReply | null> {
  const last = request.conversation.exchanges.findLast(({ outcomes }) => outcomes.length > 0);
  return Promise.resolve(last ? localReply(last.reply, [], []) : null);
}

async function when(condition: boolean, then: () => Promise<LocalResult | null>): Promise<LocalResult | null> {
  return condition ? await then() : null;
}

async function all({ home, request, dialogue, run }: CorrectionContext): Promise<LocalReply> {
  const stop = stopOf(request.conversation, dialogue());
  return stop ? await run(stop) : await undoLast(home, request, dialogue());
}

/** "No, cancel that", after something was started that has no revert: the step that stops it. Null for anything else. */
function stopOf(conversation: Conversation, now: DialogueContext): DoStep | null {
  const { undo: done } = conversation;
  const frame = lastFrame(conversation);
  if (frame?.act == null || !STARTING.has(frame.act) || done.some((outcome) => writeBack(outcome) !== null))
    return null;
  const targets = [...new Set(done.map(({ device }) => device))].flatMap((id) => now.index.devices.get(id) ?? []);
  const stopped = targets.map((indexed) => ({ indexed, service: null }));
  const step = doStep({ ...emptyFrame([]), act: "stop", heads: [headOf(stopped)] }, stopped);
  return step.kind === "do" && step.refusals.length === 0 && step.doings.length > 0 ? step : null;
}

/** Acts that start something which goes on by itself. */
const STARTING: ReadonlySet<Act> = new Set<Act>(["on", "start", "run", "clean", "mop", "mow"]);

/** "TV back off": reverts, and keeps the act for sentences that go on from it. */
async function returned(act: Act, context: CorrectionContext): Promise<LocalReply> {
  const { conversation } = context.request;
  const done = await all(context);
  const { focus } = conversation;
  const frame = lastFrame(conversation);
  if (focus && frame && frame.values.length === 0) conversation.focus = { ...focus, frame: { ...frame, act } };
  return done;
}

/** Whether the focus holds every device of the last change, although something else was said since. */
function isAboutLast({ undo, focus }: Conversation): boolean {
  const devices = focus?.devices ?? [];
  return devices.length > 0 && undo.every(({ device }) => devices.includes(device));
}

/** Whether a revert would do the opposite of the act: "turn those back on" after a command that left them on. */
function wouldSwitchBack(act: Act, { undo }: Conversation): boolean {
  if (act !== "on" && act !== "off") return false;
  return undo.some(
    (outcome) => "property" in outcome && /\.on$/.test(outcome.property) && outcome.value === (act === "on"),
  );
}

/** Whether an act of a lock follows a change of locks only: 再锁上 after the air conditioning of a car is about its lock. */
function isOfLock(act: Act, { undo }: Conversation): boolean {
  if (act !== "lock" && act !== "unlock") return true;
  return undo.every((outcome) => !("property" in outcome) || outcome.property.endsWith("locked"));
}

/** The outcomes of the turn that the last one went on from: "and the floor lamp too". Empty where it went on from none. */
function linkedOutcomes({ earlier = [], exchanges, focus }: Conversation): readonly Outcome[] {
  const before = earlier.at(-1) ?? [];
  const said = exchanges.at(-2)?.outcomes ?? [];
  const linked =
    before.every(({ device }) => focus?.with?.includes(device)) && before.every((each) => said.includes(each));
  return linked ? before : [];
}

/** "Just the left one": reverts the last command on the other devices. */
async function narrowed(what: string, { home, request, dialogue }: CorrectionContext): Promise<LocalResult | null> {
  const { conversation } = request;
  const last = conversation.exchanges.at(-1)?.outcomes ?? [];
  const before = linkedOutcomes(conversation);
  const devices = [...new Set([...before, ...last].map(({ device }) => device))];
  if (devices.length < 2) return null;
  const now = dialogue();
  const { also, values, changes, durations } = parseFrame(what, now);
  // "Strip to 30" is a command.
  if (also || values.length + changes.length + durations.length > 0) return null;
  const meant = pickDevices(what, devices, now);
  if (meant.length === 0 || meant.length === devices.length) return null;
  const wrong = [...before, ...conversation.undo].filter(({ device }) => !meant.includes(device));
  const { focus } = conversation;
  if (focus) conversation.focus = { ...focus, devices: meant };
  if (wrong.length === 0) {
    // The other devices were so before: they stay, and the reply says so.
    const others = last.filter(({ device }) => !meant.includes(device));
    return localReply(outcomeSentences(home, others, now.language) || messages(now.language).replies.leave, [], []);
  }
  const result = await revertOutcomes(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  if (conversation.undo.length === 0) conversation.undo = before.filter((outcome) => !wrong.includes(outcome));
  if (before.length > 0) conversation.earlier = (conversation.earlier ?? []).slice(0, -1);
  return result;
}
