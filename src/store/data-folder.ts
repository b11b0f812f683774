import { lstatSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { OWNER_FILE } from "../access/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { makeFolder } from "../make-folder.ts";
import { folderTrouble } from "./folder-trouble.ts";
import { HISTORY_FILE } from "./history/file.ts";

/** Locked while a process uses the folder; the lock ends with the process, however that ends. */
export const LOCK_FILE = "jia.lock";
/** Says which home the folder belongs to and which process uses it: for people, and for the message of another start. */
const HOME_FILE = "home.json";
/** The files that a start makes in a folder. The lock is last: while it exists, nobody else takes the folder. */
const DATABASES = ["jia.db", HISTORY_FILE];
const FILES = [HOME_FILE, OWNER_FILE, ...DATABASES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`]), LOCK_FILE];

const Holder = z.object({
  home: z.string(),
  process: z.object({ pid: z.number(), host: z.string(), since: z.string() }).nullable(),
});
type Holder = z.output<typeof Holder>;

/**
 * The data folder, held by one process. The lock is one of the operating system (through SQLite, on a file of its own), so a
 * killed process leaves none behind, and reused process ids do no harm.
 */
export class DataFolder {
  readonly #folder: string;
  readonly #lock: DatabaseSync;
  /** The files and folders that did not exist before it was taken; folders innermost first. */
  readonly #made: CreatedPaths;
  #home: string | null = null;

  private constructor(folder: string, lock: DatabaseSync, made: CreatedPaths) {
    this.#folder = folder;
    this.#lock = lock;
    this.#made = made;
  }

  /**
   * Takes the folder, and makes it when it does not exist.
   * @throws JiaError `folder-in-use`, `folder-unusable`, `store-full`
   */
  static take(folder: string): DataFolder {
    const files = FILES.map((name) => join(folder, name)).filter((path) => !isThere(path));
    const folders = makeDataFolder(folder);
    return new DataFolder(folder, lockFolder(folder), { files, folders });
  }

  /**
   * Writes into the folder which home it belongs to and which process uses it.
   * @param home the name of the home
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

  /** Releases the folder after a failed start, and deletes what the start made in a new folder. */
  giveBack(): void {
    if (!this.#made.files.includes(join(this.#folder, "jia.db"))) {
      this.release();
      return;
    }
    // While the lock is held, and its file last: nobody else can have taken the folder.
    for (const path of this.#made.files) attempt(() => rmSync(path, { force: true }));
    this.#lock.close();
    for (const path of this.#made.folders) attempt(() => rmdirSync(path));
  }

  /** Writes the holder. Only the message of another start needs it, so a full disk must not prevent this start. */
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

interface CreatedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Makes the folder. @returns the made folders, innermost first */
function makeDataFolder(folder: string): readonly string[] {
  try {
    // It contains what people said and did: other users of the machine must not read it.
    return makeFolder(folder, 0o700);
  } catch (error) {
    throw folderTrouble(error, folder);
  }
}

/** Whether a path exists, also as a dangling link, which is not ours. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Runs a deletion and ignores its failure: the reason of the failed start matters more. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

function lockFolder(folder: string): DatabaseSync {
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
