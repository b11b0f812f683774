import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { cleanText, type ErrorCode, JiaError } from "../home/index.ts";

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE = { busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;
/** A disk with less room than this is full: SQLite says of a file that it cannot make larger only that it cannot. Bytes. */
const NO_ROOM = 64 * 1024;

/** What keeps a store from being used, for a time: nothing is wrong with what was asked for. */
const TROUBLE: readonly ErrorCode[] = [
  "store-locked",
  "store-full",
  "store-read-only",
  "store-moved",
  "store-damaged",
  "store-not-on-disk",
  "store-unavailable",
];

/** Whether an error says that the store cannot be used now. */
export function isTrouble(error: unknown): error is JiaError {
  return error instanceof JiaError && TROUBLE.includes(error.code);
}

/** An error of SQLite as one of our own table where the file and not the statement is the reason; else as it is. */
export function sqliteTrouble(error: unknown, path: string): unknown {
  const where = path;
  if (!(error instanceof Error) || error instanceof JiaError) return error;
  if (!("errcode" in error) || typeof error.errcode !== "number") return fileTrouble(error, where);
  const detail = cleanText(error.message, 200);
  switch (error.errcode & 0xff) {
    case SQLITE.busy:
    case SQLITE.locked:
      return new JiaError("store-locked", { where }, error);
    case SQLITE.full:
      return new JiaError("store-full", { where }, error);
    case SQLITE.readonly:
      return new JiaError("store-read-only", { where }, error);
    case SQLITE.ioerr:
    case SQLITE.cantopen:
      return new JiaError(hasNoRoom(path) ? "store-full" : "store-unavailable", { where, detail }, error);
    case SQLITE.corrupt:
    case SQLITE.notadb:
      return new JiaError("store-damaged", { where, detail }, error);
    default:
      return error;
  }
}

/** An error of the file system. */
function fileTrouble(error: Error, where: string): unknown {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT") return new JiaError("store-full", { where }, error);
  if (code === "EROFS" || code === "EACCES" || code === "EPERM")
    return new JiaError("store-read-only", { where }, error);
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new JiaError("store-unavailable", { where, detail: cleanText(error.message, 200) }, error);
}

/** Whether the disk that a file is on has no room for a change. */
export function hasNoRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NO_ROOM;
  } catch {
    return false;
  }
}

/** SQLSTATE classes that are about the server: connection, resources, an operator, the system. */
const SERVER_CLASSES = ["08", "53", "57", "58"];
const DISK_FULL = "53100";
const READ_ONLY = "25006";

/** An error of PostgreSQL, or of the way to it, as one of our own table where the server is the reason; else as it is. */
export function postgresTrouble(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof JiaError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code === DISK_FULL) return new JiaError("store-full", { where }, error);
  if (code === READ_ONLY) return new JiaError("store-read-only", { where }, error);
  const fromServer = "severity" in error;
  // What the server did not answer comes from the socket or the pool, with another kind of code or none.
  const ofServer = fromServer ? SERVER_CLASSES.includes(code?.slice(0, 2) ?? "") : isOfTheWay(error, code);
  if (!ofServer) return error;
  return new JiaError("store-unavailable", { where, detail: cleanText(error.message, 200) }, error);
}

function isOfTheWay({ message }: Error, code: string | null): boolean {
  if (code !== null) return /^E[A-Z]+$/.test(code);
  return /^(Connection terminated|Query read timeout|timeout (expired|exceeded)|Client has encountered)/i.test(message);
}
