import { existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { JiaError, systemClock } from "../home/index.ts";
import { DataFolder, LOCK_FILE } from "./data-folder.ts";
import type { Database } from "./database.ts";
import { openWithoutMigrating, type StoreLocation } from "./open.ts";
import { storeOwner } from "./owner.ts";
import type { UnreadableRow } from "./read-rows.ts";
import { repositories } from "./repositories.ts";
import { isTrouble } from "./trouble.ts";
import { UnreadableRows } from "./unreadable-rows.ts";

/** The doctor's findings in a store. */
export interface StoreFindings {
  /** Why it cannot be used; null when it can. */
  readonly problem: JiaError | null;
  /** Rows that cannot be read. */
  readonly leftOut: readonly UnreadableRow[];
}

/** Below this free space a disk counts as full. Bytes. */
const LITTLE_ROOM = 1024 * 1024;
const ALL = 1_000_000;

/**
 * Examines a store, also while Jia runs on it, and changes nothing. null when there is none yet.
 */
export async function examineStore(location: StoreLocation): Promise<StoreFindings | null> {
  if ("path" in location && !existsSync(location.path)) {
    return runsOn(dirname(location.path))
      ? { problem: new JiaError("store-moved", { where: location.path }), leftOut: [] }
      : null;
  }
  try {
    const database = await openWithoutMigrating(location);
    try {
      const leftOut = await unreadableRows(database);
      return { problem: await writingProblem(database, location), leftOut };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof JiaError) return { problem: error, leftOut: [] };
    throw error;
  }
}

/** Whether a process uses the folder. */
export function runsOn(folder: string): boolean {
  if (!existsSync(join(folder, LOCK_FILE))) return false;
  try {
    DataFolder.take(folder).release();
    return false;
  } catch (error) {
    return error instanceof JiaError && error.code === "folder-in-use";
  }
}

async function unreadableRows(database: Database): Promise<readonly UnreadableRow[]> {
  const found = new UnreadableRows(() => undefined);
  const { automations, scenes, timers, runs, audit, conversations, settings, notices, channels, outbox } = repositories(
    database,
    systemClock,
    found,
  );
  const looks = [
    () => automations.all(),
    () => automations.cursors(),
    () => automations.holds(),
    () => scenes.all(),
    () => timers.all(),
    () => runs.list({ limit: ALL }),
    () => audit.list({ limit: ALL }),
    () => conversations.examine(),
    () => storeOwner(settings),
    () => notices.all(),
    () => channels.all(),
    () => channels.states(),
    () => outbox.unsettled(),
  ];
  for (const look of looks) {
    try {
      await look();
    } catch (error) {
      if (isTrouble(error)) throw error;
      // An older version may not have the table yet.
    }
  }
  return found.rows;
}

/** Why nothing can be written; a transaction that changes nothing tests it. null when writes work. */
async function writingProblem(database: Database, location: StoreLocation): Promise<JiaError | null> {
  try {
    await database.transaction((db) => sql`update settings set key = key where key = ''`.execute(db));
  } catch (error) {
    if (isTrouble(error)) return error;
    throw error;
  }
  if (!("path" in location)) return null;
  const { bavail, bsize } = statfsSync(dirname(location.path));
  return bavail * bsize < LITTLE_ROOM ? new JiaError("store-full", { where: location.path }) : null;
}
