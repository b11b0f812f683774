import { type Command, type Home, isPower, type Outcome } from "../../../home/index.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { directionOf } from "../../../understanding/ground/frame-effects.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import { doSteps, type SentenceStep, type Understanding } from "../../../understanding/plan.ts";
import { understand } from "../../../understanding/understand.ts";
import type { Objection } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply, LocalRequest, LocalResult } from "../../contract.ts";
import { pickDevices, pickSimilar } from "../answers/pick-options.ts";
import { devicesOfFrame, lastFrame, parseFrame } from "../context/last-turn.ts";
import { effectCommands, plannedEffectsOf } from "../execution/plan-commands.ts";
import { joinSentences, revertOutcomes } from "../execution/undo.ts";
import { hasContradiction, repeatOnTarget, similarElsewhere } from "./repeat-elsewhere.ts";

/** The parts of the engine that a correction is carried out with. */
export interface CorrectionContext {
  readonly home: Home;
  readonly request: LocalRequest;
  /** The context of now: a revert changes it. */
  readonly dialogue: () => DialogueContext;
  /** Carries out a sentence in place of the one before, or of `said`; `room`: the room that is meant. */
  readonly instead: (text: string, said?: Frame, room?: string | null) => Promise<LocalResult>;
  /** Carries out a sentence by itself, as things are now. */
  readonly anew: (text: string) => Promise<LocalResult>;
  /** Carries out a sentence that goes on from the one before. */
  readonly carry: (text: string) => Promise<LocalResult>;
  /** Carries out a step. */
  readonly run: (step: SentenceStep) => Promise<LocalReply>;
  readonly runAll: (steps: readonly SentenceStep[]) => Promise<LocalReply>;
}

/** "No, I meant the bedroom": reverts the last command, as far as the new one does not set the same, and runs the new one. */
export async function replaceLast(
  { rest, denied, weak }: Extract<Objection, { kind: "instead" }>,
  context: CorrectionContext,
): Promise<LocalResult | null> {
  const { home, request, dialogue, instead } = context;
  const { conversation } = request;
  const now = dialogue();
  const before = lastFrame(conversation);
  if (before === null || before.asking !== null || (denied !== null && !isDenied(denied, conversation, now)))
    return null;
  const elsewhere = await repeatedElsewhere(rest, before, context);
  if (elsewhere) return elsewhere;
  const beside = roomOfWrong(conversation, now);
  const near = beside === null ? null : understand(rest, { ...now, room: beside }, before, true);
  const room = near !== null && isCommand(near) && isIn(beside, near) ? beside : now.room;
  const meant = room === now.room || near === null ? understand(rest, now, before, true) : near;
  if (!isCommand(meant)) return await pickedInstead(rest, before, context);
  if (meant.frames.some(({ also }) => also)) return null;
  const alone = understand(rest, { ...now, focus: { devices: [], rooms: [], address: null } }, null);
  if (isCommand(alone) && !alone.frames.every(({ bare }) => bare) && (weak || !isLike(meant, before, conversation)))
    return null;
  const changed = effectCommands(plannedEffectsOf(meant.steps));
  if (hasContradiction(changed)) return null;
  const relative = meant.frames.some((frame) => directionOf(frame) !== 0);
  // A device that is set again stays on meanwhile.
  const isAnew = (outcome: Outcome): boolean =>
    !relative &&
    "property" in outcome &&
    changed.some(
      (command) =>
        command.kind === "set" &&
        command.device === outcome.device &&
        (isOn(outcome, home) || command.properties.some(({ address }) => address === outcome.property)),
    );
  const kept = conversation.undo.filter(isAnew);
  // "No, more" goes on from the present value.
  const way = directionOf(before);
  const same = changed.every(({ device }) => conversation.undo.some((outcome) => outcome.device === device));
  const goesOn =
    way !== 0 && same && meant.frames.every((frame) => directionOf(frame) === way && frame.values.length === 0);
  const wrong =
    goesOn || (!relative && setsSameProperties(changed, conversation))
      ? []
      : conversation.undo.filter((outcome) => !kept.includes(outcome));
  const back = wrong.length > 0 ? await revertOutcomes(home, wrong, request, now) : null;
  conversation.undo = [];
  const done = await instead(rest, before, room);
  if (!done.handled) return back;
  conversation.undo = [...kept, ...conversation.undo];
  return back ? both(back, { ...done, refused: done.refused ?? 0 }, now) : done;
}

