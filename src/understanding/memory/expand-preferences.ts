import {
  kindName,
  type Language,
  languageOf,
  messages,
  nameIn,
  packOf,
  placedName,
  unitText,
} from "../../language/index.ts";
import type { DialogueContext } from "../ground/context.ts";
import { segmentText } from "../parse/segment.ts";
import { readFrame } from "../parse/slots/read.ts";
import { normalise } from "../text/tokens.ts";
import { type CompiledMemoryForms, everyGroupsIn, memoryForms } from "./compiled-forms.ts";
import { type EntityMatch, matchEntity } from "./entities.ts";
import type { ZonedContext } from "./expand-times.ts";
import { colourIn, type Preference, type PreferencePart, propertyCalled } from "./preferences.ts";

/** The result of expanding preferences in a sentence. */
export type PreferenceExpansion =
  /** The sentence with the preferred values. */
  | { readonly kind: "put"; readonly text: string }
  /** No preference is known. `place`: where, as it was said. */
  | { readonly kind: "unknown"; readonly place: string };

/** In UTF-16 units: longer texts are not expanded. */
const LONGEST = 200;

/** Replaces preferences by their values: "set the lamp to my favourite colour". Null where a sentence has none. */
export function expandPreferences(
  said: string,
  likings: readonly Preference[],
  context: ZonedContext,
): PreferenceExpansion | null {
  const text = normalise(said.trim().replace(/[\s.。!！]+$/u, ""));
  if (text.length > LONGEST) return null;
  const standing = inPart(likings, context);
  for (const language of memoryForms()) {
    const { forms } = language;
    for (const { property = "", where } of everyGroupsIn(language, "alone", text)) {
      const type = propertyCalled(property, forms);
      if (type !== null) return aloneAt(type, where, standing, context, language);
    }
    for (const { thing = "", does, property } of everyGroupsIn(language, "asLiked", text)) {
      const type = property === undefined ? propertyMeant(does ?? "", forms) : propertyCalled(property, forms);
      const found = asLiked(thing, type, standing, context, language);
      if (found) return found;
    }
    for (const { where } of everyGroupsIn(language, "comfortable", text)) {
      const found = comfortable(where, standing, context, language);
      if (found) return found;
    }
    const inline = language.favourite.exec(text);
    const type = inline ? propertyCalled(inline.groups?.["property"] ?? "", forms) : null;
    if (!inline || type === null) continue;
    const liking = standing.find(({ of, property }) => of === null && property === type);
    const value = liking && valueWords(liking, context, language.language);
    if (value == null) return { kind: "unknown", place: "" };
    return { kind: "put", text: text.slice(0, inline.index) + value + text.slice(inline.index + inline[0].length) };
  }
  return null;
}

/** Hours at which the parts of a day begin. */
const BEGINNINGS: readonly (readonly [hour: number, part: PreferencePart])[] = [
  [5, "morning"],
  [11, "noon"],
  [13, "afternoon"],
  [17, "evening"],
  [22, "night"],
];

/** The preferences for the current part of the day. They override those for the whole day. */
function inPart(likings: readonly Preference[], { now, timezone }: ZonedContext): readonly Preference[] {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const part = BEGINNINGS.findLast(([begins]) => hour >= begins)?.[1] ?? "night";
  const own = likings.filter((liking) => liking.part === part);
  const about = ({ of, property }: Preference): string => JSON.stringify([of, property]);
  const special = new Set(own.map(about));
  return [...own, ...likings.filter((liking) => liking.part === null && !special.has(about(liking)))];
}

/** A favourite without a thing, here or in a place: "set my favourite colour". */
function aloneAt(
  property: string,
  where: string | undefined,
  likings: readonly Preference[],
  context: ZonedContext,
  { forms, language }: CompiledMemoryForms,
): PreferenceExpansion {
  const room = roomMeant(where, context, forms);
  const liking = likings.find((each) => each.of === null && each.property === property);
  const value = liking && valueWords(liking, context, language);
  if (value == null) return { kind: "unknown", place: where ?? "" };
  const called = room === null ? null : nameOfRoom(room, context, language);
  if (property === "target-temperature") {
    if (called === null) return { kind: "unknown", place: where ?? "" };
    return put(forms.commandFor, called, value);
  }
  if (called === null) return put(forms.command, forms.lamps, value);
  return put(forms.commandFor, kindWords("light", called, language), value);
}

/**
 * Sets something as it is liked.
 * @param property null: all preferences for it
 */
function asLiked(
  thing: string,
  property: string | null,
  likings: readonly Preference[],
  context: ZonedContext,
  compiled: CompiledMemoryForms,
): PreferenceExpansion | null {
  const { forms, language } = compiled;
  const { index } = context;
  const frame = readFrame(segmentText(normalise(thing), index), index, false);
  const meant = matchEntity(thing, context, forms);
  const [head] = frame.heads;
  if (meant === null && head?.type !== "kind") return null;
  const room = meant?.kind === "one" && meant.thing.type === "room" ? meant.thing.id : null;
  const places = [...frame.places, ...(head?.places ?? [])];
  const [place] = places;
  const within = place?.kind === "rooms" ? (place.ids[0] ?? null) : null;
  const fits = ({ of, property: type }: Preference): boolean => {
    if (property !== null && type !== property) return false;
    if (of === null) return property !== null;
    if (room !== null) return isIn(of, room, context);
    // A preference for a room applies to the devices that can bring it about.
    if (of.type === "room")
      return isAble(meant, head?.kinds ?? [], within, type, context) && of.id === (within ?? roomOf(meant, context));
    if (meant?.kind === "one" && meant.thing.type === "device" && of.type === "device") return of.id === meant.thing.id;
    if (head?.type === "kind" && of.type === "kind")
      return head.kinds.includes(of.id) && (of.room === undefined || within === null || of.room === within);
    return false;
  };
  const found = likings.filter(fits);
  const texts = found.flatMap((liking) => {
    const value = valueWords(liking, context, language);
    if (value === null) return [];
    if (liking.of === null || room === null) return [put(forms.command, thing, value).text];
    return commandOf(liking, value, context, compiled);
  });
  if (texts.length === 0)
    return { kind: "unknown", place: room === null ? "" : thing.trim().replace(forms.article, "") };
  return { kind: "put", text: texts.join(forms.joining) };
}

