import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";

const TOKEN = "a-token-of-your-jia";
const page = readFileSync("docs/mcp.md", "utf8");
const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]): unknown => JSON.parse(text));

let app: App;
beforeAll(async () => {
  app = await runningApp({ JIA_TOKEN: TOKEN });
});
afterAll(async () => {
  await app.stop();
});

const Started = z.strictObject({
  command: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});
const Reached = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

async function toolsOver(transport: StdioClientTransport | StreamableHTTPClientTransport): Promise<string[]> {
  const client = new Client({ name: "page", version: "1.0.0" });
  await client.connect(transport);
  const { tools } = await client.listTools();
  await client.close();
  return tools.map(({ name }) => name);
}

it("the settings of Claude Desktop start a server with the tools that the page lists", async () => {
  const { mcpServers } = z.object({ mcpServers: z.object({ jia: Started }) }).parse(blocks[0]);
  const { command, args, env } = mcpServers.jia;
  const here = args.map((each) =>
    each.replace("/home/ann/jia/launch.cjs", resolve("launch.cjs")).replace("http://127.0.0.1:8480", app.url),
  );
  const path = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
  const transport = new StdioClientTransport({ command, args: here, env: { ...path, ...env }, stderr: "ignore" });
  const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(await toolsOver(transport)).toEqual(listed);
});

it("the settings of editors reach it with the token", async () => {
  const cursor = z.object({ mcpServers: z.object({ jia: Reached }) }).parse(blocks[1]).mcpServers.jia;
  const code = z.object({ servers: z.object({ jia: Reached }) }).parse(blocks[2]).servers.jia;
  for (const { url, headers } of [cursor, code]) {
    const sent = Object.entries(headers).map(([name, value]) => [name, value.replace(/\$\{[^}]*\}/, TOKEN)]);
    const address = new URL(url.replace("http://127.0.0.1:8480", app.url));
    const requestInit = { headers: Object.fromEntries(sent) };
    expect(await toolsOver(new StreamableHTTPClientTransport(address, { requestInit }))).toHaveLength(12);
  }
});
