import { afterAll, describe, expect, it } from "vitest";
import { runModeChecks } from "../../../src/people/modes/checks.ts";
import { checkState } from "../../../src/understanding/ground/states.ts";
import { minimalTarget } from "../../../src/understanding/ground/target.ts";
import { HistoryBench } from "../../support/history.ts";
import { described, testSpec } from "../../support/home.ts";
import { at, LIVED_ZONE } from "../../support/lived-home.ts";
import { talk } from "../../support/speak.ts";

const WATER = testSpec("submersion-sensor", "submersion-sensor", [
  ["submersion-state", { format: "bool", access: ["read", "notify"] }],
]);
const VALVE = testSpec("valve", "valve", [["on", { format: "bool" }]]);
const SMOKE = testSpec("smoke-sensor", "smoke-sensor", [
  [
    "status",
    {
      access: ["read", "notify"],
      list: [
        [0, "Normal"],
        [1, "Alarm"],
      ],
    },
  ],
]);
const room = (id: string, name: string, alias: string) => ({ id, name, aliases: [alias], floor: null });
const device = (id: string, name: string, alias: string, where: string, spec: typeof WATER) =>
  described(id, { name, aliases: [alias], room: where, spec, model: `jia.${spec.kind}.test` });

const bench = await HistoryBench.start(
  [
    device("kitchen", "Kitchen leak sensor", "厨房水浸传感器", "kitchen", WATER),
    device("bath", "Bathroom leak sensor", "浴室水浸传感器", "bath", WATER),
    device("main", "Main water valve", "总水阀", "kitchen", VALVE),
    device("tap", "Garden valve", "花园水阀", "bath", VALVE),
    device("smoke", "Smoke alarm", "烟雾报警器", "kitchen", SMOKE),
  ],
  {
    timezone: LIVED_ZONE,
    at: at("03-03 00:00"),
    home: { rooms: [room("kitchen", "Kitchen", "厨房"), room("bath", "Bathroom", "浴室")] },
  },
);
afterAll(() => bench[Symbol.asyncDispose]());
const wet = (yes: boolean) => ({ "submersion-sensor.submersion-state": yes });
for (const id of ["kitchen", "bath"]) bench.report(id, wet(false));
for (const id of ["main", "tap"]) bench.report(id, { "valve.on": true });
bench.report("smoke", { "smoke-sensor.status": 1 });
await bench.pass(at("03-04 07:05") - bench.clock.now());
bench.report("bath", wet(true));
await bench.pass(at("03-04 07:30") - bench.clock.now());
bench.report("bath", wet(false));
await bench.pass(at("03-04 12:00") - bench.clock.now());
const reply = (text: string): Promise<string> =>
  talk(bench.home, bench.clock, null, "kitchen", undefined, null, bench.history).reply(text);

describe("a question about past leaks covers every sensor", () => {
  it.each([
    ["was there a water leak this morning", "Yes, the bathroom leak sensor: at 7:05."],
    ["has there been any flooding today", "Yes, the bathroom leak sensor: at 7:05."],
    ["were there any leaks yesterday", "No, none of them detected water yesterday."],
    ["when was the most recent leak", "The bathroom leak sensor last detected water at 7:05 this morning."],
    ["is there a leak anywhere", "No devices are wet."],
    ["今天早上漏过水没有", "浴室水浸传感器漏过水，早上7点05分。"],
    ["昨天家里漏水了吗", "没有，昨天都没漏过水。"],
    ["上次漏水是什么时候", "浴室水浸传感器上次是今天早上7点05分漏水的。"],
    ["家里哪儿在漏水", "没有水浸传感器有水。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));

  it.each(["where is it leaking", "哪里漏水了"])(
    "a question where it leaks now is answered from now: %s",
    async (text) => {
      bench.report("kitchen", wet(true));
      const told = await reply(text);
      bench.report("kitchen", wet(false));
      expect(told).toMatch(/kitchen|厨房/i);
      expect(told).not.toMatch(/bath|浴室/i);
    },
  );
});

it("an alarm that sounds is told as such", async () => {
  expect(await reply("how is the smoke alarm")).toBe("The smoke alarm is sounding the alarm.");
  expect(await reply("烟雾报警器怎么样")).toBe("烟雾报警器在报警。");
});

it("the main valve is normally open, and is not checked when somebody leaves", () => {
  const found = runModeChecks(["water"], bench.home.devices, (state, each) => {
    const known = checkState(state, minimalTarget(each));
    return known.kind === "is" ? known.holds : known.kind === "unknown" ? null : undefined;
  });
  expect(found.flatMap(({ devices }) => devices.map(({ name }) => name))).toEqual(["Garden valve"]);
});
