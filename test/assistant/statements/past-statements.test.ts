import { afterAll, describe, expect, it } from "vitest";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { Evidence } from "../../../src/assistant/statements/evidence.ts";
import { StatementJudge } from "../../../src/assistant/statements/judge.ts";
import { createTools } from "../../../src/assistant/tools/index.ts";
import { prompts } from "../../support/assistant.ts";
import { LivedHome, reportInitialValues } from "../../support/lived-home.ts";

const lived = await LivedHome.start("03-03 00:00");
reportInitialValues(lived);
await lived.happen(
  ["03-04 00:00", "dryer", { "switch.power-consumption": 120.001 }],
  ["03-04 03:40", "climate", { "temperature-humidity-sensor.temperature": 16.1 }],
  ["03-04 06:35", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 06:38", "door", { "magnet-sensor.contact-state": true }],
  ["03-04 08:00", "climate", { "temperature-humidity-sensor.temperature": 20.8 }],
  ["03-04 11:07", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 900 }],
  ["03-04 11:55", "ac", { "air-conditioner.on": false, "air-conditioner.electric-power": 0 }],
  ["03-04 12:00", "dryer", { "switch.power-consumption": 123.651 }],
  ["03-04 15:37", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 900 }],
  ["03-04 16:53", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 16:56", "door", { "magnet-sensor.contact-state": true }],
  ["03-04 17:19", "ac", { "air-conditioner.on": false, "air-conditioner.electric-power": 0 }],
);
await lived.until("03-04 20:30");
afterAll(() => lived[Symbol.asyncDispose]());

const { home, history, clock } = lived.bench;
const names = new LocalAssistant({ home, clock });
names.start();
const judge = new StatementJudge(names.index);
const tool =
  createTools(home, prompts, { history }).find(({ name }) => name === "get_history") ?? expect.fail("no get_history");
const signal = new AbortController().signal;

/** The part of an answer that may be told after such a read. */
async function told(args: object, person: string, answer: string): Promise<string> {
  const context = { origin: { kind: "mcp" }, language: "en", room: null, now: clock.now(), signal } as const;
  const { content, read } = await tool.prepare(args).run(context);
  const evidence = new Evidence(clock.now());
  evidence.called = true;
  evidence.addContent(content);
  evidence.addDevices(read?.found ?? []);
  evidence.addPast(read?.past ?? []);
  if (read?.tell) evidence.addTold(read.tell());
  return judge.judge(answer, judge.requestOf(person), evidence).told.trim();
}

const AC = { devices: ["ac"], from: "today" };
const DOOR = { devices: ["front-door"], from: "today" };
const WARMTH = { devices: ["bedroom"], property: "temperature", from: "today" };
const ENERGY = { property: "energy", from: "today" };

describe("a statement that the history shows is told", () => {
  it.each([
    [AC, "how long was the AC on today?", "The AC was on for 2 hours 30 minutes today."],
    [AC, "how long was the AC on today?", "It was on for about two and a half hours."],
    [AC, "how long was the AC on today?", "The AC was on twice today, for 2 hours 30 minutes in all."],
    [AC, "when was the AC last on?", "It was last turned on at 15:37."],
    [AC, "when was the AC last on?", "It last ran until 17:19."],
    [AC, "how long was the AC on today?", "It was on for 2 hours 30 minutes, and it is off now."],
    [AC, "空调今天开了多久", "空调今天开了2小时30分钟。"],
    [DOOR, "when was the front door last opened?", "The front door was last opened at 16:53."],
    [DOOR, "when was the front door last opened?", "It was opened twice today."],
    [DOOR, "大门上次什么时候开的", "大门上次是下午4点53分开的。"],
    [WARMTH, "how cold did it get in the bedroom?", "The bedroom got down to 16.1 °C at 3:40."],
    [WARMTH, "how warm did it get in the bedroom?", "The highest was 20.8 °C, at 8:00."],
    [WARMTH, "卧室今天最低多少度", "今天卧室最低16.1度，凌晨3点40分。"],
    [ENERGY, "how much power did we use today?", "You used 5.9 kWh today, most of it by the dryer (3.65 kWh)."],
    [ENERGY, "which device used the most?", "The dryer used the most: 3.65 kWh."],
    [ENERGY, "今天用了多少电", "今天用了5.9度电。"],
  ])("%j, %s → %s", async (args, person, answer) => expect(await told(args, person, answer)).toBe(answer));
});

describe("a statement that the history does not show is not told", () => {
  it.each([
    [AC, "how long was the AC on today?", "The AC was on for 5 hours today."],
    [AC, "how long was the AC on today?", "The AC was on all day."],
    [AC, "when was the AC last on?", "It was last turned on at 11:07."],
    [AC, "is the AC on?", "The AC is on."],
    [AC, "was the AC on?", "The AC wasn't on today."],
    [AC, "空调今天开了多久", "空调今天开了5小时。"],
    [AC, "was the floor lamp on today?", "The floor lamp was on for 2 hours 30 minutes."],
    [DOOR, "when was the front door last opened?", "It was last opened at 6:35."],
    [DOOR, "has anyone opened the front door?", "Nobody has opened it today."],
    [DOOR, "who opened the front door?", "Tom opened the front door at 16:53."],
    [DOOR, "大门上次什么时候开的", "大门上次是下午3点开的。"],
    [DOOR, "lock the front door", "I've locked the front door at 16:53."],
    [WARMTH, "how cold did it get in the bedroom?", "It got down to 12 °C at 3:40."],
    [WARMTH, "how cold did it get in the bedroom?", "The lowest was 20.8 °C."],
    [WARMTH, "how cold did it get in the bedroom?", "It got down to 16.1 °C at 5:00."],
    [ENERGY, "how much power did we use today?", "You used 9 kWh today."],
    [ENERGY, "which device used the most?", "The AC used the most: 3.65 kWh."],
    [ENERGY, "今天用了多少电", "今天用了8度电。"],
  ])("%j, %s → %s", async (args, person, answer) => expect(await told(args, person, answer)).toBe(""));
});
