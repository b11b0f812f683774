import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { JiaError } from "../../src/home/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import { Instance, topicOf, World } from "../support/fortnight/house.ts";
import {
  CLIMATES,
  CONTACT,
  CONTACTS,
  DAY,
  DAYS,
  FAMILY,
  HOUR,
  LAMPS,
  LIGHT,
  type LifeEvent,
  MINUTE,
  START,
  TEMPERATURE,
  twoWeeks,
} from "../support/fortnight/life.ts";
import { comings, isOpen, lasted, modeTurns, rangeAt } from "../support/fortnight/oracle.ts";
import { KEEPING } from "../support/history.ts";
import { Postgres } from "../support/postgres.ts";
import { SimulatedTime } from "../support/simulated-time.ts";
import { until } from "../support/until.ts";

const SEED = 20_260_202;
const END = START + DAYS * DAY;
/** Numbers are kept as they were for so long; what is older is known by steps of five minutes. */
const RAW = KEEPING.raw - HOUR;
/** When Jia is not running: a restart at night, and one in the afternoon. */
const DOWN: readonly (readonly [from: number, to: number])[] = [
  [START + 4 * DAY + 3.25 * HOUR, START + 4 * DAY + 3.5 * HOUR],
  [START + 8 * DAY + 13.3 * HOUR, START + 8 * DAY + 13.5 * HOUR],
];
const UP: readonly (readonly [from: number, to: number])[] = [
  [START, DOWN[0]?.[0] ?? END],
  [DOWN[0]?.[1] ?? END, DOWN[1]?.[0] ?? END],
  [DOWN[1]?.[1] ?? END, END],
];
/** A second instance joins, and the first one goes. */
const JOINS = START + 10 * DAY + 12 * HOUR;
const FAILS_OVER = START + 10 * DAY + 15.1 * HOUR;
/** The database drops every connection. */
const DROPS = START + 12 * DAY + 10 * HOUR;

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

