import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import { houseBench } from "../support/house.ts";
import type { PlannerBench } from "../support/planner-bench.ts";

const FOLDER = "examples";
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
const text = (file: string) => readFileSync(`${FOLDER}/${file}`, "utf8");
const origin = { kind: "person" } as const;
const house = readHomeFile("devices/homes/house.json", new SpecLibrary("devices"));

let bench: PlannerBench;

beforeAll(async () => {
  bench = await houseBench(house, "2026-06-01T12:00:00Z");
});
afterAll(() => bench.close());

it("examples/ has ten files", () => {
  expect(files).toHaveLength(10);
  for (const file of files) expect(readFileSync(`${FOLDER}/README.md`, "utf8")).toContain(`\`${file}\``);
});

describe.each(files)("%s", (file) => {
  it("is free of problems, loads, and comes back from an export as it was", async () => {
    const changes = await bench.planner.files.import(text(file), file, { origin, approved: true });
    expect(changes.filter(({ change }) => change === "add").length).toBeGreaterThan(0);
    expect((await bench.planner.files.diff(text(file), file)).filter(({ change }) => change === "change")).toEqual([]);
    const exported = await bench.planner.files.export("yaml");
    expect((await bench.planner.files.diff(exported, "export")).every(({ change }) => change === "same")).toBe(true);
  });

  it("reads well in both languages, and every automation dry-runs", async () => {
    for (const { definition } of bench.planner.automations.list()) {
      const [en, zh] = [
        bench.planner.automations.describe(definition, "en"),
        bench.planner.automations.describe(definition, "zh"),
      ];
      expect(en).not.toMatch(/undefined|\[object|\p{Script=Han}/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(["done", "skipped"]).toContain((await bench.planner.automations.dryRun(definition)).status);
    }
  });
});

it("describes an example automation in words", () => {
  const described = (id: string, language: "en" | "zh") => {
    const saved = bench.planner.automations.get(id);
    return saved ? bench.planner.automations.describe(saved.definition, language) : "";
  };
  expect(described("weekday-morning", "en")).toBe(
    'On weekdays at 07:00: activate the scene "Morning", then turn on the kitchen counter lights. Next: tomorrow 07:00.',
  );
  expect(described("garden-off", "zh")).toBe("每天晚上11点：关掉花园所有的灯。下次运行：今天 23:00。");
  expect(described("leak", "en")).toContain("close the utility room main water valve");
});
