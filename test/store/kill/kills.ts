import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openStore, type StoreLocation } from "../../../src/store/index.ts";
import { seeded } from "../../support/random.ts";

/** The most commands that a process of these sends before it ends; the first round alone has twenty. */
const MOST_COMMANDS = 90;

export interface Killed {
  /** Commands that reached a device, keyed by its id. */
  readonly told: ReadonlyMap<string, number>;
  /** Rows in the audit, keyed by device id. */
  readonly noted: ReadonlyMap<string, number>;
  /** Rows that say that the outcome is not known. */
  readonly unknown: number;
  /** What the starts after the kills found open, added up, and the most that one of them found. */
  readonly interrupted: number;
  readonly mostInterrupted: number;
}

/**
 * Ends a home by SIGKILL so many times, each time at the moment at which a device was told something, and reads the audit.
 * @param folder where the children write what reached the devices
 */
export async function killAfterSending(kills: number, location: StoreLocation, folder: string): Promise<Killed> {
  const random = seeded(7);
  const told = new Map<string, number>();
  let interrupted = 0;
  let mostInterrupted = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const reached = join(folder, `reached-${kill}`);
    const count = 1 + Math.floor(random() * MOST_COMMANDS);
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, "child.ts"),
        "path" in location ? location.path : location.url,
        reached,
        String(count),
      ],
      { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") } },
    );
    await once(child, "exit");
    for (const device of readFileSync(reached, "utf8").trim().split("\n")) {
      told.set(device, (told.get(device) ?? 0) + 1);
    }
    const store = await openStore(location);
    const found = await store.audit.closeInterrupted();
    interrupted += found;
    mostInterrupted = Math.max(mostInterrupted, found);
    await store.close();
  }
  const store = await openStore(location);
  const entries = await store.audit.list({ limit: 1_000_000 });
  await store.close();
  const rows = Map.groupBy(entries, ({ command }) => command.device);
  return {
    told,
    noted: new Map([...rows].map(([device, { length }]) => [device, length])),
    unknown: entries.filter(({ outcomes }) => outcomes.some(({ status }) => status === "unknown")).length,
    interrupted,
    mostInterrupted,
  };
}

/** The devices that were told more than the audit knows of. */
export function unnoted({ told, noted }: Killed): string[] {
  return [...told].filter(([device, times]) => (noted.get(device) ?? 0) < times).map(([device]) => device);
}
