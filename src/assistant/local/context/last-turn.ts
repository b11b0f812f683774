import { type Outcome, succeeded } from "../../../home/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { readFrame } from "../../../understanding/parse/slots/read.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import type { Conversation } from "../../contract.ts";

/** The frame of the last command or question; null where there is none. */
export function lastFrame(conversation: Conversation): Frame | null {
  return (conversation.focus?.frame ?? null) as Frame | null;
}

/** Whether the turn before did what an undo would revert. */
export function didUndoableLastTurn({ undo, exchanges }: Conversation): boolean {
  const last = undo.at(-1);
  const before = exchanges.at(-1)?.outcomes ?? [];
  return last !== undefined && before.some((outcome) => isOne(outcome, last));
}

/** Whether the turn before did, or the one before it with only a turn between that did nothing: "thanks". */
export function didUndoableLately(conversation: Conversation): boolean {
  const { undo, exchanges } = conversation;
  const last = undo.at(-1);
  const between = exchanges.at(-1)?.outcomes.length === 0;
  const before = exchanges.at(-2)?.outcomes ?? [];
  return (
    didUndoableLastTurn(conversation) ||
    (between && last !== undefined && before.some((outcome) => isOne(outcome, last)))
  );
}

/** Whether the last command changed nothing, because everything was so already. */
export function wasUnchangedLastTurn({ exchanges }: Conversation): boolean {
  const last = exchanges.at(-1)?.outcomes ?? [];
  return last.length > 0 && last.every(({ status }) => status === "unchanged");
}

function isOne(one: Outcome, other: Outcome): boolean {
  if (one.device !== other.device || one.status !== other.status) return false;
  if ("property" in one) return "property" in other && one.property === other.property && one.value === other.value;
  return "action" in other && one.action === other.action;
}

/** Kinds that cool, although some of them can heat as well. */
const COOLING_TOO: ReadonlySet<string> = new Set(["air-conditioner", "air-condition-outlet"]);

/** A feeling that is said within this time after a command is its reason, in milliseconds. */
const REASON_MS = 2 * 60_000;

/** Whether a sentence gives the reason for the last command and asks for nothing: "it's freezing" after the air conditioner went off. */
export function isReasonForLastCommand(
  steps: readonly SentenceStep[],
  conversation: Conversation,
  now: number,
): boolean {
  const [step, ...others] = steps;
  if (step?.kind !== "do" || others.length > 0) return false;
  const { act, changes, heads, places, values, items } = step.frame;
  // A step for a feeling has no words of a command in its frame.
  const last = lastFrame(conversation)?.act ?? null;
  const recent = now - (conversation.exchanges.at(-1)?.at ?? 0) < REASON_MS;
  const cause = step.doings.every(({ target }) => COOLING_TOO.has(target.indexed.device.spec.kind));
  const felt = items.length === 0 && recent && cause && last !== null && areSimilarActs(last, "off");
  if (!felt && (act !== null || changes.length === 0 || heads.length + places.length + values.length > 0)) return false;
  // "Make it brighter" after the lamp was switched off wants light again.
  if (changes.some(({ props, direction }) => props.includes("brightness") && direction > 0)) return false;
  // A device that was off already was meant to be off as well.
  const said = conversation.exchanges.at(-1)?.outcomes ?? [];
  const ended = said.filter((outcome) => "property" in outcome && outcome.value === false && succeeded(outcome));
  return step.doings.every(({ target }) => ended.some(({ device }) => device === target.indexed.device.id));
}

/** Parses a few words as a clause. */
export function parseFrame(text: string, { index }: DialogueContext): Frame {
  return readFrame(segmentText(text, index), index, false);
}

/** The devices that the heads of a frame select, or may select; null where one head has none in this home. */
export function devicesOfFrame(frame: Frame, context: DialogueContext): readonly string[] | null {
  const found = frame.heads.map((head) => selectTargets(head, context, () => true));
  if (found.some(({ refusal }) => refusal !== undefined)) return null;
  const targets = found.flatMap((selection) => selection.targets ?? selection.options ?? []);
  return targets.map(({ indexed }) => indexed.device.id);
}
