import { lstatSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { makeFolder } from "../make-folder.ts";
import { folderTrouble } from "./folder-trouble.ts";
import { HISTORY_FILE } from "./history/file.ts";

/** Locked while a process works in the folder; the lock goes with the process, however that ends. */
export const LOCK_FILE = "jia.lock";
/** Which home the folder belongs to, and who works there now: for people, and for the message of the next start. */
const HOME_FILE = "home.json";
/** What a start puts into a folder. The lock is last: while it is there, nobody else takes the folder. */
const DATABASES = ["jia.db", HISTORY_FILE];
const FILES = [HOME_FILE, ...DATABASES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`]), LOCK_FILE];

const Holder = z.object({
  home: z.string(),
  process: z.object({ pid: z.number(), host: z.string(), since: z.string() }).nullable(),
});
type Holder = z.output<typeof Holder>;

/**
 * The data folder, held by one process. The lock is the operating system's own (by way of SQLite, on a file of its own), so
 * a process that was killed leaves none behind, and a process number that is used again means nothing.
 */
export class DataFolder {
  readonly #folder: string;
  readonly #lock: DatabaseSync;
  /** What was not there before it was taken: files, then the folders, the innermost first. */
  readonly #made: Made;
  #home: string | null = null;

  private constructor(folder: string, lock: DatabaseSync, made: Made) {
    this.#folder = folder;
    this.#lock = lock;
    this.#made = made;
  }

  /**
   * Takes the folder, which is made when it is not there.
   * @throws JiaError `folder-in-use`, `folder-unusable`, `store-full`
   */
  static take(folder: string): DataFolder {
    const files = FILES.map((name) => join(folder, name)).filter((path) => !isThere(path));
    const folders = made(folder);
    return new DataFolder(folder, locked(folder), { files, folders });
  }

  /**
   * Says in the folder whose it is, and who works there.
   * @param home what the home is called
   * @param at milliseconds since the epoch
   */
  label(home: string, at: number): void {
    this.#home = home;
    this.#note({ pid: process.pid, host: hostname(), since: new Date(at).toISOString() });
  }

  release(): void {
    this.#note(null);
    this.#lock.close();
  }

  /** Gives it back as it was: a start that failed leaves nothing that belongs to its home in a new folder. */
  giveBack(): void {
    if (!this.#made.files.includes(join(this.#folder, "jia.db"))) {
      this.release();
      return;
    }
    // Before the lock is given up, its file last: nobody else has taken the folder then.
    for (const path of this.#made.files) attempt(() => rmSync(path, { force: true }));
    this.#lock.close();
    for (const path of this.#made.folders) attempt(() => rmdirSync(path));
  }

  /** Only the message of another start depends on it: a full disk must not keep this one from starting. */
  #note(process: Holder["process"]): void {
    if (this.#home === null) return;
    try {
      const holder: Holder = { home: this.#home, process };
      writeFileSync(join(this.#folder, HOME_FILE), `${JSON.stringify(holder, null, 2)}\n`, { mode: 0o600 });
    } catch {
      return;
    }
  }
}

interface Made {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Makes the folder. @returns those that were made, the innermost first */
function made(folder: string): readonly string[] {
  try {
    // What people said and did is in there: nobody else on the machine is to read it.
    return makeFolder(folder, 0o700);
  } catch (error) {
    throw folderTrouble(error, folder);
  }
}

/** Whether something is called so, also a link that leads nowhere just now: that is no file of ours. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What cannot be taken away stays: the reason why the start failed is what matters. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

function locked(folder: string): DatabaseSync {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    if (isLocked(error)) throw inUse(folder, error);
    throw folderTrouble(error, folder);
  }
}

/** SQLITE_BUSY. */
const BUSY = 5;

function isLocked(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === BUSY;
}

function inUse(folder: string, cause: unknown): JiaError {
  const holder = holderOf(folder);
  const { pid = null, since = null } = holder?.process ?? {};
  const values = { home: holder?.home ?? null, pid, since };
  return new JiaError("folder-in-use", { folder, holder: message("store.heldBy", values) }, cause);
}

function holderOf(folder: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(folder, HOME_FILE), "utf8")));
  } catch {
    return null;
  }
}
