import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { StoredAmount } from "../../history/index.ts";
import { JiaError } from "../../home/index.ts";
import { integrityFaults } from "../backup/check.ts";
import { openWithoutMigrating, type StoreLocation } from "../open.ts";
import { isTrouble, sqliteTrouble } from "../trouble.ts";
import { historyFileFor } from "./file.ts";
import { PostgresHistory } from "./postgres.ts";
import { SqliteHistory } from "./sqlite.ts";

/** The doctor's findings in a history. */
export interface HistoryFindings {
  /** Why it can't be used; null when it can. */
  readonly problem: JiaError | null;
  /** null when it cannot be read. */
  readonly amount: StoredAmount | null;
}

/** Files up to this size are checked completely; larger ones would take minutes. Bytes. */
const READ_THROUGH = 100_000_000;

/** Examines the history of a store, also while Jia runs on it; null when there is none. */
export async function examineHistory(location: StoreLocation): Promise<HistoryFindings | null> {
  try {
    return "url" in location ? await onServer(location) : await inFile(historyFileFor(location.path));
  } catch (error) {
    if (error instanceof JiaError) return { problem: error, amount: null };
    throw error;
  }
}

async function inFile(path: string): Promise<HistoryFindings | null> {
  if (!existsSync(path)) return null;
  readThrough(path);
  const storage = new SqliteHistory(path);
  try {
    return { problem: null, amount: await storage.amount() };
  } finally {
    await storage.close();
  }
}

/** Checks the integrity of a file. @throws JiaError of the store's trouble */
function readThrough(path: string): void {
  if (statSync(path).size > READ_THROUGH) return;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    const detail = integrityFaults(database);
    if (detail !== null) throw new JiaError("store-damaged", { where: path, detail });
  } catch (error) {
    throw sqliteTrouble(error, path);
  } finally {
    database?.close();
  }
}

async function onServer(location: StoreLocation): Promise<HistoryFindings | null> {
  const database = await openWithoutMigrating(location);
  try {
    return { problem: null, amount: await new PostgresHistory(database).amount() };
  } catch (error) {
    if (isTrouble(error)) throw error;
    // An older version does not have the tables.
    return null;
  } finally {
    await database.close();
  }
}
