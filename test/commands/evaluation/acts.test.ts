import { describe, expect, it } from "vitest";
import { acts, judged } from "../../support/judged.ts";

const titled = acts.cases.map((entry) => ({ ...entry, title: [entry.say].flat().join(" / ") }));
/** What is taken back leaves nothing of itself: there, that the plan is gone is what must not be. */
const takenBack = titled.filter(({ category }) => category.endsWith("-deleted"));
const done = titled.filter(({ category }) => !category.endsWith("-deleted"));

describe("every way to act", () => {
  it("is tried with 40 sentences, and taking back with 4, in both languages", () => {
    expect([done.length, takenBack.length]).toEqual([40, 4]);
    expect(new Set(done.map(({ language }) => language))).toEqual(new Set(["en", "zh"]));
  });

  it.each(titled)("is right where it is expected: $title", async ({ say, expect: expected }) => {
    expect(await judged(say, expected)).toMatchObject({ outcome: "right", missing: [], wrong: [] });
  });

  it.each(done)("is wrong where nothing is expected: $title", async ({ say }) => {
    expect(await judged(say, { changes: {} })).toMatchObject({ outcome: "wrong", succeeded: false });
  });

  it.each(takenBack)("is wrong where the plan should have stayed: $title", async ({ say, category }) => {
    const kind = category === "timer-deleted" ? "timer" : category === "scene-deleted" ? "scene" : "automation";
    const verdict = await judged(say, { changes: {}, plans: [{ kind, change: "made" }] });
    expect(verdict).toMatchObject({ outcome: "wrong", succeeded: false });
    expect(verdict.wrong.join()).toContain('"change":"deleted"');
  });

  it.each(done)("is wrong also where something else was expected as well: $title", async ({ say }) => {
    const verdict = await judged(say, { changes: { heater: { "heater.child-lock": true } } });
    expect(verdict).toMatchObject({ outcome: "wrong", succeeded: false });
  });
});
