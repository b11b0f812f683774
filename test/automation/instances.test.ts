import { afterAll, beforeAll, expect, it } from "vitest";
import { HomePlanner, type LeaseStorage } from "../../src/automation/index.ts";
import { openStore, type Store, type StoreLocation } from "../../src/store/index.ts";
import { described, testHome } from "../support/home.ts";
import { Postgres } from "../support/postgres.ts";
import { SimulatedTime } from "../support/simulated-time.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

/** One instance of Jia on a shared store. */
class Instance {
  readonly store: Store;
  readonly planner: HomePlanner;
  readonly sent: () => number;

  constructor(store: Store, time: SimulatedTime, lease: LeaseStorage | null) {
    const { home, transport } = testHome([described("lamp")], { clock: time, audit: store.audit });
    this.store = store;
    this.sent = () => transport.sent.length;
    this.planner = new HomePlanner({
      home,
      clock: time,
      scheduler: time,
      storage: store,
      messages: null,
      sinks: { post: () => Promise.resolve(), say: () => Promise.resolve(true) },
      failed: (error) => {
        throw error;
      },
      ...(lease && { lease }),
    });
  }

  static async open(location: StoreLocation, time: SimulatedTime, leased: boolean): Promise<Instance> {
    const store = await openStore(location);
    return new Instance(store, time, leased ? store.lease : null);
  }

  async close(): Promise<void> {
    await this.planner.stop();
    await this.store.close();
  }
}

const draft = {
  name: "every minute",
  triggers: [{ type: "cron" as const, expression: "* * * * *" }],
  actions: [{ type: "set" as const, target: "lamp", set: { "light.on": true } }],
};

it("two instances that both run the schedules run each due time once", async () => {
  const url = await postgres.database();
  const time = new SimulatedTime("2026-11-24T12:00:00Z");
  const first = await Instance.open({ url }, time, false);
  await first.planner.start();
  await first.planner.automations.save(draft, { origin: { kind: "person" } });
  const second = await Instance.open({ url }, time, false);
  await second.planner.start();
  const settled = async () => {
    await Promise.all([first.planner.settled(), second.planner.settled()]);
  };
  await time.advanceTo("2026-11-24T13:00:00Z", settled);
  const runs = await first.store.runs.list({ of: "every-minute", limit: 500 });
  expect(runs.map(({ status }) => status)).toEqual(Array(60).fill("done"));
  expect(new Set(runs.map(({ cause }) => cause.dueAt)).size).toBe(60);
  expect(first.sent() + second.sent()).toBe(60);
  await Promise.all([first.close(), second.close()]);
});

it("with a lease one instance runs and the other stands by, and takes everything over when the first is gone", async () => {
  const url = await postgres.database();
  const time = new SimulatedTime("2026-11-24T12:00:00Z");
  const first = await Instance.open({ url }, time, true);
  await first.planner.start();
  await first.planner.automations.save(draft, { origin: { kind: "person" } });
  const second = await Instance.open({ url }, time, true);
  await second.planner.start();
  expect([first.planner.standsBy, second.planner.standsBy]).toEqual([false, true]);
  await expect(
    second.planner.automations.save({ ...draft, name: "other" }, { origin: { kind: "person" } }),
  ).rejects.toMatchObject({
    code: "stands-by",
  });
  await time.advanceTo("2026-11-24T12:10:30Z", () => first.planner.settled());
  expect([first.sent(), second.sent()]).toEqual([10, 0]);
  await first.close();
  const third = await Instance.open({ url }, time, true);
  await third.planner.start();
  expect(third.planner.standsBy).toBe(false);
  await time.advanceTo("2026-11-24T12:20:30Z", () => third.planner.settled());
  expect(third.sent()).toBe(10);
  expect(await third.store.runs.list({ of: "every-minute", limit: 100 })).toHaveLength(20);
  await Promise.all([second.close(), third.close()]);
});
