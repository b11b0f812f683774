import { readFileSync } from "node:fs";
import { type HomeFile, homeMessage, JiaError, parseHomeFile, type SpecSource } from "../home/index.ts";

/**
 * Reads and checks a home file.
 * @throws JiaError `invalid-home` when it cannot be read, is not JSON, or does not hold to the format
 */
export function readHomeFile(path: string, specs: SpecSource): HomeFile {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const problem =
      error instanceof SyntaxError ? homeMessage("notJson", { detail: error.message }) : homeMessage("unreadable", {});
    throw new JiaError("invalid-home", { file: path, detail: homeMessage("lines", { lines: [problem] }) }, error);
  }
  return parseHomeFile(data, path, specs);
}
