import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let folder: string;
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-"));
  app = await runningApp({ JIA_TOKEN: "", JIA_DATA: folder }, { memory: false });
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

const jia = (args: readonly string[], env: Record<string, string> = {}) =>
  run(COMMANDS, [...args, "--url", app.url], { env: { LANG: "en_US.UTF-8", JIA_TOKEN: "", ...env } });
const owned = (args: readonly string[]) => jia([...args, "--data", folder]);

describe("the command line", () => {
  it("reads the owner's token from the data folder, which only its user can read", async () => {
    expect(statSync(join(folder, "owner-token")).mode & 0o777).toBe(0o600);
    expect((await owned(["devices"])).code).toBe(0);
    const elsewhere = mkdtempSync(join(tmpdir(), "jia-"));
    const without = await jia(["devices", "--data", elsewhere]);
    rmSync(elsewhere, { recursive: true });
    expect(without.code).not.toBe(0);
    expect(without.err).toContain("--data");
  });

  it("sends the owner's token to no other machine", async () => {
    const asked = await run(
      COMMANDS,
      ["devices", "--url", app.url.replace("127.0.0.1", "localhost"), "--data", folder],
      {
        env: { LANG: "en_US.UTF-8", JIA_TOKEN: "" },
      },
    );
    expect(asked.code).toBe(0);
    // A name that leads to this machine all the same: the command line cannot know that, and keeps the token back.
    const foreign = await run(
      COMMANDS,
      ["devices", "--url", app.url.replace("127.0.0.1", "0x7f.1.example"), "--data", folder],
      {
        env: { LANG: "en_US.UTF-8", JIA_TOKEN: "" },
      },
    );
    expect(foreign.code).not.toBe(0);
  });
});

describe("jia token", () => {
  it("makes a token that does what its scope says, lists it, and revokes it by name", async () => {
    const made = await owned(["token", "create", "wall tablet", "--scope", "read", "--days", "30"]);
    expect(made.code).toBe(0);
    const [secret = ""] = /jiat_[\w-]+/.exec(made.out) ?? [];
    expect((await jia(["devices"], { JIA_TOKEN: secret })).code).toBe(0);
    const refused = await jia(["set", "living-floor-lamp", "light.on=true"], { JIA_TOKEN: secret });
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain("--scope control");
    const listed = await owned(["token"]);
    expect(listed.out).toMatch(/wall tablet\s+read/);
    expect(listed.out).not.toContain("jiat_");
    expect((await owned(["token", "revoke", "wall tablet"])).out).toContain('"wall tablet" is revoked');
    expect((await jia(["devices"], { JIA_TOKEN: secret })).code).not.toBe(0);
    expect((await owned(["token"])).out).toContain("No tokens");
  });

  it("names what is wrong with what it is given", async () => {
    expect((await owned(["token", "create", "x", "--days", "0"])).err).toContain("--days");
    expect((await owned(["token", "create", "x", "--scope", "all"])).err).toContain("scope");
    expect((await owned(["token", "create", "x", "--rooms", "moon"])).err).toContain("moon");
    expect((await owned(["token", "revoke", "nothing"])).err).toContain("nothing");
  });
});

describe("jia sign-in", () => {
  it("prints a link and a code that sign a browser in, lists it and ends it", async () => {
    const { out } = await owned(["sign-in", "--name", "old phone"]);
    const [link = ""] = /http:\S+\/sign-in\?code=\S+/.exec(out) ?? [];
    expect(out).toMatch(/[█▀▄]{5}/);
    const code = new URL(link).searchParams.get("code") ?? "";
    const answer = await fetch(`${app.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: app.url },
      body: new URLSearchParams({ code }),
    });
    expect(answer.status).toBe(303);
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    expect((await fetch(`${app.url}/api/identity`, { headers: { cookie } })).status).toBe(200);
    const json = await owned(["sign-in", "--sessions", "--json"]);
    const { sessions } = JSON.parse(json.out) as { sessions: { id: string; name: string }[] };
    expect(sessions.map(({ name }) => name)).toEqual(["old phone"]);
    expect((await owned(["sign-in", "--end", sessions[0]?.id ?? ""])).out).toContain('"old phone" is signed out');
    expect((await fetch(`${app.url}/api/identity`, { headers: { cookie } })).status).toBe(401);
  });
});
