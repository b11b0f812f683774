import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";
import { signedInCookie } from "../support/signed-in.ts";

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await runningApp();
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("the OpenAPI document", () => {
  it("has no error and no warning by redocly's recommended rules", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-openapi-"));
    const file = join(folder, "openapi.json");
    writeFileSync(file, await (await ownerFetch(`${app.url}/openapi.json`)).text());
    const redocly = join(process.cwd(), "node_modules/@redocly/cli/bin/cli.js");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [redocly, "lint", "--extends", "recommended", "--format", "json", file],
      { env: { ...process.env, REDOCLY_TELEMETRY: "off" }, cwd: folder },
    );
    const { totals, problems } = JSON.parse(stdout) as {
      totals: { errors: number; warnings: number };
      problems: unknown;
    };
    expect(problems).toEqual([]);
    expect(totals).toMatchObject({ errors: 0, warnings: 0 });
    rmSync(folder, { recursive: true });
  });

  it("names each operation once, in one style, with a tag that is described", async () => {
    const document = (await (await ownerFetch(`${app.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; tags: string[] }>>;
      tags: { name: string }[];
    };
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]*)*$/.test(id))).toEqual([]);
    const tags = document.tags.map(({ name }) => name);
    expect(operations.flatMap((each) => each.tags).filter((tag) => !tags.includes(tag))).toEqual([]);
  });
});

describe("/docs in a browser", () => {
  it("shows the operations, with all their parts from Jia alone", async () => {
    const context = await browser.newContext();
    const [name = "", value = ""] = (await signedInCookie(app)).split("=");
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("response", (answer) => {
      if (answer.status() >= 400 && !answer.url().endsWith("/favicon.ico")) wrong.push(answer.url());
    });
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(`${app.url}/docs`);
    await page.getByText("Tell whether Jia is ready to work").first().waitFor();
    await page.getByText("devices", { exact: true }).first().click();
    await page.getByText("List all devices with their state").first().waitFor();
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(app.url) && !/^(data|blob):/.test(url))).toEqual([]);
    await context.close();
  });
});
