import type { Clock } from "../../src/home/index.ts";
import { HomeMemory, type MemoryChange, type MemoryEntry, type MemoryStorage } from "../../src/people/memory/index.ts";

/** A memory of nobody in particular that keeps nothing beyond the process. */
export async function heldMemory(clock: Clock): Promise<HomeMemory> {
  const entries = new Map<string, MemoryEntry>();
  const noted: MemoryChange[] = [];
  const storage: MemoryStorage = {
    all: () => Promise.resolve([...entries.values()]),
    write: ({ saved, forgotten, changes }) => {
      for (const id of forgotten) entries.delete(id);
      for (const entry of saved) entries.set(entry.id, entry);
      noted.unshift(...changes);
      return Promise.resolve();
    },
    changes: (people, limit) => Promise.resolve(noted.filter(({ person }) => people.includes(person)).slice(0, limit)),
    erase: () => Promise.resolve(0),
  };
  const memory = new HomeMemory({ storage, clock, people: { get: () => undefined } });
  await memory.start();
  return memory;
}
