import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isComplete } from "../../../understanding/ground/frame-effects.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { type Item, isMark, playsRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { type Objection, objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { LocalReply, LocalResult } from "../../contract.ts";
import { devicesOfFrame, parseFrame } from "../context/last-turn.ts";
import { roomIdsOf } from "../execution/plan-commands.ts";
import { joinSentences } from "../execution/undo.ts";
import type { CorrectionContext } from "./replace.ts";

/** An "only" clause, and the command beside it. */
interface OnlyClause {
  /** The words that "only" limits the last command to: "the ceiling light". */
  readonly only: string;
  /** The devices that these words may mean. */
  readonly devices: readonly string[];
  readonly command: string;
  /** null: the command only asks to leave another device as it is. */
  readonly frame: Frame | null;
  /** The clause excludes these devices instead: "not the lamp". */
  readonly spare?: Spare;
}

type Spare = Extract<Objection, { kind: "spare" }>;

/** Longer texts hold more than these two clauses, in characters. */
const LONGEST = 100;

/**
 * "Just the ceiling light, turn the floor lamp off", 吸顶灯就行，落地灯关掉: reverts the last command on other devices, and runs the
 * command beside the "only" clause. Null where the text has no such two clauses.
 * @param narrow reverts the last command on all devices but the named ones
 * @param spare reverts the last command on the named devices
 */
export async function handleOnlyClause(
  { request: { text, conversation }, dialogue, anew }: CorrectionContext,
  narrow: (only: string) => Promise<LocalResult | null>,
  spare: (objection: Spare) => Promise<LocalResult | null>,
): Promise<LocalResult | null> {
  const now = dialogue();
  const found = onlyClauseIn(text, now);
  if (found === null) return null;
  const { only, devices, command, frame } = found;
  if (found.spare) {
    // 落地灯不要，吸顶灯调到三十: reverts the one, sets the other.
    const back = frame && !isUnsaid(frame) ? await spare(found.spare) : null;
    return back?.handled ? combinedResult(back, await anew(command), dialogue()) : null;
  }
  // "Just the ceiling light, leave the lamp on" says the same twice.
  if (frame === null) return await narrow(only);
  if (isUnsaid(frame)) {
    // "Just the ceiling light, turn it off": the command is about the ceiling light.
    const rooms = roomIdsOf(devices.flatMap((id) => now.index.devices.get(id)?.device ?? []));
    // 就留落地灯，调到五十: reverts the others as well.
    const others = frame.values.length > 0 ? await narrow(only) : null;
    conversation.focus = { devices, rooms, address: null, frame: null };
    return combinedResult(others, await anew(command), dialogue());
  }
  const back = await narrow(only);
  const others = frame.heads.some(({ type }) => type === "other");
  if (others && !back?.handled) return null;
  return combinedResult(back, await anew(command), dialogue());
}

/** Joins the results of the revert and of the command, as far as each was handled. */
function combinedResult(back: LocalResult | null, done: LocalResult, context: DialogueContext): LocalResult {
  return back?.handled && done.handled ? both(back, done, context) : done.handled ? done : (back ?? done);
}

function both(back: LocalReply, done: LocalReply, context: DialogueContext): LocalReply {
  const again = back.outcomes.every(({ device }) => done.outcomes.some((outcome) => outcome.device === device));
  const told = again ? [done.reply] : [back.reply, done.reply];
  return {
    ...done,
    reply: joinSentences(told, context),
    expectsReply: back.expectsReply || done.expectsReply,
    outcomes: [...back.outcomes, ...done.outcomes],
    calls: [...back.calls, ...done.calls],
  };
}

/** Finds the two clauses in either order; null where one of them says more, or both are about the same device. */
function onlyClauseIn(text: string, context: DialogueContext): OnlyClause | null {
  if (text.length > LONGEST) return null;
  const source = normalise(text);
  const items = segmentText(source, context.index);
  for (const [at, item] of items.entries()) {
    const next = items[at + 1];
    const joins = next !== undefined && isMark(item) && (playsRole(next, "and") || playsRole(next, "but"));
    const [before, after] = [
      source.slice(0, item.first.start).trim(),
      source.slice(joins ? next.end : item.end).trim(),
    ];
    if (next === undefined || before === "" || after === "" || !separatesClauses(item, next)) continue;
    const found = parsedPair(before, after, context) ?? (isMark(item) ? parsedPair(after, before, context) : null);
    if (found) return found;
  }
  return null;
}

/** Whether an item separates two clauses. "And" also joins names, so an act must follow it. */
function separatesClauses(item: Item, next: Item): boolean {
  return isMark(item) || ((playsRole(item, "and") || playsRole(item, "but")) && (next.lex?.acts.length ?? 0) > 0);
}

function parsedPair(said: string, command: string, context: DialogueContext): OnlyClause | null {
  const against = objectionsIn(command);
  const stays = against.some(({ kind }) => kind === "spare");
  const frame = parseFrame(command, context);
  if (frame.asking !== null || frame.unknown.length > 0 || against.some(({ kind }) => kind === "only")) return null;
  const bids = frame.act !== null || frame.values.length > 0;
  if (!stays && (!bids || frame.negated || !isComplete(frame))) return null;
  for (const objection of objectionsIn(said)) {
    const spare = objection.kind === "spare" && !stays ? { spare: objection } : {};
    if (objection.kind !== "only" && !("spare" in spare)) continue;
    if (!("what" in objection) || (objection.kind === "only" && objection.act !== null)) continue;
    const named = parseFrame(objection.what, context);
    const devices = isNameAlone(named) ? devicesOfFrame(named, context) : null;
    if (devices === null || devices.length === 0) continue;
    const meant = isUnsaid(frame) ? [] : (devicesOfFrame(frame, context) ?? []);
    if (!meant.some((id) => devices.includes(id)))
      return { only: objection.what, devices, command, frame: stays ? null : frame, ...spare };
  }
  return null;
}

/** Whether a frame names devices or kinds, and nothing else. */
function isNameAlone({ heads, act, values, changes, props, states, unknown, durations, asking, also }: Frame): boolean {
  const more = values.length + changes.length + props.length + states.length + unknown.length + durations.length;
  const named = heads.length > 0 && heads.every(({ type }) => type === "devices" || type === "kind");
  return named && more === 0 && act === null && asking === null && !also;
}

/** Whether a frame names no target: "it", or nothing. */
function isUnsaid({ heads, places }: Frame): boolean {
  return places.length === 0 && heads.every(({ type }) => type === "it" || type === "them");
}
