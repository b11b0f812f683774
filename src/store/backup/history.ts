/** The history in a backup: its tables are in the same file, when it is included. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Transaction } from "kysely";
import { historyBeside, PostgresHistory, SqliteHistory } from "../history/index.ts";
import { transferHistory } from "../history/transfer.ts";
import { openDatabase, type StoreLocation } from "../open.ts";
import type { Tables } from "../schema.ts";
import type { BackupProgress } from "./progress.ts";

const TABLES = ["history_points", "history_summaries", "history_series", "history_notes"] as const;

/** Adds the history of a store to a backup in progress; does nothing without one. */
export async function addHistory(location: StoreLocation, partial: string, work: BackupProgress): Promise<void> {
  if ("url" in location) {
    const server = await openDatabase(location);
    try {
      await into(partial, (target) =>
        new PostgresHistory(server).reading((from) => transferHistory(from, target, work)),
      );
    } finally {
      await server.close();
    }
    return;
  }
  const path = historyBeside(location.path);
  if (!existsSync(path)) return;
  const source = new SqliteHistory(path);
  try {
    await into(partial, (target) => source.frozen((from) => transferHistory(from, target, work)));
  } finally {
    await source.close();
  }
}

/** Writes the history of a backup into a new file. */
export async function extractHistory(backup: string, fresh: string, work: BackupProgress): Promise<void> {
  const source = new SqliteHistory(backup);
  try {
    await into(fresh, (target) => transferHistory(source, target, work));
  } finally {
    await source.close();
  }
}

/** Replaces the history of a server by that of a backup, within a transaction. */
export async function extractIntoServer(backup: string, db: Transaction<Tables>, work: BackupProgress): Promise<void> {
  for (const table of TABLES) await db.deleteFrom(table).execute();
  const target = new PostgresHistory({ db, transaction: (write) => write(db) });
  const source = new SqliteHistory(backup);
  try {
    await transferHistory(source, target, work);
  } finally {
    await source.close();
  }
}

/** Removes the history from a copy of a backup. */
export function dropHistory(copy: string): void {
  const database = new DatabaseSync(copy, { timeout: 0 });
  try {
    for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec("PRAGMA user_version = 0; VACUUM");
  } finally {
    database.close();
  }
}

async function into(path: string, write: (target: SqliteHistory) => Promise<void>): Promise<void> {
  const target = new SqliteHistory(path);
  try {
    await write(target);
  } finally {
    await target.close();
  }
}
