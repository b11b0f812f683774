import { describe, expect, it } from "vitest";
import { circlesOf, factsOf, namedTwice, roomsOf } from "../../lint/room-figures.ts";
import { isExpected } from "../../lint/shared-names.ts";

const facts = (path: string, ...imports: string[]) => ({ path, lines: 10, imports, exports: [] });

describe("the facts of a source file", () => {
  it("are the files of the repository that it imports, and the names that it declares and exports", () => {
    const source = [
      'import { z } from "zod";',
      'import type { Home } from "../home/index.ts";',
      'export { other } from "./other.ts";',
      "export const Form = z.string();",
      "export type Form = z.infer<typeof Form>;",
      "export function read(home: Home): void {}",
      "export interface Answer {}",
      "const own = 1;",
      "",
    ].join("\n");
    expect(factsOf("src/api/read.ts", source)).toEqual({
      path: "src/api/read.ts",
      lines: 8,
      imports: ["src/home/index.ts", "src/api/other.ts"],
      exports: ["Form", "read", "Answer"],
    });
  });
});

describe("circles of imports", () => {
  it("are found directly and over several files, each with its members", () => {
    const files = [
      facts("src/a.ts", "src/b.ts"),
      facts("src/b.ts", "src/c.ts", "src/d.ts"),
      facts("src/c.ts", "src/a.ts"),
      facts("src/d.ts", "src/e.ts"),
      facts("src/e.ts", "src/d.ts"),
      facts("src/f.ts", "src/a.ts"),
    ];
    expect(circlesOf(files)).toEqual([
      ["src/a.ts", "src/b.ts", "src/c.ts"],
      ["src/d.ts", "src/e.ts"],
    ]);
  });

  it("are not two ways to one file", () => {
    const files = [facts("src/a.ts", "src/b.ts", "src/c.ts"), facts("src/b.ts", "src/c.ts"), facts("src/c.ts")];
    expect(circlesOf(files)).toEqual([]);
  });
});

describe("names exported by several files", () => {
  const twice = (name: string, ...paths: string[]) => {
    const [found] = namedTwice(paths.map((path) => ({ ...facts(path), exports: [name] })));
    return found && { ...found, expected: isExpected(found) };
  };

  it("need a reason", () => {
    expect(twice("Target", "src/home/a.ts", "src/api/b.ts")?.expected).toBe(false);
    expect(twice("Target", "src/home/a.ts")).toBeUndefined();
  });

  it("are expected of language packs and migrations", () => {
    expect(twice("errors", "src/language/en/errors.ts", "src/language/zh/errors.ts")?.expected).toBe(true);
    expect(twice("up", "src/store/migrations/0001-a.ts", "src/store/migrations/0002-b.ts")?.expected).toBe(true);
    expect(twice("up", "src/store/migrations/0001-a.ts", "src/home/b.ts")?.expected).toBe(false);
  });
});

describe("the figures of a room", () => {
  it("count its files, sizes, and the imports over its walls", () => {
    const files = [
      { ...facts("src/home/a.ts"), lines: 20 },
      { ...facts("src/home/b.ts", "src/home/a.ts"), lines: 40 },
      { ...facts("src/home/c.ts"), lines: 90, exports: ["C"] },
      facts("src/api/x.ts", "src/home/a.ts", "src/home/c.ts"),
      facts("src/app.ts", "src/api/x.ts"),
    ];
    expect(roomsOf(files).find(({ room }) => room === "home")).toEqual({
      room: "home",
      files: 3,
      median: 40,
      largest: 90,
      importedBy: 1,
      imports: 0,
      names: 1,
    });
    expect(roomsOf(files).find(({ room }) => room === "src")?.imports).toBe(1);
  });
});
