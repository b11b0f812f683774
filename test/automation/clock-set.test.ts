import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunStatus } from "../../src/automation/index.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";
import { SettableTime } from "../support/settable-time.ts";

const MINUTE = 60_000;
const origin = { kind: "person" } as const;
const on = { type: "set", target: "lamp", set: { "light.on": true } } as const;

let bench: PlannerBench;
let clock: SettableTime;
const jumps: number[] = [];
beforeEach(async () => {
  bench = new PlannerBench([described("lamp"), described("door")], "2026-11-24T22:30:00Z", { timezone: "UTC" });
  clock = new SettableTime(bench.time);
  jumps.length = 0;
  await bench.start({ clock, scheduler: clock, clockSet: (jump) => jumps.push(jump) });
  bench.report("lamp", { "light.on": false });
});
afterEach(() => bench.close());

/** Sets the clock wrong by 90 minutes for five seconds; half a minute later Jia has seen that it is right again. */
async function wrongForFiveSeconds(jump = 90 * MINUTE): Promise<void> {
  clock.set(jump);
  await bench.advance("5s");
  // The planner wakes within that time, because something is due every second.
  clock.set(-jump);
  await bench.advance("30s");
  await quiet();
}

async function runsOf(id: string): Promise<[dueAt: string, status: RunStatus][]> {
  const runs = await bench.planner.runs.list({ of: id, limit: 500 });
  return runs
    .map(({ cause, status }): [string, RunStatus] => [new Date(cause.dueAt ?? 0).toISOString().slice(11, 19), status])
    .toReversed();
}

/** Saves an automation that switches the lamp on every day at a time. */
async function saveDaily(id: string, at: string): Promise<void> {
  await bench.planner.automations.save({ id, name: id, triggers: [{ type: "time", at }], actions: [on] }, { origin });
}

/** Wakes the planner often, as a busy home does. */
async function busy(): Promise<void> {
  await bench.planner.automations.save(
    { id: "beat", name: "beat", triggers: [{ type: "interval", every: "2s" }], actions: [on] },
    { origin },
  );
}

/** Ends the frequent wake-ups. */
async function quiet(): Promise<void> {
  await bench.planner.automations.remove("beat", origin);
}

describe("a clock that is set forward, and then back,", () => {
  it("does not lose the run of 23:45, which was passed meanwhile", async () => {
    await busy();
    await saveDaily("night", "23:45");
    await wrongForFiveSeconds();
    expect(jumps).toEqual([90 * MINUTE, -90 * MINUTE]);
    await bench.advance("2h");
    expect(await runsOf("night")).toEqual([["23:45:00", "done"]]);
  });

  it("runs a due time within the jump once, not twice", async () => {
    await busy();
    await saveDaily("soon", "23:55");
    // 00:00:00: five minutes late is within the time for missed runs.
    await wrongForFiveSeconds();
    expect(await runsOf("soon")).toEqual([["23:55:00", "done"]]);
    await bench.advance("2h");
    expect(await runsOf("soon")).toEqual([["23:55:00", "done"]]);
  });

  it("does not stop an interval trigger", async () => {
    await bench.planner.automations.save(
      { id: "minute", name: "minute", triggers: [{ type: "interval", every: "1m" }], actions: [on] },
      { origin },
    );
    await busy();
    await wrongForFiveSeconds();
    await bench.advance("10m");
    const due = (await runsOf("minute"))
      .filter(([at, status]) => status === "done" && at.startsWith("22:"))
      .map(([at]) => at);
    expect(due).toEqual(Array.from({ length: 10 }, (_, index) => `22:${31 + index}:00`));
    expect(
      (await bench.planner.planned(clock.now(), clock.now() + 2 * MINUTE)).map(({ at }) => at - clock.now()),
    ).toContain(25_000);
  });

  it("does not change how long timers, waits and transitions take", async () => {
    await busy();
    const off = { kind: "set", device: "test:door", properties: [{ address: "light.on", value: true }] } as const;
    await bench.planner.timers.start({ durationMs: 8 * MINUTE, commands: [off], origin });
    await bench.planner.automations.save(
      {
        id: "waits",
        name: "waits",
        triggers: [{ type: "time", at: "22:30:10" }],
        actions: [{ type: "wait", for: "5m" }, on],
      },
      { origin },
    );
    await bench.advance("20s");
    await wrongForFiveSeconds();
    expect(bench.isOn("door")).not.toBe(true);
    expect(await runsOf("waits")).toEqual([["22:30:10", "waiting"]]);
    await bench.advance("5m");
    expect(await runsOf("waits")).toEqual([["22:30:10", "done"]]);
    expect(bench.isOn("door")).not.toBe(true);
    await bench.advance("2m");
    expect(bench.isOn("door")).not.toBe(true);
    await bench.advance("10s");
    expect(bench.isOn("door")).toBe(true);
    expect(bench.planner.timers.list()).toEqual([]);
  });

  it("and stays forward: due times that were passed over count as missed", async () => {
    await busy();
    await saveDaily("night", "23:45");
    clock.set(90 * MINUTE);
    await bench.advance("5s");
    await quiet();
    await bench.advance("1h");
    expect(await runsOf("night")).toEqual([["23:45:00", "missed"]]);
  });

  it("while Jia does not run: a run that was noted as missed runs when its time comes again", async () => {
    await busy();
    await saveDaily("night", "23:45");
    clock.set(90 * MINUTE);
    await bench.advance("5s");
    expect(await runsOf("night")).toEqual([["23:45:00", "missed"]]);
    await bench.planner.stop();
    await bench.store.close();
    clock.set(-90 * MINUTE);
    await bench.start({ clock, scheduler: clock });
    await quiet();
    await bench.advance("2h");
    expect(await runsOf("night")).toEqual([["23:45:00", "done"]]);
  });
});
