import { statSync } from "node:fs";
import { JiaError } from "../home/index.ts";

/** A database file that is open, with its log, and where they stood: what is written after one was deleted or replaced is lost. */
export class FilePlace {
  readonly #path: string;
  /** Device and number of the files that were opened, keyed by path; a file that is not there yet is noted when it is. */
  readonly #opened = new Map<string, string>();

  /** To be made right after the file was opened. */
  constructor(path: string) {
    this.#path = path;
    if (path !== ":memory:") this.#isMoved(path);
  }

  /** Why the open files are not those of their paths any more; null when they are. */
  get problem(): JiaError | null {
    if (this.#path === ":memory:") return null;
    const moved = [this.#path, `${this.#path}-wal`].find((path) => this.#isMoved(path));
    return moved === undefined ? null : new JiaError("store-moved", { where: moved });
  }

  #isMoved(path: string): boolean {
    const found = identityOf(path);
    const opened = this.#opened.get(path);
    if (opened !== undefined) return found !== opened;
    if (found !== null) this.#opened.set(path, found);
    return false;
  }
}

function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}
