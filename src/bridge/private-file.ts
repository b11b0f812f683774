import { stat } from "node:fs/promises";
import { JiaError } from "../home/index.ts";

/**
 * Refuses a file of secrets that others of this machine may read.
 * @throws JiaError `open-secret`
 */
export async function requirePrivate(file: string): Promise<void> {
  if (process.platform === "win32") return; // Windows has no such mode.
  const mode = (await stat(file)).mode & 0o777;
  if ((mode & 0o077) !== 0) throw new JiaError("open-secret", { file, mode: mode.toString(8).padStart(4, "0") });
}
