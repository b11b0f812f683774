import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { openStore } from "../../src/store/index.ts";
import { setOwner } from "../../src/store/owner.ts";
import { run } from "../support/command-line.ts";

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-backup-"));
  const store = await openStore({ path: join(folder, "old", "jia.db") });
  await setOwner(store.settings, { name: "Orchard House", source: "house" }, 1);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const jia = (language: string, ...args: string[]) =>
  run(COMMANDS, [...args, "--language", language], { cwd: folder, env: {} });

describe("a backup of a home that is not the configured one", () => {
  it("is refused with the option that names its home, and with that option tells how to start", async () => {
    expect(await jia("en", "backup", "house.db", "--data", "old")).toMatchObject({ code: 0 });
    const english = await jia("en", "restore", "house.db", "--data", "new home");
    expect(english.code).toBe(3);
    expect(english.err).toMatch(/is from another home: "Orchard House".*add --home house\..*--take-over/);
    expect((await jia("zh", "restore", "house.db", "--data", "new home")).err).toMatch(
      /属于另一个家.*--home house.*--take-over/,
    );
    const done = await jia("en", "restore", "house.db", "--data", "new home", "--home", "house");
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toContain("Start Jia: jia start --data 'new home' --home house");
    const chinese = await jia("zh", "restore", "house.db", "--data", "other", "--home", "house");
    expect(chinese.out).toContain("启动 Jia：jia start --data other --home house");
  });
});

describe("jia backup", () => {
  it("replaces an older backup of the same name only with --force, and says how", async () => {
    expect(await jia("en", "backup", "house.db", "--data", "old")).toMatchObject({ code: 0 });
    const before = readFileSync(join(folder, "house.db"));
    const again = await jia("en", "backup", "house.db", "--data", "old");
    expect(again.code).toBe(2);
    expect(again.err).toContain("Choose another name, or replace it with --force. Nothing was changed.");
    expect((await jia("zh", "backup", "house.db", "--data", "old")).err).toContain("用 --force 替换它。未作任何更改。");
    expect(readFileSync(join(folder, "house.db")).equals(before)).toBe(true);
    expect(await jia("en", "backup", "house.db", "--data", "old", "--force")).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(folder, "house.db")).equals(before)).toBe(false);
  });

  it("shows its time in the zone of the home, with the name of the zone", async () => {
    writeFileSync(join(folder, "jia.yaml"), "home:\n  timezone: Pacific/Auckland\n");
    const told = await jia("en", "backup", "zone.db", "--data", "old");
    expect(told.out).toMatch(/as of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(Pacific\/Auckland\)\.$/m);
    rmSync(join(folder, "jia.yaml"));
    const ofFile = await jia("zh", "backup", "file.db", "--data", "old", "--home", "flat");
    expect(ofFile.out).toMatch(/截至 .*（Asia\/Shanghai）。$/m);
  });
});

describe("jia config", () => {
  it.each([
    ["en", /nowhere\.json/],
    ["zh", /nowhere\.json.*有问题/],
  ])("shows the settings and ends like a start when the home file is missing (%s)", async (language, told) => {
    const shown = await jia(language, "config", "--home", "nowhere.json");
    expect(shown.out).toContain("nowhere.json");
    expect(shown.code).toBe(2);
    expect(shown.err).toMatch(told);
    expect(await jia(language, "config", "--home", "house")).toMatchObject({ code: 0, err: "" });
  });
});
