import { commandStep } from "../ground/commands.ts";
import type { DialogueContext } from "../ground/context.ts";
import type { Act } from "../lexicon/types.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { emptyFrame, type Frame } from "../parse/frame.ts";
import { type Item, playsAnyRole, playsRole } from "../parse/items.ts";
import { anyHasMeasure } from "../parse/role-index.ts";
import { namesKind } from "../parse/senses.ts";
import type { PlannedEffects, SentenceStep } from "../plan.ts";

/** Types of properties by which a device itself counts how long it works. */
const OWN_TIMES: readonly string[] = ["target-time", "cook-time"];

/** Acts after which nothing works that could be counted. */
const ENDING: ReadonlySet<Act> = new Set<Act>(["off", "close", "stop", "pause"]);

/** Roles of words that make it something other than a time from now on. The device's own timer may be called one. */
const BOUND = [...modifierRolesExcept("waiting", "ringing", "repetition"), "is", "add", "more", "also"] as const;

/** A time that the device counts itself, and the words beside it. */
export interface DeviceTimer {
  readonly item: Item;
  readonly seconds: number;
  readonly rest: readonly Item[];
}

/**
 * Finds a duration for the device's own timer: "the air fryer to 180 for 12 minutes". Such a command is not undone by a
 * timer of Jia. Null when there is none.
 */
export function deviceTimerIn(items: readonly Item[], index: HomeIndex): DeviceTimer | null {
  const at = anyHasMeasure(items) ? items.findIndex(({ measure }) => measure?.kind === "duration") : -1;
  const item = items[at];
  if (item?.measure?.kind !== "duration") return null;
  const [before, after] = [items[at - 1], items[at + 1]];
  const delayed =
    (after && playsRole(after, "after")) || (before && (playsRole(before, "in_time") || playsRole(before, "every")));
  if (delayed || items.some(({ lex }) => lex?.acts.some((act) => ENDING.has(act)))) return null;
  if (items.some((each) => playsAnyRole(each, BOUND)) || (before && playsRole(before, "by"))) return null;
  // "The air fryer takes 12 minutes" is a statement.
  const thing = items.findIndex((each) => devicesOf(each, index).length > 0);
  const acted = items.findIndex(({ lex }) => (lex?.acts.length ?? 0) > 0);
  if (items[thing]?.grammar.verbFirst && acted > thing) return null;
  const led = before !== undefined && (playsRole(before, "for") || playsRole(before, "to"));
  if (item.grammar.durationsLed && !led) return null;
  const named = items.flatMap((each) => devicesOf(each, index));
  if (named.length === 0 || !named.every((indexed) => ownTimesOf(indexed).length > 0)) return null;
  const rest = items.filter((each) => each !== item && !(led && each === before));
  return { item, seconds: item.measure.seconds, rest };
}

function devicesOf(item: Item, index: HomeIndex): readonly IndexedDevice[] {
  const devices = item.home?.devices ?? [];
  if (devices.length > 0) return devices.flatMap((id) => index.devices.get(id) ?? []);
  return namesKind(item) ? (item.lex?.kinds ?? []).flatMap((kind) => [...index.ofKind(kind)]) : [];
}

function ownTimesOf({ capabilities }: IndexedDevice): readonly string[] {
  return OWN_TIMES.filter((type) => capabilities.properties.has(type));
}

/** The command that sets the device's own timer; null when it cannot. */
export function deviceTimerStep(
  { item, seconds }: DeviceTimer,
  about: Frame,
  context: DialogueContext,
): SentenceStep | null {
  const frame: Frame = {
    ...emptyFrame([item]),
    act: "set",
    heads: about.heads,
    places: about.places,
    props: [...OWN_TIMES],
    propText: item.said,
    durations: [{ seconds, item }],
  };
  const step = commandStep(frame, context);
  // A timer in minutes cannot take seconds.
  return seconds % MINUTE !== 0 && step?.kind === "do" && step.doings.some(countsMinutes) ? null : step;
}

const MINUTE = 60;

function countsMinutes({ effects }: PlannedEffects): boolean {
  return effects.some((effect) => effect.kind === "set" && effect.property.unit === "minutes");
}

/** Whether a frame only names the device: "set the air fryer", "the air fryer". */
export function isBareName({ act, props, values, changes, actions, unknown, more }: Frame): boolean {
  const said = props.length + values.length + changes.length + actions.length + unknown.length;
  return (act === null || act === "set") && said === 0 && more === 0;
}
