import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(() => app.stop());

const jia = (language: "en_US" | "zh_CN", ...args: string[]) =>
  run(COMMANDS, [...args, "--url", app.url], { env: { LANG: `${language}.UTF-8` } });

it("jia conversations lists, shows, exports and deletes, in both languages", async () => {
  expect((await jia("en_US", "conversations")).out).toBe("No conversation is kept.\n");
  expect((await jia("zh_CN", "conversations")).out).toBe("没有保存的对话。\n");
  expect((await jia("en_US", "say", "turn on the floor lamp")).code).toBe(0);
  expect((await jia("en_US", "conversations")).out).toMatch(
    /About\s+Turns\s+Who\s+Last\s+Id\nturn on the floor lamp\s+1/,
  );
  expect((await jia("zh_CN", "conversations")).out).toMatch(/内容\s+轮数\s+谁\s+最后一次\s+编号/);
  const { out } = await jia("en_US", "conversations", "--json");
  const { conversations } = JSON.parse(out) as { conversations: readonly { id: string; client: string }[] };
  expect(conversations[0]?.client).toBe("command-line");
  const id = conversations[0]?.id.slice(0, 6) ?? "";
  expect((await jia("en_US", "conversations", "show", id)).out).toMatch(/Somebody: turn on the floor lamp\n\s+Jia: /);
  expect((await jia("zh_CN", "conversations", "show", id)).out).toContain("有人: turn on the floor lamp");
  expect((await jia("zh_CN", "conversations", "export", id)).out).toMatch(
    /^# turn on the floor lamp\n[\s\S]*\*\*有人\*\*/,
  );
  const taken = (await jia("en_US", "conversations", "export", id, "--json")).out;
  expect(JSON.parse(taken)).toMatchObject({ exchanges: [{ text: "turn on the floor lamp" }] });
  expect((await jia("en_US", "conversations", "delete", id)).out).toBe("Deleted: 1 turn.\n");
  expect(await jia("en_US", "conversations", "show", id)).toMatchObject({
    code: 1,
    err: expect.stringContaining("conversation"),
  });
});

it("jia conversations tells what is missing", async () => {
  expect(await jia("en_US", "conversations", "shw")).toMatchObject({ code: 2, err: expect.stringContaining("show") });
  expect((await jia("zh_CN", "conversations", "show")).err).toContain("jia conversations show ID");
});
