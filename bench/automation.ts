import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type AutomationDraft, HomePlanner, TimerScheduler } from "../src/automation/index.ts";
import { type Home, systemClock } from "../src/home/index.ts";
import { openStore, type Store } from "../src/store/index.ts";
import { described, type ScriptedTransport, testHome } from "../test/support/home.ts";
import { DAY, Week } from "../test/support/week.ts";
import { type BenchRow, compared, median } from "./row.ts";

const MANY = 10_000;
const DUE_TOGETHER = 1_000;
/** They are due so often, this many milliseconds apart. */
const ROUNDS = 5;
const EVERY_MS = 2_000;
/** How long idle schedules are watched, in milliseconds. */
const IDLE_MS = 6_000;
/** A simulated week passes so many times as fast. */
const WEEK_SPEED = 10_000;

interface Bench {
  readonly home: Home;
  readonly transport: ScriptedTransport;
  readonly store: Store;
  readonly planner: HomePlanner;
  stop(): Promise<void>;
}

/** Loading many automations, idling with them, many due at once, what a change costs beside them, and a week. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "jia-bench-"));
  try {
    return [
      ...(await loadAndIdle(join(folder, "many.db"))),
      await dueTogether(join(folder, "due.db")),
      await changes(folder),
      await week(),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(path: string): Promise<Bench> {
  const store = await openStore({ path });
  const devices = Array.from({ length: 100 }, (_, index) => described(`lamp-${index}`));
  const { home, transport } = testHome(devices, { clock: systemClock, timezone: "Europe/London", audit: store.audit });
  const planner = new HomePlanner({
    home,
    clock: systemClock,
    scheduler: new TimerScheduler(systemClock),
    storage: store,
    messages: null,
    sinks: { post: () => Promise.resolve(), say: () => Promise.resolve(true) },
    failed: (error) => {
      throw error;
    },
  });
  const stop = async () => {
    await planner.stop();
    await store.close();
  };
  return { home, transport, store, planner, stop };
}

/** Puts definitions into the store as saving them would, without waiting for the disk once for each. */
async function fill(path: string, drafts: readonly (AutomationDraft & { readonly id: string })[]): Promise<void> {
  const store = await openStore({ path });
  const now = Date.now();
  await store.database.transaction(async (db) => {
    for (const draft of drafts) {
      const definition = JSON.stringify(draft);
      const times = { created_at: now, updated_at: now };
      await db
        .insertInto("automations")
        .values({ id: draft.id, name: draft.name, definition, approved: 0, enabled: 1, ...times })
        .execute();
      await db.insertInto("cursors").values({ automation: draft.id, trigger: 0, settled_to: now }).execute();
    }
  });
  await store.close();
}

const turnOn = (index: number) => [
  { type: "set" as const, target: `test:lamp-${index % 100}`, set: { "light.on": true } },
];

async function loadAndIdle(path: string): Promise<BenchRow[]> {
  // Due times of a night in half a year: nothing runs while this is measured.
  const month = ((new Date().getUTCMonth() + 6) % 12) + 1;
  await fill(
    path,
    Array.from({ length: MANY }, (_, index) => ({
      id: `a-${index}`,
      name: `automation ${index}`,
      triggers: [{ type: "cron" as const, expression: `${index % 60} ${index % 24} ${(index % 28) + 1} ${month} *` }],
      conditions: [{ type: "sun" as const, is: "down" as const }],
      actions: turnOn(index),
    })),
  );
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const bench = await open(path);
    const began = performance.now();
    await bench.planner.start();
    times.push(performance.now() - began);
    await bench.stop();
  }
  const load = median(times);

  const bench = await open(path);
  await bench.planner.start();
  await bench.planner.settled();
  await wait(500);
  const before = process.cpuUsage();
  await wait(IDLE_MS);
  const { user, system } = process.cpuUsage(before);
  const percent = ((user + system) / 1000 / IDLE_MS) * 100;
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  await bench.stop();
  return [
    { name: `load ${MANY.toLocaleString("en")} automations`, value: load, unit: "ms", limit: 1_000, ok: load < 1_000 },
    {
      name: `CPU with ${MANY.toLocaleString("en")} idle schedules`,
      value: percent,
      unit: "%",
      limit: 1,
      ok: percent < 1,
    },
    { name: "timers for them", value: timers, unit: "", limit: 1, ok: timers <= 1 },
  ];
}