/** Whether commands set only properties that the last turn set: "no, cool" after "26 degrees, heating" keeps the degrees. */
function setsSameProperties(changed: readonly Command[], { exchanges }: Conversation): boolean {
  const set = (exchanges.at(-1)?.outcomes ?? []).flatMap((outcome) =>
    "property" in outcome ? `${outcome.device} ${outcome.property}` : [],
  );
  return changed.every(
    (command) =>
      command.kind === "set" && command.properties.every(({ address }) => set.includes(`${command.device} ${address}`)),
  );
}

/** "I meant the one in the study": reverts the wrong device and repeats the whole sentence on the other one. */
async function repeatedElsewhere(
  rest: string,
  before: Frame,
  { home, request, dialogue, runAll }: CorrectionContext,
): Promise<LocalReply | null> {
  const { conversation } = request;
  // A temporary command is repeated elsewhere, with its time.
  if ((conversation.passing ?? []).length > 0) return null;
  const now = dialogue();
  const done = lastDone(conversation);
  const wrong = [...new Set(done.map(({ device }) => device))];
  const target = similarElsewhere(rest, wrong, before, now);
  const steps = target && repeatOnTarget(target, wrong, before, conversation, now);
  if (!steps) return null;
  const back = conversation.undo.length > 0 ? await revertOutcomes(home, conversation.undo, request, now) : null;
  conversation.undo = [];
  const anew = await runAll(steps);
  return back ? both(back, anew, now) : anew;
}

/** Replaces a command that changed nothing: there is nothing to revert, and the undo of before stays. */
export async function replaceUnchanged(
  objection: Extract<Objection, { kind: "instead" }>,
  context: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = context.request;
  const { undo, earlier = [] } = conversation;
  conversation.undo = [];
  const result = await replaceLast(objection, context);
  if (result === null || conversation.undo.length === 0) conversation.undo = undo;
  else if (undo.length > 0) conversation.earlier = [...earlier, undo];
  return result;
}

/** The one room of the wrong devices, where it is not the speaker's: "not that one, the lamp" is about the lamp there. */
function roomOfWrong({ undo }: Conversation, { index, room }: DialogueContext): string | null {
  const [only, ...others] = new Set(undo.map(({ device }) => index.devices.get(device)?.device.room?.id ?? null));
  return only === undefined || others.length > 0 || only === room ? null : only;
}

function isIn(room: string | null, { steps }: Extract<Understanding, { kind: "plan" }>): boolean {
  return plannedEffectsOf(steps).every(({ target }) => target.indexed.device.room?.id === room);
}

function isOn(outcome: Outcome, home: Home): boolean {
  if (!("property" in outcome) || outcome.value !== true) return false;
  const property = home.device(outcome.device)?.spec.properties.get(outcome.property);
  return property !== undefined && isPower(property);
}

/**
 * "The TV instead": repeats the last command on another target. Works as well after a command that did nothing, because it was
 * asked which one or the home lacks it.
 */
export async function replaceTarget(
  { rest, said: whole }: Pick<Extract<Objection, { kind: "other" }>, "rest" | "said">,
  fresh: boolean,
  context: CorrectionContext,
): Promise<LocalResult | null> {
  const { request, dialogue, instead } = context;
  const now = dialogue();
  const { heads, places, values, changes, props, act, unknown, asking } = parseFrame(rest, now);
  const more = values.length + changes.length + props.length + unknown.length;
  if (asking !== null) return null;
  if (heads.length + places.length === 0 || more > 0 || act !== null) return await saidInstead(whole, fresh, context);
  if (fresh) return await replaceLast({ kind: "instead", rest, denied: null, weak: false }, context);
  const last = request.conversation.exchanges.at(-1);
  if (!last || last.outcomes.length > 0 || heads.length === 0) return null;
  const [said, ...others] = understand(last.text, now, null).frames;
  if (!said || others.length > 0 || said.asking !== null || said.act === null || said.values.length > 0) return null;
  // A door is unlocked by a command of its own.
  if (said.act === "unlock") return null;
  if (said.durations.length + said.changes.length + said.props.length > 0 || said.untimed) return null;
  const before = { ...said, unknown: [], negated: false, blocked: false };
  return isCommand(understand(rest, now, before, true)) ? await instead(rest, before) : null;
}

/** "Make it 20 instead", "put Tom's lamp on instead": the correction is a command of its own. */
async function saidInstead(said: string, fresh: boolean, context: CorrectionContext): Promise<LocalResult | null> {
  const { request, dialogue, instead } = context;
  const before = lastFrame(request.conversation);
  if (said === request.text || before === null || before.asking !== null) return null;
  const frame = parseFrame(said, dialogue());
  const another = fresh && frame.heads.some(({ type }) => type !== "it" && type !== "them");
  const done = another ? await replaceLast({ kind: "instead", rest: said, denied: null, weak: false }, context) : null;
  if (done) return done;
  return isCommand(understand(said, dialogue(), before)) ? await instead(said) : null;
}

