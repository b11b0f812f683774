import { type FileHandle, open } from "node:fs/promises";

/** The write-ahead log while it is open. */
export interface OpenLog extends AsyncDisposable {
  /** Resolves when every commit is on the disk. @throws the error of the file system */
  putOnDisk(): Promise<void>;
}

/** Opens the write-ahead log of a database file, to sync it. */
export interface LogFile {
  /** @throws the error of the file system */
  open(): Promise<OpenLog>;
}

/**
 * The log beside a database file. Syncing it has the effect of `PRAGMA synchronous = FULL` without blocking the event loop: a
 * memory card may take a second. (SQLite holds no lock on the log that closing it would release.)
 * @param path of the database file
 */
export function writeAheadLog(path: string): LogFile {
  return { open: async () => new LogHandle(await open(`${path}-wal`, "r+")) };
}

class LogHandle implements OpenLog {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  putOnDisk(): Promise<void> {
    return this.#file.datasync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}
