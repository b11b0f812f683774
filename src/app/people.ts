import type { Logger } from "pino";
import type { Clock, Home } from "../home/index.ts";
import { HomePeople } from "../people/index.ts";
import type { Store } from "../store/index.ts";

/** The people of this home, kept in the store. */
export function createPeople(home: Home, store: Store, clock: Clock, log: Logger): HomePeople {
  return new HomePeople({
    storage: store.people,
    clock,
    around: () => ({ zone: home.timezone, room: (name) => home.layout.findRoom(name)?.id ?? null }),
    failed: (error) => log.error({ err: error }, "a listener of the people failed"),
  });
}
