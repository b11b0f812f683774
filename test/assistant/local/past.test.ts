import { afterAll, describe, expect, it } from "vitest";
import { LivedHome, reportInitialValues } from "../../support/lived-home.ts";

/** Tuesday and Wednesday until four in the afternoon; Jia does not run from two to four in the night. */
const home = await LivedHome.start("03-03 00:00", { tariff: { currency: "EUR", price: 0.3 } });
reportInitialValues(home);
await home.happen(
  ["03-03 07:42", "door", { "magnet-sensor.contact-state": false }],
  ["03-03 07:45", "door", { "magnet-sensor.contact-state": true }],
  ["03-03 12:00", "climate", { "temperature-humidity-sensor.temperature": 21.4 }],
  ["03-03 18:10", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 1000 }],
  ["03-03 22:30", "ac", { "air-conditioner.on": false, "air-conditioner.electric-power": 0 }],
  ["03-03 23:00", "lamp", { "light.on": true }],
  ["03-04 00:30", "climate", { "temperature-humidity-sensor.temperature": 17.2 }],
);
await home.until("03-04 02:00");
await home.sleep("03-04 04:00");
await home.happen(
  ["03-04 05:10", "climate", { "temperature-humidity-sensor.temperature": 14.8 }],
  ["03-04 06:30", "lamp", { "light.on": false }],
  ["03-04 08:00", "climate", { "temperature-humidity-sensor.temperature": 18.9 }],
  ["03-04 09:15", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 09:16", "door", { "magnet-sensor.contact-state": true }],
  ["03-04 10:00", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 800 }],
);
await home.until("03-04 13:00");
home.reach("dryer", true);
await home.until("03-04 14:05");
home.reach("dryer", false);
await home.until("03-04 15:00");
home.reach("dryer", true);
await home.until("03-04 16:00");
afterAll(() => home[Symbol.asyncDispose]());

const reply = (text: string): Promise<string> => home.talk("living").reply(text);

