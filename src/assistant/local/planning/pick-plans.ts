import { frameTargets } from "../../../understanding/ground/planning.ts";
import type { WordRole } from "../../../understanding/lexicon/types.ts";
import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import { type Item, isMark, playsRole } from "../../../understanding/parse/items.ts";
import { segment } from "../../../understanding/parse/segment.ts";
import { readFrame } from "../../../understanding/parse/slots/read.ts";
import { bareNumberOf, partialMomentIn } from "../../../understanding/plans/moments.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";
import { utteranceForms } from "../../../understanding/utterance/compiled-forms.ts";
import type { PlanRef } from "../../plan-changes.ts";
import type { PlanChoice, PlanContext } from "./context.ts";
import { isDueAt } from "./match-plans.ts";
import { type PlanFeatures, planFeatures } from "./plan-features.ts";

/** The plans that an answer picks. */
interface PickedPlans {
  /** Empty: the text is no answer. */
  readonly plans: readonly PlanRef[];
  /** Whether all of these are meant; otherwise one of them is. */
  readonly all: boolean;
}

const NOTHING: PickedPlans = { plans: [], all: false };

/**
 * Picks plans by number, name, device or time, "both" or "all". Every word of the text must pick: a text that says anything else
 * is no answer.
 */
export function pickPlans(text: string, { options, change }: PlanChoice, context: PlanContext): PickedPlans {
  if (text.length > 100) return NOTHING;
  const source = normalise(text);
  const told = options.flatMap((plan) => planFeatures(plan, context) ?? []);
  const named = told.filter(({ names }) => names.includes(bare(source)));
  if (named.length > 0) return { plans: named.map(({ plan }) => plan), all: false };
  const words = segment(tokenise(source), source, context.dialogue.index).filter((item) => !isMark(item));
  if (words.some((item) => REFUSING.some((role) => playsRole(item, role)))) return NOTHING;
  const verbs = VERBS[change.op];
  const said = words.filter(
    (item) => !isBeside(item) && !verbs.some((role) => playsRole(item, role)) && !isAct(item, change.op),
  );
  if (
    EVERY.some((role) => words.some((item) => playsRole(item, role))) ||
    matchesRole(text, "allOfThem", [...EVERY, ...verbs])
  ) {
    const rest = said.filter((item) => !isEvery(item));
    const kept = narrowed(rest, source, told, context);
    const both = words.some((item) => playsRole(item, "both"));
    return { plans: kept.map(({ plan }) => plan), all: !both || kept.length === 2 };
  }
  const numbers = said.map((item) => placeOf(item, options.length));
  const timed = words.some((item) => playsRole(item, "at_time"));
  if (!timed && numbers.length > 0 && numbers.every((at) => at !== null)) {
    const plans = numbers.flatMap((at) => options[at] ?? []);
    return { plans: [...new Set(plans)], all: true };
  }
  if (said.length === 0) return NOTHING;
  return { plans: narrowed(said, source, told, context).map(({ plan }) => plan), all: false };
}

/** The plans that match all words; all plans where there are no words. */
function narrowed(
  said: readonly Item[],
  source: string,
  told: readonly PlanFeatures[],
  context: PlanContext,
): readonly PlanFeatures[] {
  const durations = said.flatMap(({ measure }) => (measure?.kind === "duration" ? [measure.seconds * 1000] : []));
  const timely = said.filter(({ measure }) => measure?.kind !== "duration");
  const found = partialMomentIn(timely, (item) => bareNumberOf(item) !== null);
  const words = timely.filter((item) => !found?.words.has(item) && !isBeside(item));
  const devices =
    words.length === 0
      ? []
      : frameTargets(readFrame(words, context.dialogue.index, true), context.dialogue).map(
          ({ indexed }) => indexed.device.id,
        );
  const commanding = new Set(context.commanding(devices).map(({ id }) => id));
  const acts = words.flatMap(({ lex, home }) => (home?.devices.length ? [] : (lex?.acts ?? [])));
  // A text with an act is a new command, unless it describes a plan: "the one that opens the curtains", 关窗帘的那个.
  if (acts.length > 0 && !isRelative(source)) return [];
  const nouns = words.filter(({ lex }) => (lex?.acts.length ?? 0) === 0);
  const plainly = textOf(nouns);
  return told.filter((each) => {
    if (!durations.every((ms) => each.durationMs === ms)) return false;
    if (found && !isDueAt(found.moment, each, false)) return false;
    if (acts.length > 0 && !acts.some((act) => each.acts().has(act))) return false;
    if (nouns.length === 0) return true;
    return commanding.has(each.plan.id) || each.names.some((name) => name.includes(plainly));
  });
}

/** The place of an option that a word gives, from 0; null where it gives none. */
function placeOf(item: Item, count: number): number | null {
  const order = (["first", "second", "third", "fourth"] as const).findIndex((role) => playsRole(item, role));
  if (order >= 0) return order;
  if (playsRole(item, "last")) return count - 1;
  const quantity = item.measure?.kind === "quantity" ? item.measure.quantity : null;
  if (quantity === null || quantity.unit !== null || !Number.isInteger(quantity.value)) return null;
  return quantity.value >= 1 && quantity.value <= count ? quantity.value - 1 : null;
}

function isBeside(item: Item): boolean {
  const named = (item.home?.devices.length ?? 0) + (item.home?.rooms.length ?? 0) > 0;
  return !named && item.measure === null && BESIDE.some((role) => playsRole(item, role));
}

function isAct({ lex }: Item, op: PlanChoice["change"]["op"]): boolean {
  return (op === "pause" || op === "resume") && (lex?.acts.includes(op) ?? false);
}

function isEvery(item: Item): boolean {
  return EVERY.some((role) => playsRole(item, role)) || playsRole(item, "allOfThem");
}

/** "the one that …", …的那个 */
function isRelative(source: string): boolean {
  return utteranceForms().picks.test(source);
}

/** The words as one text, for comparison with names. */
function textOf(words: readonly Item[]): string {
  return words.map(({ text }) => text).join(words.some(({ grammar }) => grammar.spaces) ? " " : "");
}

function bare(source: string): string {
  return source.replace(/^[\s"“”]+|[\s"“”.。!！?？]+$/gu, "").trim();
}

/** Roles of words of an answer that pick nothing. */
const BESIDE = [
  "filler",
  "article",
  "thing",
  "it",
  "of",
  "for",
  "object",
  "and",
  "polite",
  "yes",
  "timer",
  "alarm",
  "planned",
  "automation",
  "scene",
  "at_time",
] as const satisfies readonly WordRole[];

const EVERY = ["all", "both", "everything", "them"] as const satisfies readonly WordRole[];

/** Roles of words that no answer holds: the text is about something else, or not clear. */
const REFUSING = ["except", "not", "leave", "or", "if", "when", "why", "what"] as const satisfies readonly WordRole[];

/** Roles of verbs that an answer may repeat, keyed by the change. */
const VERBS: Readonly<Record<PlanChoice["change"]["op"], readonly WordRole[]>> = {
  cancel: ["cancel", "delete"],
  pause: ["pausing"],
  resume: ["resuming"],
  add: [],
  move: ["changing"],
  adjust: ["changing", "pausing", "resuming"],
  activate: [],
  leave: ["cancel"],
};
