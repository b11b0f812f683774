import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { systemClock } from "../../src/home/index.ts";
import { languageOf } from "../../src/language/index.ts";
import { expandPreferences } from "../../src/understanding/memory/expand-preferences.ts";
import { expandNamedTimes } from "../../src/understanding/memory/expand-times.ts";
import { readMemory, readToRemember } from "../../src/understanding/memory/read.ts";
import type { MemoryRequest } from "../../src/understanding/memory/request.ts";

const local = new LocalAssistant({ home: exampleHome("house"), clock: systemClock });
beforeAll(() => local.start());
afterAll(() => local.stop());

/** Noon of a Thursday in London. */
const NOW = Date.UTC(2026, 0, 1, 12);
const situation = (text: string) => ({
  ...local.dialogueContext(null, languageOf(text), "living"),
  now: NOW,
  timezone: "Europe/London",
});
const read = (text: string) => readMemory(text, situation(text));
/** The same of a sentence that asks for this. */
const readAs = <Op extends MemoryRequest["op"]>(text: string, op: Op) => {
  const asked = read(text);
  if (asked?.op !== op) throw new Error(`${text} asks for ${asked?.op ?? "nothing"}`);
  return asked as Extract<MemoryRequest, { readonly op: Op }>;
};
const timesIn = (text: string) => {
  const { entry, also = [] } = readAs(text, "remember");
  return [entry, ...also].map((each) => (each.kind === "time" ? `${each.clock} ${each.weekdays.join("")}` : each.kind));
};

describe("a remembered name", () => {
  it.each([
    ["I call the study the den", "den", "room study", true],
    ["we call the floor lamp Kalle", "Kalle", "device miot:living-floor-lamp", false],
    ["From now on, the study is called the den.", "den", "room study", false],
    ["call the living room floor lamp Big Bob", "Big Bob", "device miot:living-floor-lamp", false],
    ["when I say the cave I mean the garage", "cave", "room garage", true],
    ["remember that the den is the study", "den", "room study", false],
    ["my snug is another name for the guest room", "snug", "room guest", true],
    ["the top floor is called the attic", "attic", "floor top", false],
    ["我管书房叫小窝", "小窝", "room study", true],
    ["以后管书房叫小窝", "小窝", "room study", false],
    ["我们把落地灯叫做大白", "大白", "device miot:living-floor-lamp", false],
    ["以后车库就叫仓库", "仓库", "room garage", false],
    ["记住，小窝就是书房", "小窝", "room study", false],
  ])("%s", (text, name, thing, personal) => {
    const [type = "", id = ""] = thing.split(" ");
    expect(read(text)).toMatchObject({ op: "remember", personal, entry: { kind: "name", name, of: { type, id } } });
  });

  it.each([["the thing in the hall is called Kalle"], ["the ceiling light is called Sun"], ["门厅那个东西叫卡勒"]])(
    "may be that of several things: %s",
    (text) => {
      expect(readAs(text, "name-one-of").options.length).toBeGreaterThan(1);
    },
  );

  it.each([
    ["call the living room TV the office", "taken"],
    ["I call the study the lounge", "taken"],
    ["call the living room TV the lights", "reserved"],
    ["书房叫客厅", "taken"],
    ["落地灯叫空调", "reserved"],
  ])("is none that something else has, or that means something: %s", (text, kind) => {
    expect(read(text)).toMatchObject({ op: "refuse-name", trouble: { kind } });
  });

  it.each([
    "call me Tom",
    "call the study at five",
    "call the garage",
    "call the doctor tomorrow",
    "call my mum",
    "what is the study called",
    "the song is called Yesterday",
    "Tom calls the study the den",
    "叫我小王",
    "七点叫我起床",
    "书房叫什么",
    "小王叫你开灯",
  ])("is not given by: %s", (text) => {
    expect(read(text)?.op ?? "none").not.toMatch(/^(?:remember|name-one-of|refuse-name)$/);
  });
});

