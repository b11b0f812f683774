import { readdirSync } from "node:fs";
import { join } from "node:path";

/** All source files of Jia, in order: paths relative to the repository, with "/". */
export function sourceFiles(): string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => join("src", path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();
}
