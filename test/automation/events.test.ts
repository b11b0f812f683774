import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problemLines } from "../../src/automation/check/problems.ts";
import { parseSpec } from "../../src/home/index.ts";
import { textOf } from "../../src/language/index.ts";
import { draft, person } from "../support/drafts.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const urn = (kind: string, name: string) => `urn:miot-spec-v2:${kind}:${name}:00000001:jia-test:1`;

/** A key: a click with which button it was and how hard, and a long press. */
const key = (iid: number, description: string) => ({
  iid,
  type: urn("service", "switch-sensor"),
  description,
  properties: [
    {
      iid: 1,
      type: urn("property", "button-type"),
      description: "Button Type",
      format: "uint8",
      access: [],
      "value-list": [
        { value: 1, description: "Upper" },
        { value: 2, description: "Lower" },
      ],
    },
    {
      iid: 2,
      type: urn("property", "force"),
      description: "Force",
      format: "uint8",
      access: [],
      "value-range": [0, 10, 1],
    },
  ],
  events: [
    { iid: 1, type: urn("event", "click"), description: "Click", arguments: [1, 2] },
    { iid: 2, type: urn("event", "long-press"), description: "Long press", arguments: [] },
  ],
});
const remote = (...keys: string[]) =>
  parseSpec({
    type: urn("device", "remote-control"),
    description: "remote",
    services: keys.map((description, index) => key(index + 2, description)),
  });
const DIMMER = testSpec("sensor", "meter", [
  ["level", { range: [0, 100, 1] }],
  [
    "speed",
    {
      list: [
        [0, "Slow"],
        [2, "Fast"],
      ],
    },
  ],
  ["mute", { format: "bool", access: ["read"] }],
  ["draw", { format: "float", access: ["read", "notify"] }],
]);