describe("a remembered time of day", () => {
  it.each([
    ["my bedtime is eleven", "bedtime", "23:00", ""],
    ["My bedtime is now half past ten.", "bedtime", "22:30", ""],
    ["our bedtime is midnight at weekends", "bedtime", "00:00", "67"],
    ["on weekdays I go to bed at eleven", "bedtime", "23:00", "12345"],
    ["we have dinner at half past six", "dinner", "18:30", ""],
    ["we usually eat lunch around one", "lunch", "13:00", ""],
    ["I get up at seven on weekdays", "wakeup", "07:00", "12345"],
    ["I leave for work at ten to eight", "work", "07:50", ""],
    ["we get home from work at six", "homecoming", "18:00", ""],
    ["our film night is at 8 pm on Fridays", "film night", "20:00", "5"],
    ["remember that yoga is at 18:15", "yoga", "18:15", ""],
    ["我一般十一点睡觉", "bedtime", "23:00", ""],
    ["我平时早上七点起床", "wakeup", "07:00", ""],
    ["我们六点半吃晚饭", "dinner", "18:30", ""],
    ["我的睡觉时间是十点半", "bedtime", "22:30", ""],
    ["我睡觉时间改成十点", "bedtime", "22:00", ""],
    ["我周末九点起床", "wakeup", "09:00", "67"],
    ["记住我八点上班", "work", "08:00", ""],
  ])("%s", (text, name, clock, days) => {
    expect(readAs(text, "remember").entry).toMatchObject({ kind: "time", name });
    expect(timesIn(text)).toEqual([`${clock} ${days}`]);
  });

  it.each([
    ["my bedtime is eleven on weekdays and midnight at weekends", ["23:00 12345", "00:00 67"]],
    ["工作日我七点起床，周末九点", ["07:00 12345", "09:00 67"]],
  ])("may differ by day: %s", (text, times) => {
    expect(timesIn(text)).toEqual(times);
  });

  it("leads to a question if the half of the day is open", () => {
    expect(read("our yoga class is at seven")).toMatchObject({ op: "half", name: "yoga class" });
  });

  it.each([
    "I'm going to bed at eleven tonight",
    "I get up at seven tomorrow",
    "I go to bed when I'm tired",
    "wake me up at seven",
    "my alarm is at seven",
    "set my bedtime alarm for eleven",
    "the film starts at eight",
    "turn off the lights at eleven",
    "we have dinner with friends",
    "今天我十一点睡觉",
    "明天七点叫我起床",
    "我们今晚六点半吃饭",
    "十一点关灯",
    "我要睡觉了",
  ])("is not told by: %s", (text) => {
    expect(read(text)?.op ?? "none").not.toMatch(/remember|half/);
  });
});

describe("a remembered preference", () => {
  it.each([
    [
      "I like the bedroom at 19 degrees at night",
      { of: { type: "room", id: "master" }, property: "target-temperature", value: 19, part: "night" },
    ],
    [
      "I like the living room lights at 40%",
      { of: { type: "kind", id: "light", room: "living" }, property: "brightness", value: 40, part: null },
    ],
    ["we prefer the floor lamp at 30 percent", { of: { type: "device", id: "miot:living-floor-lamp" }, value: 30 }],
    ["my favourite colour is teal", { of: null, property: "color", value: "teal" }],
    ["teal is my favourite color", { of: null, property: "color", value: "teal" }],
    ["my favourite temperature is 21 degrees", { of: null, property: "target-temperature", value: 21 }],
    ["我喜欢客厅灯调到40%", { of: { type: "kind", id: "light", room: "living" }, property: "brightness", value: 40 }],
    [
      "我喜欢主卧晚上19度",
      { of: { type: "room", id: "master" }, property: "target-temperature", value: 19, part: "evening" },
    ],
    ["我最喜欢的颜色是青色", { of: null, property: "color", value: "青色" }],
  ])("%s", (text, entry) => {
    expect(read(text)).toMatchObject({ op: "remember", entry: { kind: "preference", ...entry } });
  });

  it.each([
    "I'd like the bedroom at 19 degrees",
    "I like jazz",
    "I like it warmer",
    "I love the living room",
    "I like the lights on at night",
    "do you like teal",
    "我想把客厅灯调到40%",
    "我要客厅灯调到40%",
    "我喜欢客厅",
    "她喜欢卧室19度",
  ])("is not told by: %s", (text) => {
    expect(read(text)?.op).not.toBe("remember");
  });
});

