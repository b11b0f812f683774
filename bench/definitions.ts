import { setTimeout as wait } from "node:timers/promises";
import { stringify } from "yaml";
import { planningApi } from "../test/support/api.ts";
import { type BenchRow, median } from "./row.ts";

/** Automations of a file that is nearly as long as the API takes: 860 kB. */
const MANY = 4_300;
const ROUNDS = 3;
/** Milliseconds that the event loop may be held; when thousands begin to work, by the transaction that saves them all. */
const HELD = { diff: 50, import: 100 };

/** What else the server does while it reads a long file of automations. */
export async function run(): Promise<BenchRow[]> {
  const text = stringify({
    automations: Array.from({ length: MANY }, (_, index) => ({
      id: `a-${index}`,
      name: `automation ${index}`,
      triggers: [{ type: "cron", expression: `${index % 60} ${index % 24} * * *` }],
      actions: [{ type: "set", target: "test:lamp", set: { "light.on": true } }],
    })),
  });
  const diff: number[] = [];
  const imported: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { app, bench } = await planningApi();
    const send = async (verb: string) => {
      const url = `/api/definitions/${verb}`;
      const { statusCode } = await app.inject({ method: "POST", url, payload: { text, file: "home.yaml" } });
      if (statusCode !== 200) throw new Error(`${verb}: ${statusCode}`);
    };
    diff.push(await heldBy(() => send("diff")));
    imported.push(await heldBy(() => send("import")));
    await app.close();
    await bench.close();
  }
  const row = (verb: "diff" | "import", values: readonly number[]): BenchRow => {
    const held = median(values);
    const name = `${verb} of a file of ${MANY} automations: event loop held`;
    return { name, value: held, unit: "ms", limit: HELD[verb], ok: held <= HELD[verb] };
  };
  return [row("diff", diff), row("import", imported)];
}

/** Longest time that the event loop was held meanwhile, in milliseconds. */
async function heldBy(work: () => Promise<void>): Promise<number> {
  const every = 2;
  let last = performance.now();
  let held = 0;
  const look = (): void => {
    const now = performance.now();
    held = Math.max(held, now - last - every);
    last = now;
  };
  const timer = setInterval(look, every);
  await work();
  await wait(every * 5);
  clearInterval(timer);
  return held;
}
