import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JiaError } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { makeFolder } from "../../src/make-folder.ts";
import { DataFolder, openStore } from "../../src/store/index.ts";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "jia-data-"));
});
afterEach(() => rmSync(base, { recursive: true }));

/** What a start tells that cannot use the folder. */
function refusal(folder: string): { readonly code: string; readonly en: string; readonly zh: string } {
  try {
    DataFolder.take(folder).release();
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    return { code: error.code, en: errorText(error, "en"), zh: errorText(error, "zh") };
  }
  return { code: "taken", en: "", zh: "" };
}

describe("makeFolder", () => {
  it("makes the folders above too, and returns all, innermost first", () => {
    const [a, b, c] = [join(base, "a"), join(base, "a", "b"), join(base, "a", "b", "c")];
    expect(makeFolder(c, 0o700)).toEqual([c, b, a]);
    expect(makeFolder(c, 0o700)).toEqual([]);
  });

  it("fails at once where the system makes no folders, as below /proc", () => {
    expect(() => makeFolder("/proc/jia-data")).toThrow(/jia-data/);
    expect(() => makeFolder("/proc/jia-data/deeper")).toThrow(/jia-data/);
  });
});

describe("an unusable data folder", () => {
  it("names the file in its place, or above it", () => {
    const file = join(base, "letter.txt");
    writeFileSync(file, "Dear Li");
    for (const folder of [file, join(file, "data"), join(file, "data", "deeper")]) {
      expect(refusal(folder)).toEqual({
        code: "folder-unusable",
        en: `Jia cannot keep its data in ${folder}: ${file} is a file, not a folder. Choose another folder: --data FOLDER or JIA_DATA.`,
        zh: expect.stringContaining(`${file} 是文件，不是文件夹`),
      });
    }
  });

  it("is explained in our own words when it cannot be made", () => {
    const { code, en } = refusal("/proc/jia-data");
    expect(code).toBe("folder-unusable");
    expect(en).toMatch(/no folder can be made there|may not write there/);
    expect(en).not.toMatch(/ENOENT|mkdir/);
  });
});

describe("a data folder that is given back after a failed start", () => {
  it("keeps a dangling link of somebody", () => {
    const path = join(base, "home");
    mkdirSync(path);
    symlinkSync(join(base, "disk", "jia.db"), join(path, "jia.db"));
    DataFolder.take(path).giveBack();
    expect(readdirSync(path)).toContain("jia.db");
  });

  it("is deleted, with the folders above that were made for it", async () => {
    const path = join(base, "new", "home");
    const folder = DataFolder.take(path);
    const store = await openStore({ path: join(path, "jia.db") });
    folder.label("Elm Court", 0);
    await store.close();
    folder.giveBack();
    expect(readdirSync(base)).toEqual([]);
  });

  it("keeps the files of others, and stays as it was when it existed before", async () => {
    mkdirSync(join(base, "mine"));
    writeFileSync(join(base, "mine", "notes.txt"), "milk");
    const folder = DataFolder.take(join(base, "mine"));
    const store = await openStore({ path: join(base, "mine", "jia.db") });
    await store.close();
    folder.giveBack();
    expect(readdirSync(join(base, "mine"))).toEqual(["notes.txt"]);
  });

  it("keeps the database of an earlier start with all its files", async () => {
    const path = join(base, "home");
    const first = DataFolder.take(path);
    await (await openStore({ path: join(path, "jia.db") })).close();
    first.label("Elm Court", 0);
    first.release();
    DataFolder.take(path).giveBack();
    for (const name of ["jia.db", "home.json", "jia.lock"]) expect(existsSync(join(path, name))).toBe(true);
    DataFolder.take(path).release();
  });
});