describe("a remembered fact", () => {
  it.each([
    ["remember that the vet is Dr Lang", "the vet is Dr Lang"],
    ["Please remember: bin day is Thursday", "bin day is Thursday"],
    ["can you remember that the plumber has the key?", "the plumber has the key"],
    ["don't forget that Emma is allergic to nuts", "Emma is allergic to nuts"],
    ["keep in mind that grandma visits on Sundays", "grandma visits on Sundays"],
    ["记住兽医是郎医生", "兽医是郎医生"],
    ["帮我记一下，周四收垃圾", "周四收垃圾"],
    ["别忘了艾玛对坚果过敏", "艾玛对坚果过敏"],
  ])("is remembered as it was said: %s", (text, what) => {
    expect(read(text)).toMatchObject({ op: "remember", entry: { kind: "fact" }, text: what });
  });

  it.each([
    "remember to turn off the lights",
    "remember to call the vet",
    "remember the milk",
    "remember the scene",
    "remember this as movie night",
    "remember the lights like this",
    "remember how the lights are now",
    "remember that you should turn off the lights at ten",
    "remember that I want to be reminded at five",
    "remember that the vet is Dr Lang. Turn on the TV",
    "remember that I am out and turn off the lights",
    "remind me that the vet is coming",
    "do you remember to lock the door",
    "don't forget to lock the door",
    "I remember that the vet is nice",
    "Tom says remember that the vet is Dr Lang",
    "Tom told me to remember that the vet is Dr Lang",
    "the radio said: remember that you owe us money",
    "记得关灯",
    "记住把灯关了",
    "记住这个场景",
    "记得十点提醒我",
    "小王说记住兽医是郎医生",
    "提醒我兽医是郎医生",
    "bin day is Thursday",
    "the vet is Dr Lang",
  ])("is none of what is said otherwise: %s", (text) => {
    expect(read(text)?.op).not.toBe("remember");
  });

  it("expires at the given time", () => {
    expect(read("remember until Friday that the plumber has the key")).toMatchObject({
      text: "the plumber has the key",
      until: "Friday",
    });
  });

  it("can be a whole text without a word for remembering", () => {
    const text = "the vet is Dr Lang";
    expect(readToRemember(text, situation(text))).toMatchObject({ op: "remember", entry: { kind: "fact" }, text });
  });
});

describe("a question about remembered entries", () => {
  it.each([
    ["what do you remember about me", "all"],
    ["What have you remembered?", "all"],
    ["你记得什么", "all"],
    ["你都记得我什么？", "all"],
    ["what did I say about the vet", "about"],
    ["我说过兽医什么", "about"],
    ["when is my bedtime", "time"],
    ["what time is dinner?", "time"],
    ["我几点睡觉", "time"],
    ["晚饭几点", "time"],
    ["what do I call the study", "names"],
    ["what's my favourite colour?", "favourite"],
    ["我最喜欢什么颜色", "favourite"],
    ["who is the vet", "about"],
    ["兽医是谁", "about"],
  ])("%s", (text, of) => {
    expect(readAs(text, "ask").questions.map((question) => question.of)).toContain(of);
  });

  it.each([
    "is the lamp on",
    "how warm is it in the bedroom",
    "what is the temperature in the study",
    "where is the vacuum",
    "when did the light go off",
    "do you know a joke",
    "书房多少度",
    "灯关了吗",
    "吸尘器在哪",
  ])("is none that the home answers: %s", (text) => {
    const asked = read(text);
    const questions = asked?.op === "ask" ? asked.questions : [];
    expect(questions.filter(({ of, sure }) => sure || of === "about")).toEqual([]);
  });
});

describe("a request to forget", () => {
  it.each([
    ["forget that", "forget-last"],
    ["undo that", "forget-last"],
    ["忘了吧", "forget-last"],
    ["forget everything about me", "forget-all"],
    ["forget all you know", "forget-all"],
    ["把关于我的都忘掉", "forget-all"],
    ["forget my bedtime", "forget"],
    ["forget what I said about the vet", "forget"],
    ["don't call the study the den any more", "forget"],
    ["忘掉我的睡觉时间", "forget"],
    ["把兽医的事忘了", "forget"],
    ["别再管书房叫小窝了", "forget"],
  ])("%s", (text, op) => {
    expect(read(text)?.op).toBe(op);
  });

  it.each(["don't forget that the vet is Dr Lang", "never mind", "cancel my alarm", "别忘了关灯", "我忘了关灯"])(
    "is nothing in: %s",
    (text) => {
      expect(read(text)?.op ?? "none").not.toMatch(/^forget/);
    },
  );
});