/** 换落地灯 after the ceiling light was switched off: switches that one on. */
export async function switchOnInstead(
  rest: string,
  { request, dialogue, instead }: CorrectionContext,
): Promise<LocalResult | null> {
  const last = lastFrame(request.conversation);
  if (last === null) return null;
  const before: Frame = { ...last, act: "on", also: false };
  return isCommand(understand(rest, dialogue(), before, true)) ? await instead(rest, before) : null;
}

/** "I said Tom's": picks by words among devices like the wrong one, and repeats the command on it. */
async function pickedInstead(
  rest: string,
  before: Frame,
  { home, request, dialogue, run }: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = dialogue();
  const done = lastDone(conversation);
  const wrong = done.map(({ device }) => device);
  const targets = pickSimilar(rest, wrong, before.act, now);
  const step = targets.length === 1 ? doStep(before, targets) : null;
  if (step?.kind !== "do" || step.refusals.length > 0) return null;
  if (conversation.undo.length === 0) return await run(step);
  const back = await revertOutcomes(home, conversation.undo, request, now);
  conversation.undo = [];
  return both(back, await run(step), now);
}

/** Joins the replies of a revert and of the command after it. */
function both(back: LocalReply, done: LocalReply, context: DialogueContext): LocalReply {
  return {
    ...done,
    reply: isSetAnew(back, done) ? done.reply : joinSentences([back.reply, done.reply], context),
    expectsReply: back.expectsReply || done.expectsReply,
    outcomes: [...back.outcomes, ...done.outcomes],
    calls: [...back.calls, ...done.calls],
  };
}

/** Whether every reverted property was set again: then the revert is not worth telling. */
function isSetAnew(back: LocalReply, done: LocalReply): boolean {
  return back.outcomes.every(
    (outcome) =>
      "property" in outcome &&
      done.outcomes.some(
        (each) => each.device === outcome.device && "property" in each && each.property === outcome.property,
      ),
  );
}

/** Whether every step runs now, and none is refused, asked about or planned. */
function isCommand(understanding: Understanding): understanding is Extract<Understanding, { kind: "plan" }> {
  return (
    understanding.kind === "plan" &&
    understanding.steps.length > 0 &&
    understanding.steps.every((step) => step.kind === "do" && step.refusals.length === 0)
  );
}

/** Whether a command is like the one before: it has the same act, or commands the same devices. */
function isLike(meant: Understanding, before: Frame, { undo }: Conversation): boolean {
  if (meant.kind === "unknown") return false;
  const steps = doSteps(meant.steps);
  const alike = steps.every(
    ({ frame: { act } }) => act !== null && before.act !== null && areSimilarActs(act, before.act),
  );
  const devices = new Set(undo.map(({ device }) => device));
  const same = plannedEffectsOf(steps).every(({ target }) => devices.has(target.indexed.device.id));
  return steps.length === meant.steps.length && (alike || same);
}

/** Whether the denied words name a device or room of the last command. */
function isDenied(denied: string, { undo: changed, exchanges }: Conversation, context: DialogueContext): boolean {
  const undo = changed.length > 0 ? changed : (exchanges.at(-1)?.outcomes ?? []);
  const frame = parseFrame(denied, context);
  if (frame.unknown.length > 0) return frame.act === null && isPicked(denied, undo, context);
  // "Not there, in the bedroom"
  if (frame.heads.length === 0 && frame.places.length > 0 && frame.places.every(({ kind }) => kind === "there"))
    return true;
  const devices = devicesOfFrame(frame, context);
  if (devices === null) return false;
  const rooms = frame.places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  return undo.some(({ device }) => {
    const room = context.index.devices.get(device)?.device.room?.id;
    return devices.includes(device) || (room !== undefined && rooms.includes(room));
  });
}

/** Whether words pick a device of the last command among similar ones: "the strip". */
function isPicked(words: string, done: readonly Outcome[], context: DialogueContext): boolean {
  const { index } = context;
  const kinds = new Set(done.flatMap(({ device }) => index.devices.get(device)?.device.spec.kind ?? []));
  const alike = [...kinds].flatMap((kind) => [...index.ofKind(kind)]).map(({ device }) => device.id);
  const picked = pickDevices(words, alike, context);
  return done.some(({ device }) => picked.includes(device));
}

/** The outcomes of the last command: those that can be undone, else those of the last turn. */
function lastDone({ undo, exchanges }: Conversation): readonly Outcome[] {
  return undo.length > 0 ? undo : (exchanges.at(-1)?.outcomes ?? []);
}
