import { pairsOf } from "../../../understanding/ground/candidates.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isComplete } from "../../../understanding/ground/frame-effects.ts";
import { queryStep } from "../../../understanding/ground/queries.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import type { DoStep, SentenceStep } from "../../../understanding/plan.ts";
import { understand } from "../../../understanding/understand.ts";
import { asksOnceMore, asksWhich, continuationIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation } from "../../contract.ts";
import { yesOrNo } from "../../open/yes-or-no.ts";
import { pickSimilar } from "../answers/pick-options.ts";
import { doableStep } from "../execution/step-kinds.ts";
import { headOf } from "./focus.ts";
import { lastFrame, parseFrame } from "./last-turn.ts";

/**
 * "Now Tom's", 爸爸的也打开, right after a command: repeats it on the one similar device that the words pick. Null where they
 * pick none or several.
 * @param unnamed only for words that name nothing of this home by themselves: 爸爸的
 */
export function repeatOnAnother(
  text: string,
  conversation: Conversation,
  context: DialogueContext,
  unnamed = false,
): DoStep | null {
  const before = lastFrame(conversation);
  const done = conversation.exchanges.at(-1)?.outcomes ?? [];
  if (before === null || before.asking !== null || done.length === 0 || !isComplete(before)) return null;
  const pair = saysBoth(text, before, context) ? twinOf(context) : null;
  if (pair) return doableStep(doStep({ ...before, heads: [headOf([pair])], places: [], also: true }, [pair]));
  const rest = continuationIn(text);
  if (rest === null || yesOrNo(rest) !== null) return null;
  const { values, props, heads, places, unknown } = parseFrame(rest, context);
  if (unnamed && (unknown.length === 0 || heads.length + places.length > 0)) return null;
  const sided = heads.some(({ ordinals }) => ordinals.some((role) => role === "left" || role === "right"));
  if (values.length + props.length > 0 || (!sided && heads.some(({ ordinals }) => ordinals.length > 0))) return null;
  const { index, focus } = context;
  const picked = pickSimilar(rest, focus.devices, before.act, context);
  // With several in that room, the one with the same name as the device in focus.
  const names = new Set(focus.devices.flatMap((id) => index.devices.get(id)?.device.name ?? []));
  const there = sided ? picked.filter(({ indexed }) => focus.rooms.includes(indexed.device.room?.id ?? "")) : picked;
  const targets = there.length > 1 ? there.filter(({ indexed }) => names.has(indexed.device.name)) : there;
  return targets.length === 1
    ? doableStep(doStep({ ...before, heads: [headOf(targets)], places: [], also: true }, targets))
    : null;
}

/** Whether a text says "both" and no more than the last act: "both", "open both", 两个都要. */
function saysBoth(text: string, before: Frame, context: DialogueContext): boolean {
  const { heads, places, values, props, changes, act, unknown, asking, negated } = parseFrame(text, context);
  const [head, ...others] = heads;
  const alike = act === null || (before.act !== null && areSimilarActs(act, before.act));
  const more = others.length + places.length + values.length + props.length + changes.length + unknown.length;
  return head?.type === "them" && head.quantifier === "both" && more === 0 && alike && asking === null && !negated;
}

/** Turns that "both" looks back: the question which one, and its answer. */
const PICKED_WITHIN = 2;

function asksBack(reply: string): boolean {
  return /[?？]\s*$/u.test(reply);
}

/** "Both of them at forty" after one of two was picked: runs the command on both. Null for anything else. */
export function repeatOnBoth(text: string, { exchanges }: Conversation, context: DialogueContext): DoStep | null {
  const lately = exchanges.slice(-PICKED_WITHIN);
  const asked = lately.some(({ reply, outcomes }) => asksBack(reply) && outcomes.length === 0);
  const frame = parseFrame(text, context);
  const [head, ...others] = frame.heads;
  const more = others.length + frame.places.length + frame.unknown.length + frame.durations.length;
  if (
    head?.type !== "them" ||
    head.quantifier !== "both" ||
    (head.count ?? 2) !== 2 ||
    more > 0 ||
    frame.asking !== null ||
    frame.negated
  )
    return null;
  if (frame.values.length + frame.changes.length === 0 && frame.act !== "on" && frame.act !== "off") return null;
  const twin = twinOf(context);
  const [one] = context.focus.devices.flatMap((id) => context.index.devices.get(id) ?? []);
  if (twin === null || one === undefined) return null;
  const spoken = lately.some(({ outcomes }) => outcomes.some(({ device }) => device === twin.indexed.device.id));
  if (!asked && !spoken) return null;
  const both: readonly DeviceTarget[] = [{ indexed: one, service: null }, twin];
  return doableStep(doStep({ ...frame, heads: [headOf(both)], bare: false }, both));
}

/** The only other device in the room like the one in focus; null where there is none or several. */
function twinOf(context: DialogueContext): DeviceTarget | null {
  const { devices } = context.focus;
  const [twin, ...others] = devices.length === 1 ? pairsOf(context) : [];
  return twin && others.length === 0 ? twin : null;
}

/** "And now?" repeats a question of the last so many turns. */
const ASKED_WITHIN = 3;

/** "And now?", 现在呢: the text of the last question. Null for any other text, or where nothing was asked lately. */
export function previousQuestion(text: string, { exchanges }: Conversation, context: DialogueContext): string | null {
  if (!asksOnceMore(text)) return null;
  const asked = exchanges.slice(-ASKED_WITHIN).findLast((exchange) => {
    const meant = understand(exchange.text, context, null);
    return meant.kind === "plan" && meant.steps.length > 0 && meant.steps.every(({ kind }) => kind === "answer");
  });
  return asked?.text ?? null;
}

/**
 * "And Leo's?" after a question about Emma's room: the text with the full name of Leo's room. Null where nothing was asked, or
 * no single room has that name.
 */
export function questionForOtherRoom(
  text: string,
  conversation: Conversation,
  { index }: DialogueContext,
): string | null {
  if (lastFrame(conversation)?.asking == null) return null;
  const rest = continuationIn(text.replace(/[?？]\s*$/u, ""))?.replace(/['’]s$/u, "");
  if (!rest || rest.length > LONGEST_OWNER) return null;
  const called = [...index.rooms].filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((each) => each.toLowerCase().replace("’", "'").startsWith(`${rest}'s `)),
  );
  const [room, ...others] = called;
  return room === undefined || others.length > 0
    ? null
    : text.replace(/['’]s\s*[?？]?\s*$/u, `'s ${afterOwner(room.name)}?`);
}

/** Longer words are no name, in characters. */
const LONGEST_OWNER = 30;

function afterOwner(name: string): string {
  return name.slice(name.search(/['’]s /u) + 3);
}

/** "Which ones?", 哪几个, after "are any on?": the same question with "which". Null where no such question was asked. */
export function whichQuestion(text: string, conversation: Conversation, context: DialogueContext): SentenceStep | null {
  const before = lastFrame(conversation);
  if (before?.asking == null || before.states.length === 0 || !asksWhich(text)) return null;
  const step = queryStep({ ...before, asking: "which" }, context);
  return step?.kind === "answer" ? step : null;
}
