import { afterAll, describe, expect, it } from "vitest";
import { LivedHome, reportInitialValues, simulateLife } from "../../support/lived-home.ts";
import { clock, clockChinese, length, lengthChinese, PastOracle, roundedText } from "../../support/past-oracle.ts";

/** A day and a half, from Tuesday midnight to half past eight on Wednesday evening. */
const home = await LivedHome.start("03-03 00:00");
reportInitialValues(home);
await simulateLife(home, "03-04 20:30", 11);
afterAll(() => home[Symbol.asyncDispose]());

const oracle = new PastOracle(home);
const TODAY = PastOracle.between("03-04 00:00", "03-04 20:30");
const YESTERDAY = PastOracle.between("03-03 00:00", "03-04 00:00");
const LAST_NIGHT = PastOracle.between("03-03 18:00", "03-04 06:00");
const at = (text: string): number => PastOracle.between(text, "03-04 20:30").from;

const DOOR = ["door", "magnet-sensor.contact-state", (value: unknown) => value === false] as const;
const WINDOW = ["window", "magnet-sensor.contact-state", (value: unknown) => value === false] as const;
const FRIDGE = ["fridge", "fridge-chamber.door-state", (value: unknown) => value === 1] as const;
const GARAGE = ["garage", "garage-door.current-position", (value: unknown) => Number(value) > 0] as const;
const MOTION = ["motion", "motion-sensor.motion-state", (value: unknown) => value === true] as const;
const AC = ["ac", "air-conditioner.on", (value: unknown) => value === true] as const;
const LAMP = ["lamp", "light.on", (value: unknown) => value === true] as const;
const CEILING = ["ceiling", "light.on", (value: unknown) => value === true] as const;
const WARMTH = ["climate", "temperature-humidity-sensor.temperature"] as const;
const DAMP = ["climate", "temperature-humidity-sensor.relative-humidity"] as const;
const LIVING = ["air", "environment.temperature"] as const;
const CO2 = ["air", "environment.co2-density"] as const;
const DRYER = ["dryer", "switch.power-consumption"] as const;
const POWER = ["ac", "air-conditioner.electric-power"] as const;

type Thing = readonly [device: string, address: string, test: (value: unknown) => boolean];
type Span = ReturnType<typeof PastOracle.between>;
const times = (thing: Thing, span: Span): number[] => oracle.became(...thing, span);
const last = (thing: Thing, span: Span): string => clock(times(thing, span).at(-1) ?? Number.NaN);
const lastChinese = (thing: Thing, span: Span): string => clockChinese(times(thing, span).at(-1) ?? Number.NaN);
const lasted = (thing: Thing, span: Span): string => length(oracle.lasted(...thing, span));
const lastedChinese = (thing: Thing, span: Span): string => lengthChinese(oracle.lasted(...thing, span));
const WORDS = ["zero", "once", "twice", "three times", "four times", "five times", "six times", "seven times"];
const often = (thing: Thing, span: Span): string => {
  const count = times(thing, span).length;
  return WORDS[count] ?? `${["eight", "nine", "ten", "eleven", "twelve"][count - 8] ?? count} times`;
};
const oftenChinese = (thing: Thing, span: Span): string => {
  const count = times(thing, span).length;
  return count === 2 ? "两次" : `${count}次`;
};
const wasOn = (thing: Thing, moment: string): boolean => thing[2](oracle.valueAt(thing[0], thing[1], at(moment)));
const degrees = (value: unknown): string => roundedText(Number(value), 1);
const used = (span: Span): number => oracle.counted(...DRYER, span) + oracle.drawn(...POWER, span);
const kWh = (value: number): string => roundedText(value, value < 10 ? 2 : 1);

/** What an answer has to hold, by what devices have told, and how it has to begin where that says yes or no. */
type Case = readonly [question: string, holds: readonly string[], begins?: string];

