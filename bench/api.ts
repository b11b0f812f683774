import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../test/support/free-port.ts";
import { type BenchRow, compared, median } from "./row.ts";

const ROUNDS = 5;
const MS = 2_000;
/** Jia answers at least three quarters of the requests that a bare route answers. */
const LIMIT = 1 / 0.75;
const DEVICE = "living-floor-lamp";

interface Route {
  readonly name: string;
  readonly path: string;
}

const ROUTES: readonly Route[] = [
  { name: "one device with its spec", path: `/api/devices/${DEVICE}` },
  { name: "all devices of the house", path: "/api/devices" },
];

/**
 * Requests of `npm start` with the simulated house, against bare Fastify routes that serialise the same objects: whole
 * processes, real sockets, the client in a process of its own.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "jia-bench-"));
  const jia = await startJia(folder);
  const bare = await startBare(folder, jia);
  try {
    const rows: BenchRow[] = [];
    for (const [index, { name, path }] of ROUTES.entries()) {
      const took: number[] = [];
      const bareTook: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        bareTook.push(await perRequest(`${bare.url}/${index}`, ""));
        took.push(await perRequest(jia.url + path, jia.token));
      }
      rows.push(compared(`GET ${path}: ${name}`, median(took), median(bareTook), "µs", LIMIT));
    }
    return rows;
  } finally {
    await jia.stop();
    await bare.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Microseconds of a request, with several at once. */
async function perRequest(url: string, token: string): Promise<number> {
  const load = join(import.meta.dirname, "support/load.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [load, url, String(MS), token]);
  return 1_000_000 / Number(stdout);
}

interface Served {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

async function startJia(folder: string): Promise<Served> {
  const port = await freePort();
  const args = ["--port", String(port), "--data", join(folder, "data"), "--model", "none", "--home", "house"];
  const child = spawned(["launch.cjs", "start", ...args]);
  const url = `http://127.0.0.1:${port}`;
  await answering(child, `${url}/health`);
  const token = await readFile(join(folder, "data/owner-token"), "utf8").catch(() => "");
  return { url, token: token.trim(), stop: () => ended(child) };
}

async function startBare(folder: string, jia: Served): Promise<Served> {
  const files: string[] = [];
  for (const [index, { path }] of ROUTES.entries()) {
    const headers = jia.token === "" ? {} : { authorization: `Bearer ${jia.token}` };
    const answer = await fetch(jia.url + path, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const file = join(folder, `${index}.json`);
    await writeFile(file, await answer.text());
    files.push(file);
  }
  const port = await freePort();
  const child = spawned([join(import.meta.dirname, "support/bare-api.ts"), String(port), ...files]);
  const url = `http://127.0.0.1:${port}`;
  await answering(child, `${url}/0`);
  return { url, token: "", stop: () => ended(child) };
}

function spawned(args: readonly string[]): ChildProcess {
  const { BENCH_PROFILE: profile } = process.env;
  const options = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return spawn(process.execPath, [...options, ...args], {
    env: { ...process.env, JIA_LOG: "silent" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error("the process ended");
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await answer?.body?.cancel();
    await wait(100);
  }
  throw new Error(`${url} does not answer`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timeout = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exit;
  clearTimeout(timeout);
}
