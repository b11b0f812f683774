import type { Clock } from "../../src/home/index.ts";
import { HomePeople } from "../../src/people/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { ManualClock } from "./clock.ts";

/** Rooms of the home in tests of people, keyed by what they are called. */
const ROOMS: Readonly<Record<string, string>> = {
  "emmas-room": "emmas-room",
  "Emma's room": "emmas-room",
  书房: "study",
};

/** People, and what a test needs beside them. */
interface TestPeople<Time> {
  readonly people: HomePeople;
  readonly registry: HomePeople["registry"];
  readonly store: Store;
  readonly clock: Time;
  /** What went wrong beside them. */
  readonly failures: unknown[];
}

/** People on a store of their own in memory, or on one that is given, in Shanghai; with a clock that the test moves. */
export async function testPeople(given?: Store): Promise<TestPeople<ManualClock>>;
export async function testPeople<Time extends Clock>(given: Store, clock: Time): Promise<TestPeople<Time>>;
export async function testPeople(given?: Store, clock: Clock = new ManualClock()): Promise<TestPeople<Clock>> {
  const store = given ?? (await openStore({ path: ":memory:" }, clock));
  const failures: unknown[] = [];
  const people = new HomePeople({
    storage: store.people,
    pins: store.pins,
    tokens: store.tokens,
    presence: store.presence,
    clock,
    failed: (error) => failures.push(error),
  });
  await people.start({ zone: "Asia/Shanghai", room: (name) => ROOMS[name] ?? null });
  return { people, registry: people.registry, store, clock, failures };
}
