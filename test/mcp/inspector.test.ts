import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";

const INSPECTOR = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
const TOKEN = "a-token-for-tests";
const run = promisify(execFile);

let app: App;
beforeAll(async () => {
  app = await runningApp({ JIA_TOKEN: TOKEN });
});
afterAll(async () => {
  await app.stop();
});

/** Runs the official inspector against the running Jia. @throws when it ends with anything but 0 */
async function inspect(era: string, ...given: readonly string[]): Promise<unknown> {
  const reach = ["--cli", `${app.url}/mcp`, "--transport", "http", "--header", `Authorization: Bearer ${TOKEN}`];
  const args = [INSPECTOR, ...reach, "--protocol-era", era, "--format", "json", "-q", ...given];
  const { stdout } = await run(process.execPath, args, { timeout: 30_000 });
  return JSON.parse(stdout);
}

describe.each(["legacy", "modern"])("the official inspector, in the era %s", (era) => {
  it("lists the tools, and finds nothing in their schemas that a client may not take", async () => {
    const listed = await inspect(era, "--strict", "--method", "tools/list");
    expect(listed).toMatchObject({
      result: { tools: expect.arrayContaining([expect.objectContaining({ name: "say" })]) },
    });
  });

  it("calls a tool", async () => {
    const given = JSON.stringify({ changes: [{ device: "floor lamp", property: "brightness", value: "45%" }] });
    const called = await inspect(
      era,
      "--method",
      "tools/call",
      "--tool-name",
      "set_devices",
      "--tool-args-json",
      given,
    );
    expect(called).toMatchObject({ result: { structuredContent: { outcomes: [{ device: "living-floor-lamp" }] } } });
  });

  it("lists the resources", async () => {
    expect(await inspect(era, "--method", "resources/list")).toMatchObject({
      result: { resources: expect.arrayContaining([expect.objectContaining({ uri: "jia://room/living" })]) },
    });
  });
});
