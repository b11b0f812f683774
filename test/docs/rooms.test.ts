import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOM_PAGES } from "../support/pages.ts";

/** A file or folder as a page writes it: `engine/run-log.ts`, `spec/`. */
const PATH = /`((?:[\w.-]+\/)*[\w.-]+(?:\/|\.(?:ts|json|md|db)))`/g;
/** Files that a running Jia makes. */
const MADE: readonly string[] = ["history.db", "jia.db"];

/** Every path of a folder, folders with a slash at their end. */
function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map(
    (entry) => join(entry.parentPath, entry.name) + (entry.isDirectory() ? "/" : ""),
  );
}

describe.each(ROOM_PAGES)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("names files and folders that are there: of its room, of the room's tests, from src/ or from the project's folder", () => {
    const room = dirname(page);
    const paths = [room, room.replace(/^src/, "test")].flatMap(pathsBelow).map((path) => `/${path}`);
    const missing = [...text.matchAll(PATH)]
      .flatMap(([, path = ""]) => path)
      .filter((path) => !MADE.includes(path) && !existsSync(path) && !existsSync(join("src", path)))
      .filter((path) => !paths.some((each) => each.endsWith(`/${path}`)));
    expect(missing).toEqual([]);
  });

  it("links to pages that are there", () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)/g)].flatMap(([, target = ""]) => target);
    expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });
});

it("each room of more than ten files has a README", () => {
  const large = readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => pathsBelow(join("src", name)).filter((path) => path.endsWith(".ts")).length > 10);
  expect(large.filter((name) => !existsSync(join("src", name, "README.md")))).toEqual([]);
});
