import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { JiaError } from "../../home/index.ts";
import { makeFolder } from "../../make-folder.ts";
import { sqliteTrouble } from "../trouble.ts";
import { historyTables } from "./tables.ts";

/** A file of its own: its many writes never hold up those of the others, and it can be left out of a backup. */
export const HISTORY_FILE = "history.db";

/** What brought the file to each version, from 1 on; one that was released is never changed. */
const VERSIONS: readonly (readonly string[])[] = [historyTables("sqlite")];

/** How long a statement waits for another process's lock, in milliseconds: whoever opens the file has a thread for it. */
const PATIENCE_MS = 1_000;
/** Pages of 4 KiB that the write-ahead log may hold before it is moved into the file. */
const CHECKPOINT_PAGES = 2_000;
/** A log that has grown longer is cut back to this, in bytes. */
const LONGEST_LOG = 16_777_216;

/**
 * Opens the file of the history and brings its tables to the newest version. A commit survives the process being killed.
 * @param path `:memory:` for none
 * @throws JiaError of the store's trouble, `store-newer`
 */
export function openHistoryFile(path: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    // When somebody was at home is in there: nobody else on the machine is to read it.
    if (path !== ":memory:") makeFolder(dirname(path), 0o700);
    database = new DatabaseSync(path, { timeout: PATIENCE_MS });
    // Before the first table is made, or it has no effect: room that is freed can be given back to the disk.
    database.exec("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${LONGEST_LOG};`);
    upgrade(database, path);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteTrouble(error, path);
  }
}

/** The file of the history that belongs to a database file: beside it. */
export function historyBeside(database: string): string {
  return join(dirname(database), HISTORY_FILE);
}

/** The version of the tables in a file of the history; 0 when they are not there. */
export function historyVersion(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
}

function upgrade(database: DatabaseSync, path: string): void {
  const found = historyVersion(database);
  if (found > VERSIONS.length) {
    throw new JiaError("store-newer", { where: path, found: `history ${found}`, known: `history ${VERSIONS.length}` });
  }
  if (found === VERSIONS.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const statements of VERSIONS.slice(found)) for (const statement of statements) database.exec(statement);
    database.exec(`PRAGMA user_version = ${VERSIONS.length}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
