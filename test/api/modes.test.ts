import { afterEach, describe, expect, it } from "vitest";
import { modesResource } from "../../src/api/resources/modes.ts";
import { testApiOn } from "../support/api.ts";
import { described, testHome, testSpec } from "../support/home.ts";
import { testModes } from "../support/modes.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function started() {
  const { home, clock } = testHome([described("door", { name: "Front door", spec: LOCK })]);
  home.apply([
    { kind: "values", id: "test:door", values: [{ address: "lock.locked", value: false }], cause: "report" },
  ]);
  const scenes = {
    get: () => undefined,
    requireAllowed: () => undefined,
    activate: () => Promise.reject(new Error("none")),
  };
  const { modes } = await testModes(home, clock, scenes);
  cleanups.push(() => modes.stop());
  const app = await testApiOn(home, clock, { resources: [modesResource.bind({ home, modes })] });
  cleanups.push(() => app.close());
  return { app, modes, clock };
}

describe("/api/modes", () => {
  it("lists modes, begins one with a report in the reader's language, and gives the time of its beginning", async () => {
    const { app } = await started();
    const list = (await app.inject("/api/modes")).json();
    expect(list).toMatchObject({ current: { mode: "home", since: null, by: null } });
    expect(list.modes).toHaveLength(5);
    const begun = await app.inject({
      method: "POST",
      url: "/api/modes/away/begin",
      headers: { "accept-language": "zh" },
    });
    expect([begun.statusCode, begun.json()]).toMatchObject([
      200,
      {
        mode: "away",
        before: "home",
        told: "离家模式开了，不过Front door没锁。",
        findings: [{ check: "unlocked", devices: ["front-door"], unknown: [] }],
      },
    ]);
    expect((await app.inject("/api/modes")).json().current).toMatchObject({
      mode: "away",
      since: "2026-01-01T12:00:00.000Z",
      by: { kind: "api" },
    });
    const changes = "/api/modes/changes?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
    expect((await app.inject(changes)).json().changes).toMatchObject([{ mode: "away", before: "home" }]);
  });

  it("saves, replaces and deletes modes", async () => {
    const { app } = await started();
    const put = await app.inject({ method: "PUT", url: "/api/modes/party", payload: { name: "Party" } });
    expect(put.json().modes.at(-1)).toEqual({ id: "party", name: "Party" });
    const replaced = await app.inject({
      method: "PUT",
      url: "/api/modes",
      payload: { modes: [{ id: "work", name: "Work" }] },
    });
    expect(replaced.json().modes.map(({ id }: { id: string }) => id)).toEqual(["home", "work"]);
    const removed = await app.inject({ method: "DELETE", url: "/api/modes/work" });
    expect(removed.json().modes).toHaveLength(1);
  });

  it.each([
    ["POST", "/api/modes/disco/begin", undefined, 404, "not-found"],
    ["PUT", "/api/modes/party", { name: "Party", scene: "none" }, 400, "invalid-definition"],
    ["PUT", "/api/modes/party", { name: 7 }, 400, "invalid-definition"],
    ["PUT", "/api/modes/party", {}, 400, "invalid-definition"],
    ["PUT", "/api/modes", { modes: [{ id: "work" }, { name: "Work" }] }, 400, "invalid-definition"],
    ["PUT", "/api/modes", { modes: [] }, 400, "invalid-request"],
    ["DELETE", "/api/modes/home", undefined, 409, "conflict"],
    ["GET", "/api/modes/changes?from=yesterday&to=today", undefined, 400, "invalid-request"],
  ] as const)("refuses %s %s with the reason", async (method, url, payload, status, code) => {
    const { app } = await started();
    const answer = await app.inject({ method, url, ...(payload && { payload }) });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
});
