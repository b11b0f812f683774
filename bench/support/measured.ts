import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { freePort } from "../../test/support/free-port.ts";
import type { Reading } from "./meter.ts";

const Reported = z.object({ cpu: z.number(), bytes: z.number(), held: z.number() });

/** A process with a meter in it. */
export interface Measured {
  read(): Promise<Reading>;
  /** Reads after a collection: what is really kept. */
  kept(): Promise<Reading>;
  stop(): Promise<void>;
}

/**
 * Starts a process under a meter, and resolves once that answers.
 * @param args what Node.js is started with
 */
export async function measured(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Measured> {
  const port = await freePort();
  const meter = new URL("./meter.ts", import.meta.url).href;
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, BENCH_METER: String(port), NODE_OPTIONS: `--import=${meter}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let problems = "";
  child.stderr.on("data", (piece) => {
    problems = `${problems}${String(piece)}`.slice(-2000);
  });
  const read = async (path = ""): Promise<Reading> => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, { signal: AbortSignal.timeout(60_000) });
    return Reported.parse(await response.json());
  };
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the measured process ended: ${problems}`);
    if (tries > 600) throw new Error(`the measured process does not answer: ${problems}`);
    try {
      await read();
      break;
    } catch {
      await wait(50);
    }
  }
  return { read: () => read(), kept: () => read("collect"), stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timeout = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exit;
  clearTimeout(timeout);
}
