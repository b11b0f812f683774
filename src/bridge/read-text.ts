import { readFile } from "node:fs/promises";
import { homeMessage, JiaError } from "../home/index.ts";

/**
 * The text of a file that a setting names.
 * @throws JiaError `invalid-file`
 */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new JiaError(
      "invalid-file",
      { file, detail: homeMessage("lines", { lines: [homeMessage("unreadable", {})] }) },
      error,
    );
  }
}
