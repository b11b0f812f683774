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
import type { BackupProgress } from "./progress.ts";

export interface BackupOptions {
  /** Whether to replace an older backup of the same name. */
  readonly replace?: boolean;
  /** Whether to include the history, which may be large. */
  readonly history?: boolean;
}

/** The share of the progress before the history, when that is included. */
const WITHOUT_HISTORY = 0.2;

/** Pages of 4 KiB that are copied at once; the copy can be stopped in between. */
const PAGES = 400;

/**
 * Writes a whole store into one file, also while Jia runs on it; the contents are of one moment. The file gets its name only
 * when it is complete and checked.
 * @throws JiaError of the store's trouble, `invalid-backup`; the reason of the signal
 */
export async function makeBackup(
  location: StoreLocation,
  target: string,
  made: Omit<BackupRow, "form">,
  work: BackupProgress,
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
    // It contains what people said and did, so it is as private as the data folder.
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

/** Splits the progress of one work into two that follow each other. @param first share of the first */
function parts({ progress, signal }: BackupProgress, first: number): readonly [BackupProgress, BackupProgress] {
  return [
    { progress: (part) => progress(part * first), signal },
    { progress: (part) => progress(first + part * (1 - first)), signal },
  ];
}

/** Refuses to overwrite a file, except an older backup on request. Above all the database itself is never overwritten. */
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

async function copyFile(path: string, partial: string, { progress, signal }: BackupProgress): Promise<void> {
  let source: DatabaseSync;
  try {
    source = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  } catch (error) {
    throw sqliteTrouble(error, path);
  }
  try {
    // An open read transaction freezes the state: without it every write of Jia would restart the copy.
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

async function copyServer(location: StoreLocation, partial: string, work: BackupProgress): Promise<void> {
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

/** Marks a file as a backup, and merges its log into it. */
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

/** Deletes a database file with the files that SQLite keeps beside it. */
export function removeWithLog(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}
