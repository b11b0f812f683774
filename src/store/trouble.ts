import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { cleanText, type ErrorCode, JiaError } from "../home/index.ts";

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE = { busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;
/** Below this free space a disk counts as full. (SQLite does not say why a file cannot grow.) Bytes. */
const NO_ROOM = 64 * 1024;

/** Errors of a store that cannot be used for now; the request itself was right. */
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

/** Turns an error of SQLite into one of our own table when the file is the reason; any other error stays as it is. */
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

/** Whether the disk of a file is full. */
export function hasNoRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NO_ROOM;
  } catch {
    return false;
  }
}

/** SQLSTATE classes of server problems: connection, resources, operator, system. */
const SERVER_CLASSES = ["08", "53", "57", "58"];
const DISK_FULL = "53100";
const READ_ONLY = "25006";

/** Turns an error of PostgreSQL, or of the connection, into one of our own table when the server is the reason; any other error stays. */
export function postgresTrouble(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof JiaError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code === DISK_FULL) return new JiaError("store-full", { where }, error);
  if (code === READ_ONLY) return new JiaError("store-read-only", { where }, error);
  const fromServer = "severity" in error;
  // Errors without an answer come from the socket or the pool, with another kind of code or none.
  const ofServer = fromServer ? SERVER_CLASSES.includes(code?.slice(0, 2) ?? "") : isOfTheWay(error, code);
  if (!ofServer) return error;
  return new JiaError("store-unavailable", { where, detail: cleanText(error.message, 200) }, error);
}

function isOfTheWay({ message }: Error, code: string | null): boolean {
  if (code !== null) return /^E[A-Z]+$/.test(code);
  return /^(Connection terminated|Query read timeout|timeout (expired|exceeded)|Client has encountered)/i.test(message);
}
