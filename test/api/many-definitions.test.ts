import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { liveAutomation } from "../../src/automation/engine/live.ts";
import { plannedBetween } from "../../src/automation/engine/planned.ts";
import { planningApi } from "../support/api.ts";
import { person } from "../support/drafts.ts";

/** Drafts of automations; each has a schedule of its own and commands the lamp. */
const automations = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    id: `rule-${from + index}`,
    name: `Rule ${from + index}`,
    triggers: [{ type: "time", at: `0${(from + index) % 10}:1${index % 10}` }],
    actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  }));
const scenes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `scene-${index}`,
    name: `Scene ${index}`,
    // Many steps, so that a list is written in many pieces on a fast machine too.
    steps: [true, false, true, false].map((on) => ({ target: "lamp", set: { "light.on": on } })),
  }));

const HOUR_MS = 3_600_000;

let api: Awaited<ReturnType<typeof planningApi>>;
beforeEach(async () => {
  api = await planningApi();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await api.app.close();
  await api.bench.close();
});

const save = (count: number, from = 0) =>
  api.bench.planner.files.import(
    JSON.stringify({ scenes: from === 0 ? scenes(count) : [], automations: automations(count, from) }),
    "many.json",
    person,
  );
const get = (url: string) => api.app.inject({ method: "GET", url });

/** The number of names that are compared during `work`. */
async function compared(work: () => unknown): Promise<number> {
  const normalize = vi.spyOn(String.prototype, "normalize");
  await work();
  const calls = normalize.mock.calls.length;
  normalize.mockRestore();
  return calls;
}

/** The number of turns of the event loop during `work`. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let over = false;
  const count = () => {
    turns += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await work();
  over = true;
  return turns;
}

describe("a home with very many automations and scenes", () => {
  it.each(["automations", "scenes"])(
    "looks at each name a few times for a list of %s, however many there are",
    async (kind) => {
      await save(100);
      const few = await compared(() => get(`/api/${kind}`));
      await save(100, 100);
      await save(200, 200);
      const many = await compared(() => get(`/api/${kind}`));
      expect(few).toBeLessThan(100 * 10);
      expect(many).toBeLessThan(400 * 10);
    },
  );

  it("checks saved definitions once, until the home or a definition changes", async () => {
    await save(50);
    const list = () => get("/api/automations");
    const first = await list();
    expect(await compared(list)).toBe(0);
    expect((await list()).json()).toEqual(first.json());
    api.bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
    expect((await list()).json().automations[7].problems).toMatchObject([{ value: "test:lamp" }]);
  });

  it.each(["/api/automations?limit=2000", "/api/scenes?limit=2000", "/api/definitions"])(
    "answers %s in many pieces, with everything else in between",
    async (url) => {
      await save(2000);
      const turns = await turnsDuring(async () => {
        const answer = await get(url);
        expect(answer.statusCode).toBe(200);
      });
      expect(turns).toBeGreaterThan(8);
    },
  );

  it("computes no more due times than it lists", async () => {
    let worked = 0;
    const lives = Array.from({ length: 500 }, (_, index) => {
      const definition = { id: `a-${index}`, name: `A ${index}`, triggers: [], actions: [] };
      const live = liveAutomation({ definition, approved: false, createdAt: 0, updatedAt: 0 });
      const next = (after: number) => {
        worked += 1;
        return after + HOUR_MS;
      };
      live.schedules.push({ trigger: 0, next, settledTo: 0, due: 1_000 + index, entry: null });
      return live;
    });
    const between = { from: 500, to: 10 * HOUR_MS, limit: 10 };
    const planned = await plannedBetween(between, [], lives, new AbortController().signal);
    expect(planned.map(({ at }) => at)).toEqual([...Array(10).keys()].map((index) => 1_000 + index));
    expect(worked).toBe(10);
  });
});