describe("questions when, whether and how often a state began", () => {
  it.each([
    ["when was the front door last opened", "It was last opened at 9:15 this morning."],
    ["tell me when the front door was last opened", "It was last opened at 9:15 this morning."],
    ["hey jia, when did the front door last open?", "It was last opened at 9:15 this morning."],
    ["when was the AC turned off last night", "At 22:30."],
    ["how many times was the front door opened yesterday", "Once, at 7:42."],
    ["how many times was the garage door opened yesterday", "Not once."],
    ["has the front door been opened since eight this morning", "Yes, at 9:15."],
    ["when did the dryer go offline", "It last went offline at 14:05 this afternoon."],
    ["大门上次是什么时候开的", "上次是今天上午9点15分开的。"],
    ["请问大门最后一次打开是什么时候", "上次是今天上午9点15分开的。"],
    ["昨晚空调什么时候关的", "晚上10点半关的。"],
    ["昨天大门开了几次", "1次，早上7点42分。"],
    ["昨天车库门开了几次", "一次也没有。"],
    ["烘干机什么时候掉线的", "上次是今天下午2点05分掉线的。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("a gap in the records is told where it matters", () => {
  it.each([
    ["has anyone opened the garage door today", "No, nobody has opened it today. I wasn't running from 2:00 to 4:00."],
    ["did the front door open last night", "No, it wasn't opened last night. I wasn't running from 2:00 to 4:00."],
    [
      "how long was the floor lamp on last night",
      "It was on for at least 5 hours. I wasn't running from 2:00 to 4:00.",
    ],
    [
      "how warm was it in the bedroom at 3 am",
      "I don't know: I have no record of that at 3:00 this morning. I wasn't running from 2:00 to 4:00.",
    ],
    [
      "how warm was it in the bedroom last week",
      "I don't know: I have no record of that last week. I only know since yesterday.",
    ],
    ["when was the garage door last opened", "I haven't seen it opened since yesterday."],
    ["今天有人开过车库门吗", "没有，今天没人开过。凌晨2点到4点我没有运行。"],
    ["昨晚大门开过吗", "没有，昨晚没开过。凌晨2点到4点我没有运行。"],
    ["落地灯昨晚开了多久", "至少开了5小时。凌晨2点到4点我没有运行。"],
    ["凌晨三点卧室多少度", "不知道，今天凌晨3点没有记录。凌晨2点到4点我没有运行。"],
    ["上周卧室多少度", "不知道，上周没有记录。我只有昨天以来的记录。"],
    ["车库门上次是什么时候开的", "昨天以来，没见它开过。"],
    [
      "was the dryer on at 14:30",
      "I don't know: I have no record of that at 14:30 this afternoon. It was offline from 14:05 to 15:00.",
    ],
    ["下午两点半烘干机开着吗", "不知道，今天下午2点半没有记录。下午2点05分到3点它不在线。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("questions what a state was, and how long", () => {
  it.each([
    ["how cold did it get in the bedroom last night", "It got down to 14.8 °C at 5:10."],
    ["when was it coldest in the bedroom last night", "At 5:10, when it was 14.8 °C."],
    ["how warm was it in the bedroom last night", "It was between 14.8 and 21.4 °C."],
    ["how warm was it in the bedroom yesterday at noon", "It was 21.4 °C in the bedroom."],
    ["did it get below 15 in the bedroom last night", "Yes, it got down to 14.8 °C at 5:10."],
    ["did it get above 30 in the bedroom yesterday", "No, the highest was 21.4 °C, at 12:00."],
    ["is it colder in the bedroom than yesterday", "Yes: it's 18.9 °C now, and it was 21.4 °C at this time yesterday."],
    ["how long was the AC on yesterday", "It was on for 4 hours 20 minutes."],
    ["how long was the bedroom window open yesterday", "It wasn't open at all yesterday."],
    ["was the AC on at ten last night", "Yes, it was on."],
    ["was the front door open at 8:00 yesterday morning", "No, it was closed."],
    ["was the AC on all night", "No, only for 30 minutes: from 22:00 to 22:30. I wasn't running from 2:00 to 4:00."],
    ["what was the AC set to yesterday", "The target temperature of the AC was 24 °C the whole time."],
    ["昨晚卧室最低多少度", "昨晚最低14.8度，早上5点10分。"],
    ["昨晚卧室什么时候最冷", "早上5点10分最低，14.8度。"],
    ["昨晚卧室多少度", "昨晚14.8到21.4度。"],
    ["昨天中午卧室多少度", "卧室当时21.4度。"],
    ["卧室比昨天冷吗", "是的，现在18.9度，昨天这个时候21.4度。"],
    ["空调昨天开了多久", "开了4小时20分钟。"],
    ["卧室的窗户昨天开了多久", "昨天没开过。"],
    ["昨晚十点空调开着吗", "开着。"],
    ["空调昨天开了一夜吗", "没有，只开了30分钟（晚上10点到10点半）。凌晨2点到4点我没有运行。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("questions how much electricity was used", () => {
  it.each([
    ["how much power did we use yesterday", "You used 4.33 kWh yesterday, about €1.30."],
    ["what did electricity cost yesterday", "About €1.30 yesterday, for 4.33 kWh."],
    ["how much did the AC use yesterday", "It used 4.33 kWh yesterday, about €1.30."],
    ["which device used the most yesterday", "The AC used the most: 4.33 kWh."],
    ["how much did the floor lamp use yesterday", "The floor lamp can't tell how much electricity it uses."],
    ["昨天用了多少电", "昨天用了4.33度电，大约€1.30。"],
    ["昨天电费多少", "昨天电费大约€1.30，用了4.33度电。"],
    ["昨天哪个设备最耗电", "空调用电最多，4.33度。"],
    ["落地灯昨天用了多少电", "落地灯不能统计用电量。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("a question about the past is continued by an elliptic one", () => {
  it.each([
    [
      ["how warm was it in the bedroom yesterday at noon", "and the humidity?", "and last night?"],
      [
        "It was 21.4 °C in the bedroom.",
        "The humidity in the bedroom was 48%.",
        "The humidity was 48% the whole time.",
      ],
    ],
    [
      ["how long was the AC on yesterday", "and the floor lamp?", "and today?"],
      [
        "It was on for 4 hours 20 minutes.",
        "It was on for 1 hour.",
        "It was on for at least 4 hours 30 minutes. I wasn't running from 2:00 to 4:00.",
      ],
    ],
    [
      ["how warm is it in the bedroom", "and yesterday at noon?", "and now?"],
      ["It's 18.9 °C in the bedroom.", "It was 21.4 °C in the bedroom.", "It's 18.9 °C in the bedroom."],
    ],
    [
      ["昨晚卧室最低多少度", "昨天呢"],
      ["昨晚最低14.8度，早上5点10分。", "昨天最低19.5度，凌晨0点。"],
    ],
    [
      ["昨天用了多少电", "今天呢", "烘干机呢"],
      ["昨天用了4.33度电，大约€1.30。", "今天至少用了4.8度电，大约€1.44。", "今天没用电。"],
    ],
  ])("%j", async (said, told) => {
    const talk = home.talk("living");
    const replies: string[] = [];
    for (const text of said) replies.push(await talk.reply(text));
    expect(replies).toEqual(told);
  });
});

describe("a question about the past without a history", () => {
  it.each([
    ["has anyone opened the front door today", "I don't keep a history, so I can't tell."],
    ["how warm was it last night", "I don't keep a history, so I can't tell."],
    ["今天大门开了几次", "我没有保留历史记录，所以不知道。"],
    ["昨晚卧室多少度", "我没有保留历史记录，所以不知道。"],
  ])("%s", async (text, told) => expect(await home.talkWithoutHistory("living").reply(text)).toBe(told));
});

describe("the start of a state after a restart", () => {
  it("is known from the history", async () => {
    await using other = await LivedHome.start("03-03 00:00");
    reportInitialValues(other);
    await other.happen(["03-03 21:05", "window", { "magnet-sensor.contact-state": false }]);
    await other.until("03-04 02:00");
    await other.sleep("03-04 04:00");
    await other.until("03-04 08:00");
    expect(await other.talk("bedroom").reply("how long has the bedroom window been open")).toBe(
      "The bedroom window has been open since yesterday 21:05.",
    );
    expect(await other.talk("bedroom").reply("卧室的窗户开了多久了")).toContain("从昨天晚上9点05分起一直开着");
    expect(await other.talkWithoutHistory("bedroom").reply("how long has the bedroom window been open")).toContain(
      "I haven't seen it change",
    );
  });
});
