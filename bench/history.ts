import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import { threadBackend } from "../src/app/history/thread-backend.ts";
import { HomeHistory } from "../src/history/index.ts";
import { type DeviceDescription, type Home, parseHomeFile } from "../src/home/index.ts";
import { SpecLibrary } from "../src/library/index.ts";
import { createDirectHome } from "../src/simulator/direct-home.ts";
import { ManualClock } from "../test/support/clock.ts";
import { KEEPING } from "../test/support/history.ts";
import { described, testHome, testSpec } from "../test/support/home.ts";
import { type BenchRow, compared, median } from "./row.ts";

const DAY = 86_400_000;
const FIVE_MINUTES = 300_000;
const START = Date.UTC(2026, 0, 5);
/** Rows a second that the recorder takes at least. */
const LEAST_ROWS = 20_000;
/** The longest that a day of five minutes may take, and that the loop may be held. Milliseconds. */
const LONGEST_MS = 50;
/** The long history: series, and rows of each in ten days. */
const SERIES = 100;
const ROWS = 100_000;
const QUERIES = 15;

const SENSOR = testSpec("temperature-humidity-sensor", "environment", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
]);

/** What recording costs, how soon a day is told out of ten million rows, and how much a day of a house is. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "jia-bench-history-"));
  try {
    return [...(await ingest(folder)), ...(await query(folder)), ...(await growth(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function historyOf(home: Home, clock: ManualClock, path: string): HomeHistory {
  return new HomeHistory({
    home,
    clock,
    backend: threadBackend(path),
    selection: { include: [], exclude: [] },
    keeping: KEEPING,
    tariff: null,
    mains: [],
    lost: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
}

/** Watches how long the event loop is held. */
async function watched<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly held: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const result = await work();
  await turn();
  delay.disable();
  return { result, held: delay.max / 1e6 };
}

async function ingest(folder: string): Promise<BenchRow[]> {
  const devices = 1_000;
  const rounds = 100;
  const names = Array.from({ length: devices }, (_, place) => `sensor-${place}`);
  const descriptions = names.map((name): DeviceDescription => described(name, { spec: SENSOR }));
  const clock = new ManualClock(START);
  const { home } = testHome(descriptions, { clock });
  const history = historyOf(home, clock, join(folder, "ingest.db"));
  await history.start();
  const feed = async (from: number, to: number): Promise<number> => {
    const began = performance.now();
    for (let round = from; round < to; round += 1) {
      clock.advance(1_100);
      for (const [place, name] of names.entries()) {
        const value = 20 + ((round + place) % 100) / 10;
        const values = [{ address: "environment.temperature", value }];
        home.apply([{ kind: "values", id: `test:${name}`, values, cause: "report" }]);
        // What arrives from a broker has its turn with everything else.
        if (place % 100 === 99) await turn();
      }
      await history.flush();
    }
    return ((to - from) * devices * 1_000) / (performance.now() - began);
  };
  await feed(0, 10);
  const { result: perSecond, held } = await watched(() => feed(10, rounds + 10));
  await history.stop();
  const bare = bareInsert(join(folder, "bare.db"), devices, rounds);
  return [
    { ...compared("history: time of a change through the recorder into the file", 1e6 / perSecond, 1e6 / bare, "µs") },
    {
      name: `history: time of a change, ${LEAST_ROWS.toLocaleString("en")} a second at least`,
      value: 1e6 / perSecond,
      unit: "µs",
      limit: 1e6 / LEAST_ROWS,
      ok: perSecond >= LEAST_ROWS,
    },
    { name: "history: event loop held meanwhile", value: held, unit: "ms", limit: LONGEST_MS, ok: held <= LONGEST_MS },
  ];
}

