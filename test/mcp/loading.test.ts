import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** Prints which packages a module loads. */
const WATCH = `
  import { registerHooks } from "node:module";
  const loaded = new Set();
  registerHooks({
    load(url, context, next) {
      const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
      if (name) loaded.add(name);
      return next(url, context);
    },
  });
  await import(process.argv[1]);
  console.log(JSON.stringify([...loaded]));
`;

it("Jia starts without loading the packages of MCP: the first request does", async () => {
  const packages = async (path: string): Promise<readonly string[]> => {
    const given = ["--input-type=module", "--eval", WATCH, new URL(`../../${path}`, import.meta.url).pathname];
    const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: 30_000 });
    return JSON.parse(stdout);
  };
  const started = await packages("src/app.ts");
  expect(started).toContain("fastify");
  expect(started.filter((name) => name.startsWith("@modelcontextprotocol/"))).toEqual([]);
  expect(await packages("src/mcp/server/service.ts")).toContain("@modelcontextprotocol/server");
});
