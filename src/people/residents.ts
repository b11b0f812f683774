import type { People } from "./port.ts";

/** The people of the home with their presence. */
export function residentsWithPresence(people: Pick<People, "list" | "presence">) {
  const there = new Map(people.presence().map((each) => [each.person, each]));
  return people.list().map(({ id, name, aliases }) => {
    const { home = null, since = null } = there.get(id) ?? {};
    return { id, name, aliases, home, since };
  });
}
