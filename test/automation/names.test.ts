import { afterEach, describe, expect, it } from "vitest";
import { errorText } from "../../src/language/index.ts";
import { planningApi } from "../support/api.ts";
import { draft, person, turnOn } from "../support/drafts.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";
import { planningInFlat } from "../support/speak.ts";

const scene = (name: string, over: object = {}) => ({
  name,
  steps: [{ target: "test:lamp", set: { "light.on": true } }],
  ...over,
});

/** The same name as people write it. */
const SPELLINGS = ["Movie night", "movie night", "MovieNight", "  Movie  Night ", "Ｍｏｖｉｅ Night", "movie-night!"];

describe("a name that is in use", () => {
  let bench: PlannerBench;
  afterEach(async () => {
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it.each(SPELLINGS)("cannot be taken by a second scene or automation: %s", async (name) => {
    bench = await new PlannerBench([described("lamp"), described("hall")], "2026-11-24T12:00:00Z").start({}, {});
    const { scenes, automations } = bench.planner;
    await scenes.save(scene("Movie night"), person);
    await automations.save(draft({ name: "Movie night" }), person);
    await expect(scenes.save(scene(name), person)).rejects.toMatchObject({ code: "conflict" });
    await expect(scenes.save(scene("Other", { aliases: [name] }), person)).rejects.toMatchObject({ code: "conflict" });
    await expect(automations.save(draft({ name }), person)).rejects.toMatchObject({ code: "conflict" });
    expect(scenes.check(scene(name)).problems).toMatchObject([{ field: "name" }]);
    expect(automations.check(draft({ name })).problems).toMatchObject([{ field: "name" }]);
    expect([scenes.list().length, automations.list().length]).toEqual([1, 1]);
  });

  it("is kept when its definition is saved again", async () => {
    bench = await new PlannerBench([described("lamp"), described("hall")], "2026-11-24T12:00:00Z").start({}, {});
    const { scenes } = bench.planner;
    const { definition } = await scenes.save(scene("Movie night", { aliases: ["cinema"] }), person);
    await scenes.save(scene("movie NIGHT", { id: definition.id, aliases: ["cinema"] }), { ...person, replace: true });
    await scenes.save(scene("Dinner"), person);
    const renamed = scene("Cinema", { id: "dinner" });
    await expect(scenes.save(renamed, { ...person, replace: true })).rejects.toMatchObject({ code: "conflict" });
    expect(scenes.list().map((saved) => saved.definition.name)).toEqual(["movie NIGHT", "Dinner"]);
  });

  it("is refused in both languages, with the definition that has it", async () => {
    bench = await new PlannerBench([described("lamp"), described("hall")], "2026-11-24T12:00:00Z").start({}, {});
    await bench.planner.scenes.save(scene("Movie night"), person);
    const error = await bench.planner.scenes.save(scene("movie night"), person).catch((thrown: unknown) => thrown);
    const told = (language: string) => errorText(error as Parameters<typeof errorText>[0], language);
    expect(told("en")).toBe(
      'A scene called "movie night" already exists (movie-night). Choose another name, or change that scene.',
    );
    expect(told("zh")).toContain("已有名为“movie night”的场景");
  });

  it("is refused in a file, within it and beside other definitions, but names may be swapped", async () => {
    bench = await new PlannerBench([described("lamp"), described("hall")], "2026-11-24T12:00:00Z").start({}, {});
    const { scenes, files } = bench.planner;
    await scenes.save(scene("Movie night"), person);
    await scenes.save(scene("Dinner"), person);
    const file = (...list: object[]) => JSON.stringify({ scenes: list });
    const imported = (text: string, prune = false) => files.import(text, "home.json", { ...person, prune });
    const twice = file(scene("Party", { id: "a" }), scene("party", { id: "b" }));
    await expect(imported(twice)).rejects.toMatchObject({ code: "invalid-definition" });
    const beside = file(scene("movie night", { id: "film" }));
    await expect(imported(beside)).rejects.toMatchObject({ code: "invalid-definition" });
    await imported(file(scene("Dinner", { id: "movie-night" }), scene("Movie night", { id: "dinner" })));
    expect(Object.fromEntries(scenes.list().map(({ definition: { id, name } }) => [id, name]))).toEqual({
      "movie-night": "Dinner",
      dinner: "Movie night",
    });
    await imported(file(scene("movie night", { id: "film" })), true);
    expect(scenes.list().map(({ definition }) => definition.id)).toEqual(["film"]);
  });
});

it("a name that is in use is refused over the API, for scenes, automations and timers", async () => {
  const { app, bench } = await planningApi();
  const post = async (url: string, payload: object) => (await app.inject({ method: "POST", url, payload })).statusCode;
  const automation = { ...draft({ actions: [turnOn("hall")] }), name: "Evening" };
  for (const [url, body, again] of [
    ["/api/scenes", scene("Movie night"), scene("movie  night")],
    ["/api/automations", automation, { ...automation, name: "EVENING" }],
    ["/api/timers", { name: "Pasta", seconds: 60 }, { name: "pasta ", seconds: 90 }],
  ] as const) {
    expect(await post(url, body)).toBe(201);
    expect(await post(url, again)).toBe(409);
  }
  expect(await post("/api/timers", { seconds: 60 })).toBe(201);
  expect(await post("/api/timers", { seconds: 60 })).toBe(201);
  await app.close();
  await bench.close();
});

describe("names of plans in sentences", () => {
  it("a rule that is said twice gets a number in its name", async () => {
    const talk = await planningInFlat();
    for (const _ of [1, 2, 3]) await talk.say("turn on the ceiling light every day at 7 am");
    const names = talk.planner.automations.list().map(({ definition }) => definition.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("a scene with the name in another spelling is replaced only after a question", async () => {
    const talk = await planningInFlat();
    await talk.say("save this as Movie night");
    expect(await talk.reply("save this as movienight")).toMatch(/\?$/);
    expect(talk.planner.scenes.list()).toHaveLength(1);
  });

  it("which of two scenes with the same name is deleted is asked", async () => {
    const talk = await planningInFlat();
    await talk.say("save this as Movie night");
    const [first] = talk.planner.scenes.list();
    if (!first) return expect.fail("no scene");
    // As earlier versions allowed: names of stored definitions are not checked when they are loaded.
    const second = { ...first, definition: { ...first.definition, id: "movie-night-2" } };
    talk.planner.scenes.adopt(second);
    expect(await talk.reply("delete the scene movie night")).toMatch(/movie-night\).*movie-night-2\).*\?$/);
    expect(talk.planner.scenes.list()).toHaveLength(2);
    await talk.say("the second one");
    expect(talk.planner.scenes.list().map(({ definition }) => definition.id)).toEqual([first.definition.id]);
  });

  it.each([
    ["movie night", "the second one", /^Which one: .*movie-night\).*movie-night-2\)\?$/],
    ["观影之夜", "第二个", /movie-night\).*movie-night-2\)/],
  ])(
    "asks which of two scenes is activated, and put back, that have one name from before: %s",
    async (name, pick, asked) => {
      const talk = await planningInFlat();
      const scene = (id: string, on: boolean) => ({
        definition: {
          id,
          name: "Movie night",
          aliases: ["观影之夜"],
          steps: [{ target: "miot:living-floor-lamp", set: { "light.on": on } }],
        },
        approved: false,
        createdAt: 1,
        updatedAt: 1,
      });
      talk.planner.scenes.adopt(scene("movie-night", false));
      talk.planner.scenes.adopt(scene("movie-night-2", true));
      expect(await talk.reply("what scenes are there?")).toMatch(/movie-night\).*movie-night-2\)/);
      expect(await talk.reply("save this as Movie night")).toMatch(/Two scenes have that name/);
      expect(talk.planner.scenes.list().map(({ definition }) => definition.id)).toEqual([
        "movie-night",
        "movie-night-2",
      ]);
      const isOn = () => talk.home.device("miot:living-floor-lamp")?.state.get("light.on")?.value;
      const before = isOn();
      expect(await talk.reply(name)).toMatch(asked);
      expect(isOn()).toBe(before);
      await talk.say(pick);
      expect(isOn()).toBe(true);
      expect((await talk.planner.runs.list()).map(({ of }) => of)).toEqual(["movie-night-2"]);
      if (name === "movie night") {
        expect(await talk.reply("turn off movie night")).toMatch(asked);
        await talk.say("the second one");
        expect(isOn()).toBe(before);
        expect(await talk.reply("activate movie night every day at 7 am")).toMatch(/Two scenes have that name/);
        expect(talk.planner.automations.list()).toEqual([]);
      }
    },
  );

  it("which of two alarms is meant is asked by their times", async () => {
    const talk = await planningInFlat();
    await talk.say("set an alarm for 9:30 pm");
    await talk.say("set an alarm for 10 pm");
    expect(await talk.reply("cancel the alarm")).toMatch(/21:30.*22:00.*\?$/);
    await talk.say("the first one");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});
