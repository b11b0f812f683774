import type { Logger } from "pino";
import type { Clock } from "../home/index.ts";
import type { HomePeople } from "../people/index.ts";
import { HomeMemory } from "../people/memory/index.ts";
import type { Store } from "../store/index.ts";

/** The memory of this home, over the store. */
export function createMemory(
  store: Store,
  people: HomePeople,
  clock: Clock,
  log: Logger,
  standsBy: () => boolean,
): HomeMemory {
  const onError = (error: unknown) => log.error({ err: error }, "the memory failed");
  return new HomeMemory({ storage: store.memory, clock, people, standsBy, onError });
}

/** Deletes the entries of deleted people, now and whenever people change. Returns a function that ends this. */
export function eraseOrphanedMemory(
  memory: HomeMemory,
  people: HomePeople,
  log: Logger,
  standsBy: () => boolean,
): () => void {
  const check = (): void => {
    if (standsBy()) return;
    for (const person of memory.owners) {
      if (people.registry.kept(person)) continue;
      memory.erase(person).catch((error: unknown) => log.error({ err: error }, "what was remembered was not erased"));
    }
  };
  check();
  return people.subscribe(({ type }) => {
    if (type === "people-changed") check();
  });
}
