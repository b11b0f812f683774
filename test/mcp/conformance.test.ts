import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { mcpPlugin } from "../../src/mcp/index.ts";
import { createEndpoint } from "../../src/mcp/server/http/endpoint.ts";
import { authInfoOf } from "../../src/mcp/server/service.ts";
import { listening, testApiOn } from "../support/api.ts";
import { testHome } from "../support/home.ts";
import { fixtureServer } from "../support/mcp-fixtures/index.ts";

const PACKAGE = "node_modules/@modelcontextprotocol/conformance";
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "jia-conformance-"));
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  const { home, clock } = testHome([]);
  const plugin = mcpPlugin(home, (onError) => {
    const endpoint = createEndpoint({ server: fixtureServer, clock, onError });
    return Promise.resolve({
      fetch: (request, caller) => endpoint.fetch(request, authInfoOf(caller)),
      stop: () => endpoint.close(),
    });
  });
  app = await testApiOn(home, clock, { resources: [plugin] });
  url = `${await listening(app)}/mcp`;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const Scenarios = z.object({ server: z.array(z.string()) });
const Checks = z.array(z.object({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }));

function scenariosIn(file: string): string[] {
  return Scenarios.parse(parse(readFileSync(file, "utf8"))).server;
}

/** Runs what a revision has. @returns what failed in each scenario, keyed by its name */
async function failures(revision: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const out = join(folder, revision);
  const given = ["server", "--url", url, "--requirements", revision, "-o", out];
  // It ends with 1 where anything fails; the checks say what.
  await run(process.execPath, [join(PACKAGE, "dist/index.js"), ...given]).catch(() => undefined);
  const folders = readdirSync(out, { withFileTypes: true }).filter((each) => each.isDirectory());
  return new Map(
    folders.map(({ name }) => {
      const checks = Checks.parse(JSON.parse(readFileSync(join(out, name, "checks.json"), "utf8")));
      const failed = checks.filter(({ status }) => status === "FAILURE");
      const scenario = name.replace(/-\d{4}-\d\d-\d\dT.*$/, "").replace(/^server-/, "");
      return [scenario, failed.map(({ id, errorMessage = "" }) => `${id}: ${errorMessage}`)];
    }),
  );
}

describe.each(["2025-11-25", "2026-07-28"])("the official suite for the revision %s", (revision) => {
  it("passes over Jia's own transport, but for the failures that are expected", async () => {
    const found = await failures(revision);
    const required = scenariosIn(join(PACKAGE, "requirements", `${revision}.yaml`));
    expect(required.filter((name) => !found.has(name))).toEqual([]);
    const failing = [...found].filter(([, failed]) => failed.length > 0);
    const expected = scenariosIn("test/mcp/conformance-expected-failures.yml").filter((name) => found.has(name));
    expect(Object.fromEntries(failing.filter(([name]) => !expected.includes(name)))).toEqual({});
    expect(failing.map(([name]) => name).sort()).toEqual(expected.sort());
    expect(required.filter((name) => expected.includes(name))).toEqual([]);
  });
});