describe("a remembered time in another sentence", () => {
  const TIMES = [
    { name: "bedtime", clock: "23:00", weekdays: [1, 2, 3, 4, 5] },
    { name: "bedtime", clock: "00:30", weekdays: [6, 7] },
    { name: "dinner", clock: "18:30", weekdays: [] },
    { name: "wakeup", clock: "07:00", weekdays: [] },
    { name: "film night", clock: "20:00", weekdays: [] },
  ];
  const put = (text: string) => expandNamedTimes(text, TIMES, situation(text));

  it.each([
    ["turn the lights off at my bedtime", "turn the lights off at 11 pm"],
    ["turn on the dining light half an hour before dinner", "turn on the dining light at 6 pm"],
    ["remind me ten minutes after I get up to drink", "remind me at 7:10 am to drink"],
    ["half an hour before film night close the curtains", "at 7:30 pm close the curtains"],
    ["keep the hall light on until bedtime", "keep the hall light on until 11 pm"],
    ["turn off the TV at bedtime on Saturday", "turn off the TV at 12:30 am on Saturday"],
    ["睡前半小时关灯", "晚上10点30分关灯"],
    ["晚饭前打开餐厅的灯", "晚上6点30分打开餐厅的灯"],
    ["起床后十分钟提醒我吃药", "早上7点10分提醒我吃药"],
    ["周六睡觉的时候关灯", "周六凌晨0点30分关灯"],
  ])("is a clock: %s", (text, plain) => {
    expect(put(text)).toMatchObject({ kind: "put", text: plain });
  });

  it.each(["every day at my bedtime turn off the lights", "每天睡觉的时候关灯"])(
    "is asked about where it differs on the days that are meant: %s",
    (text) => {
      expect(put(text)).toMatchObject({ kind: "which", name: "bedtime" });
    },
  );

  it("is asked for if it is the speaker's own and not known", () => {
    const text = "turn the lights off at my bedtime";
    expect(expandNamedTimes(text, [], situation(text))).toEqual({ kind: "unknown", event: "bedtime" });
  });

  it.each([
    "turn off the lights",
    "activate the bedtime scene",
    "what's for dinner",
    "turn on the dining light for dinner",
    "the breakfast bar lamp on",
    "I work too much",
    "睡眠模式",
    "打开晚餐模式",
  ])("is none in: %s", (text) => {
    expect(put(text)).toBeNull();
  });
});

describe("a preference in another sentence", () => {
  const LIKINGS = [
    { kind: "preference", of: { type: "room", id: "living" }, property: "target-temperature", value: 21, part: null },
    {
      kind: "preference",
      of: { type: "room", id: "living" },
      property: "target-temperature",
      value: 18,
      part: "night",
    },
    {
      kind: "preference",
      of: { type: "kind", id: "light", room: "living" },
      property: "brightness",
      value: 40,
      part: null,
    },
    { kind: "preference", of: null, property: "color", value: "teal", part: null },
  ] as const;
  const put = (text: string) => expandPreferences(text, LIKINGS, situation(text));

  it.each([
    ["set the floor lamp to my favourite colour", "set the floor lamp to teal"],
    ["set my favourite colour", "set the lights in Living room to teal"],
    ["heat the living room as I like it", "set the Living room to 21 °C"],
    ["make it comfortable in here", "set the Living room to 21 °C and set the lights in the living room to 40%"],
    ["set the living room lights the way I like them", "set the living room lights to 40%"],
    ["把客厅调到我喜欢的温度", "把客厅调到21度"],
    ["把客厅的灯调成我喜欢的亮度", "把客厅的灯调到40%"],
  ])("is a setting: %s", (text, plain) => {
    const found = put(text);
    expect(found?.kind).toBe("put");
    expect((found as { text: string }).text.toLowerCase()).toBe(
      plain.toLowerCase().replace("in living", "in the living"),
    );
  });

  it("uses the preference for the time of the day", () => {
    const text = "heat the living room as I like it";
    const night = { ...situation(text), now: Date.UTC(2026, 0, 1, 23, 30) };
    expect(expandPreferences(text, LIKINGS, night)).toMatchObject({ text: "set the Living room to 18 °C" });
  });

  it.each([["heat the study as I like it"], ["set the lamp to my favourite temperature"], ["把书房调到我喜欢的温度"]])(
    "is not known where nobody has told it: %s",
    (text) => {
      expect(put(text)?.kind).toBe("unknown");
    },
  );

  it.each(["make it warmer", "I like it here", "turn on the floor lamp", "我喜欢这里", "把灯打开"])(
    "is nothing in: %s",
    (text) => {
      expect(put(text)).toBeNull();
    },
  );
});