/** The same rows, written bare in the same transactions. @returns rows a second */
function bareInsert(path: string, devices: number, rounds: number): number {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  database.exec(
    "CREATE TABLE points (series INTEGER, at INTEGER, number NUMERIC, text TEXT, PRIMARY KEY (series, at)) WITHOUT ROWID",
  );
  const insert = database.prepare("INSERT INTO points VALUES (?, ?, ?, ?)");
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    database.exec("BEGIN");
    for (let place = 0; place < devices; place += 1) {
      insert.run(place, START + round * 1_100, 20 + ((round + place) % 100) / 10, null);
    }
    database.exec("COMMIT");
  }
  const took = performance.now() - began;
  database.close();
  return (devices * rounds * 1_000) / took;
}

async function query(folder: string): Promise<BenchRow[]> {
  const path = join(folder, "long.db");
  const backend = threadBackend(path);
  const infos = Array.from({ length: SERIES }, (_, place) => ({
    key: { device: `test:${place}`, address: "environment.temperature" },
    form: "number" as const,
    class: "measure" as const,
  }));
  await backend.open(infos);
  const database = new DatabaseSync(path, { timeout: 5_000 });
  const step = (10 * DAY) / ROWS;
  database.exec(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})
      INSERT INTO history_points (series, at, number) SELECT s.id, ${START} + n.i * ${step}, 20 + (n.i * 7 + s.id) % 97 / 10.0
      FROM history_series s CROSS JOIN n ORDER BY s.id, n.i`,
  );
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const times: number[] = [];
  const bare: number[] = [];
  const select = database.prepare(
    "SELECT at, number, text FROM history_points WHERE series = ? AND at >= ? AND at < ?",
  );
  select.setReturnArrays(true);
  const { held } = await watched(async () => {
    for (let place = 0; place < QUERIES + 5; place += 1) {
      const from = START + (place % 9) * DAY;
      const edges = Array.from({ length: 289 }, (_, at) => from + at * FIVE_MINUTES);
      const key = infos[(place * 37) % SERIES]?.key ?? { device: "", address: "" };
      const began = performance.now();
      const buckets = await backend.buckets(key, edges, START + 20 * DAY);
      if (place >= 5) times.push(performance.now() - began);
      if (buckets.length !== 288) throw new Error("the day is not whole");
    }
  });
  for (let place = 0; place < QUERIES; place += 1) {
    const began = performance.now();
    const from = START + (place % 9) * DAY;
    select.all(((place * 37) % SERIES) + 1, from, from + DAY);
    bare.push(performance.now() - began);
  }
  database.close();
  const bytes = statSync(path).size;
  await backend.close();
  const value = median(times);
  return [
    compared(
      "history: a day in five minutes out of 10,000,000 rows, against selecting its rows",
      value,
      median(bare),
      "ms",
    ),
    { name: "history: the same", value, unit: "ms", limit: LONGEST_MS, ok: value <= LONGEST_MS },
    { name: "history: event loop held meanwhile", value: held, unit: "ms", limit: LONGEST_MS, ok: held <= LONGEST_MS },
    { name: "history: size of 10,000,000 rows", value: bytes / 1_000_000, unit: "MB" },
  ];
}

/** A simulated day of the house, looked at every ten seconds. */
async function growth(folder: string): Promise<BenchRow[]> {
  const library = new SpecLibrary("devices");
  const file = parseHomeFile(JSON.parse(readFileSync("devices/homes/house.json", "utf8")), "house", library);
  const clock = new ManualClock(START);
  const { home, devices, world } = createDirectHome(file, { clock, behaviours: "physics" });
  const path = join(folder, "house.db");
  const history = historyOf(home, clock, path);
  await history.start();
  const seconds = 10;
  for (let at = 0; at < 86_400; at += seconds) {
    clock.advance(seconds * 1_000);
    world.tick(seconds);
    for (const device of devices.values()) device.tick(seconds);
    if (at % 600 === 0) await history.flush();
  }
  await history.stop();
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = Number(database.prepare("SELECT COUNT(*) AS n FROM history_points").get()?.["n"]);
  database.close();
  // Closed: its log is in it.
  const bytes = statSync(path).size;
  return [
    { name: `history: changes of a day in the house, ${home.size} devices`, value: rows, unit: "rows" },
    { name: "history: the file after that day", value: bytes / 1_000_000, unit: "MB" },
  ];
}
