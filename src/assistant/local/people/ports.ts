import type { Home } from "../../../home/index.ts";
import type { People, PeopleRegistry } from "../../../people/index.ts";

/** The people of the home, their registry and their presence. */
export interface PeoplePorts {
  readonly people: Pick<People, "list" | "get" | "named" | "presence" | "changes">;
  readonly registry: Pick<PeopleRegistry, "add" | "change" | "remove" | "kept">;
  readonly presences: {
    /** Notes a statement that a person is at home or out. */
    say(person: string, home: boolean): void;
  };
}

/** These ports with the home. */
export interface PeopleServices extends PeoplePorts {
  readonly home: Pick<Home, "timezone" | "layout" | "hasPin">;
}
