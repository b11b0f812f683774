import type { Frame } from "../parse/frame.ts";
import { type Item, isMark, isUnknown, playsRole } from "../parse/items.ts";
import type { SentenceStep } from "../plan.ts";
import { type InterpretationScope, leftAsideItems } from "../readings/interpretation.ts";
import { unusedWordsIn } from "../readings/unused-words.ts";
import type { SentenceDecision } from "./decide.ts";

/** Longest simple sentence, in words or Chinese phrases; a mere list of commands may be longer. */
const LONGEST = { mixed: 14, list: 30 };
/** Longest simple objection. */
const LONGEST_OBJECTION = 10;
/** Longest sentence that may lead to a question back: in a longer one the answer may have been missed. */
const LONGEST_ASKED = 6;
/** Longest sentence that only says that something stays as it is. */
const LONGEST_LEFT = 4;
/** Most items left aside before a question back; with more than courtesy the question is seldom right. */
const MOST_LEFT = 3;

/** Scopes that leave unknown words aside. */
const IN_PART: ReadonlySet<InterpretationScope> = new Set<InterpretationScope>(["loose", "parts", "command"]);

/**
 * Whether a decision uses every word of a sentence that says one simple thing. If not, the decision is right more often than
 * not, but a language model, where there is one, is right more often still.
 */
export function isPlain({ kind, understanding, readings }: SentenceDecision): boolean {
  const [best] = readings;
  // A fixed form has no readings beside it.
  if (kind === "hand-on" || understanding.kind === "unknown" || best === undefined) return true;
  const { steps, frames } = understanding;
  const left = leftAsideItems(best);
  if (IN_PART.has(best.way) || left.some(isUnknown)) return false;
  const said = best.said.filter((item) => !isMark(item));
  // 又忘了关灯，帮我关一下 leaves nothing as it is.
  if (said.length > LONGEST_LEFT && steps.every(({ kind: each }) => each === "leave")) return false;
  const list = best.way === "whole" && steps.every((step) => step.kind === "do" || step.kind === "make-scene");
  if (said.length > LONGEST[list ? "list" : "mixed"]) return false;
  const { values, states, acts, changes, quantifiers, times } = unusedWordsIn(steps);
  if (values + states + acts + changes + quantifiers + times > 0) return false;
  if (steps.some(({ kind: each }) => each === "ask") && (said.length > LONGEST_ASKED || left.length > MOST_LEFT))
    return false;
  if (steps.some((step) => step.kind === "do" && step.refusals.length > 0 && step.doings.length > 0)) return false;
  // "Open the curtains, and once that's done the lamp off": the awaited event is seldom known here.
  if (steps.some(({ kind: each }) => each === "whenever") && steps.some(({ kind: each }) => each === "do"))
    return false;
  if (steps.length > 1 && !areAlike(steps)) return false;
  if (steps.length > 1 && frames.some(({ heads }) => heads.some(isElided))) return false;
  return (
    frames.every((frame) => !reckons(frame.items) && !leaves(frame)) &&
    steps.every((step) => step.kind !== "answer" || answers(step))
  );
}

/** Whether an objection to the last action is simple. */
export function isBrief(said: readonly Item[]): boolean {
  return said.filter((item) => !isMark(item)).length <= LONGEST_OBJECTION;
}

/** The same, and every word is known: an unknown remark may change the command. */
export function isBriefAndKnown(said: readonly Item[]): boolean {
  return isBrief(said) && !said.some(isUnknown);
}

/** Whether all steps are answers or all are commands, with nothing asked back or refused. */
function areAlike(steps: readonly SentenceStep[]): boolean {
  return steps.every((step) => {
    if (step.kind === "ask" || step.kind === "refuse" || step.kind === "unmet") return false;
    if (step.kind === "do" && step.refusals.length > 0) return false;
    return tells(step) === tells(steps[0]);
  });
}

function tells(step: SentenceStep | undefined): boolean {
  return step?.kind === "answer" || step?.kind === "why";
}

/** 小宝房间的全打开 behind 艾玛房间的窗帘: "all" stands for a word that was said before. */
function isElided({ type, text }: { readonly type: string; readonly text: string }): boolean {
  return type === "everything" && text === "";
}

/** "The brightness of the left one plus ten". */
function reckons(items: readonly Item[]): boolean {
  return items.some(
    (item, at) => playsRole(item, "and") && playsRole(item, "add") && items[at + 1]?.measure?.kind === "quantity",
  );
}

/** 留个百分之三十: how much is to be left of something. */
function leaves({ items, values, leaving, except }: Frame): boolean {
  const excepts = leaving || except.heads.length + except.places.length > 0;
  return values.length > 0 && !excepts && items.some((item) => playsRole(item, "leave"));
}

/** Whether an answer covers the whole question: every property, and no count of days or hours. */
function answers({ frame, query }: Extract<SentenceStep, { kind: "answer" }>): boolean {
  const told = query.properties.flatMap((property) => property?.type ?? []);
  // "Which lamp is the brightest" asks for one, and not for how many there are.
  const ends = frame.items.some(
    ({ lex, home }) => home === null && lex !== null && (lex.level !== null || lex.changes.length > 0),
  );
  if (ends && query.limit === undefined && (query.asking === "which" || query.asking === "howMany")) return false;
  // "How long have we got left on the filter" asks how long, and not since when.
  if (query.asking === "since" && frame.props.length > 0 && frame.states.length === 0) return false;
  return frame.items.every((item) => {
    const { lex, home, measure } = item;
    if (isUnknown(item) || (playsRole(item, "until") && query.asking !== "since")) return false;
    if (lex === null || home !== null || measure !== null) return true;
    if (lex.unit !== null) return false;
    if (lex.props.length === 0 || lex.kinds.length + lex.states.length > 0 || told.length === 0) return true;
    return lex.props.some((property) => told.includes(property));
  });
}