let bench: PlannerBench;
beforeEach(async () => {
  bench = new PlannerBench(
    [
      described("lamp"),
      described("remote", { spec: remote("Left", "Right") }),
      described("same", { spec: remote("Button", "Button") }),
      described("digits", { spec: remote("1", "2") }),
      described("one", { spec: remote("Button") }),
      described("meter", { spec: DIMMER }),
    ],
    "2026-11-24T12:00:00Z",
  );
  await bench.start({}, { lamp: { "light.on": false }, meter: { "meter.level": 50 } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const event = (given: Readonly<Record<string, string | number>>, target = "remote") => ({
  type: "event" as const,
  target,
  event: "switch-sensor.click",
  arguments: given,
});
const problemsOf = (over: object) => bench.planner.automations.check({ ...draft({}), ...over }).problems;
const told = (over: object, language = "en") => textOf(problemLines(problemsOf(over), "automation"), language);

describe("arguments of an event trigger", () => {
  it.each<[string, Readonly<Record<string, string | number>>, string, RegExp]>([
    ["by the last part of its address", { "button-type": 1 }, "button-type", /"switch-sensor.button-type"/],
    ["misspelt", { "switch-sensor.buton-type": 1 }, "switch-sensor.buton-type", /"switch-sensor.button-type"/],
    ["misspelt, by its last part", { buttontype: 1 }, "buttontype", /"switch-sensor.button-type"/],
    ["of another key", { "switch-sensor-2.button-type": 1 }, "switch-sensor-2.button-type", /"switch-sensor.button/],
    ["that it has not", { when: 1 }, "when", /Available: switch-sensor.button-type, switch-sensor.force/],
    ["not of the list", { "switch-sensor.button-type": 3 }, "switch-sensor.button-type", /Upper.*Lower/],
    ["not of the list by name", { "switch-sensor.button-type": "Midle" }, "switch-sensor.button-type", /Upper/],
    ["outside of its range", { "switch-sensor.force": 11 }, "switch-sensor.force", /from 0 to 10/],
  ])("are refused with what is right: %s", async (_name, given, name, hint) => {
    expect(problemsOf({ triggers: [event(given)] })).toMatchObject([{ field: `triggers[0].arguments["${name}"]` }]);
    expect(told({ triggers: [event(given)] })).toMatch(hint);
    expect(told({ triggers: [event(given)] }, "zh")).toMatch(/[一-龥]/);
    await expect(bench.planner.automations.save(draft({ triggers: [event(given)] }), person)).rejects.toMatchObject({
      code: "invalid-definition",
    });
    const file = JSON.stringify({ automations: [{ ...draft({}), triggers: [event(given)] }] });
    await expect(bench.planner.files.import(file, "home.json", person)).rejects.toMatchObject({
      code: "invalid-definition",
    });
    expect(bench.planner.automations.list()).toEqual([]);
  });

  it("let an event pass that has them, by number or by name", async () => {
    await bench.planner.automations.save(
      draft({ triggers: [event({ "switch-sensor.button-type": "Lower" })] }),
      person,
    );
    const press = (button: number) =>
      bench.home.apply([
        {
          kind: "event",
          id: "test:remote",
          event: "switch-sensor.click",
          arguments: [{ address: "switch-sensor.button-type", value: button }],
        },
      ]);
    press(1);
    await bench.settled();
    expect(await bench.statuses()).toEqual([]);
    press(2);
    await bench.settled();
    expect(await bench.statuses()).toEqual(["done"]);
  });
});

describe("keys that tell the same event", () => {
  const describedAs = (target: string, address: string, language: string) =>
    bench.planner.automations.describe(draft({ triggers: [{ type: "event", target, event: address }] }), language);
  it.each([
    ["remote", "switch-sensor.click", "When the left key of the remote is pressed", "当remote的左键被按下时"],
    ["remote", "switch-sensor-2.click", "When the right key of the remote is pressed", "当remote的右键被按下时"],
    ["same", "switch-sensor-2.click", "button 2 of the same is pressed", "当same的button2被按下时"],
    ["digits", "switch-sensor-2.long-press", "When the key 2 of the digits is held down", "当digits的按键2被长按时"],
    ["one", "switch-sensor.click", "When the one is pressed", "当one被按下时"],
  ])("are distinguished in descriptions: %s %s", (target, address, en, zh) => {
    expect(describedAs(target, address, "en")).toContain(en);
    expect(describedAs(target, address, "zh").toLowerCase()).toContain(zh);
  });

  it("are distinguished in the trace of a run, and arguments in descriptions", async () => {
    const trigger = event({ "switch-sensor.button-type": 2 });
    const text = (language: string) => bench.planner.automations.describe(draft({ triggers: [trigger] }), language);
    expect(text("en")).toContain("is pressed (button type Lower)");
    expect(text("zh")).toMatch(/被按下（.*Lower）时/);
    await bench.planner.automations.save(
      draft({ triggers: [{ type: "event", target: "remote", event: "switch-sensor-2.click" }] }),
      person,
    );
    bench.home.apply([{ kind: "event", id: "test:remote", event: "switch-sensor-2.click", arguments: [] }]);
    await bench.settled();
    const [run] = await bench.planner.runs.list();
    expect(run && textOf(run.cause.detail, "en")).toContain("right key");
    expect(run && textOf(run.cause.detail, "zh")).toContain("右键");
  });
});

describe("a trigger or condition that can never hold is refused with the possible values", () => {
  const numeric = (over: object) => ({ type: "numeric", target: "meter", property: "meter.level", ...over });
  it.each<[string, object, string]>([
    ["a bound above all that it can be", { triggers: [numeric({ above: 100 })] }, "triggers[0].above"],
    ["a bound below all that it can be", { triggers: [numeric({ below: 0 })] }, "triggers[0].below"],
    ["a bound that is never crossed", { triggers: [numeric({ above: -1 })] }, "triggers[0].above"],
    [
      "a bound above all values of a list",
      { triggers: [numeric({ property: "meter.speed", above: 2 })] },
      "triggers[0].above",
    ],
    ["a condition that never holds", { conditions: [numeric({ above: 120 })] }, "conditions[0].above"],
    [
      "a value that is not of the list",
      { triggers: [{ type: "property", target: "meter", property: "meter.speed", to: "Middling" }] },
      "triggers[0].to",
    ],
    [
      "a value out of its range",
      { conditions: [{ type: "state", target: "meter", property: "meter.level", is: 101 }] },
      "conditions[0].is",
    ],
    [
      "an argument of an action that does not fit",
      { actions: [{ type: "invoke", target: "lamp", action: "light.blink", in: [400] }] },
      "actions[0].in[0]",
    ],
  ])("%s", (_name, over, field) => {
    expect(problemsOf(over)).toMatchObject([{ field }]);
  });

  it("a trigger on a property that is not reported gets a warning", () => {
    const trigger = { type: "property", target: "meter", property: "meter.mute" };
    const { problems, warnings } = bench.planner.automations.check({ ...draft({}), triggers: [trigger] });
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ field: "triggers[0].property" }]);
    expect(bench.planner.automations.check({ ...draft({}), triggers: [numeric({ above: 9 })] }).warnings).toEqual([]);
  });

  it.each<[string, object]>([
    ["the highest value is fallen below", { triggers: [numeric({ below: 100 })] }],
    ["the lowest value is risen above", { triggers: [numeric({ above: 0 })] }],
    ["a window that ends where the values end", { triggers: [numeric({ above: -1, below: 30 })] }],
    ["a condition that always holds", { conditions: [numeric({ above: -1 })] }],
    ["a number without a range", { triggers: [numeric({ property: "meter.draw", above: 4000 })] }],
  ])("bounds that can be crossed are accepted: %s", (_name, over) => {
    expect(problemsOf(over)).toEqual([]);
  });
});
