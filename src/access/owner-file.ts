import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { makeFolder } from "../make-folder.ts";
import { newSecret } from "./secrets.ts";

/** The file in the data folder with the token of the home's owner. Who reads it may do everything. */
export const OWNER_FILE = "owner-token";
/** Read and written by its owner alone. */
const MODE = 0o600;

/** The token of the owner's file of a data folder; null when there is none, or it belongs to somebody else. */
export function readOwnerToken(folder: string): string | null {
  try {
    const token = readFileSync(join(folder, OWNER_FILE), "utf8").trim();
    return token === "" ? null : token;
  } catch {
    return null;
  }
}

/**
 * The token of the owner's file, made at the first start.
 * @param keep whether it is kept; otherwise it counts only for this process
 * @returns the token, and whether it is new
 * @throws JiaError `folder-unusable`
 */
export function ownerToken(folder: string, keep: boolean): { readonly token: string; readonly isNew: boolean } {
  if (!keep) return { token: newSecret("owner"), isNew: true };
  const path = join(folder, OWNER_FILE);
  try {
    if (existsSync(path)) {
      // A copy of the folder may have lost the mode.
      if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, MODE);
      const kept = readOwnerToken(folder);
      if (kept !== null) return { token: kept, isNew: false };
    }
    makeFolder(folder, 0o700);
    const token = newSecret("owner");
    writeFileSync(path, `${token}\n`, { mode: MODE });
    return { token, isNew: true };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new JiaError("folder-unusable", { folder, reason: message("access.ownerFile", { path, problem }) }, error);
  }
}
