import type { Effect } from "../ground/context.ts";
import type { Act } from "../lexicon/types.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { type Item, playsAnyRole, playsRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import type { DoStep, SentenceStep } from "../plan.ts";

/** Numbers of words that an interpretation understood but did not use, by kind. */
export interface UnusedWords {
  /** Devices or kinds that get no effect. */
  objects: number;
  /** Places without an effect. */
  places: number;
  /** Properties that are neither set nor asked for. */
  properties: number;
  /** Values, colours or levels that nothing is set to. */
  values: number;
  /** States in a command. */
  states: number;
  /** Acts beside the one that is done. */
  acts: number;
  /** Directions without an effect. */
  changes: number;
  /** Not, only, again, without, past, maybe. */
  binding: number;
  /** Words for how many: all, both, which, first. */
  quantifiers: number;
  /** Clock and calendar. */
  times: number;
}

/** Counts the words that the commands leave unused: an interpretation that leaves some is not certain. */
export function unusedWordsIn(steps: readonly SentenceStep[]): UnusedWords {
  const unused: UnusedWords = {
    objects: 0,
    places: 0,
    properties: 0,
    values: 0,
    states: 0,
    acts: 0,
    changes: 0,
    binding: 0,
    quantifiers: 0,
    times: 0,
  };
  const commands = commandStepsIn(steps);
  const [only] = commands;
  if (only && commands.length === 1) {
    count(only.frame, commands, unused);
    return unused;
  }
  const frames = new Map<Frame, DoStep[]>();
  for (const step of commands) {
    const same = frames.get(step.frame);
    if (same) same.push(step);
    else frames.set(step.frame, [step]);
  }
  for (const [frame, same] of frames) count(frame, same, unused);
  return unused;
}

/** All commands among the steps, also those for later and those of scenes. */
export function commandStepsIn(steps: readonly SentenceStep[]): readonly DoStep[] {
  if (steps.every((step) => step.kind === "do")) return steps;
  return steps.flatMap((step): readonly DoStep[] => {
    if (step.kind === "do") return [step];
    if (step.kind === "later" || step.kind === "whenever" || step.kind === "make-scene")
      return step.steps.flatMap((each) => (each.kind === "do" ? [each] : []));
    return [];
  });
}

function count(frame: Frame, steps: readonly DoStep[], unused: UnusedWords): void {
  const doings = steps.flatMap((step) => step.doings);
  const refused = steps.some(({ refusals }) => refusals.length > 0);
  const effects = doings.flatMap((doing) => doing.effects);
  const sets = effects.filter((effect) => effect.kind === "set");
  if (!refused) {
    for (const head of frame.heads) if (isIdle(head, doings)) unused.objects += 1;
    for (const place of frame.places) if (place.kind === "rooms" && isEmpty(place.ids, doings)) unused.places += 1;
  }
  unused.properties += frame.props.length > 0 && !effects.some((effect) => isAbout(frame.props, effect)) ? 1 : 0;
  const invoked = effects.length > sets.length ? 1 : 0;
  if (frame.values.length > 0 && invoked === 0) {
    const own = new Set(sets.filter(({ implied }) => implied !== true).map(({ property }) => property.type));
    unused.values += Math.max(0, frame.values.length - own.size);
  }
  unused.changes += frame.changes.length > 0 && sets.length === 0 && invoked === 0 ? 1 : 0;
  unused.states += frame.act !== null && frame.states.length > 0 ? 1 : 0;
  unused.acts += extraActs(frame);
  if (!anyHasRole(frame.items, COUNTED) && !frame.items.some(saysTime)) return;
  for (const item of frame.items) {
    if (playsRole(item, "not") && !frame.negated) unused.binding += 1;
    if (
      (playsRole(item, "only") && !frame.only) ||
      playsRole(item, "again") ||
      playsRole(item, "past") ||
      playsRole(item, "maybe")
    )
      unused.binding += 1;
    if (isQuantifier(item) && frame.heads.every(({ quantifier, ordinals }) => quantifier === null && !ordinals.length))
      unused.quantifiers += 1;
    if (saysTime(item)) unused.times += 1;
  }
}

/** A word of clock or calendar. */
function saysTime({ lex, measure }: Item): boolean {
  return (lex !== null && lex.time.length > 0) || measure?.kind === "clock";
}

/** Whether no device that the head may mean gets an effect. */
function isIdle(head: Head, doings: DoStep["doings"]): boolean {
  if (head.type === "devices") return !doings.some(({ target }) => head.devices.includes(target.indexed.device.id));
  return false;
}

/** Whether nothing is done in any of these rooms. */
function isEmpty(rooms: readonly string[], doings: DoStep["doings"]): boolean {
  return !doings.some(({ target }) => rooms.includes(target.indexed.device.room?.id ?? ""));
}

function isAbout(props: readonly string[], effect: Effect): boolean {
  return effect.kind === "invoke" || props.includes(effect.property.type);
}

const PLAIN = new Set(["set", "turn", "tell", "start", "run"]);

/** Number of different acts in one frame beside its own. */
function extraActs({ items, act }: Frame): number {
  const others: Act[] = [];
  for (const { lex, home } of items) {
    if (!lex || lex.acts.length === 0 || home || lex.kinds.length + lex.props.length + lex.changes.length > 0) continue;
    if (act !== null && lex.acts.includes(act)) continue;
    if (lex.acts.every((each) => PLAIN.has(each)) || lex.states.length > 0) continue;
    const [other] = lex.acts;
    if (other !== undefined && !others.includes(other)) others.push(other);
  }
  return others.length;
}

const QUANTIFIERS = [
  "all",
  "both",
  "each",
  "first",
  "second",
  "third",
  "fourth",
  "last",
  "left",
  "middle",
  "right",
] as const;

/** All words that may be left over by their role. */
const COUNTED = roleSet("not", "only", "again", "past", "maybe", ...QUANTIFIERS);

function isQuantifier(item: Item): boolean {
  return item.lex !== null && item.home === null && playsAnyRole(item, QUANTIFIERS);
}
