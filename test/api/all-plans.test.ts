import { expect, it, onTestFinished } from "vitest";
import { planningApi } from "../support/api.ts";

async function plans() {
  const { app, bench } = await planningApi();
  onTestFinished(async () => {
    await app.close();
    await bench.close();
  });
  const call = async (method: "GET" | "POST" | "DELETE", url: string, payload?: object, language = "en") => {
    const headers = { "accept-language": language };
    const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  return { call };
}

it("automations, scenes and timers are one list, with what they do and when, and are deleted in one way", async () => {
  const { call } = await plans();
  const off = { target: "lamp", set: { "light.on": false } };
  const rule = {
    id: "night",
    name: "Night",
    triggers: [{ type: "time", at: "22:00" }],
    actions: [{ type: "set", ...off }],
  };
  expect((await call("POST", "/automations", rule)).status).toBe(201);
  expect((await call("POST", "/scenes", { id: "calm", name: "Calm", steps: [off] })).status).toBe(201);
  expect((await call("POST", "/timers", { name: "pasta", duration: "8 min" })).status).toBe(201);
  const { body } = await call("GET", "/plans");
  const listed = body["plans"] as readonly Record<string, unknown>[];
  expect(listed.map(({ kind, name, active }) => [kind, name, active])).toEqual(
    expect.arrayContaining([
      ["automation", "Night", true],
      ["scene", "Calm", true],
      ["timer", "pasta", true],
    ]),
  );
  expect(listed.find(({ kind }) => kind === "automation")).toMatchObject({
    description: expect.stringContaining("22:00"),
    next: "2026-11-24T22:00:00.000Z",
  });
  const chinese = (await call("GET", "/plans?kind=timer", undefined, "zh")).body;
  expect(chinese).toMatchObject({ plans: [{ description: expect.stringMatching(/8 ?分钟/) }], next: null });
  for (const { kind, id } of listed) {
    expect((await call("DELETE", `/plans/${String(kind)}/${String(id)}`)).body).toMatchObject({ kind, id });
  }
  expect((await call("GET", "/plans")).body).toMatchObject({ plans: [] });
  expect((await call("DELETE", "/plans/timer/nothing")).status).toBe(404);
  expect((await call("DELETE", "/plans/wish/nothing")).status).toBe(400);
});

it("the list of plans comes in pages", async () => {
  const { call } = await plans();
  for (const name of ["a", "b", "c"]) await call("POST", "/timers", { name, seconds: 60 });
  const first = (await call("GET", "/plans?limit=2")).body as {
    readonly plans: readonly unknown[];
    readonly next: string;
  };
  const second = (await call("GET", `/plans?limit=2&cursor=${first.next}`)).body as {
    readonly plans: readonly unknown[];
  };
  expect([first.plans.length, second.plans.length]).toEqual([2, 1]);
});

it.each([
  ["8m", 480],
  ["10 min", 600],
  ["1h30", 5_400],
  ["1 h 5", 3_900],
  ["1h30m", 5_400],
  ["90 seconds", 90],
  ["half an hour", 1_800],
  ["十分钟", 600],
  ["1小时30分钟", 5_400],
  ["半小时", 1_800],
])("a timer takes %s as %i seconds", async (duration, seconds) => {
  const { call } = await plans();
  expect((await call("POST", "/timers", { duration })).body).toMatchObject({ durationMs: seconds * 1000 });
});

it.each([
  ["2m", 660],
  ["-2m", 540 - 120],
  ["5 minutes more", 840],
  ["少五分钟", 240],
])("a timer of nine minutes is changed by %s to %i seconds", async (duration, seconds) => {
  const { call } = await plans();
  const { body } = await call("POST", "/timers", { seconds: 540 });
  expect((await call("POST", `/timers/${String(body["id"])}/add`, { duration })).body).toMatchObject({
    remainingMs: seconds * 1000,
  });
});

it.each([[{ duration: "soon" }], [{ duration: "10" }], [{ duration: "1:30" }], [{}], [{ seconds: 5, duration: "5s" }]])(
  "%j is no length",
  async (body) => {
    const { call } = await plans();
    const { status, body: answer } = await call("POST", "/timers", body);
    expect([status, JSON.stringify(answer)]).toEqual([400, expect.stringMatching(/duration/)]);
  },
);

it("says in Chinese what a length looks like", async () => {
  const { call } = await plans();
  expect(JSON.stringify((await call("POST", "/timers", { duration: "快" }, "zh")).body)).toContain("不是时长");
});
