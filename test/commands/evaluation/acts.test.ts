import { describe, expect, it } from "vitest";
import { acts, judgeCase } from "../../support/judged-cases.ts";

const titled = acts.cases.map((entry) => ({ ...entry, title: [entry.say].flat().join(" / ") }));
/** An undone plan leaves nothing; in these cases its absence is the unexpected result. */
const takenBack = titled.filter(({ category }) => category.endsWith("-deleted"));
const done = titled.filter(({ category }) => !category.endsWith("-deleted"));

describe("the sentences for every act", () => {
  it("are 40, and 4 that undo, in both languages", () => {
    expect([done.length, takenBack.length]).toEqual([40, 4]);
    expect(new Set(done.map(({ language }) => language))).toEqual(new Set(["en", "zh"]));
  });

  it.each(titled)("are right when the act is expected: $title", async ({ say, expect: expected }) => {
    expect(await judgeCase(say, expected)).toMatchObject({ outcome: "right", missing: [], wrong: [] });
  });

  it.each(done)("are wrong when nothing is expected: $title", async ({ say }) => {
    expect(await judgeCase(say, { changes: {} })).toMatchObject({ outcome: "wrong", succeeded: false });
  });

  it.each(takenBack)("are wrong when the plan should have stayed: $title", async ({ say, category }) => {
    const kind = category === "timer-deleted" ? "timer" : category === "scene-deleted" ? "scene" : "automation";
    const verdict = await judgeCase(say, { changes: {}, plans: [{ kind, change: "made" }] });
    expect(verdict).toMatchObject({ outcome: "wrong", succeeded: false });
    expect(verdict.wrong.join()).toContain('"change":"deleted"');
  });

  it.each(done)("are wrong also when something else was expected too: $title", async ({ say }) => {
    const verdict = await judgeCase(say, { changes: { heater: { "heater.child-lock": true } } });
    expect(verdict).toMatchObject({ outcome: "wrong", succeeded: false });
  });
});
