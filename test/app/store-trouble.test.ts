import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";

let folder: string;
let path: string;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-trouble-"));
  path = join(folder, "jia.db");
  app = await runningApp({ JIA_DATA: folder }, { memory: false });
});
afterEach(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(path: string, body?: unknown, language = "en"): Promise<{ status: number; text: string }> {
  const answer = await ownerFetch(`${app.url}${path}`, {
    headers: { "content-type": "application/json", "accept-language": language },
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

const scene = (id: string) => ({ id, name: id, steps: [{ target: "living-floor-lamp", set: { "light.on": true } }] });

/** Ways in which the store becomes unusable; each returns the expected error and the function that ends it. */
const TROUBLES = {
  "locked by another program": () => {
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    return { code: "store-locked", status: 503, end: () => other.isOpen && other.close() };
  },
  "deleted while it is open": () => {
    renameSync(path, `${path}.away`);
    return { code: "store-moved", status: 503, end: () => renameSync(`${path}.away`, path) };
  },
};

it("a command while another program locks the database is answered at once, though it is not written yet", async () => {
  const { end } = TROUBLES["locked by another program"]();
  try {
    const lit = await ask("/api/devices/living-floor-lamp/properties", { properties: { "light.on": true } });
    expect(lit).toMatchObject({ status: 200 });
    for (let look = 0; look < 2; look += 1) {
      const { entries } = JSON.parse((await ask("/api/audit?device=living-floor-lamp")).text);
      expect(entries).toMatchObject([{ outcomes: [{ property: "light.on", value: true }] }]);
      const why = JSON.parse((await ask("/api/why?device=living-floor-lamp")).text);
      expect(why.cause?.origin).toMatchObject({ kind: "api" });
      end();
      await expect.poll(async () => (await ask("/ready")).status, { timeout: 8_000 }).toBe(200);
    }
  } finally {
    end();
  }
}, 30_000);

describe.each(Object.entries(TROUBLES))("a database that is %s", (_name, begin) => {
  it("lets the home run, refuses saves that would be lost, is reported, and is used again when it works", async () => {
    expect(await ask("/api/scenes", scene("before"))).toMatchObject({ status: 201 });
    const { code, status, end } = begin();
    try {
      const refused = await ask("/api/scenes", scene("lost"));
      expect(refused.status).toBe(status);
      expect(JSON.parse(refused.text)).toMatchObject({ code, details: { where: path } });
      expect(refused.text).toMatch(/Nothing was saved|would be lost/);
      expect((await ask("/api/timers", { seconds: 600 }, "zh")).text).toMatch(/未保存任何内容|不再保存/);
      const said = await ask("/api/assistant", { text: "set a timer for 20 minutes" });
      expect(JSON.parse(said.text).reply).toContain(path);
      const lit = await ask("/api/devices/living-floor-lamp/properties", { properties: { "light.on": true } });
      expect(lit).toMatchObject({ status: 200 });
      expect((await ask("/health")).status).toBe(200);
      for (const [language, words] of [
        ["en", "saved"],
        ["zh", "保存"],
      ] as const) {
        const ready = await ask("/ready", undefined, language);
        expect(ready.status).toBe(503);
        expect(ready.text).toContain(path);
        expect(ready.text).toContain(words);
      }
    } finally {
      end();
    }
    await expect.poll(async () => (await ask("/ready")).status, { timeout: 10_000 }).toBe(200);
    expect(await ask("/api/scenes", scene("after"))).toMatchObject({ status: 201 });
    const scenes = JSON.parse((await ask("/api/scenes")).text).scenes.map(
      ({ definition }: { definition: { id: string } }) => definition.id,
    );
    expect(scenes.toSorted()).toEqual(["after", "before"]);
    await expect
      .poll(async () => JSON.parse((await ask("/api/audit")).text).entries)
      .toMatchObject([{ command: { device: "living-floor-lamp" }, outcomes: [{ status: "confirmed" }] }]);
  }, 30_000);
});
