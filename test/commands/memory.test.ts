import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
const folder = mkdtempSync(join(tmpdir(), "jia-memory-command-"));
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const jia = (language: "en_US" | "zh_CN", ...args: string[]) =>
  run(COMMANDS, ["memory", ...args, "--url", app.url], { env: { LANG: `${language}.UTF-8` } });

it("jia memory adds, lists, changes, exports, applies and forgets, in both languages", async () => {
  expect((await jia("en_US")).out).toBe("Nothing is remembered yet.\n");
  expect((await jia("zh_CN")).out).toBe("还没有记住什么。\n");
  expect((await jia("en_US", "add", "my", "bedtime", "is", "eleven")).out).toBe("Got it: bedtime is 23:00.\n");
  expect((await jia("zh_CN", "add", "兽医是郎医生")).out).toBe("记住了。\n");
  expect((await jia("en_US")).out).toMatch(/What\s+Kind\s+Whose\s+Since\s+Id\nbedtime is 23:00\s+time\s+home/);
  expect((await jia("zh_CN")).out).toMatch(/内容\s+种类\s+属于\s+时间\s+编号\n晚上11点睡觉\s+时间\s+全家/);
  const exported = (await jia("en_US", "export")).out;
  expect(exported).toContain("kind: time\n    name: bedtime\n    clock: 23:00");
  const file = join(folder, "memory.yaml");
  writeFileSync(file, exported);
  expect((await jia("en_US", "apply", file)).out).toBe("0 added, 0 changed, 0 forgotten, 2 as they were.\n");
  const { entries } = JSON.parse((await jia("en_US", "--json")).out) as { entries: readonly { readonly id: string }[] };
  const id = entries[0]?.id.slice(0, 6) ?? "";
  expect((await jia("en_US", "change", id, "my bedtime is ten")).out).toBe("Got it: bedtime is 22:00.\n");
  expect((await jia("en_US", "changes")).out).toMatch(/changed\s+time/);
  expect((await jia("en_US", "forget", id)).code).toBe(0);
  expect((await jia("zh_CN", "apply", file)).out).toBe("新增 1，修改 0，忘掉 0，不变 1。\n");
});

it("jia memory tells the problem of a word, a file, an id and a secret", async () => {
  expect(await jia("en_US", "frget")).toMatchObject({ code: 2, err: expect.stringContaining("forget") });
  expect((await jia("en_US", "add")).err).toContain("jia memory add TEXT");
  expect((await jia("en_US", "forget", "nothing")).err).toContain('memory entry "nothing"');
  expect((await jia("zh_CN", "forget", "nothing")).err).toContain("记忆“nothing”");
  expect((await jia("en_US", "add", "my PIN is 1234")).err).toContain("I don't write that down");
  expect((await jia("zh_CN", "add", "门锁密码是一二三四")).err).toContain("这个我不记");
  const file = join(folder, "bad.yaml");
  for (const text of ["memory: [", "memory: {}\n", "scenes: []\n"]) {
    writeFileSync(file, text);
    expect(await jia("en_US", "apply", file)).toMatchObject({ code: 2, err: expect.stringContaining(file) });
  }
});

it("jia memory takes the file of docs/memory.md, and gives the same back", async () => {
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/memory.md", "utf8")) ?? [];
  const file = join(folder, "docs.yaml");
  writeFileSync(file, example);
  expect(await jia("en_US", "apply", file, "--prune")).toMatchObject({ code: 0 });
  const exported = (await jia("en_US", "export")).out;
  for (const line of ["name: den", "name: bedtime", "property: brightness", "text: bin day is Thursday"])
    expect(exported).toContain(line);
  writeFileSync(file, exported);
  expect((await jia("en_US", "apply", file, "--prune")).out).toBe("0 added, 0 changed, 0 forgotten, 4 as they were.\n");
});

it("jia memory is explained by its help in both languages", async () => {
  expect((await jia("en_US", "--help")).out).toContain("what your home remembers");
  expect((await jia("zh_CN", "--help")).out).toContain("家里记住的事");
});