async function dueTogether(path: string): Promise<BenchRow> {
  const first = Math.ceil((Date.now() + 2_500) / 1000) * 1000;
  const trigger = { type: "interval" as const, every: EVERY_MS / 1000, from: new Date(first - EVERY_MS).toISOString() };
  await fill(
    path,
    Array.from({ length: DUE_TOGETHER }, (_, index) => ({
      id: `a-${index}`,
      name: `automation ${index}`,
      triggers: [trigger],
      actions: turnOn(index),
    })),
  );
  const bench = await open(path);
  /** Milliseconds after the due time at which the first command of each run went out, round by round. */
  const rounds: number[][] = Array.from({ length: ROUNDS }, () => []);
  bench.transport.respond = (device, command) => {
    const since = Date.now() - first;
    rounds[Math.floor(since / EVERY_MS)]?.push(since % EVERY_MS);
    return Promise.resolve(bench.transport.obey(device, command));
  };
  await bench.planner.start();
  await wait(first - Date.now() + EVERY_MS * ROUNDS - 200);
  await bench.stop();
  const late = rounds.map(
    (round) => round.sort((a, b) => a - b)[Math.floor(DUE_TOGETHER * 0.99)] ?? Number.POSITIVE_INFINITY,
  );
  const all = rounds.every((round) => round.length === DUE_TOGETHER);
  const p99 = median(late);
  const name = `${DUE_TOGETHER.toLocaleString("en")} due in the same second: lateness of the first command, p99`;
  return { name, value: p99, unit: "ms", limit: 100, ok: p99 < 100 && all };
}

/** A week of a house of 122 devices in simulated time. */
async function week(): Promise<BenchRow> {
  const house = await Week.plan();
  const began = performance.now();
  await house.pass();
  const seconds = (performance.now() - began) / 1000;
  await house.bench.close();
  const limit = (7 * DAY) / 1000 / WEEK_SPEED;
  return { name: "a simulated week in the house", value: seconds, unit: "s", limit, ok: seconds < limit };
}

async function changes(folder: string): Promise<BenchRow> {
  const few = await changeCost(join(folder, "few.db"), 10);
  const many = await changeCost(join(folder, "many-watch.db"), 1_000);
  return compared("a change beside 1,000 automations (3 match), against 10 (3 match)", many, few, "µs", 2);
}

/** Microseconds from a report until the three automations that it triggers have run. */
async function changeCost(path: string, count: number): Promise<number> {
  const bench = await open(path);
  await bench.planner.start();
  for (let index = 0; index < count; index += 1) {
    const lamp = index < 3 ? 0 : 1 + (index % 98);
    await bench.planner.automations.save(
      {
        id: `a-${index}`,
        name: `automation ${index}`,
        mode: "parallel",
        triggers: [{ type: "property", target: `test:lamp-${lamp}`, property: "light.brightness" }],
        actions: [{ type: "set", target: "test:lamp-99", set: { "light.on": true } }],
      },
      { origin: { kind: "person" } },
    );
  }
  const report = (value: number): void =>
    bench.home.apply([
      { kind: "values", id: "test:lamp-0", values: [{ address: "light.brightness", value }], cause: "report" },
    ]);
  report(1);
  const times: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    const began = performance.now();
    report(2 + (round % 90));
    await bench.planner.settled();
    if (round >= 100) times.push((performance.now() - began) * 1000);
  }
  await bench.stop();
  return median(times);
}
