import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { JiaError } from "../../home/index.ts";
import { makeFolder } from "../../make-folder.ts";
import { sqliteTrouble } from "../trouble.ts";
import { historyTables } from "./tables.ts";

/** The history has a file of its own: its many writes do not delay others, and a backup can leave it out. */
export const HISTORY_FILE = "history.db";

/** The statements of each version of the file, from 1 on. A released version is never changed. */
const VERSIONS: readonly (readonly string[])[] = [historyTables("sqlite")];

/** How long a statement waits for another process's lock, in milliseconds; the file is used in a thread of its own. */
const PATIENCE_MS = 1_000;
/** Pages of 4 KiB that the write-ahead log may hold before it is moved into the file. */
const CHECKPOINT_PAGES = 2_000;
/** A longer log is cut back to this, in bytes. */
const LONGEST_LOG = 16_777_216;

/**
 * Opens the file of the history and brings its tables to the newest version. A commit survives a kill of the process.
 * @param path `:memory:` for none
 * @throws JiaError of the store's trouble, `store-newer`
 */
export function openHistoryFile(path: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    // It shows when somebody was at home: other users of the machine must not read it.
    if (path !== ":memory:") makeFolder(dirname(path), 0o700);
    database = new DatabaseSync(path, { timeout: PATIENCE_MS });
    // auto_vacuum has to be set before the first table is made; it lets freed space go back to the disk.
    database.exec("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${LONGEST_LOG};`);
    upgrade(database, path);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteTrouble(error, path);
  }
}

/** The path of the history file beside a database file. */
export function historyFileFor(database: string): string {
  return join(dirname(database), HISTORY_FILE);
}

/** The version of the tables in a history file; 0 without tables. */
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
