import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
const folder = mkdtempSync(join(tmpdir(), "jia-people-"));
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const jia = (args: readonly string[], stdin?: string) =>
  run(COMMANDS, ["people", ...args], {
    env: { JIA_URL: app.url, XDG_STATE_HOME: folder },
    ...(stdin !== undefined && { stdin }),
  });

describe("jia people", () => {
  it("says that there is nobody yet, in both languages", async () => {
    expect((await jia([])).out).toBe("No people yet. Add one: jia people add NAME\n");
    expect((await jia(["--language", "zh"])).out).toBe("还没有成员。添加：jia people add NAME\n");
  });

  it("adds, shows and changes somebody, and tells who is at home", async () => {
    expect((await jia(["add", "Emma", "--alias", "Mum"])).out).toBe("Added Emma (emma).\n");
    expect((await jia(["add", "Mia", "--role", "guest", "--until", "2099-06-07"])).code).toBe(0);
    expect((await jia(["home", "mum"])).out).toBe("Emma is at home.\n");
    expect((await jia(["away", "mia", "--language", "zh"])).out).toBe("Mia不在家。\n");
    const { out } = await jia([]);
    expect(out).toMatch(/^emma +Emma +adult +at home +\d{4}-/m);
    expect(out).toMatch(/^mia +Mia +guest +away/m);
    expect((await jia(["change", "emma", "--speaks", "zh"])).out).toContain("language: zh");
    expect((await jia(["show", "Emma", "--language", "zh"])).out).toContain("角色: 大人");
    expect(await jia(["add", "Zoe", "--role", "king"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("role"),
    });
    expect((await jia(["change", "emma", "--speaks", "klingon"])).code).toBe(2);
    expect((await jia(["show", "ema"])).err).toContain("Did you mean emma?");
  });

  it("sets a PIN from a pipe without printing it, and removes it", async () => {
    const set = await jia(["pin", "emma"], "4711\n");
    expect([set.out, set.err]).toEqual(["Emma has a new PIN.\n", ""]);
    expect((await jia(["show", "emma"])).out).toContain("PIN: yes");
    const wrong = await jia(["pin", "emma"], "47-11\n");
    expect([wrong.code === 0, wrong.err.includes("47-11"), wrong.err.includes("4 to 12 digits")]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await jia(["pin", "emma", "--remove"])).out).toBe("Emma has no PIN now.\n");
  });

  it("makes a token that is shown once, lists it and revokes it", async () => {
    const { out } = await jia(["token", "emma", "phone"]);
    const [, token = ""] = out.split("\n");
    expect(token).toMatch(/^jiap_[\w-]{43}$/);
    const listed = (await jia(["tokens", "emma"])).out;
    // Begins with no hyphen, which a command line would take for a flag.
    const id = /^([0-9a-f]{12}) +phone/m.exec(listed)?.[1] ?? "";
    expect(listed).not.toContain(token);
    expect((await jia(["revoke", "emma", id])).out).toBe(`Revoked ${id}.\n`);
    expect((await jia(["tokens", "emma"])).out).toBe("No tokens.\n");
  });

  it("exports people as YAML, shows the changes of a file, and imports it", async () => {
    const file = join(folder, "people.yaml");
    const exported = (await jia(["export"])).out;
    expect(exported).toMatch(/^people:\n {2}- id: emma\n/);
    writeFileSync(file, exported);
    expect((await jia(["import", file])).out).toBe("= emma  Emma\n= mia  Mia\n");
    writeFileSync(file, "people:\n  - name: Emma\n    role: adult\n  - name: Leo\n    role: child\n");
    expect((await jia(["diff", file])).out).toBe(
      "~ emma  Emma (aliases, language)\n+ leo  Leo\n1 person of the home is not in the file.\n",
    );
    expect((await jia(["import", file, "--prune"])).out).toContain("- mia  Mia");
    expect((await jia(["list", "--json"])).out).toContain('"leo"');
    writeFileSync(file, "persons: 1\n");
    expect((await jia(["import", file])).err).toContain(file);
  });

  it("shows the stored data of a person, and erases it after a yes", async () => {
    expect(JSON.parse((await jia(["data", "emma"])).out)).toMatchObject({ presence: [{ home: true }], audit: [] });
    expect((await jia(["erase", "emma"])).code).toBe(2);
    expect((await jia(["erase", "emma", "--yes"])).out).toContain("presence: 1 erased");
    expect((await jia(["remove", "emma", "--yes", "--language", "zh"])).out).toBe("已删除Emma。\n");
  });

  it("tells its usage", async () => {
    expect(await jia(["dance"])).toMatchObject({ code: 2 });
    expect(await jia(["pin"])).toMatchObject({ code: 2 });
    expect((await jia(["--help"])).out).toContain("jia people pin emma");
  });
});
