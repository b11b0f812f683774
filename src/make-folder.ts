import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, as `mkdir -p` does. (`mkdirSync` with `recursive` never returns where the system says
 * "no such file" of a folder that is there, as below /proc.)
 * @param mode of each folder that is made
 * @returns the folders that were made, the innermost first
 * @throws what the file system says
 */
export function makeFolder(path: string, mode = 0o777): readonly string[] {
  try {
    mkdirSync(path, { mode });
    return [path];
  } catch (error) {
    if (isFolder(path)) return [];
    const above = dirname(resolve(path));
    if (!isMissing(error) || existsSync(above)) throw error;
    const made = makeFolder(above, mode);
    return [...makeFolder(path, mode), ...made];
  }
}

/** Whether there is a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
