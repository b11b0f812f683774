import type { DialogueContext } from "../ground/context.ts";
import { frameTargets } from "../ground/planning.ts";
import type { Act, WordRole } from "../lexicon/types.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../parse/items.ts";
import { readFrame } from "../parse/slots/read.ts";
import { namesHomeEntity } from "../parse/time/time-words.ts";
import { planForms } from "./compiled-forms.ts";
import { bareNumberOf, isTimeParticle, partialMomentIn } from "./moments.ts";
import { ANY_PLAN, type PlanDescription, type PlanNoun } from "./request.ts";

/** The description of a plan in these words; null when a word is about something else. */
export function planDescriptionIn(given: readonly Item[], context: DialogueContext): PlanDescription | null {
  const items = given.filter((item) => !isMark(item));
  if (items.some((item) => item.measure?.kind === "impossible" || isForeign(item))) return null;
  const found = partialMomentIn(items, (item) => isHourHere(items, item));
  if (found === null && items.some(({ lex, home }) => !home && (lex?.time.length ?? 0) > 0)) return null;
  let of: PlanNoun | null = null;
  let [all, it] = [false, false];
  let order: number | null = null;
  const durations: number[] = [];
  const things: Item[] = [];
  const acts: Act[] = [];
  const names: Item[] = [];
  for (const [at, item] of items.entries()) {
    const { measure, lex } = item;
    if (found?.words.has(item)) continue;
    if (measure?.kind === "duration") durations.push(measure.seconds * 1000);
    else if (measure?.kind === "quantity") {
      if (bareNumberOf(item) === null) return null;
      names.push(item);
    } else if (namesHomeEntity(item) || isThing(item)) things.push(item);
    else {
      const noun = planNounOf(item);
      const particle = PARTICLES.find((role) => playsRole(item, role));
      if (particle && things.length > 0) acts.push(particle);
      else if (noun !== null) of = preferred(of, noun);
      else if (playsAnyRole(item, EVERY)) all = true;
      else if (playsRole(item, "it")) it ||= items.every((each) => each === item || isTimeParticle(each));
      else if (orderOf(items, at) !== null) order = orderOf(items, at);
      else if (isTimeParticle(item) || planForms().small.has(item.text)) continue;
      else if ((lex?.acts.length ?? 0) > 0 && lex?.acts.every((act) => act === "set")) continue;
      else {
        acts.push(...(lex?.acts ?? []));
        names.push(item);
      }
    }
  }
  // A scene with this name goes before a plan.
  if (of === null && names.some(({ home }) => (home?.scenes.length ?? 0) > 0)) return null;
  const about = things.length > 0 ? items.filter((item) => !planNounOf(item) && !found?.words.has(item)) : [];
  const targets = about.length > 0 ? frameTargets(readFrame(about, context.index, true), context) : [];
  // Beside devices and acts no name is possible.
  const words = targets.length > 0 ? [] : [...names, ...things].sort((a, b) => a.from - b.from);
  if (targets.length > 0 && names.some(({ lex }) => (lex?.acts.length ?? 0) === 0)) return null;
  return {
    ...ANY_PLAN,
    of,
    durations,
    moment: found?.moment ?? null,
    targets,
    acts: targets.length > 0 ? acts : [],
    words: joined(words),
    order,
    all,
    it,
  };
}

/** The word for a plan that the item is; null when it is none. */
export function planNounOf(item: Item): PlanNoun | null {
  if (namesHomeEntity(item)) return null;
  if (playsRole(item, "alarm") || playsRole(item, "wake")) return "alarm";
  if (playsRole(item, "remind")) return "reminder";
  if (playsRole(item, "timer")) return "timer";
  if (playsRole(item, "automation")) return "rule";
  return playsRole(item, "planned") && (item.lex?.roles.length ?? 0) === 1 ? "plan" : null;
}

/** The more specific of two nouns: 定时提醒 is a reminder, a timer's alarm an alarm. */
function preferred(before: PlanNoun | null, noun: PlanNoun): PlanNoun {
  if (before === null || before === "timer" || before === "plan") return noun;
  return before;
}

/** Whether a bare number is an hour: "the 7 alarm", "the eight one", "at 7". */
function isHourHere(items: readonly Item[], item: Item): boolean {
  const at = items.indexOf(item);
  const [before, next] = [items[at - 1], items[at + 1]];
  const led = before !== undefined && (playsRole(before, "near_time") || playsRole(before, "for"));
  const followed =
    next !== undefined && (planNounOf(next) !== null || playsRole(next, "thing") || bareNumberOf(next) !== null);
  return led || followed || next?.lex?.time.some(({ kind }) => kind === "part" || kind === "day") === true;
}

/** Whether it is a kind of device. */
function isThing(item: Item): boolean {
  return (item.lex?.kinds.length ?? 0) > 0 && planNounOf(item) === null && (item.lex?.acts.length ?? 0) === 0;
}

/** Which plan by its time: 0 for "next" and "first", -1 for "last". Null when none is said. */
function orderOf(items: readonly Item[], at: number): number | null {
  const item = items[at];
  if (item === undefined) return null;
  const order = (["first", "second", "third", "fourth"] as const).findIndex((role) => playsRole(item, role));
  if (order >= 0) return order;
  if (playsRole(item, "last")) return -1;
  const next = items.slice(at + 1).find((each) => !isTimeParticle(each));
  return playsRole(item, "next_week") && (next === undefined || planNounOf(next) !== null || playsRole(item, "thing"))
    ? 0
    : null;
}

/** Particles that say what is done: "turning the TV off". */
const PARTICLES = ["on", "off"] as const;

const EVERY = ["all", "both", "each", "allOfThem", "everything", "them"] as const satisfies readonly WordRole[];

/** Whether the item shows that the words are no description of a plan. */
function isForeign(item: Item): boolean {
  if (namesHomeEntity(item)) return false;
  return playsAnyRole(item, FOREIGN) && !planForms().small.has(item.text);
}

/** Roles that show a sentence of another kind, or a second subject. */
const FOREIGN = [
  "not",
  "if",
  "when",
  "when_end",
  "whenever",
  "unless",
  "until",
  "except",
  "exceptBehind",
  "or",
  "and",
  "but",
  "why",
  "cancel",
  "delete",
  "changing",
  "undo",
  "past",
  "maybe",
  "scene",
  "next_clause",
] as const satisfies readonly WordRole[];

/** The words of a name; in a language without spaces, adjacent items are one word. */
function joined(items: readonly Item[]): string[] {
  const words: string[] = [];
  let last: Item | null = null;
  for (const item of items) {
    const before = words.at(-1);
    if (before !== undefined && last?.to === item.from && !item.grammar.spaces)
      words[words.length - 1] = before + item.text;
    else words.push(item.text);
    last = item;
  }
  return words;
}
