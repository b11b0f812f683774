import type { Origin } from "../../home/index.ts";
import type { People } from "../port.ts";
import type { MemoryEntry, MemorySpeaker } from "./port.ts";

/**
 * The speaker behind an origin: a person of the home, or somebody unknown on a trusted way in. A guest, and an id of a person
 * that the home does not have (any more), is a stranger.
 */
export function speakerOf({ person: id, stranger }: Origin, people: Pick<People, "get">): MemorySpeaker {
  if (stranger) return { kind: "stranger" };
  if (id === undefined) return { kind: "home" };
  const person = people.get(id);
  if (!person) return { kind: "stranger" };
  switch (person.role) {
    case "adult":
      return { kind: "person", person: person.id, ownOnly: false };
    case "child":
      return { kind: "person", person: person.id, ownOnly: true };
    case "guest":
      return { kind: "stranger" };
    default:
      return person.role satisfies never;
  }
}

/** Whether a speaker may know an entry. */
export function mayKnow(speaker: MemorySpeaker, { person }: Pick<MemoryEntry, "person">): boolean {
  switch (speaker.kind) {
    case "person":
      return person === null || person === speaker.person;
    case "home":
      return person === null;
    case "stranger":
      return false;
    default:
      return speaker satisfies never;
  }
}

/** Whether a speaker may change or forget an entry. */
export function mayChange(speaker: MemorySpeaker, entry: Pick<MemoryEntry, "person">): boolean {
  if (!mayKnow(speaker, entry)) return false;
  return speaker.kind !== "person" || !speaker.ownOnly || entry.person !== null;
}

/** The id of the person who owns a new entry; null: the home. @param personal whether the speaker wants it as their own */
export function ownerFor(speaker: MemorySpeaker, personal: boolean): string | null {
  if (speaker.kind !== "person") return null;
  return personal || speaker.ownOnly ? speaker.person : null;
}
