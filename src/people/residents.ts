import type { People } from "./port.ts";

/** Who lives here and whether they are there, each in one piece. */
export function residents(people: Pick<People, "list" | "presence">) {
  const there = new Map(people.presence().map((each) => [each.person, each]));
  return people.list().map(({ id, name, aliases }) => {
    const { home = null, since = null } = there.get(id) ?? {};
    return { id, name, aliases, home, since };
  });
}
