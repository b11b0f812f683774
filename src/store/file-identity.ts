import { accessSync, constants, statSync } from "node:fs";
import { JiaError } from "../home/index.ts";

/**
 * The identity of an open database file and its log. Writes after one of them was deleted or replaced are lost, and a read-only
 * file cannot be opened at the next start.
 */
export class FileIdentity {
  readonly #path: string;
  /** Device and inode of the opened files, keyed by path; a file that does not exist yet is added when it does. */
  readonly #opened = new Map<string, string>();

  /** Must be made right after the file was opened. */
  constructor(path: string) {
    this.#path = path;
    if (path !== ":memory:") this.#isMoved(path);
  }

  /** Why the open files are not those of their paths any more, or are read-only; null when all is well. */
  get problem(): JiaError | null {
    if (this.#path === ":memory:") return null;
    const files = [this.#path, `${this.#path}-wal`];
    const moved = files.find((path) => this.#isMoved(path));
    if (moved !== undefined) return new JiaError("store-moved", { where: moved });
    const readOnly = files.find((path) => mayOnlyBeRead(path));
    return readOnly === undefined ? null : new JiaError("store-read-only", { where: readOnly });
  }

  #isMoved(path: string): boolean {
    const found = identityOf(path);
    const opened = this.#opened.get(path);
    if (opened !== undefined) return found !== opened;
    if (found !== null) this.#opened.set(path, found);
    return false;
  }
}

/** Whether a file became read-only. SQLite can go on writing an open file, but the next start could not. */
function mayOnlyBeRead(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "EACCES" || code === "EPERM" || code === "EROFS";
  }
}

function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}
