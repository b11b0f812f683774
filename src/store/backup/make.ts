import { chmodSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { openDatabase, type StoreLocation } from "../open.ts";
import { sqliteTrouble } from "../trouble.ts";
import { BACKUP_KEY, type BackupContents, type BackupRow, checkBackup } from "./check.ts";
import { copyTables } from "./copy.ts";
import { addHistory } from "./history.ts";
import type { Work } from "./progress.ts";

export interface BackupOptions {
  /** Put it in the place of an older backup of the same name. */
  readonly replace?: boolean;
  /** Take the history along: it may be long. */
  readonly history?: boolean;
}

/** The part of the work that is not the history, where that is taken along. */
const WITHOUT_HISTORY = 0.2;

/** Pages of 4 KiB that are copied at once, between which it can be stopped. */
const PAGES = 400;

/**
 * Writes all of a store into one file, also while Jia runs on it: what it holds is that of one moment. The file is there
 * only when it is whole and was looked through.
 * @throws JiaError of the store's trouble, `invalid-backup`; the reason of the signal
 */
export async function makeBackup(
  location: StoreLocation,
  target: string,
  made: Omit<BackupRow, "form">,
  work: Work,
  { replace = false, history = false }: BackupOptions = {},
): Promise<BackupContents> {
  const file = resolve(target);
  refuseOther(file, replace);
  const partial = `${file}.partial`;
  removeWithLog(partial);
  try {
    const [first, second] = history ? parts(work, WITHOUT_HISTORY) : [work, work];
    if ("url" in location) await copyServer(location, partial, first);
    else await copyFile(location.path, partial, first);
    if (history) await addHistory(location, partial, second);
    seal(partial, { form: 1, ...made });
    // What people said and did is in there: it is as private as the data folder.
    chmodSync(partial, 0o600);
    const contents = checkBackup(partial);
    await putOnDisk(partial);
    work.signal.throwIfAborted();
    renameSync(partial, file);
    return { ...contents, file };
  } catch (error) {
    if (work.signal.aborted) throw work.signal.reason;
    throw error instanceof JiaError ? error : sqliteTrouble(error, file);
  } finally {
    removeWithLog(partial);
  }
}

/** Two works that follow each other as one. */
function parts({ progress, signal }: Work, first: number): readonly [Work, Work] {
  return [
    { progress: (part) => progress(part * first), signal },
    { progress: (part) => progress(first + part * (1 - first)), signal },
  ];
}

/** An older backup is replaced where that is asked for; anything else, the database itself above all, never is. */
function refuseOther(file: string, replace: boolean): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  let older = false;
  try {
    older = checkBackup(file).made !== null;
  } catch {
    older = false;
  }
  if (!older) throw new JiaError("invalid-backup", { file, reason: message("store.otherFile") });
  if (!replace) throw new JiaError("invalid-backup", { file, reason: message("store.olderBackup") });
}

async function copyFile(path: string, partial: string, { progress, signal }: Work): Promise<void> {
  let source: DatabaseSync;
  try {
    source = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  } catch (error) {
    throw sqliteTrouble(error, path);
  }
  try {
    // A transaction that reads keeps its moment: without it every write of Jia's would start the copy anew.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_schema").get();
    await backup(source, partial, {
      rate: PAGES,
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        progress(totalPages === 0 ? 1 : (totalPages - remainingPages) / totalPages);
      },
    });
    progress(1);
  } finally {
    source.close();
  }
}

async function copyServer(location: StoreLocation, partial: string, work: Work): Promise<void> {
  const server = await openDatabase(location);
  try {
    const target = await openDatabase({ path: partial });
    try {
      await server.db
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute((from) => target.transaction((to) => copyTables(from, to, work)));
    } finally {
      await target.close();
    }
  } finally {
    await server.close();
  }
}

/** One file that says what it is, with nothing beside it. */
function seal(partial: string, made: BackupRow): void {
  const database = new DatabaseSync(partial, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = DELETE");
    database
      .prepare("INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)")
      .run(BACKUP_KEY, JSON.stringify(made), made.at);
  } finally {
    database.close();
  }
}

/** Waits until a file is on the disk. */
export async function putOnDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes a database file away, with what SQLite keeps beside it. */
export function removeWithLog(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}
