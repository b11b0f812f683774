import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../src/home/index.ts";
import { openStore } from "../src/store/index.ts";
import { type BenchRow, median } from "./row.ts";

const SINGLE = 3000;
const TOGETHER = 1000;
const ROUNDS = 15;

/** What the audit's row costs a command before it is sent, and its outcome after, in a database file. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "jia-bench-"));
  const { audit, close } = await openStore({ path: join(folder, "jia.db") });
  const before: number[] = [];
  const after: number[] = [];
  for (let at = 0; at < SINGLE; at += 1) {
    const [note, took] = await timed(() => audit.begin(intent(at)));
    before.push(took);
    const [, tookAfter] = await timed(() => note.complete([], 1));
    after.push(tookAfter);
  }
  const together: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [, took] = await timed(() =>
      Promise.all(Array.from({ length: TOGETHER }, (_, at) => audit.begin(intent(at)))),
    );
    together.push(took / 1000);
  }
  await close();
  rmSync(folder, { recursive: true });
  return [
    { name: "audit: the row before a command is sent", value: median(before), unit: "µs" },
    { name: "audit: its outcome", value: median(after), unit: "µs" },
    { name: "audit: the rows of a thousand commands of one moment", value: median(together), unit: "ms" },
  ];
}

function intent(at: number) {
  return {
    at: systemClock.now() + at,
    origin: { kind: "person" },
    command: { kind: "invoke", device: `miot:${at % 30}`, action: "light.toggle", in: [] },
    outcomes: [{ device: `miot:${at % 30}`, action: "light.toggle", in: [], status: "unknown" }],
  } as const;
}

/** What came of it, and the microseconds that it took, in a turn of the event loop of its own. */
async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  await new Promise((resolve) => setImmediate(resolve));
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) * 1000];
}