const ENGLISH: readonly Case[] = [
  ["when was the front door last opened", [last(DOOR, TODAY)]],
  ["when did the garage door last open", [last(GARAGE, TODAY)]],
  ["when was the AC last turned on", [last(AC, TODAY)]],
  ["how many times was the front door opened today", [often(DOOR, TODAY), last(DOOR, TODAY)]],
  ["how many times was the front door opened yesterday", [often(DOOR, YESTERDAY)]],
  ["how often was the fridge opened today", [often(FRIDGE, TODAY)]],
  ["has anyone opened the fridge today", [often(FRIDGE, TODAY)], "Yes"],
  ["has anyone opened the bedroom window today", [last(WINDOW, TODAY)], "Yes"],
  ["did the garage door open yesterday", [], times(GARAGE, YESTERDAY).length > 0 ? "Yes" : "No"],
  ["was there anyone in the hall last night", [often(MOTION, LAST_NIGHT)], "Yes"],
  ["how long was the AC on today", [lasted(AC, TODAY)]],
  ["how long was the AC on yesterday", [lasted(AC, YESTERDAY)]],
  ["how long did the AC run last night", [lasted(AC, LAST_NIGHT)]],
  ["how long was the floor lamp on yesterday", [lasted(LAMP, YESTERDAY)]],
  ["for how long was the bedroom window open yesterday", [lasted(WINDOW, YESTERDAY)]],
  ["how long was the ceiling light on between 8 and 10 last night", [spanOf(CEILING, "03-03 20:00", "03-03 22:00")]],
  ["how warm was it in the bedroom at 3 am", [degrees(oracle.valueAt(...WARMTH, at("03-04 03:00")))]],
  ["how warm was it in the bedroom yesterday at noon", [degrees(oracle.valueAt(...WARMTH, at("03-03 12:00")))]],
  ["what was the humidity in the bedroom at 8:00 this morning", [degrees(oracle.valueAt(...DAMP, at("03-04 08:00")))]],
  ["how warm was it in here two hours ago", [degrees(oracle.valueAt(...LIVING, at("03-04 18:30")))]],
  ["how cold did it get in the bedroom last night", endOf("lowest", WARMTH, LAST_NIGHT)],
  ["how hot did it get in the bedroom yesterday", endOf("highest", WARMTH, YESTERDAY)],
  [
    "what was the highest CO2 today",
    [String(oracle.highest(...CO2, TODAY).value), clock(oracle.highest(...CO2, TODAY).at)],
  ],
  ["when was it coldest in the bedroom last night", endOf("lowest", WARMTH, LAST_NIGHT)],
  ["what was the average temperature in the bedroom yesterday", [degrees(oracle.mean(...WARMTH, YESTERDAY))]],
  ["was the AC on at 10 last night", [], wasOn(AC, "03-03 22:00") ? "Yes" : "No"],
  ["was the floor lamp on at 9:00 this morning", [], wasOn(LAMP, "03-04 09:00") ? "Yes" : "No"],
  ["was the front door open at midnight", [], wasOn(DOOR, "03-04 00:00") ? "Yes" : "No"],
  ["how much power did we use today", [kWh(used(TODAY))]],
  ["how much power did we use yesterday", [kWh(used(YESTERDAY))]],
  ["how much did the dryer use today", [kWh(oracle.counted(...DRYER, TODAY))]],
  ["which device used the most yesterday", mostUsed(YESTERDAY)],
  [
    "did we use more today than yesterday",
    [kWh(used(TODAY)), kWh(used(PastOracle.between("03-03 00:00", "03-03 20:30")))],
  ],
  ["is it warmer in the bedroom than at this time yesterday", [degrees(oracle.valueAt(...WARMTH, at("03-03 20:30")))]],
];

