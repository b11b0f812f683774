import { type FileHandle, open } from "node:fs/promises";

/** The write-ahead log while it is open. */
export interface OpenLog extends AsyncDisposable {
  /** Resolves when everything that was committed is on the disk. @throws what the file system says */
  putOnDisk(): Promise<void>;
}

/** The write-ahead log of a database file, as far as the disk is concerned. */
export interface LogFile {
  /** @throws what the file system says */
  open(): Promise<OpenLog>;
}

/**
 * The log beside a database file. Putting it on the disk is what `PRAGMA synchronous = FULL` would do, but not on the event
 * loop: a memory card may take a second. (SQLite holds no lock on the log, which closing it would give up.)
 * @param path the database file's
 */
export function logBeside(path: string): LogFile {
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
