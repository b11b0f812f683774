import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { cleanText, JiaError, type MessageValue } from "../home/index.ts";
import { message } from "../language/index.ts";
import { isFolder } from "../make-folder.ts";
import { hasNoRoom } from "./trouble.ts";

/** The error of a data folder that cannot be made or used. */
export function folderTrouble(error: unknown, folder: string): JiaError {
  const code = error instanceof Error && "code" in error ? error.code : null;
  // SQLite reports a full disk as a file that cannot be opened.
  const full = code === "ENOSPC" || code === "EDQUOT" || (isOfSqlite(error) && hasNoRoom(join(folder, "jia.db")));
  if (full) return new JiaError("store-full", { where: folder }, error);
  return new JiaError("folder-unusable", { folder, reason: reasonOf(error, code, folder) }, error);
}

function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && "errcode" in error;
}

function reasonOf(error: unknown, code: unknown, folder: string): MessageValue {
  const file = fileOn(resolve(folder));
  if (file !== null) return message("store.isNoFolder", { path: file });
  if (code === "ENOENT") return message("store.takesNoFolder");
  if (code === "EROFS" || code === "EACCES" || code === "EPERM" || (isFolder(folder) && !mayWrite(folder))) {
    return message("store.isForbidden");
  }
  return cleanText(error instanceof Error ? error.message : String(error), 200);
}

/** A file in the place of a folder: the path itself, or one above it; null when there is none. */
function fileOn(path: string): string | null {
  if (existsSync(path)) return isFolder(path) ? null : path;
  const above = dirname(path);
  return above === path ? null : fileOn(above);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
