import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SCOPES, type Scope } from "../../src/access/index.ts";
import { RESOURCES } from "../../src/api/resources/index.ts";
import type { App } from "../../src/app.ts";
import { mcpAccess, outsideServersResource } from "../../src/mcp/index.ts";
import { metricsResource } from "../../src/metrics/index.ts";
import { openAiResource } from "../../src/openai/index.ts";
import { runningApp } from "../support/app.ts";
import { Fuzzer, type FuzzToken } from "../support/fuzz/fuzzer.ts";
import { ownerFetch } from "../support/owner.ts";

/** With the same seed the same requests are made, but for what earlier answers taught. */
const SEED = Number(process.env["JIA_FUZZ_SEED"] ?? Date.now() % 1_000_000);
const REQUESTS = Number(process.env["JIA_FUZZ_REQUESTS"] ?? 20_000);
/** Routes that answer without a token. */
const OPEN = ["GET /health"];

let app: App;
let folder: string;
let document: unknown;
const tokens = new Map<Scope, FuzzToken>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-fuzz-"));
  app = await runningApp({ JIA_DATA: folder });
  document = await (await ownerFetch(`${app.url}/openapi.json`)).json();
  for (const scope of SCOPES) {
    const answer = await ownerFetch(`${app.url}/api/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: scope, scope }),
    });
    const { secret } = z.object({ secret: z.string() }).parse(await answer.json());
    tokens.set(scope, { secret, scope });
  }
}, 60_000);
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const SCOPE_OF = new Map(
  [...RESOURCES, metricsResource, openAiResource, outsideServersResource, { access: mcpAccess }].flatMap(({ access }) =>
    Object.entries(access).map(([name, { scope }]) => [name, scope] as const),
  ),
);

function fuzzer(): Fuzzer {
  const scopeOf = (name: string): Scope | null => (OPEN.includes(name) ? null : (SCOPE_OF.get(name) ?? "admin"));
  return new Fuzzer({ url: app.url, document, seed: SEED, scopeOf });
}

const tokenOf = (scope: Scope): FuzzToken => {
  const token = tokens.get(scope);
  if (!token) throw new Error(`no token for ${scope}`);
  return token;
};

/** What only requests with a right may change, as the owner sees it. */
async function kept(): Promise<Record<string, unknown>> {
  const paths = ["scenes", "automations", "timers", "modes", "people", "memory", "channels", "conversations", "tokens"];
  const more = ["sessions", "settings", "rooms", "audit", "notices", "memory/changes", "modes/changes", "backups"];
  const read = async (path: string) => await (await ownerFetch(`${app.url}/api/${path}`)).json();
  const all = await Promise.all([...paths, ...more].map(async (path) => [path, await read(path)] as const));
  // When a token was last used changes with every request.
  return JSON.parse(JSON.stringify(Object.fromEntries(all), (key, value) => (key === "lastUsedAt" ? null : value)));
}

describe("requests made from the schemas of the API", () => {
  it(`with the right to read change nothing (JIA_FUZZ_SEED=${SEED})`, async () => {
    const before = await kept();
    const fuzz = fuzzer();
    await fuzz.run(Math.ceil(REQUESTS / 10), [tokenOf("read"), { secret: null, scope: null }]);
    expect(fuzz.findings.slice(0, 20)).toEqual([]);
    expect(await kept()).toEqual(before);
  }, 120_000);

  it(`are all answered as declared, and need the scope of their route (JIA_FUZZ_SEED=${SEED})`, async () => {
    const fuzz = fuzzer();
    const admin = Array<FuzzToken>(16).fill(tokenOf("admin"));
    await fuzz.run(REQUESTS, [...admin, ...tokens.values(), { secret: null, scope: null }]);
    expect(fuzz.findings.slice(0, 20)).toEqual([]);
    expect([...fuzz.answers.keys()].sort()).toEqual(fuzz.operations.map(({ name }) => name).sort());
  }, 600_000);
});
