import type { Effect } from "../ground/situation.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { type Item, is, isAny } from "../parse/items.ts";
import { roleSet, says } from "../parse/said.ts";
import type { DoStep, Step } from "../plan.ts";

/** How many words of each kind a reading understood and did not use. */
export interface Unused {
  /** A device or kind that nothing is done to. */
  objects: number;
  /** A place in which nothing is done. */
  places: number;
  /** A property that nothing sets or asks. */
  properties: number;
  /** A value, colour or level that nothing is set to. */
  values: number;
  /** A state said of what is commanded. */
  states: number;
  /** An act beside the one that is done. */
  acts: number;
  /** A direction that no value follows. */
  changes: number;
  /** Not, only, again, without, past, maybe. */
  binding: number;
  /** Words for how many: all, both, which, first. */
  quantifiers: number;
  /** Clock and calendar. */
  times: number;
}

/** What each command of a reading leaves unused: a reading with something left over is not certain. */
export function unusedIn(steps: readonly Step[]): Unused {
  const unused: Unused = {
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
  const frames = new Map<Frame, DoStep[]>();
  for (const step of commandsOf(steps)) {
    const same = frames.get(step.frame);
    if (same) same.push(step);
    else frames.set(step.frame, [step]);
  }
  for (const [frame, commands] of frames) count(frame, commands, unused);
  return unused;
}

/** Commands, whenever they are done. */
export function commandsOf(steps: readonly Step[]): readonly DoStep[] {
  if (steps.every((step) => step.kind === "do")) return steps;
  return steps.flatMap((step): readonly DoStep[] => {
    if (step.kind === "do") return [step];
    if (step.kind === "later" || step.kind === "whenever" || step.kind === "make-scene")
      return step.steps.flatMap((each) => (each.kind === "do" ? [each] : []));
    return [];
  });
}

function count(frame: Frame, steps: readonly DoStep[], unused: Unused): void {
  const doings = steps.flatMap((step) => step.doings);
  const refused = steps.some(({ refusals }) => refusals.length > 0);
  const effects = doings.flatMap((doing) => doing.effects);
  const sets = effects.filter((effect) => effect.kind === "set");
  if (!refused) {
    unused.objects += frame.heads.filter((head) => isIdle(head, steps)).length;
    const rooms = new Set(doings.map(({ target }) => target.indexed.device.room?.id));
    unused.places += frame.places.filter(
      (place) => place.kind === "rooms" && !place.ids.some((id) => rooms.has(id)),
    ).length;
  }
  unused.properties += frame.props.length > 0 && !effects.some((effect) => isAbout(frame.props, effect)) ? 1 : 0;
  const own = new Set(sets.filter(({ implied }) => implied !== true).map(({ property }) => property.type));
  const invoked = effects.length > sets.length ? 1 : 0;
  unused.values += Math.max(0, frame.values.length - Math.max(own.size, invoked * frame.values.length));
  unused.changes += frame.changes.length > 0 && sets.length === 0 && invoked === 0 ? 1 : 0;
  unused.states += frame.act !== null && frame.states.length > 0 ? 1 : 0;
  unused.acts += extraActs(frame);
  if (!says(frame.items, COUNTED) && !frame.items.some(saysTime)) return;
  for (const item of frame.items) {
    if (is(item, "not") && !frame.negated) unused.binding += 1;
    if ((is(item, "only") && !frame.only) || is(item, "again") || is(item, "past") || is(item, "maybe"))
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

/** Whether nothing is done to any device that the head may mean. */
function isIdle(head: Head, steps: readonly DoStep[]): boolean {
  const doings = steps.flatMap((step) => step.doings);
  if (head.type === "devices") return !doings.some(({ target }) => head.devices.includes(target.indexed.device.id));
  return false;
}

function isAbout(props: readonly string[], effect: Effect): boolean {
  return effect.kind === "invoke" || props.includes(effect.property.type);
}

const PLAIN = new Set(["set", "turn", "tell", "start", "run"]);

/** How many different acts stand in one frame beside its own. */
function extraActs({ items, act }: Frame): number {
  const others = new Set<string>();
  for (const { lex, home } of items) {
    if (!lex || lex.acts.length === 0 || home || lex.kinds.length + lex.props.length + lex.changes.length > 0) continue;
    if (act !== null && lex.acts.includes(act)) continue;
    if (lex.acts.every((each) => PLAIN.has(each)) || lex.states.length > 0) continue;
    others.add(lex.acts[0] ?? "");
  }
  return others.size;
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
  return item.lex !== null && item.home === null && isAny(item, QUANTIFIERS);
}
