import type { MemoryEntry, NewEntry, PreferredThing } from "./port.ts";

/** A name in the form in which names are compared: one width, lower case, without punctuation. */
export function memoryKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, " ")
    .trim();
}

/** The topic of an entry: a later entry about the same topic replaces it. */
function topicOf(entry: NewEntry | MemoryEntry): string | null {
  switch (entry.kind) {
    case "name":
    case "time":
      return `${entry.kind} ${memoryKey(entry.name)}`;
    case "preference":
      return `preference ${aboutOf(entry.of)} ${entry.property} ${entry.part ?? ""}`;
    case "fact":
      return `fact ${memoryKey(entry.text)}`;
    default:
      return entry satisfies never;
  }
}

function aboutOf(of: PreferredThing | null): string {
  if (of === null) return "";
  return `${of.type} ${of.id}${of.type === "kind" && of.room !== undefined ? ` in ${of.room}` : ""}`;
}

/** Whether two entries have the same content. */
export function isSameEntry(one: NewEntry | MemoryEntry, other: NewEntry | MemoryEntry): boolean {
  if (topicOf(one) !== topicOf(other) || (one.until ?? null) !== (other.until ?? null)) return false;
  if (one.kind === "name" && other.kind === "name")
    return one.of.type === other.of.type && one.of.id === other.of.id && one.name === other.name;
  if (one.kind === "time" && other.kind === "time")
    return one.clock === other.clock && one.weekdays.join() === other.weekdays.join();
  if (one.kind === "preference" && other.kind === "preference") return one.value === other.value;
  return true;
}

/** What remains of an entry beside a new one of the same owner: all of it, nothing (null), or the entry for fewer days. */
export function remainderBeside(known: MemoryEntry, entry: NewEntry): MemoryEntry | null {
  if (topicOf(known) !== topicOf(entry)) return known;
  if (known.kind !== "time" || entry.kind !== "time") return null;
  // "My bedtime is ten" is about every day, "on weekends midnight" only about those.
  if (entry.weekdays.length === 0) return null;
  if (known.weekdays.length === 0) return known;
  const weekdays = known.weekdays.filter((day) => !entry.weekdays.includes(day));
  return weekdays.length === 0 ? null : { ...known, weekdays };
}
