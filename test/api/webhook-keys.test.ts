import { expect, it, onTestFinished } from "vitest";
import { planningResources, testApiOn } from "../support/api.ts";
import { described } from "../support/home.ts";
import { testPeople } from "../support/people.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const KEY = "open-sesame";
const ADDRESS = "https://example.org/hook";
const keyed = {
  name: "Evening",
  triggers: [
    { type: "time", at: "18:30" },
    { type: "webhook", key: KEY },
  ],
  actions: [
    { type: "repeat", times: 2, actions: [{ type: "notify", message: "on", webhook: ADDRESS }] },
    { type: "set", target: "lamp", set: { "light.on": true } },
  ],
};

/** The API of a home with a lamp, an adult, a child and a guest, each with a token. */
async function family() {
  const { people, registry, store, clock } = await testPeople();
  for (const [name, role] of [
    ["Ann", "adult"],
    ["Leo", "child"],
    ["Mia", "guest"],
  ] as const)
    await registry.add({ name, role });
  const bench = new PlannerBench([described("lamp")], "2026-11-24T12:00:00Z", { people });
  await bench.start({}, { lamp: { "light.on": false } });
  const { home, planner } = bench;
  const app = await testApiOn(home, clock, { people, resources: planningResources(home, planner, bench.time) });
  onTestFinished(async () => {
    await app.close();
    await bench.close();
    await store.close();
  });
  const as = async (id: string) => ({ authorization: `Bearer ${(await people.tokens.make(id, "")).token}` });
  const ask = async (
    method: "GET" | "POST" | "PATCH",
    url: string,
    headers: Record<string, string>,
    payload?: object,
  ) => await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { ask, as, bench };
}

it("the keys and addresses of an automation are shown to adults and to its author", async () => {
  const { ask, as } = await family();
  const [ann, leo, mia] = [await as("ann"), await as("leo"), await as("mia")];
  expect((await ask("POST", "/api/automations?approved=true", ann, keyed)).statusCode).toBe(201);
  for (const url of ["/api/automations", "/api/automations/evening"]) {
    for (const headers of [ann, {}]) {
      expect((await ask("GET", url, headers)).payload).toContain(KEY);
      expect((await ask("GET", url, headers)).payload).toContain(ADDRESS);
    }
    for (const headers of [leo, mia]) {
      const { payload, statusCode } = await ask("GET", url, headers);
      expect(statusCode).toBe(200);
      expect(payload).toContain("18:30");
      expect(payload).not.toContain(KEY);
      expect(payload).not.toContain(ADDRESS);
    }
  }
  const own = { name: "Mine", triggers: [{ type: "webhook", key: "leos-own-key" }], actions: keyed.actions.slice(1) };
  expect((await ask("POST", "/api/automations", leo, own)).payload).toContain("leos-own-key");
  expect((await ask("GET", "/api/automations/mine", leo)).payload).toContain("leos-own-key");
  expect((await ask("GET", "/api/automations/mine", mia)).payload).not.toContain("leos-own-key");
});

it("a webhook call with a person's token starts the automation as that person, and one without a token as nobody", async () => {
  const { ask, as, bench } = await family();
  await ask("POST", "/api/automations", {}, { ...keyed, actions: keyed.actions.slice(1) });
  for (const [headers, person] of [
    [await as("leo"), "leo"],
    [{}, undefined],
  ] as const) {
    expect((await ask("POST", `/api/webhooks/${KEY}`, headers)).statusCode).toBe(202);
    await bench.settled();
    const [run] = await bench.planner.runs.list({ of: "evening" });
    expect([run?.status, run?.cause.type, run?.origin.person]).toEqual(["done", "webhook", person]);
  }
});
