import { afterAll, describe, expect, it } from "vitest";
import { HistoryBench } from "../../support/history.ts";
import { described, testSpec } from "../../support/home.ts";
import { at, LIVED_DEVICES, LIVED_ZONE } from "../../support/lived-home.ts";
import { talk } from "../../support/speak.ts";

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
const room = (id: string, name: string, aliases: string[]) => ({ id, name, aliases, floor: null });
const smoke = described("smoke", {
  name: "Smoke alarm",
  aliases: ["烟雾报警器", "smoke detector", "烟感"],
  room: "kitchen",
  spec: SMOKE,
  model: "jia.smoke-sensor.test",
});

/** Wednesday, eight in the evening; the week before is known as well. */
const bench = await HistoryBench.start([...LIVED_DEVICES, smoke], {
  timezone: LIVED_ZONE,
  at: at("02-18 00:00"),
  home: {
    rooms: [
      room("hall", "Hall", ["玄关", "hallway", "走廊"]),
      room("living", "Living room", ["客厅"]),
      room("bedroom", "Bedroom", ["卧室"]),
      room("kitchen", "Kitchen", ["厨房"]),
      room("garage", "Garage", ["车库"]),
    ],
  },
});
afterAll(() => bench[Symbol.asyncDispose]());

const MOTION = "motion-sensor.motion-state";
const FRIDGE = "fridge-chamber.door-state";
const GARAGE = "garage-door.current-position";
const DOOR = "magnet-sensor.contact-state";
const WARMTH = "temperature-humidity-sensor.temperature";
const EVENTS: readonly (readonly [moment: string, device: string, address: string, value: number | boolean])[] = [
  ["02-18 00:00", "smoke", "smoke-sensor.status", 0],
  ["02-18 00:00", "motion", MOTION, false],
  ["02-18 00:00", "fridge", FRIDGE, 2],
  ["02-18 00:00", "garage", GARAGE, 0],
  ["02-18 00:00", "door", DOOR, true],
  ["02-18 00:00", "climate", WARMTH, 18],
  ["02-18 00:00", "dryer", "switch.electric-power", 0],
  ["02-21 10:00", "garage", GARAGE, 100],
  ["02-21 10:30", "garage", GARAGE, 0],
  ["02-28 11:00", "garage", GARAGE, 100],
  ["02-28 11:05", "garage", GARAGE, 0],
  ["03-01 11:00", "garage", GARAGE, 100],
  ["03-01 11:05", "garage", GARAGE, 0],
  ["03-02 12:00", "climate", WARMTH, 22],
  ["03-03 12:00", "climate", WARMTH, 19],
  ["03-03 20:00", "smoke", "smoke-sensor.status", 1],
  ["03-03 20:04", "smoke", "smoke-sensor.status", 0],
  ["03-03 22:00", "garage", GARAGE, 100],
  ["03-03 22:20", "garage", GARAGE, 0],
  ["03-04 03:10", "door", DOOR, false],
  ["03-04 03:12", "door", DOOR, true],
  ["03-04 07:10", "motion", MOTION, true],
  ["03-04 07:12", "motion", MOTION, false],
  ["03-04 09:00", "fridge", FRIDGE, 1],
  ["03-04 09:06", "fridge", FRIDGE, 2],
  ["03-04 15:20", "door", DOOR, false],
  ["03-04 15:21", "door", DOOR, true],
  ["03-04 18:41", "motion", MOTION, true],
  ["03-04 18:43", "motion", MOTION, false],
  ["03-04 19:50", "dryer", "switch.electric-power", 1860],
];
for (const [moment, device, address, value] of EVENTS) {
  await bench.pass(at(moment) - bench.clock.now());
  bench.report(device, { [address]: value });
}
await bench.pass(at("03-04 20:00") - bench.clock.now());

const reply = (text: string): Promise<string> =>
  talk(bench.home, bench.clock, null, "living", undefined, null, bench.history).reply(text);

describe("past readings of sensors are known", () => {
  it.each([
    ["when did the smoke alarm go off", "It last went off at 20:00 last night."],
    ["umm when was the smoke detector last triggered?", "It last went off at 20:00 last night."],
    ["has the smoke alarm gone off this week", "Yes, at 20:00 last night."],
    ["when was the last motion in the hallway", "Someone was last there at 18:41 this evening."],
    ["when did you last see someone in the hall", "Someone was last there at 18:41 this evening."],
    ["how often did the motion sensor go off today", "Twice: at 7:10 and 18:41."],
    ["what time did someone first walk through the hall this morning", "At 7:10."],
    ["烟雾报警器什么时候响过", "上次是昨晚8点报警的。"],
    ["烟感最近一次报警是什么时候", "上次是昨晚8点报警的。"],
    ["这周烟雾报警器响过吗", "报过警，昨晚8点。"],
    ["走廊最后一次有人是什么时候", "上次有人是今天晚上6点41分。"],
    ["玄关上次有动静是啥时候", "上次有人是今天晚上6点41分。"],
    ["今天人体传感器触发了几次", "两次，早上7点10分和晚上6点41分。"],
    ["今天早上第一次有人经过玄关是几点", "早上7点10分有人来的。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("a question about the past is recognised in many wordings", () => {
  it.each([
    ["how long did someone leave the fridge open today", "It was open for 6 minutes."],
    ["did we forget to close the garage last night", "It was open for 20 minutes."],
    ["what was the last door that was opened", "The front door was last opened at 15:20 this afternoon."],
    ["whats the lowest temp in the bedroom on monday", "It got down to 18 °C at 0:00."],
    ["average temperature in the bedroom on monday", "It was 20 °C on average."],
    ["how hot did the bedroom get on monday", "It got up to 22 °C at 12:00."],
    [
      "is the bedroom colder than the day before yesterday",
      "Yes: it's 19 °C now, and it was 22 °C at this time on Monday.",
    ],
    ["昨晚车库门忘关了吗", "开了20分钟。"],
    ["今天冰箱门开了多久", "开了6分钟。"],
    ["周一卧室平均温度", "前天平均20度。"],
    ["最后打开的是哪个门", "大门上次是今天下午3点20分开的。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("spans of the past are those that are meant", () => {
  it.each([
    ["how many times did the garage door open last weekend", "Twice: on Saturday at 11:00 and on Sunday at 11:00."],
    ["how many times did the garage door open the weekend before last", "Once, on 21 February at 10:00."],
    ["was the front door opened between 1 and 5 am", "Yes, at 3:10."],
    ["上周末车库门开了几次", "两次，周六上午11点和周日上午11点。"],
    ["上上周末车库门开了几次", "1次，2月21日上午10点。"],
    ["凌晨一点到五点大门开过没有", "开过，凌晨3点10分。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe('"what draws the most" is answered from now', () => {
  it.each([
    ["what's using the most electricity right now", "What I can measure is using 1860 W right now: the dryer."],
    ["which device uses the most power right now", "What I can measure is using 1860 W right now: the dryer."],
    ["现在哪个设备最耗电", "能测到的设备现在一共1860瓦：烘干机。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("a question that records cannot answer is handed on", () => {
  it.each([
    "turn on the garage light like last night",
    "open the garage like this morning",
    "how long should the dryer run",
    "was i asleep at midnight",
    "did any alarm go off last night",
    "跟今天早上一样打开车库门",
    "烘干机应该开多久",
    "昨晚我几点睡的",
    "昨晚有报警器响过吗",
  ])("%s", async (text) => expect(await reply(text)).toBe("(handed on)"));
});