/** Applies all preferences for a room. */
function comfortable(
  where: string | undefined,
  likings: readonly Preference[],
  context: ZonedContext,
  compiled: CompiledMemoryForms,
): PreferenceExpansion | null {
  const { forms, language } = compiled;
  const room = roomMeant(where, context, forms);
  if (room === null) return null;
  const texts = likings
    .filter(({ of }) => of !== null && isIn(of, room, context))
    .flatMap((liking) => {
      const value = valueWords(liking, context, language);
      return value === null ? [] : commandOf(liking, value, context, compiled, room);
    });
  if (texts.length > 0) return { kind: "put", text: texts.join(forms.joining) };
  return { kind: "unknown", place: nameOfRoom(room, context, language) ?? "" };
}

/** The room of the words, or the speaker's room; null where it is neither. */
function roomMeant(
  where: string | undefined,
  context: DialogueContext,
  forms: CompiledMemoryForms["forms"],
): string | null {
  if (where === undefined) return context.room;
  const { places } = readFrame(segmentText(normalise(where), context.index), context.index, false);
  const [place, ...others] = places;
  if (others.length > 0) return null;
  if (place?.kind === "here") return context.room;
  if (place?.kind === "rooms" && place.ids.length === 1) return place.ids[0] ?? null;
  const meant = matchEntity(where, context, forms);
  return meant?.kind === "one" && meant.thing.type === "room" ? meant.thing.id : null;
}

/** Whether the named thing has the property: the heater a temperature, but not the lamp. */
function isAble(
  meant: EntityMatch,
  kinds: readonly string[],
  room: string | null,
  property: string,
  { index }: DialogueContext,
): boolean {
  const having = [...index.having([property])];
  if (meant?.kind === "one") return having.some(({ device }) => device.id === meant.thing.id);
  return having.some(
    (each) => each.device.room?.id === room && kinds.some((kind) => index.isKind(each, kind) === "own"),
  );
}

function roomOf(meant: EntityMatch, { index }: DialogueContext): string | null {
  if (meant?.kind !== "one" || meant.thing.type !== "device") return null;
  return index.devices.get(meant.thing.id)?.device.room?.id ?? null;
}

function propertyMeant(does: string, { liked }: CompiledMemoryForms["forms"]): string | null {
  for (const [property, words] of Object.entries(liked.impliedBy))
    if (new RegExp(`^(?:${words})$`, "iu").test(does)) return property;
  return null;
}

/** Whether a preference is for a room, or for something in it. */
function isIn(of: NonNullable<Preference["of"]>, room: string, { index }: DialogueContext): boolean {
  switch (of.type) {
    case "room":
      return of.id === room;
    case "device":
      return index.devices.get(of.id)?.device.room?.id === room;
    case "kind": {
      if (of.room !== undefined) return of.room === room;
      const there = index.inRoom(room);
      return [...index.ofKind(of.id)].some((each) => there.has(each));
    }
    default:
      return of satisfies never;
  }
}

/**
 * The command that applies a preference.
 * @param here id of the room for a kind without one
 */
function commandOf(
  { of }: Preference,
  value: string,
  context: DialogueContext,
  { forms, language }: CompiledMemoryForms,
  here?: string,
): string[] {
  const { index } = context;
  if (of === null) return [];
  switch (of.type) {
    case "room": {
      const name = nameOfRoom(of.id, context, language);
      return name === null ? [] : [put(forms.commandFor, name, value).text];
    }
    case "device": {
      const device = index.devices.get(of.id)?.device;
      return device ? [put(forms.commandFor, placedName(device, language), value).text] : [];
    }
    case "kind": {
      const room = of.room ?? here;
      const name = room === undefined ? "" : (nameOfRoom(room, context, language) ?? "");
      return [put(forms.commandFor, kindWords(of.id, name, language), value).text];
    }
    default:
      return of satisfies never;
  }
}

function put(form: string, thing: string, value: string): { readonly kind: "put"; readonly text: string } {
  return { kind: "put", text: form.replace("{thing}", () => thing.trim()).replace("{value}", () => value) };
}

function nameOfRoom(id: string, { index }: DialogueContext, language: Language): string | null {
  const room = index.room(id);
  return room ? nameIn(language, room) : null;
}

/** "lights in the study". */
function kindWords(kind: string, room: string, language: Language): string {
  return messages(language).memory.kindIn({ kind: kindName(kind, language), room });
}

/** The value in the words of a command; null where nothing here has such a property. */
function valueWords({ property, value }: Preference, { index }: DialogueContext, language: Language): string | null {
  if (typeof value === "boolean") return null;
  if (typeof value === "string") {
    const color = property === "color" ? colourIn(value, index) : null;
    return color === null || packOf(languageOf(value)) === packOf(language) ? value : rgbText(color);
  }
  if (property === "color") return rgbText(value);
  const [indexed] = index.having([property]);
  const found = indexed && [...indexed.device.spec.properties.values()].find(({ type }) => type === property);
  return found ? unitText(value, found.unit, language) : null;
}

function rgbText(color: number): string {
  return `rgb(${[16, 8, 0].map((shift) => (color >> shift) & 255).join(", ")})`;
}
