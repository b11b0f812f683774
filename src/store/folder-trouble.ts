import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { cleanText, JiaError, type MessageValue } from "../home/index.ts";
import { message } from "../language/index.ts";
import { isFolder } from "../make-folder.ts";
import { hasNoRoom } from "./trouble.ts";

/** Why a data folder cannot be made or used, as an error of our own table. */
export function folderTrouble(error: unknown, folder: string): JiaError {
  const code = error instanceof Error && "code" in error ? error.code : null;
  // SQLite does not tell a full disk from a file that it cannot make.
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

/** The file that stands where a folder should be: the path itself, or one above it. */
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