const CHINESE: readonly Case[] = [
  ["大门上次是什么时候开的", [lastChinese(DOOR, TODAY)]],
  ["车库门上次什么时候开的", [lastChinese(GARAGE, TODAY)]],
  [
    "空调上次是什么时候关的",
    [clockChinese(oracle.became("ac", "air-conditioner.on", (value) => value === false, TODAY).at(-1) ?? 0)],
  ],
  ["今天大门开了几次", [oftenChinese(DOOR, TODAY), lastChinese(DOOR, TODAY)]],
  ["昨天大门开过几次", [oftenChinese(DOOR, YESTERDAY)]],
  ["今天冰箱开了几次", [oftenChinese(FRIDGE, TODAY)]],
  ["今天有人开过冰箱吗", [oftenChinese(FRIDGE, TODAY)], "有"],
  ["今天有人开过卧室的窗户吗", [lastChinese(WINDOW, TODAY)], "有"],
  ["昨天车库门开过吗", [oftenChinese(GARAGE, YESTERDAY)], "开过"],
  ["玄关昨晚有人吗", [oftenChinese(MOTION, LAST_NIGHT)], "有"],
  ["空调今天开了多久", [lastedChinese(AC, TODAY)]],
  ["空调昨天开了几个小时", [lastedChinese(AC, YESTERDAY)]],
  ["昨晚空调开了多长时间", [lastedChinese(AC, LAST_NIGHT)]],
  ["落地灯昨天开了多久", [lastedChinese(LAMP, YESTERDAY)]],
  ["卧室的窗户昨天开了多长时间", [lastedChinese(WINDOW, YESTERDAY)]],
  ["从早上六点到现在空调开了多久", [lastedChinese(AC, PastOracle.between("03-04 06:00", "03-04 20:30"))]],
  ["最近三小时落地灯开了多久", [spanOfChinese(LAMP, "03-04 17:30", "03-04 20:30")]],
  ["凌晨三点卧室多少度", [degrees(oracle.valueAt(...WARMTH, at("03-04 03:00")))]],
  ["昨天中午卧室多少度", [degrees(oracle.valueAt(...WARMTH, at("03-03 12:00")))]],
  ["今天早上八点卧室湿度多少", [degrees(oracle.valueAt(...DAMP, at("03-04 08:00")))]],
  ["两小时前客厅多少度", [degrees(oracle.valueAt(...LIVING, at("03-04 18:30")))]],
  ["昨晚卧室最低多少度", endOfChinese("lowest", WARMTH, LAST_NIGHT)],
  ["昨天卧室最高温度是多少", endOfChinese("highest", WARMTH, YESTERDAY)],
  [
    "今天二氧化碳最高多少",
    [String(oracle.highest(...CO2, TODAY).value), clockChinese(oracle.highest(...CO2, TODAY).at)],
  ],
  ["昨晚卧室什么时候最冷", endOfChinese("lowest", WARMTH, LAST_NIGHT)],
  ["昨天卧室平均温度是多少", [degrees(oracle.mean(...WARMTH, YESTERDAY))]],
  ["昨晚十点空调开着吗", [wasOn(AC, "03-03 22:00") ? "开着" : "没开"]],
  ["今天早上九点落地灯开着吗", [wasOn(LAMP, "03-04 09:00") ? "开着" : "没开"]],
  ["今天用了多少电", [kWh(used(TODAY))]],
  ["昨天用了多少电", [kWh(used(YESTERDAY))]],
  ["烘干机今天用了多少电", [kWh(oracle.counted(...DRYER, TODAY))]],
  ["昨天哪个设备最耗电", [mostUsed(YESTERDAY)[1] ?? ""]],
  ["今天用电比昨天多吗", [kWh(used(TODAY)), kWh(used(PastOracle.between("03-03 00:00", "03-03 20:30")))]],
  ["卧室比昨天这个时候热吗", [degrees(oracle.valueAt(...WARMTH, at("03-03 20:30")))]],
];

function spanOf(thing: Thing, from: string, to: string): string {
  return lasted(thing, PastOracle.between(from, to)) || "at all";
}

function spanOfChinese(thing: Thing, from: string, to: string): string {
  return lastedChinese(thing, PastOracle.between(from, to)) || "没开过";
}

function endOf(end: "lowest" | "highest", of: readonly [string, string], span: Span): string[] {
  const { value, at: moment } = oracle[end](...of, span);
  return [degrees(value), clock(moment)];
}

function endOfChinese(end: "lowest" | "highest", of: readonly [string, string], span: Span): string[] {
  const { value, at: moment } = oracle[end](...of, span);
  return [degrees(value), clockChinese(moment)];
}

/** The name and the use of what used most. */
function mostUsed(span: Span): string[] {
  const all: [string, number][] = [
    ["dryer", oracle.counted(...DRYER, span)],
    ["AC", oracle.drawn(...POWER, span)],
  ];
  const [name, value] = all.reduce((best, each) => (each[1] > best[1] ? each : best));
  return [`The ${name} used the most`, kWh(value)];
}

const LANGUAGES: readonly (readonly [language: string, cases: readonly Case[]])[] = [
  ["English", ENGLISH],
  ["Chinese", CHINESE],
];

describe.each(LANGUAGES)("the past of a lived-in home is answered as it was, in %s", (_language, cases) => {
  it.each(cases.map((each) => ({ question: each[0], holds: each[1], begins: each[2] ?? "" })))(
    "$question",
    async ({ question, holds, begins }) => {
      const talk = home.talk("living");
      const reply = await talk.reply(question);
      expect(reply).not.toBe("(handed on)");
      for (const text of holds) expect(reply.toLowerCase()).toContain(text.toLowerCase());
      expect(reply.startsWith(begins)).toBe(true);
    },
  );

  it("questions about the past change nothing", async () => {
    for (const [question] of cases) expect(await home.talk("living").changes(question)).toEqual({});
  });
});

describe("the cases of the past", () => {
  it("are thirty or more in each language", () => {
    expect([ENGLISH.length, CHINESE.length].every((count) => count >= 30)).toBe(true);
  });
});
