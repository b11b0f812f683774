import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { Child } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";
import { ERAS, type Era, toolAnswer } from "../support/mcp-client.ts";
import { until } from "../support/until.ts";

const TOKEN = "a-token-for-tests";
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

async function started(port = 0): Promise<App> {
  const app = await runningApp({ JIA_TOKEN: TOKEN, JIA_PORT: String(port) });
  running.push({ close: () => app.stop() });
  return app;
}

const environment = (token: string, lang = "en_US.UTF-8") => ({
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
  LANG: lang,
  JIA_TOKEN: token,
});

/** A client that starts `jia mcp` itself, as desktop programs do. */
async function desktop(url: string, era: Era): Promise<Client> {
  const client = new Client({ name: "desktop", version: "1.0.0" }, { versionNegotiation: { mode: era } });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["launch.cjs", "mcp", "--url", url],
    env: environment(TOKEN),
    stderr: "ignore",
  });
  await client.connect(transport);
  running.push({ close: () => client.close() });
  return client;
}

describe.each(ERAS)("jia mcp, for a client of the era %s", (era) => {
  it("passes on calls, resources and their changes", async () => {
    const app = await started();
    const client = await desktop(app.url, era);
    expect((await client.listTools()).tools).toHaveLength(12);
    const given = { changes: [{ device: "floor lamp", property: "on", value: "toggle" }] };
    const uri = "jia://device/living-floor-lamp";
    const told: string[] = [];
    client.setNotificationHandler("notifications/resources/updated", ({ params }) => void told.push(params.uri));
    if (era === "legacy") await client.subscribeResource({ uri });
    else await client.listen({ resourceSubscriptions: [uri] });
    const answer = toolAnswer(await client.callTool({ name: "set_devices", arguments: given }));
    expect(answer).toMatchObject({ failed: false, data: { outcomes: [{ status: "confirmed" }] } });
    await until("the change to be told", () => told.includes(uri));
    const why = toolAnswer(await client.callTool({ name: "why", arguments: { device: "floor lamp" } }));
    expect(why.text).toContain("MCP (desktop)");
  });

  it("goes on with a Jia that was started again, and says so while there is none", async () => {
    const port = await freePort();
    const first = await runningApp({ JIA_TOKEN: TOKEN, JIA_PORT: String(port) });
    const client = await desktop(first.url, era);
    await client.callTool({ name: "home_overview", arguments: {} });
    await first.stop();
    await expect(client.callTool({ name: "home_overview", arguments: {} })).rejects.toThrow("Jia does not answer at");
    await started(port);
    const { failed } = toolAnswer(await client.callTool({ name: "home_overview", arguments: {} }));
    expect(failed).toBe(false);
  });
});

describe("jia mcp that cannot begin", () => {
  const run = async (token: string, url: string, lang?: string) =>
    await new Child([process.execPath, "launch.cjs", "mcp", "--url", url], {
      cwd: process.cwd(),
      env: environment(token, lang),
    }).ended();

  it.each([
    ["en_US.UTF-8", "Jia does not answer at"],
    ["zh_CN.UTF-8", "没有 Jia 在运行"],
  ])("says in the person's language (%s) that no Jia runs, and ends", async (lang, words) => {
    const { code, out } = await run(TOKEN, `http://127.0.0.1:${await freePort()}`, lang);
    expect(code).toBe(3);
    expect(out).toContain(words);
  });

  it("says that the token is wrong", async () => {
    const app = await started();
    const { code, out } = await run("another-token-for-tests", app.url);
    expect(code).toBe(3);
    expect(out).toContain("token");
  });

  it("prints nothing but messages of the protocol to standard output", async () => {
    const app = await started();
    const child = new Child([process.execPath, "launch.cjs", "mcp", "--url", app.url], {
      cwd: process.cwd(),
      env: environment(TOKEN),
      input: `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`,
    });
    const { code, out } = await child.ended();
    expect(code).toBe(0);
    for (const line of out.split("\n").filter((each) => each !== "")) expect(JSON.parse(line)).toMatchObject({ id: 1 });
  });
});
