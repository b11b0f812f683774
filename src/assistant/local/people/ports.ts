import type { Home } from "../../../home/index.ts";
import type { People, PeopleRegistry } from "../../../people/index.ts";

/** What is asked and told of the people of the home. */
export interface PeoplePorts {
  readonly people: Pick<People, "list" | "get" | "named" | "presence" | "changes">;
  readonly registry: Pick<PeopleRegistry, "add" | "change" | "remove" | "kept">;
  readonly presences: {
    /** Somebody says that they, or another, are at home or out. */
    say(person: string, home: boolean): void;
  };
}

/** The same with the home around it. */
export interface PeopleMeans extends PeoplePorts {
  readonly home: Pick<Home, "timezone" | "layout" | "hasPin">;
}