it("two weeks of a family of four agree with what happened, over restarts and a failover", {
  timeout: 600_000,
}, async () => {
  const deeds = twoWeeks(SEED);
  const url = await postgres.database();
  const time = new SimulatedTime(START);
  const world = new World(readHomeFile("devices/homes/house.json", new SpecLibrary("devices")), time);
  let running: Instance[] = [await Instance.start(world, url)];
  await settle(running[0]);

  /** What is done at a moment beside what happens in the house. */
  const acts: { readonly at: number; readonly act: () => Promise<void> }[] = [
    ...DOWN.flatMap(([from, to]) => [
      { at: from, act: async () => void (await Promise.all(running.splice(0).map((each) => each.stop()))) },
      { at: to, act: async () => void running.push(await Instance.start(world, url)) },
    ]),
    { at: JOINS, act: async () => void running.push(await Instance.start(world, url)) },
    {
      at: FAILS_OVER,
      act: async () => {
        const [first, second] = running;
        expect([first?.planner.standsBy, second?.planner.standsBy]).toEqual([false, true]);
        await first?.stop();
        running = running.slice(1);
        await until("the other instance to take over", () => second?.planner.standsBy === false, 30_000);
      },
    },
    { at: DROPS, act: () => dropConnections(url) },
    ...deeds.map((deed) => ({ at: deed.at, act: () => happens(deed, world, () => running) })),
    // The history looks at the home all the while.
    ...Array.from({ length: (END - START) / MINUTE }, (_, minute) => ({
      at: START + (minute + 1) * MINUTE,
      act: async () => {
        for (const { history } of running) await history.flush();
      },
    })),
  ].sort((one, other) => one.at - other.at);

  const settled = async (): Promise<void> => {
    for (const each of running) await each.settled();
  };
  for (const { at, act } of acts) {
    await time.advanceTo(at, settled);
    await act();
    await settled();
  }
  const [last] = running;
  if (!last) throw new Error("nobody runs");
  await last.history.flush();
  // The one moment in which the database answered nobody.
  expect(last.errors.filter((error) => !isUnanswered(error))).toEqual([]);

  // Presence.
  const came = comings(deeds);
  expect(came.length).toBeGreaterThan(60);
  for (const person of FAMILY) {
    const found = await last.people.changes(person, { from: START, to: END });
    const wanted = came.filter((coming) => coming.person === person).map(({ home, at }) => ({ home, at }));
    expect(
      found.map(({ home, at }) => ({ home, at })),
      person,
    ).toEqual(wanted);
  }

  // Modes.
  const turns = modeTurns(deeds);
  expect(new Set(turns.map(({ mode }) => mode))).toEqual(new Set(["home", "away", "night", "guest"]));
  const began = await last.modes.changes({ from: START, to: END });
  expect(began.map(({ mode, at }) => ({ mode, at }))).toEqual(turns.map(({ mode, at }) => ({ mode, at })));
  expect(began.map(({ by }) => by.kind === "schedule" && by.id.startsWith("mode/"))).toEqual(
    turns.map(({ byPeople }) => byPeople),
  );

  // Notices: each time that everybody has left, once, and a warning where a window was open.
  const left = turns.filter(({ mode, byPeople }) => mode === "away" && byPeople);
  expect(left.length).toBeGreaterThan(5);
  const told = last.notices.center.list({ limit: 1000 }).filter(({ subject }) => subject === "mode/away");
  expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(left.length);
  expect(told.map(({ level }) => level).toReversed()).toEqual(
    left.map(({ at }) => (CONTACTS.some((device) => isOpen(deeds, device, at)) ? "warning" : "info")),
  );

  // History: how long, how often, what it was.
  for (const device of [...CONTACTS, ...LAMPS]) {
    const address = LAMPS.some((lamp) => lamp === device) ? LIGHT : CONTACT;
    const key = { device: `test:${device}`, address };
    const { states, unknown } = await last.history.stateTimes(key, { from: START, to: END });
    for (const value of [true, false]) {
      const found = states.find((state) => state.value === value)?.ms ?? 0;
      expect(Math.abs(found - lasted(deeds, device, address, value, UP)), `${device} ${value}`).toBeLessThan(2_000);
    }
    const first = deeds.find((deed) => deed.kind === "report" && deed.device === device)?.at ?? END;
    const down = DOWN.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(Math.abs(unknown - (first - START) - down), device).toBeLessThan(2_000);
  }
  const seen = (at: number): boolean => UP.some(([from, to]) => at > from + MINUTE && at < to - MINUTE);
  for (let at = START + 7 * HOUR; at < END; at += 5.3 * HOUR) {
    if (!seen(at)) continue;
    for (const device of CLIMATES) {
      const found = await last.history.valueAt({ device: `test:${device}`, address: TEMPERATURE }, at);
      const title = `${device} ${new Date(at).toISOString()}`;
      const { low, high } = rangeAt(deeds, device, TEMPERATURE, at, at < END - RAW);
      expect(found?.value, title).toBeGreaterThanOrEqual(low - 1e-9);
      expect(found?.value, title).toBeLessThanOrEqual(high + 1e-9);
    }
  }
  await last.stop();
});

async function settle(instance: Instance | undefined): Promise<void> {
  if (!instance) return;
  for (const person of FAMILY) {
    const name = `${person.charAt(0).toUpperCase()}${person.slice(1)}`;
    const role = person === "emma" || person === "leo" ? "child" : "adult";
    await instance.people.registry.add({ id: person, name, role, signs: [{ type: "mqtt", topic: topicOf(person) }] });
  }
  const origin = { kind: "person" } as const;
  const save = (id: string, at: string, from: string, to: string) =>
    instance.planner.automations.save(
      {
        ...{ id, name: id, triggers: [{ type: "time", at }] },
        conditions: [{ type: "mode", is: from }],
        actions: [{ type: "mode", mode: to }],
      },
      { origin },
    );
  await save("night", "23:00", "home", "night");
  await save("morning", "06:45", "night", "home");
}

async function happens(deed: LifeEvent, world: World, running: () => readonly Instance[]): Promise<void> {
  if (deed.kind !== "mode") {
    world.happen(deed);
    return;
  }
  const active = running().find(({ planner }) => !planner.standsBy);
  await active?.modes.begin(deed.mode, { origin: { kind: "person", name: "Ada" } });
}

/** As a server does that fails over: whoever is connected is not any more. */
async function dropConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}

function isUnanswered(error: unknown): boolean {
  return error instanceof JiaError && error.code === "store-unavailable";
}
