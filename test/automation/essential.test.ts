import { afterEach, expect, it } from "vitest";
import type { AutomationDraft, Target } from "../../src/automation/index.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
let bench: PlannerBench;
afterEach(() => bench.close());

async function start(): Promise<void> {
  const on = { "light.on": true };
  bench = new PlannerBench([described("lamp"), described("tank", { name: "Aquarium" })], "2026-11-24T12:00:00Z");
  await bench.start({}, { lamp: on, tank: on });
}

const value = (id: string) => bench.home.device(`test:${id}`)?.state.get("light.on")?.value;

it("a scene that switches off all devices of a kind leaves essential ones on", async () => {
  await start();
  await bench.planner.scenes.save(
    { name: "dark", steps: [{ target: { kind: "light" }, set: { "light.on": false } }] },
    { origin },
  );
  await bench.planner.scenes.activate("dark", { origin });
  expect([value("lamp"), value("tank")]).toEqual([false, true]);
});

it.each(["off", 0, "false", "关"])("the same where off is written as %j", async (off) => {
  await start();
  const steps = [{ target: { kind: "light" }, set: { "light.on": off } }];
  await bench.planner.scenes.save({ name: "dark", steps }, { origin });
  await bench.planner.scenes.activate("dark", { origin });
  expect([value("lamp"), value("tank")]).toEqual([false, true]);
});

it("an automation that toggles all devices of a kind skips an essential one, unless it names it", async () => {
  await start();
  const toggled = async (target: Target) => {
    bench.transport.sent.length = 0;
    const actions: AutomationDraft["actions"] = [{ type: "invoke", target, action: "light.toggle" }];
    const { definition } = await bench.planner.automations.save(
      { name: JSON.stringify(target), triggers: [{ type: "startup" }], actions },
      { origin },
    );
    await bench.planner.automations.run(definition.id, { origin });
    await bench.settled();
    return bench.transport.sent.map(({ device }) => device);
  };
  expect(await toggled({ kind: "light" })).toEqual(["test:lamp"]);
  expect(await toggled("test:tank")).toEqual(["test:tank"]);
});

it("a scene that names an essential device switches it off", async () => {
  await start();
  const target = { devices: ["test:lamp", "test:tank"] };
  await bench.planner.scenes.save({ name: "dark", steps: [{ target, set: { "light.on": false } }] }, { origin });
  await bench.planner.scenes.activate("dark", { origin });
  expect([value("lamp"), value("tank")]).toEqual([false, false]);
});
