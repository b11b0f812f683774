import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { makeFolder } from "../../make-folder.ts";
import { DataFolder } from "../data-folder.ts";
import { historyBeside } from "../history/index.ts";
import { openDatabase, type StoreLocation } from "../open.ts";
import { isOtherHome, type Owner, setOwner } from "../owner.ts";
import { SettingsRepository } from "../settings.ts";
import { sqliteTrouble } from "../trouble.ts";
import { BACKUP_KEY, type BackupContents, checkBackup } from "./check.ts";
import { continueNumbers, copyTables, emptyTables } from "./copy.ts";
import { dropHistory, extractHistory, extractIntoServer } from "./history.ts";
import { putOnDisk, removeWithLog } from "./make.ts";
import type { BackupProgress } from "./progress.ts";

/** The suffix of the file from before a restore, beside the new one. */
export const BEFORE_RESTORE = ".before-restore";

export interface RestoreOptions {
  /** The home that the store is for. */
  readonly owner: Owner;
  /** Whether to restore the backup of another home, and give it to this one. */
  readonly takeOver: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Replaces a store by a backup. The backup is checked, brought to the newest version beside the old store, and renamed into its
 * place in one step. Jia must not run on the store.
 * @throws JiaError `invalid-backup`, `store-newer`, `other-home-backup`, `folder-in-use`, `conflict`, of the store's trouble; the
 * reason of the signal
 * @returns the restored contents, and whether an older store was kept beside it
 */
export async function restoreBackup(
  source: string,
  location: StoreLocation,
  options: RestoreOptions,
  work: BackupProgress,
): Promise<{ readonly contents: BackupContents; readonly kept: boolean }> {
  const file = resolve(source);
  const contents = checkBackup(file);
  refuseOtherHome(contents, options.owner, options.takeOver);
  try {
    if ("url" in location) {
      await intoServer(contents, location, options, work);
      return { contents, kept: false };
    }
    return { contents, kept: await intoFile(contents, location.path, options, work) };
  } catch (error) {
    if (work.signal.aborted) throw work.signal.reason;
    throw error instanceof JiaError || "url" in location ? error : sqliteTrouble(error, location.path);
  }
}

/** Refuses the backup of another home unless that is wanted. @throws JiaError `other-home-backup` */
export function refuseOtherHome({ file, owner: theirs }: BackupContents, owner: Owner, takeOver: boolean): void {
  if (!theirs || takeOver || !isOtherHome(theirs, owner)) return;
  const { name, source: ownerSource } = theirs;
  throw new JiaError("other-home-backup", {
    ...{ file, owner: name, ownerSource, home: owner.name, homeSource: owner.source },
  });
}

/** Restores into a file. @returns whether an older file was kept */
async function intoFile(
  contents: BackupContents,
  path: string,
  options: RestoreOptions,
  { progress, signal }: BackupProgress,
): Promise<boolean> {
  const folder = DataFolder.take(dirname(path));
  const fresh = `${path}.restoring`;
  const history = historyBeside(path);
  const freshHistory = `${history}.restoring`;
  let restored = false;
  try {
    removeWithLog(fresh);
    removeWithLog(freshHistory);
    await copyBytes(contents, fresh, { progress, signal });
    if (contents.history !== null) {
      await extractHistory(fresh, freshHistory, { progress, signal });
      dropHistory(fresh);
      await putOnDisk(freshHistory);
    }
    await prepare(fresh, contents, options);
    checkBackup(fresh);
    await putOnDisk(fresh);
    signal.throwIfAborted();
    const kept = keepOld(path);
    // A backup without a history leaves the present one as it is.
    if (contents.history !== null) {
      keepOld(history);
      renameSync(freshHistory, history);
    }
    renameSync(fresh, path);
    restored = true;
    folder.label(options.owner.name, options.at);
    return kept;
  } finally {
    removeWithLog(fresh);
    removeWithLog(freshHistory);
    if (restored) folder.release();
    else folder.giveBack();
  }
}

async function copyBytes(
  { file, size }: BackupContents,
  target: string,
  { progress, signal }: BackupProgress,
): Promise<void> {
  makeFolder(dirname(target), 0o700);
  let done = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.length;
      progress(size === 0 ? 1 : Math.min(1, done / size));
      next(null, chunk);
    },
  });
  await pipeline(createReadStream(file), counted, createWriteStream(target, { mode: 0o600 }), { signal });
}

/** Brings a copy to the newest version, and removes state that held only when the backup was made. */
async function prepare(copy: string, contents: BackupContents, { owner, takeOver, at }: RestoreOptions): Promise<void> {
  const isForeign = contents.owner !== null && isOtherHome(contents.owner, owner);
  const database = await openDatabase({ path: copy });
  try {
    await database.transaction(async (db) => {
      await db.deleteFrom("settings").where("key", "=", BACKUP_KEY).execute();
      await db.deleteFrom("leases").execute();
      await db.updateTable("audit").set({ open: null }).where("open", "is not", null).execute();
      // Due times since the backup may have run: they do not run again.
      await db.updateTable("cursors").set({ settled_to: at }).where("settled_to", "<", at).execute();
      await db.deleteFrom("holds").execute();
      // Browsers that signed out since must not be signed in again, and programs of another home not get into this one.
      const grants = db.deleteFrom("access_grants");
      await (isForeign ? grants : grants.where("kind", "=", "session")).execute();
      if (isForeign) await db.deleteFrom("person_tokens").execute();
      // Waiting notices were sent since, or are no news any more.
      await db.deleteFrom("outbox").execute();
      await db.deleteFrom("timers").where("due_at", "<=", at).execute();
      // Runs in progress then have long ended, or were not meant for now.
      const stopped = { status: "stopped", reason: JSON.stringify(message("traces.restored")), checkpoint: null };
      await db
        .updateTable("runs")
        .set({ ...stopped, finished_at: contents.made?.at ?? at })
        .where("checkpoint", "is not", null)
        .execute();
    });
    if (takeOver && contents.owner) await setOwner(new SettingsRepository(database, () => undefined), owner, at);
  } finally {
    await database.close();
  }
}

/** Keeps the old file under another name, with its log merged into it. @returns whether there was one */
function keepOld(path: string): boolean {
  if (!existsSync(path)) return false;
  const aside = `${path}${BEFORE_RESTORE}`;
  removeWithLog(aside);
  try {
    const old = new DatabaseSync(path, { timeout: 0 });
    try {
      old.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      old.close();
    }
  } catch {
    // A damaged file, the reason for the restore, is kept as it is.
  }
  // A left-over log would be taken for the new file's.
  for (const ending of ["-wal", "-shm"]) {
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
  }
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside);
  }
  return true;
}

async function intoServer(
  contents: BackupContents,
  location: StoreLocation,
  options: RestoreOptions,
  work: BackupProgress,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jia-restore-"));
  const copy = join(folder, "jia.db");
  try {
    await copyBytes(contents, copy, { ...work, progress: () => undefined });
    await prepare(copy, contents, options);
    const from = await openDatabase({ path: copy });
    try {
      const server = await openDatabase(location);
      try {
        await server.transaction(async (to) => {
          const held = await to
            .selectFrom("leases")
            .select("holder")
            .where("expires_at", ">", options.at)
            .executeTakeFirst();
          if (held) throw new JiaError("conflict", { detail: message("store.runsOnServer") });
          await emptyTables(to);
          await copyTables(from.db, to, work);
          if (contents.history !== null) await extractIntoServer(copy, to, work);
          await continueNumbers(to);
          work.signal.throwIfAborted();
        });
      } finally {
        await server.close();
      }
    } finally {
      await from.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
