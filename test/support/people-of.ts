import type { People, Person } from "../../src/people/index.ts";

/** A home with an adult, another one, a child and a guest. */
export const FAMILY = [
  personOf("tom", "adult"),
  personOf("emma", "adult"),
  personOf("leo", "child"),
  personOf("gast", "guest"),
];

export function personOf(id: string, role: Person["role"]): Person {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, name, aliases: [], role, language: null, room: null, hasPin: false, until: null };
}

/** People by their ids alone. */
export function peopleOf(people: readonly Person[]): Pick<People, "get"> {
  return { get: (id) => people.find((person) => person.id === id) };
}
