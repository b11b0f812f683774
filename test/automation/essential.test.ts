import { afterEach, expect, it } from "vitest";
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

it("a scene that switches off all of a kind leaves on what must keep running", async () => {
  await start();
  await bench.planner.scenes.save(
    { name: "dark", steps: [{ target: { kind: "light" }, set: { "light.on": false } }] },
    { origin },
  );
  await bench.planner.scenes.activate("dark", { origin });
  expect([value("lamp"), value("tank")]).toEqual([false, true]);
});

it("a scene that names it switches it off", async () => {
  await start();
  const target = { devices: ["test:lamp", "test:tank"] };
  await bench.planner.scenes.save({ name: "dark", steps: [{ target, set: { "light.on": false } }] }, { origin });
  await bench.planner.scenes.activate("dark", { origin });
  expect([value("lamp"), value("tank")]).toEqual([false, false]);
});
