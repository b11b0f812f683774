import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { residentsOf } from "../../src/app/people.ts";
import type { AutomationDraft, Condition, Trigger } from "../../src/automation/index.ts";
import type { HomePeople } from "../../src/people/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { described } from "../support/home.ts";
import { testPeople } from "../support/people.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
const lampOn = { type: "set", target: "lamp", set: { "light.on": true } } as const;
let bench: PlannerBench;
let people: HomePeople;
let store: Store;

beforeEach(async () => {
  bench = new PlannerBench([described("lamp")], "2026-11-24T18:00:00Z", {
    people: { standing: (person) => people.standing(person), nameOf: (person) => people.nameOf(person) },
  });
  store = await openStore({ path: ":memory:" });
  ({ people } = await testPeople(store, bench.time));
  await people.registry.add({ name: "Emma", aliases: ["Mum"] });
  await people.registry.add({ name: "Leo" });
  await bench.start({ residents: residentsOf(people) }, { lamp: { "light.on": false } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
  await store.close();
});

const draft = (trigger: Trigger, conditions: Condition[] = []): AutomationDraft => ({
  id: "test",
  name: "Test",
  mode: "parallel",
  triggers: [trigger],
  ...(conditions.length > 0 && { conditions }),
  actions: [lampOn],
});
const save = (trigger: Trigger, conditions: Condition[] = []) =>
  bench.planner.automations.save(draft(trigger, conditions), { origin });

/** Emma and Leo come (+) and go (-), a minute after each other. */
async function play(...moves: readonly string[]): Promise<void> {
  for (const move of moves) {
    people.presences.say(move.slice(1), move.startsWith("+"));
    await bench.settled();
    await bench.advance("1m");
  }
}

describe("somebody who comes or goes starts the automations that wait for it", () => {
  it.each<[Omit<Extract<Trigger, { type: "presence" }>, "type">, number]>([
    [{ person: "emma", to: "home" }, 2],
    [{ person: "Mum", to: "away" }, 2],
    [{ person: "leo", to: "home" }, 1],
    [{ person: "anyone", to: "home" }, 3],
    [{ person: "anyone", to: "away" }, 3],
    [{ person: "anyone", to: "home", only: "first" }, 2],
    [{ person: "anyone", to: "away", only: "last" }, 2],
    [{ person: "everyone", to: "home" }, 2],
    [{ person: "everyone", to: "away" }, 2],
    [{ person: "nobody", to: "home" }, 2],
    [{ person: "nobody", to: "away" }, 2],
    [{ person: "emma", to: "away", for: "90s" }, 2],
    [{ person: "emma", to: "away", for: "3m" }, 1],
    [{ person: "anyone", to: "home", for: "150s" }, 1],
    [{ person: "nobody", to: "home", for: "30s" }, 2],
    [{ person: "nobody", to: "home", for: "2h" }, 0],
    [{ person: "everyone", to: "home", for: "45s" }, 2],
  ])("%j: %i times", async (trigger, times) => {
    await save({ type: "presence", ...trigger });
    await play("+emma", "+leo", "-emma", "-leo", "+emma");
    await bench.advance("5m");
    await play("-emma");
    await bench.advance("5m");
    expect(await bench.statuses()).toEqual(Array(times).fill("done"));
  });

  it("a `for` continues over a restart, and ends when the person comes back", async () => {
    await play("+emma", "-emma");
    await save({ type: "presence", person: "emma", to: "away", for: "10m" });
    await play("+emma", "-emma");
    await bench.restart("2m", { residents: residentsOf(people) });
    await bench.advance("4m");
    expect(await bench.statuses()).toEqual([]);
    await bench.advance("4m");
    expect(await bench.statuses()).toEqual(["done"]);
    await play("+emma", "-emma", "+emma");
    await bench.advance("20m");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("the trace tells who came or went, in both languages", async () => {
    await save({ type: "presence", person: "anyone", to: "home" });
    await play("+emma");
    const [run] = await bench.store.runs.list({ of: "test" });
    const told = (language: string) => (run ? bench.planner.runs.describe(run, language).cause : "");
    expect([told("en"), told("zh")]).toEqual(["Emma is at home", "Emma在家"]);
  });
});

describe("a condition on who is at home", () => {
  const holds = async (condition: Omit<Extract<Condition, { type: "presence" }>, "type">): Promise<string> => {
    await bench.planner.automations.save(
      draft({ type: "webhook", key: "0123456789" }, [{ type: "presence", ...condition }]),
      {
        origin,
        replace: true,
      },
    );
    bench.planner.webhook("0123456789");
    await bench.settled();
    return (await bench.statuses()).at(-1) ?? "";
  };

  it.each<[readonly string[], Parameters<typeof holds>[0], string]>([
    [[], { person: "anyone", is: "home" }, "skipped"],
    [[], { person: "nobody", is: "home" }, "skipped"],
    [["+emma"], { person: "emma", is: "home" }, "done"],
    [["+emma"], { person: "leo", is: "away" }, "skipped"],
    [["+emma", "-leo"], { person: "leo", is: "away" }, "done"],
    [["+emma", "-leo"], { person: "anyone", is: "home" }, "done"],
    [["+emma", "-leo"], { person: "everyone", is: "home" }, "skipped"],
    [["+emma"], { person: "everyone", is: "home" }, "done"],
    [["-emma", "-leo"], { person: "nobody", is: "home" }, "done"],
    [["+emma"], { person: "emma", is: "home", for: "30s" }, "done"],
    [["+emma"], { person: "emma", is: "home", for: "10m" }, "skipped"],
  ])("after %j, %j: the run is %s", async (moves, condition, status) => {
    await play(...moves);
    expect(await holds(condition)).toBe(status);
  });

  it("can be waited for by a step", async () => {
    await play("-emma");
    await bench.planner.automations.save(
      {
        ...draft({ type: "webhook", key: "0123456789" }),
        actions: [
          { type: "wait-until", condition: { type: "presence", person: "emma", is: "home" }, timeout: "1h" },
          lampOn,
        ],
      },
      { origin },
    );
    bench.planner.webhook("0123456789");
    await bench.settled();
    expect(bench.isOn("lamp")).toBe(false);
    await play("+emma");
    expect(bench.isOn("lamp")).toBe(true);
  });
});

describe("a draft with people", () => {
  it("is stored with their ids, and described with their names", async () => {
    const { definition } = await save({ type: "presence", person: "Mum", to: "home" }, [
      { type: "not", of: { type: "presence", person: "Leo", is: "home" } },
    ]);
    expect(definition.triggers).toEqual([{ type: "presence", person: "emma", to: "home" }]);
    expect(bench.planner.automations.describe(definition, "en")).toMatch(
      /^When Emma comes home, if Leo is away: turn on the lamp/,
    );
    expect(bench.planner.automations.describe(definition, "zh")).toMatch(/^当Emma到家时，如果Leo不在家/);
  });

  it.each<[Omit<Extract<Trigger, { type: "presence" }>, "type">, string, string]>([
    [{ person: "anyone", to: "home", only: "first" }, "When the first person comes home", "当第一个人到家时"],
    [{ person: "anyone", to: "away", only: "last" }, "When the last person leaves", "当最后一个人出门时"],
    [{ person: "nobody", to: "home", for: "10m" }, "When everyone has left for 10 minutes", "当所有人都出门"],
    [{ person: "everyone", to: "home" }, "When everyone is at home", "当所有人都到家时"],
    [{ person: "leo", to: "away" }, "When Leo leaves", "当Leo出门时"],
  ])("%j is described in both languages", (trigger, en, zh) => {
    const told = (language: string) =>
      bench.planner.automations.describe(draft({ type: "presence", ...trigger }), language);
    expect(told("en").slice(0, en.length)).toBe(en);
    expect(told("zh").slice(0, zh.length)).toBe(zh);
  });

  it("is refused for an unknown person, and for a first person who leaves", () => {
    const wrong = (trigger: Trigger) =>
      bench.planner.automations.check(draft(trigger)).problems.map(({ field }) => field);
    expect(wrong({ type: "presence", person: "Emmma", to: "home" })).toEqual(["triggers[0].person"]);
    expect(wrong({ type: "presence", person: "anyone", to: "away", only: "first" })).toEqual(["triggers[0].only"]);
    expect(wrong({ type: "presence", person: "emma", to: "home", only: "first" })).toEqual(["triggers[0].only"]);
    const condition = draft({ type: "startup" }, [{ type: "presence", person: "Zoe", is: "home" }]);
    expect(bench.planner.automations.check(condition).problems.map(({ field }) => field)).toEqual([
      "conditions[0].person",
    ]);
  });
});

describe("a step that tells some of the people", () => {
  const telling = (to: string[]): AutomationDraft => ({
    ...draft({ type: "presence", person: "Leo", to: "home" }),
    actions: [
      {
        type: "if",
        condition: { type: "presence", person: "Mum", is: "home" },
        do: [{ type: "notify", message: "Leo is back", to }],
      },
    ],
  });

  it("names them by name or alias, and keeps their ids", async () => {
    await bench.planner.automations.save(telling(["Mum", "emma", "Leo"]), { origin });
    expect(bench.planner.automations.get("test")?.definition.actions).toEqual([
      {
        type: "if",
        condition: { type: "presence", person: "emma", is: "home" },
        do: [{ type: "notify", message: "Leo is back", to: ["emma", "leo"] }],
      },
    ]);
  });

  it.each(["Grandpa", "everyone"])("is refused for %s, who is no person", (name) => {
    expect(bench.planner.automations.check(telling([name])).problems).toMatchObject([
      { field: "actions[0].do[0].to[0]" },
    ]);
  });

  it.each([
    ["en", 'send Emma and Leo the notice "Leo is back"'],
    ["zh", "给Emma和Leo发送通知“Leo is back”"],
  ])("is described in words: %s", (language, words) => {
    expect(bench.planner.automations.describe(telling(["emma", "leo"]), language)).toContain(words);
  });
});
