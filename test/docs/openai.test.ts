import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

const page = readFileSync("docs/openai.md", "utf8");
const ADDRESS = "http://127.0.0.1:8480";

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => await app.stop());

/** The blocks of the page in a notation. */
function blocks(notation: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${notation}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);
}

it("the example for Node.js prints an answer", async () => {
  const [example = ""] = blocks("js");
  const code = example.replaceAll(ADDRESS, app.url);
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
    env: { ...process.env, JIA_TOKEN: OWNER_TOKEN },
    timeout: 30_000,
  });
  expect(stdout).toMatch(/kitchen ceiling light is (on|off)\.$/);
});

it("every base address of the settings lists the model that they name", async () => {
  const settings = [...blocks("ini"), ...blocks("yaml")];
  expect(settings).toHaveLength(4);
  for (const text of settings) {
    const [base = ""] = /http:[^\s"]+/.exec(text) ?? [];
    const model = /(?:MODEL=|model: "|default: \[")([\w:]+)/.exec(text)?.[1] ?? "jia";
    const answer = await ownerFetch(`${base.replace(ADDRESS, app.url)}/models/${model}`);
    expect(await answer.json(), text).toMatchObject({ id: model, object: "model" });
  }
});

it("the settings in YAML can be read", () => {
  const [libreChat, xiaogpt] = blocks("yaml").map((text) => parse(text) as unknown);
  expect(libreChat).toMatchObject({ endpoints: { custom: [{ name: "Jia", titleMethod: "completion" }] } });
  expect(xiaogpt).toMatchObject({ bot: "chatgptapi", gpt_options: { model: "jia:zh" } });
});
