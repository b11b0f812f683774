import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { HOME_EVENTS } from "../../src/api/event-schemas.ts";
import { ProblemBody } from "../../src/api/problem.ts";
import { AssistantReplyBody, OutcomeBody } from "../../src/api/schemas.ts";
import { apiTable } from "../support/api-table.ts";
import { runningApp } from "../support/app.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

const page = readFileSync("docs/http-api.md", "utf8");

describe("docs/http-api.md", () => {
  it("lists every route as the API describes itself (npm run docs writes it)", async () => {
    const app = await runningApp();
    const document: unknown = await (await ownerFetch(`${app.url}/openapi.json`)).json();
    await app.stop();
    expect(page).toContain(apiTable(document));
  });

  it("shows answers of the form that the API gives", () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text) as unknown);
    expect(AssistantReplyBody.strict().parse(examples[0])).toEqual(examples[0]);
    expect(OutcomeBody.strict().parse(examples[1])).toEqual(examples[1]);
    expect(ProblemBody.strict().parse(examples.at(-1))).toEqual(examples.at(-1));
  });
});

describe("examples of docs/http-api.md", () => {
  it("of an event have the form that the stream gives", () => {
    const [, event = "", data = ""] = /```text\nevent: (\S+)\ndata: (.*)\n```/.exec(page) ?? [];
    const schema = HOME_EVENTS[event as keyof typeof HOME_EVENTS];
    expect(schema.strict().parse(JSON.parse(data))).toEqual(JSON.parse(data));
  });

  it("of the generated client work as they stand there", async () => {
    const app = await runningApp();
    const [, script = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module-typescript", "-e", script.replace("http://127.0.0.1:8480", app.url)],
      { env: { ...process.env, JIA_TOKEN: OWNER_TOKEN } },
    );
    await app.stop();
    expect(stdout).toBe("confirmed\n");
  });
});

describe("commands of docs/http-api.md", () => {
  it("work as they stand there", async () => {
    const app = await runningApp();
    const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) {
      const script = block
        .replaceAll("http://127.0.0.1:8480", app.url)
        .replaceAll("$(cat data/owner-token)", OWNER_TOKEN)
        .replaceAll("curl -s", "curl -sS --fail-with-body");
      const { stdout } = await promisify(execFile)("bash", ["-euc", script]);
      expect(stdout, block).not.toBe("");
    }
    await app.stop();
  });
});

describe("addresses that any page names", () => {
  it("are ones that there are", async () => {
    const app = await runningApp();
    const pages = ["README.md", "deploy/README.md", ...readdirSync("docs").map((name) => `docs/${name}`)];
    const named = pages.flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const found = text.matchAll(
        /`(?:[A-Z]+ )?(\/(?:api\/[\w/:-]*\w|health|ready|reference|openapi\.json))(?:\?[^`]*)?`/g,
      );
      return [...found].map(([, address = ""]) => [path, address] as const);
    });
    expect(named.length).toBeGreaterThan(50);
    const missing: string[] = [];
    for (const [path, address] of named) {
      // An address that there is refuses a method that it does not take with 405, one that there is not with 404.
      const { status } = await ownerFetch(`${app.url}${address}`, { method: "OPTIONS" });
      if (status !== 405) missing.push(`${path}: ${address}`);
    }
    await app.stop();
    expect(missing).toEqual([]);
  });
});
