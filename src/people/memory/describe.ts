import {
  datePhrase,
  kindName,
  type Language,
  type Messages,
  messages,
  momentWords,
  textOf,
  weekdaysWords,
} from "../../language/index.ts";
import type { EntryOf, MemoryEntry, NamedThing, PreferredThing } from "./port.ts";

type Words = Messages["memory"];
export type MemoryEvent = Parameters<Words["event"]>[0]["event"];

/** Times of day that every home has; the language packs name them. */
const EVENTS: Readonly<Record<MemoryEvent, true>> = {
  bedtime: true,
  wakeup: true,
  breakfast: true,
  lunch: true,
  dinner: true,
  work: true,
  homecoming: true,
};

/** The event with this name; null when the name is the user's own. */
export function eventOf(name: string): MemoryEvent | null {
  return Object.hasOwn(EVENTS, name) ? (name as MemoryEvent) : null;
}

/** Names of the things of a home. */
export interface ThingNames {
  /** null for a thing that the home no longer has. */
  thing(thing: NamedThing, language: Language): string | null;
  property(type: string, language: Language): string;
  value(preference: EntryOf<"preference">, language: Language): string;
  /** Milliseconds since the epoch, and the zone in which days are told. */
  readonly now: number;
  readonly timezone: string;
}

/** The content of an entry as a clause: "the den is the study". */
export function describeEntry(entry: MemoryEntry, names: ThingNames, language: Language): string {
  const { memory } = messages(language);
  const what = clauseOf(entry, names, language, memory);
  if (entry.until === null) return what;
  return memory.ends({ what, until: endText(entry.until, names, language) });
}

/** The end of an entry: the last day when it ends at midnight, else the moment. */
function endText(until: number, { now, timezone }: ThingNames, language: Language): string {
  const end = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(timezone);
  if (end.epochMilliseconds !== end.startOfDay().epochMilliseconds) return momentWords(until, now, timezone, language);
  return textOf(datePhrase(end.subtract({ days: 1 }).toPlainDate().toString(), { at: now, timezone }), language);
}

function clauseOf(entry: MemoryEntry, names: ThingNames, language: Language, memory: Words): string {
  const mine = entry.person !== null;
  switch (entry.kind) {
    case "name": {
      const { name, of, text } = entry;
      const thing = names.thing(of, language) ?? memory.gone({ name: of.id });
      return memory.name({ name, thing, text });
    }
    case "time": {
      const { name, clock, weekdays } = entry;
      return memory.time({
        event: eventOf(name),
        name,
        time: clockText(clock, language),
        days: daysText(weekdays, language),
        mine,
      });
    }
    case "preference": {
      const { of, property, part } = entry;
      return memory.preference({
        thing: preferredText(of, names, language, memory),
        property: names.property(property, language),
        value: names.value(entry, language),
        part,
        mine,
      });
    }
    case "fact":
      return memory.fact({ text: entry.text });
    default:
      return entry satisfies never;
  }
}

/** The topic of an entry in a few words: "your bedtime". */
export function entryLabel(entry: MemoryEntry, names: ThingNames, language: Language): string {
  const { memory } = messages(language);
  switch (entry.kind) {
    case "name":
      return memory.nameLabel({ name: entry.name });
    case "time":
      return timeName(entry, language);
    case "preference": {
      const thing = preferredText(entry.of, names, language, memory);
      return memory.preferenceLabel({ thing, property: names.property(entry.property, language) });
    }
    case "fact":
      return memory.fact({ text: entry.text });
    default:
      return entry satisfies never;
  }
}

/** The name of a time: "your bedtime", "film night". */
export function timeName({ name, person }: Pick<EntryOf<"time">, "name" | "person">, language: Language): string {
  const event = eventOf(name);
  return event === null ? name : messages(language).memory.event({ event, mine: person !== null });
}

/** "23:00", 晚上11点. @param clock "23:00" */
export function clockText(clock: string, language: Language): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return messages(language).times.clock({ days: 0, year: null, month: 1, day: 1, weekday: 0, hour, minute });
}

/** "on weekdays"; empty for every day. @param weekdays 1 is Monday */
export function daysText(weekdays: readonly number[], language: Language): string {
  if (weekdays.length === 0 || weekdays.length === 7) return "";
  return weekdaysWords(
    weekdays.map((day) => day % 7),
    language,
  );
}

function preferredText(of: PreferredThing | null, names: ThingNames, language: Language, memory: Words): string {
  if (of === null) return "";
  if (of.type !== "kind") return names.thing({ type: of.type, id: of.id }, language) ?? memory.gone({ name: of.id });
  const room = of.room === undefined ? "" : (names.thing({ type: "room", id: of.room }, language) ?? of.room);
  return memory.kindIn({ kind: kindName(of.id, language), room });
}
