import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { RESOURCES } from "../../src/api/resources/index.ts";
import type { RouteAccess } from "../../src/api/rights.ts";
import type { App } from "../../src/app.ts";
import { mcpAccess, outsideServersResource } from "../../src/mcp/index.ts";
import { metricsResource } from "../../src/metrics/index.ts";
import { openAiResource } from "../../src/openai/index.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";

/** Who may use each route, keyed by method and path. */
const ACCESS = new Map<string, RouteAccess>(
  [...RESOURCES, metricsResource, openAiResource, outsideServersResource, { access: mcpAccess }].flatMap(({ access }) =>
    Object.entries(access),
  ),
);

let app: App;
/** Every route of the running API: its method, and its path as it is declared. */
let routes: (readonly [method: string, path: string])[];
/** Tokens, keyed by person. */
const tokens = new Map<string, string>();

/** The fields of an answer that the tests read. */
const Answer = z.looseObject({
  paths: z.record(z.string(), z.looseObject({})).default({}),
  token: z.string().default(""),
  detail: z.string().optional(),
});

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const content = body && { "content-type": "application/json" };
  const sent = { method, headers: { ...content, ...headers }, ...(body && { body: JSON.stringify(body) }) };
  const answer = await ownerFetch(`${app.url}${path}`, sent);
  return { status: answer.status, body: Answer.parse(await answer.json()) };
}

beforeAll(async () => {
  app = await runningApp();
  const { body } = await ask("GET", "/openapi.json");
  routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{(\w+)\}/g, ":$1")] as const),
  );
  for (const [name, role] of [
    ["Ann", "adult"],
    ["Leo", "child"],
    ["Gus", "guest"],
  ] as const) {
    await ask("POST", "/api/people", { name, role });
    const id = name.toLowerCase();
    tokens.set(id, (await ask("POST", `/api/people/${id}/tokens`, {})).body.token);
  }
}, 60_000);
afterAll(async () => {
  await app?.stop();
});

describe("the routes of the running API", () => {
  it("are all in the access table of a resource", () => {
    expect(routes.length).toBeGreaterThan(90);
    expect(routes.filter(([method, path]) => !ACCESS.has(`${method} ${path}`))).toEqual([]);
  });

  it.each(["leo", "gus"])("for adults refuse %s, in the requested language", async (person) => {
    const bearer = { authorization: `Bearer ${tokens.get(person)}` };
    const refused = routes.filter(([method, path]) => ACCESS.get(`${method} ${path}`)?.who !== "everyone");
    expect(refused.map((route) => route.join(" "))).toEqual(
      expect.arrayContaining([
        "GET /api/audit",
        "GET /api/history/export",
        "DELETE /api/history",
        "PUT /api/modes/:id",
      ]),
    );
    for (const [method, path] of refused) {
      const { status, body } = await ask(method, path.replace(/:\w+/g, "ann"), undefined, {
        ...bearer,
        "accept-language": "zh",
      });
      expect([status, body.detail], `${method} ${path}`).toEqual([403, expect.stringContaining("只有家里的大人")]);
    }
  });

  it("for everyone let children and guests use the home", async () => {
    for (const person of ["leo", "gus"]) {
      const bearer = { authorization: `Bearer ${tokens.get(person)}` };
      for (const path of [
        "/api/devices",
        "/api/rooms",
        "/api/scenes",
        "/api/automations",
        "/api/modes",
        "/api/people",
      ]) {
        expect((await ask("GET", path, undefined, bearer)).status, path).toBe(200);
      }
    }
  });
});
