import { commandStep } from "./ground/commands.ts";
import { isComplete } from "./ground/compute.ts";
import { queryStep } from "./ground/queries.ts";
import type { Situation } from "./ground/situation.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import { clausesOf, isAsking } from "./parse/clauses.ts";
import type { Frame, Head } from "./parse/frame.ts";
import { type Item, is, isMark, segment } from "./parse/items.ts";
import { readFrame } from "./parse/read.ts";
import type { Step, Understanding } from "./plan.ts";
import { corrected } from "./text/spelling.ts";
import { MAX_SENTENCE, normalise, tokenise } from "./text/tokens.ts";

/** Decides what a sentence means in this home: pure, synchronous, without changing anything. */
export function understand(text: string, situation: Situation, previous: Frame | null): Understanding {
  if (text.length > MAX_SENTENCE) return { kind: "unknown", frames: [] };
  const source = normalise(text);
  const tokens = corrected(tokenise(source), lexicon(), situation.index);
  const items = segment(tokens, source, situation.index);
  const frames: Frame[] = [];
  const steps: Step[] = [];
  let before = previous;
  for (const { items: clause } of clausesOf(items)) {
    const question = isQuestion(clause);
    const frame = readFrame(clause, situation.index, question);
    if (question) frame.asking = askingOf(frame);
    else complete(frame, before, frames.length > 0);
    frames.push(frame);
    const step = stepOf(frame, situation);
    if (step === null) return { kind: "unknown", frames };
    steps.push(step);
    before = frame;
  }
  if (steps.length === 0) return { kind: "unknown", frames };
  return { kind: "plan", steps, frames };
}

function stepOf(frame: Frame, situation: Situation): Step | null {
  if (frame.blocked) return null;
  if (frame.asking !== null) return isClear(frame) ? queryStep(frame, situation) : null;
  if (frame.negated) return isComplete(frame) ? { kind: "leave" } : null;
  if (!isClear(frame)) return unknownTarget(frame);
  return commandStep(frame, situation);
}

/** Whether every word of the clause has found its place. */
function isClear({ unknown }: Frame): boolean {
  return unknown.length === 0;
}

/** "turn on the jacuzzi": clear in everything but what is meant, which this home lacks. */
function unknownTarget(frame: Frame): Step | null {
  const { act, heads, unknown, values, props, changes } = frame;
  const plain = act === "on" || act === "off" || act === "open" || act === "close";
  if (!plain || heads.length > 0 || unknown.length > 3 || values.length + props.length + changes.length > 0)
    return null;
  const last = frame.items.filter((item) => !isMark(item) && !is(item, "filler")).at(-1);
  if (!last || !unknown.every((item, at) => at === 0 || item.from === unknown[at - 1]?.to)) return null;
  const said = unknown.map(({ text }) => text).join(unknown[0]?.first.kind === "han" ? "" : " ");
  return { kind: "refuse", refusal: { code: "no-device", said, place: null, nearest: null } };
}

/** Whether a clause asks: it begins with "is" or a question word, or ends in a question particle. */
function isQuestion(items: readonly Item[]): boolean {
  const words = items.filter((item) => !isMark(item));
  const first = words.findIndex((item) => !is(item, "filler") && !is(item, "and"));
  const start = words[first];
  if (!start) return false;
  if (words.some((item) => isAsking(item) && (item.first.kind === "han" || is(item, "yesNo")))) return !isPolite(words);
  if (start.first.kind === "word" && (is(start, "is") || isAsking(start))) return true;
  const telling = start.lex?.acts.includes("tell") ?? false;
  if (telling) return true;
  return words.some(
    (item, at) => at > 0 && (is(item, "howMany") || is(item, "which")) && words[at - 1]?.lex?.acts.includes("tell"),
  );
}

/** "能帮我开灯吗" wants the lamp on. */
function isPolite(words: readonly Item[]): boolean {
  return (
    words.some((item) => /^(能|可以|可不可以|能不能|能否|是否可以|行不行)/.test(item.text)) &&
    !words.some((item) => (item.lex?.states.length ?? 0) > 0 && (item.lex?.acts.length ?? 0) === 0)
  );
}

function askingOf(frame: Frame): NonNullable<Frame["asking"]> {
  const has = (role: Parameters<typeof is>[1]): boolean => frame.items.some((item) => is(item, role));
  if (has("why")) return "why";
  if (has("since")) return "since";
  const counted =
    has("howMany") &&
    (frame.states.length > 0 || frame.heads.some(({ type }) => type === "kind")) &&
    frame.props.length === 0;
  if (counted) return "howMany";
  if (has("which")) return "which";
  if (has("where") || frame.items.some((item) => item.lex?.acts.includes("locate"))) return "where";
  const states = frame.states.length > 0;
  const quantifier = frame.heads[0]?.quantifier;
  const what = has("what") || has("how");
  if (what && states && frame.props.length === 0 && frame.heads.length <= 1 && !has("yesNo")) return "which";
  if (what && !states) return "value";
  if (frame.items.some((item) => item.lex?.acts.includes("tell")) && !states && !has("yesNo")) return "value";
  if (quantifier === "all") return "all";
  if (
    quantifier === "any" ||
    (has("yesNo") &&
      frame.items.some((item) => item.text === "有没有" && frame.heads.every(({ type }) => type === "kind")))
  )
    return "any";
  return "polar";
}

/** Fills in from what was said before: "… and the bedroom too", "make it darker", "再低两度". */
function complete(frame: Frame, before: Frame | null, sameSentence: boolean): void {
  if (!before) return;
  const hasTarget = frame.heads.length > 0 || frame.places.length > 0;
  if (
    frame.act === null &&
    !isComplete(frame) &&
    hasTarget &&
    frame.unknown.length === 0 &&
    isComplete(before) &&
    (frame.also || sameSentence)
  ) {
    frame.act = before.act;
    frame.to = before.to;
    frame.by = before.by;
    frame.changes = before.changes;
    frame.props = before.props;
    frame.propText = before.propText;
    frame.values = before.values;
    frame.durations = before.durations;
    frame.amount = before.amount;
    frame.factor = before.factor;
    if (frame.heads.length === 0) takePlaces(frame, before);
    return;
  }
  const bareValue = frame.act === null && frame.changes.length === 0 && frame.values.length > 0;
  if (bareValue && sameSentence) {
    frame.act = before.act === "raise" || before.act === "lower" ? before.act : "set";
    frame.to ||= before.to;
    frame.by ||= before.by;
    if (frame.props.length === 0 && hasTarget) {
      frame.props = before.props;
      frame.propText = before.propText;
    }
  }
  if (frame.heads.length === 0 && isComplete(frame) && (sameSentence || frame.also)) {
    if (frame.places.length > 0 && (frame.also || bareValue)) takePlaces(frame, before);
    else if (
      frame.places.length === 0 &&
      before.heads.length > 0 &&
      !frame.items.some((item) => isSelfContained(item))
    ) {
      frame.heads = before.heads;
    }
  }
}

/** Acts that find their devices by themselves ("mute", "next song") need none from before. */
function isSelfContained({ lex }: Item): boolean {
  return (
    lex?.acts.some(
      (act) => act === "mute" || act === "next" || act === "previous" || act === "clean" || act === "mow",
    ) ?? false
  );
}

function takePlaces(frame: Frame, before: Frame): void {
  const { places } = frame;
  frame.heads = before.heads.map(
    (head): Head => (head.type === "devices" ? asKind(head, places) : { ...head, places }),
  );
  frame.places = [];
}

function asKind(head: Head, places: Head["places"]): Head {
  return { ...head, places };
}
