import type { DialogueContext } from "../ground/context.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Act } from "../lexicon/types.ts";
import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { namesDevice, namesKind } from "../parse/senses.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { asksForMore, isPlainStatement, saysWhen } from "../utterance/aside.ts";
import { utteranceForms } from "../utterance/compiled-forms.ts";
import { isReport } from "../utterance/complaints.ts";
import { isConditional, type UtterancePiece, utterancePiecesOf } from "../utterance/pieces.ts";
import { utteranceOf } from "../utterance/utterance.ts";
import { Sentence } from "./sentence.ts";

/**
 * A refusal for a thing that this home lacks, where nothing else of a command was understood; null where anything else may
 * be meant.
 */
export function missingThingIn(items: readonly Item[], source: string, context: DialogueContext): Understanding | null {
  const step = absentThing(items, source, context);
  return step ? { kind: "plan", steps: [step], frames: [] } : absentBesideReason(items, source, context);
}

/**
 * Handles a command for a known thing that is no device of this home: 打开吹风机，我要吹头发. Null where anything else may be meant.
 */
function absentThing(items: readonly Item[], source: string, context: DialogueContext): SentenceStep | null {
  if (isQuestion(items) || isConditional(items) || items.some(isBound)) return null;
  const pieces = utterancePiecesOf(items, source);
  if (isReport(pieces)) return null;
  const wanted = pieces.flatMap((piece) => {
    const said = isWanted(piece) ? thingIn(piece.items, context) : null;
    return said === null ? [] : [said];
  });
  const [said, ...others] = wanted;
  const named = items.filter((item, at) => isHere(item, context) && !(at > 0 && isOwned(item, items[at - 1])));
  if (said === undefined || others.length > 0 || named.length > 0) return null;
  return { kind: "refuse", refusal: { code: "no-device", said, place: null, nearest: null } };
}

/**
 * Handles a reason with a command for a missing device: 我看不清路
 * 把走廊灯打开. Null where anything but refusals comes of it.
 */
function absentBesideReason(items: readonly Item[], source: string, context: DialogueContext): Understanding | null {
  const { aside, report, retracted, replaced, items: core, wished } = utteranceOf(items, source);
  if (!aside || report || retracted || replaced !== null || core.length === 0 || isConditional(items)) return null;
  const meant = new Sentence(source, context, null, "now", wished).understand(core);
  const absentOnly =
    meant.kind === "plan" &&
    meant.steps.every((each) => each.kind === "refuse" && ABSENT.has(each.refusal.code)) &&
    meant.steps.length > 0;
  return absentOnly ? meant : null;
}

/** Codes of refusals for what this home lacks. */
const ABSENT: ReadonlySet<string> = new Set(["no-device", "no-room", "no-property", "no-action"]);

/** Roles of words that make it no plain command for now, besides those that are checked for each part. */
const BOUND = modifierRolesExcept("negation", "denial", "condition", "consequence", "limit", "repetition");

function isBound(item: Item): boolean {
  // "关掉" cancels a plan as well.
  return playsAnyRole(item, BOUND) && (item.lex?.acts.length ?? 0) === 0;
}

function isTime({ lex, measure }: Item): boolean {
  return (lex?.time.length ?? 0) > 0 || measure?.kind === "clock";
}

/** Acts that are about something other than the named device. */
const OTHER_ACTS: ReadonlySet<Act> = new Set<Act>(["tell", "play", "locate"]);

/** Whether a part says that something shall be done. */
function isWanted(piece: UtterancePiece): boolean {
  const { items, reason } = piece;
  const [first] = items;
  const moved = first !== undefined && playsRole(first, "object");
  if (
    reason ||
    items.some((item) => playsRole(item, "not") || isTime(item)) ||
    (isPlainStatement(piece) && !moved) ||
    saysWhen(piece)
  )
    return false;
  const unknown = items.filter(isUnknown).map(({ text, grammar }) => (grammar.spaces ? ` ${text} ` : text));
  if (utteranceForms().moods.test(unknown.join(""))) return false;
  if (asksForMore(piece) && !moved && (first?.lex?.acts.length ?? 0) === 0) return false;
  const acts = items.flatMap(({ lex }) => lex?.acts ?? []);
  if (acts.some((act) => OTHER_ACTS.has(act))) return false;
  // 用 in 好用 needs a value to be a command.
  const switched = acts.length > 0 && items.some((item) => playsRole(item, "off") || playsRole(item, "on"));
  return switched || acts.some((act) => act !== "set" && act !== "turn") || items.some(commands);
}

function commands({ lex, measure }: Item): boolean {
  if (measure) return true;
  return lex !== null && (lex.actions.length + lex.changes.length + lex.makers.length > 0 || lex.level !== null);
}

/** The words for the only thing of a part that this home lacks; null when there is none, or more. */
function thingIn(items: readonly Item[], { index }: DialogueContext): string | null {
  const things = items.filter((item) => isThing(item) || (isAbsentKind(item, index) && !isUnknown(item)));
  const [thing, ...others] = things;
  if (!thing || others.length > 0) return null;
  const next = items[items.indexOf(thing) + 1];
  // 衣柜灯 is a light of the wardrobe.
  return next !== undefined && isOwned(next, thing)
    ? `${thing.said}${thing.grammar.spaces ? " " : ""}${next.said}`
    : thing.said;
}

/** Whether a kind right behind such a thing belongs to it. */
function isOwned(item: Item, before: Item | undefined): boolean {
  return before !== undefined && isThing(before) && before.to === item.from && namesKind(item) && !namesDevice(item);
}

/** Whether it is a household thing that is no kind of device. */
function isThing(item: Item): boolean {
  return isUnknown(item) && lexicon().things.has(item.stem);
}

function isAbsentKind(item: Item, index: DialogueContext["index"]): boolean {
  return (
    namesKind(item) && !namesDevice(item) && (item.lex?.kinds.every((kind) => index.ofKind(kind).size === 0) ?? false)
  );
}

/** Whether it names something of this home that may be meant. */
function isHere(item: Item, { index }: DialogueContext): boolean {
  if (isMark(item)) return false;
  if (namesDevice(item) || (item.home?.parts.length ?? 0) > 0 || playsRole(item, "it") || playsRole(item, "them"))
    return true;
  // "Switch" is a verb here.
  return namesKind(item) && (item.lex?.acts.length ?? 0) === 0 && !isAbsentKind(item, index);
}
