import { z } from "zod";
import { WEEKDAYS } from "../automation/index.ts";
import type { Language } from "../language/index.ts";
import {
  describeEntry,
  LONGEST_NAME,
  LONGEST_TEXT,
  MEMORY_KINDS,
  type MemoryChange,
  type MemoryEntry,
  NAMED_THINGS,
  type NewEntry,
  PREFERENCE_DAY_PARTS,
  type ThingNames,
} from "../people/memory/index.ts";
import { originJson, timeJson } from "./json.ts";
import { ValueBody } from "./schemas.ts";

const Text = z.string().min(1).max(LONGEST_TEXT);
const Name = z.string().min(1).max(LONGEST_NAME);
const ThingId = z.string().min(1).max(200);
const Until = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const shared = {
  text: Text.optional().meta({ description: "In somebody's own words." }),
  personal: z.boolean().optional().meta({ description: "Of the person who asks, and of nobody else." }),
  until: Until.optional().meta({ description: "When it ends." }),
};

const NamedThing = z.strictObject({ type: z.enum(NAMED_THINGS), id: ThingId });
const PreferredThing = z.union([
  z.strictObject({ type: z.enum(["room", "device"]), id: ThingId }),
  z.strictObject({ type: z.literal("kind"), id: ThingId, room: ThingId.exactOptional() }),
]);
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const Weekdays = z.array(z.enum(WEEKDAYS)).max(7);

/** An entry to be remembered, by its kind. */
export const EntryDraft = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("name"), name: Name, of: NamedThing, ...shared }),
    z.strictObject({
      kind: z.literal("time"),
      name: Name.meta({ description: "bedtime, wakeup, breakfast, lunch, dinner, work, homecoming, or any other." }),
      clock: Clock.meta({ description: "23:00" }),
      weekdays: Weekdays.optional().meta({ description: "Every day when left out." }),
      ...shared,
    }),
    z.strictObject({
      kind: z.literal("preference"),
      of: PreferredThing.nullish().meta({ description: "null: whatever has the property." }),
      property: z.string().min(1).max(80).meta({ description: "Type of the property: brightness." }),
      value: ValueBody,
      part: z.enum(PREFERENCE_DAY_PARTS).nullish(),
      ...shared,
    }),
    z.strictObject({ kind: z.literal("fact"), ...shared, text: Text }),
  ])
  .meta({ id: "MemoryEntryDraft" });

/** An entry in words; Jia finds out its kind. */
export const WordsDraft = z.strictObject({ text: Text, personal: shared.personal, until: shared.until });

export const MemoryDraftBody = z.union([EntryDraft, WordsDraft]).meta({
  id: "MemoryDraft",
  examples: [{ text: "my bedtime is eleven" }, { kind: "time", name: "dinner", clock: "18:30" }],
});

const Told = {
  id: z.string(),
  person: z.string().nullable().meta({ description: "Whose it is; null: of the whole home." }),
  text: z.string(),
  description: z.string().meta({ description: "For a person, in the language of Accept-Language." }),
  at: z.string(),
  by: z.string().nullable(),
  until: z.string().nullable(),
};

export const EntryBody = z
  .discriminatedUnion("kind", [
    z.object({ ...Told, kind: z.literal("name"), name: z.string(), of: NamedThing }),
    z.object({ ...Told, kind: z.literal("time"), name: z.string(), clock: z.string(), weekdays: Weekdays }),
    z.object({
      ...Told,
      kind: z.literal("preference"),
      of: PreferredThing.nullable(),
      property: z.string(),
      value: ValueBody,
      part: z.enum(PREFERENCE_DAY_PARTS).nullable(),
    }),
    z.object({ ...Told, kind: z.literal("fact") }),
  ])
  .meta({ id: "MemoryEntry" });

export const MemoryChangeBody = z
  .object({
    at: z.string(),
    change: z.enum(["add", "change", "forget", "expire", "refuse"]),
    kind: z.enum(MEMORY_KINDS),
    entry: z.string().nullable(),
    person: z.string().nullable(),
    origin: z.looseObject({ kind: z.string() }),
  })
  .meta({ id: "MemoryChange" });

/** An entry of the memory as JSON. */
export function entryJson(entry: MemoryEntry, names: ThingNames, language: Language): z.input<typeof EntryBody> {
  const { at, until } = entry;
  const told = {
    description: describeEntry(entry, names, language),
    at: timeJson(at),
    until: until === null ? null : timeJson(until),
  };
  if (entry.kind === "time")
    return { ...entry, ...told, weekdays: entry.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []) };
  if (entry.kind === "preference") return { ...entry, ...told, of: entry.of === null ? null : { ...entry.of } };
  return entry.kind === "name" ? { ...entry, ...told, of: { ...entry.of } } : { ...entry, ...told };
}

/** A change of the memory as JSON: who and when, without contents. */
export function changeJson({ at, origin, ...change }: MemoryChange) {
  return { ...change, at: timeJson(at), origin: originJson(origin) };
}

/** A given entry as the memory takes it; its text is empty where none was given. */
export function memoryEntryOf(given: z.output<typeof EntryDraft>): NewEntry {
  const { text = "", personal = false, until = null } = given;
  const beside = { text, personal, until };
  switch (given.kind) {
    case "name":
      return { kind: "name", name: given.name, of: given.of, ...beside };
    case "time": {
      const weekdays = (given.weekdays ?? []).map((day) => WEEKDAYS.indexOf(day) + 1).sort((a, b) => a - b);
      const name = given.name.trim();
      return { kind: "time", name, clock: given.clock, weekdays: weekdays.length === 7 ? [] : weekdays, ...beside };
    }
    case "preference": {
      const { of = null, property, value, part = null } = given;
      return { kind: "preference", of, property, value, part, ...beside };
    }
    case "fact":
      return { kind: "fact", ...beside };
    default:
      return given satisfies never;
  }
}
