import { isPower, type Property, type Value } from "../../home/index.ts";
import { valueWords } from "../../language/index.ts";
import type { DialogueContext, Effect } from "../ground/context.ts";
import type { DeviceTarget } from "../ground/target.ts";
import type { Frame } from "../parse/frame.ts";
import { isMark } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import type { DoStep } from "../plan.ts";
import { normalise } from "../text/tokens.ts";
import { understand } from "../understand.ts";
import type { MemoryForms } from "./forms.ts";

export type PreferencePart = "morning" | "noon" | "afternoon" | "evening" | "night";

/** A preferred value of a property. `of` null: of anything that has the property. */
export interface Preference {
  readonly kind: "preference";
  readonly of:
    | { readonly type: "room" | "device"; readonly id: string }
    | { readonly type: "kind"; readonly id: string; readonly room?: string }
    | null;
  /** Type of the property: "brightness". */
  readonly property: string;
  readonly value: Value;
  readonly part: PreferencePart | null;
}

/** The part of the day that the words name; null when there is none. */
export function partSaid(words: string | undefined, { parts }: MemoryForms): PreferencePart | null {
  if (words === undefined) return null;
  for (const [part, pattern] of Object.entries(parts))
    if (new RegExp(`^(?:${pattern})$`, "iu").test(words.trim())) return part as PreferencePart;
  return null;
}

/**
 * The preference in a sentence, found by understanding the command that would set it: "I like the bedroom at 19 degrees".
 * Null where that is no such command.
 */
export function preferenceIn(
  thing: string,
  value: string,
  part: PreferencePart | null,
  context: DialogueContext,
  { command }: MemoryForms,
): Preference | null {
  const text = command.replace("{thing}", () => thing.trim()).replace("{value}", () => value.trim());
  const meant = understand(text, { ...context, focus: { devices: [], rooms: [], address: null } }, null);
  const step = meant.kind === "plan" && meant.steps.length === 1 ? onlySetting(meant.steps[0]) : null;
  const [frame, ...frames] = meant.frames;
  if (step === null || frame === undefined || frames.length > 0) return null;
  const set = step.doings.flatMap(({ effects }) => effects.filter(isSetting));
  const [first] = set;
  if (!first || set.some(({ property }) => property.type !== first.property.type)) return null;
  const of = aboutOf(
    frame,
    step.doings.map(({ target }) => target),
  );
  const kept = keptValue(first.property, first.value, value, context);
  return of && { kind: "preference", of, property: first.property.type, value: kept, part };
}

type Setting = Extract<Effect, { readonly kind: "set" }>;

function onlySetting(step: unknown): DoStep | null {
  const { kind, doings = [], refusals = [] } = (step ?? {}) as Partial<DoStep>;
  if (kind !== "do" || refusals.length > 0 || doings.length === 0) return null;
  return doings.every(({ effects }) => effects.every(({ kind: each }) => each === "set")) ? (step as DoStep) : null;
}

/** Whether the effect sets a property, and does not only switch on for it. */
function isSetting(effect: Effect): effect is Setting {
  return effect.kind === "set" && !(isPower(effect.property) && effect.implied === true);
}

/** The value in a form that can be set anywhere: a colour as it was said, a listed value by its name. */
function keptValue(property: Property, value: Value, said: string, { index }: DialogueContext): Value {
  if (property.type === "color") return colourIn(said, index) === null ? value : said.trim();
  const listed = property.values.find((each) => each.value === value);
  return listed ? listed.description : value;
}

function aboutOf(frame: Frame, targets: readonly DeviceTarget[]): Preference["of"] {
  const [head, ...others] = frame.heads;
  const places = [...frame.places, ...(head?.places ?? [])];
  const [place, ...more] = places;
  if (others.length > 0 || more.length > 0 || frame.except.heads.length > 0) return null;
  const room = place?.kind === "rooms" && place.ids.length === 1 ? place.ids[0] : undefined;
  if (place !== undefined && room === undefined) return null;
  const [target] = targets;
  switch (head?.type) {
    case undefined:
      return room === undefined ? null : { type: "room", id: room };
    case "kind": {
      const [kind] = head.kinds;
      if (kind === undefined || head.modifiers.length + head.ordinals.length > 0) return null;
      return { type: "kind", id: kind, ...(room !== undefined && { room }) };
    }
    case "devices":
      return target && targets.length === 1 ? { type: "device", id: target.indexed.device.id } : null;
    default:
      return null;
  }
}

/** A favourite of a property of anything: "my favourite colour is teal". Null where nothing has such a value. */
export function favouriteSaid(
  property: string,
  value: string,
  context: DialogueContext,
): Pick<Preference, "kind" | "of" | "property" | "value"> | null {
  const { index } = context;
  const about = { kind: "preference" as const, of: null, property };
  if (property === "color") return colourIn(value, index) === null ? null : { ...about, value: value.trim() };
  const [only, ...others] = segmentText(normalise(value.trim()), index).filter((item) => !isMark(item));
  const quantity = only?.measure?.kind === "quantity" ? only.measure.quantity : null;
  if (others.length > 0 || quantity === null) return null;
  const { value: amount, unit } = quantity;
  const fits = UNITS[property]?.includes(unit ?? "") === true;
  return fits ? { ...about, value: amount } : null;
}

/** Units in which amounts of a property may be said, keyed by property type; "": none. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  "target-temperature": ["", "degree", "celsius"],
  brightness: ["", "percent"],
  volume: ["", "percent"],
  "color-temperature": ["kelvin"],
};

/** The colour that the words name, 0xRRGGBB; null where they name none. */
export function colourIn(words: string, index: DialogueContext["index"]): number | null {
  const [only, ...others] = segmentText(normalise(words.trim()), index).filter((item) => !isMark(item));
  return only && others.length === 0 ? (only.lex?.color ?? null) : null;
}

/** Whether the value is the name of an entry of the property's list. */
export function isListed(property: Property, value: Value): boolean {
  if (typeof value !== "string") return false;
  const text = value.trim().toLowerCase();
  return property.values.some(
    ({ description }) => description.trim().toLowerCase() === text || valueWords(description).includes(text),
  );
}

/** The property type that a word for a favourite means; null when there is none. */
export function propertyCalled(word: string, { properties }: MemoryForms): string | null {
  for (const [type, pattern] of Object.entries(properties))
    if (new RegExp(`^(?:${pattern})$`, "iu").test(word.trim())) return type;
  return null;
}
