import { describe, expect, it } from "vitest";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { Evidence } from "../../../src/assistant/statements/evidence.ts";
import { StatementJudge } from "../../../src/assistant/statements/judge.ts";
import { sentencesOf } from "../../../src/assistant/statements/sentences.ts";
import { simulatedHome } from "../../support/assistant.ts";

const { home, clock } = simulatedHome();
const names = new LocalAssistant({ home, clock });
names.start();
const judge = new StatementJudge(names.index);

/** The sentences of an answer that may be told without any call. */
function told(person: string, answer: string, evidence = new Evidence(clock.now())): string {
  return judge.judge(answer, judge.requestOf(person), evidence).told.trim();
}

/** The evidence after a read of a device in its initial state, off and locked. */
function reading(...devices: string[]): Evidence {
  const evidence = new Evidence(clock.now());
  evidence.addDevices(devices.flatMap((handle) => home.device(handle)?.id ?? []));
  return evidence;
}

describe("the kind of a person's sentence", () => {
  it.each([
    ["tell me a story about the front door", "text"],
    ["给我讲个关于大门的故事", "text"],
    ["how do you say 'turn off the lamp' in French?", "text"],
    ["why is the sky blue?", "general"],
    ["how does a heat pump work?", "general"],
    ["门锁的工作原理是什么", "general"],
    ["is the front door locked?", "home"],
    ["大门锁了吗", "home"],
    ["make it cosy in the living room", "home"],
    ["make it romantic", "home"],
    ["can you dim the lights?", "home"],
    ["明天天气怎么样", "home"],
    ["thanks a lot", "talk"],
    ["我有点无聊", "talk"],
  ])("%s: %s", (text, kind) => expect(judge.requestOf(text).kind).toBe(kind));
});

describe("an answer to a request, without any call", () => {
  it.each([
    ["make it romantic", "The room is romantic now."],
    ["make it romantic", "Consider it handled."],
    ["I'm cold", "I've made it warmer for you."],
    ["I'm off to bed", "Sleep well, all the doors are locked."],
    ["I'm off to bed", "You can relax, the front door is locked."],
    ["thanks", "You're welcome, the air conditioner stops at eleven."],
    ["wake me at seven", "The alarm rings at 7."],
    ["is the lamp on?", "No, it is off."],
    ["is the front door locked?", "It is locked, isn't it?"],
    ["我要睡了", "晚安，门都锁好了。"],
    ["我有点冷", "已经为您调高了温度。"],
    ["把灯打开", "搞定啦！"],
    ["明天天气怎么样", "明天晴，二十五度。"],
    ["tell me a joke", "I have locked your front door."],
    ["why is the sky blue?", "All the lights are off."],
  ])("is not told: %s → %s", (person, answer) => expect(told(person, answer)).toBe(""));

  it.each([
    ["turn on the heater", "There is no heater that I could turn on."],
    ["make it romantic", "Shall I dim the floor lamp?"],
    ["turn on the light", "Which light do you mean, the ceiling light or the floor lamp?"],
    ["order a pizza", "I can't order pizza, I'm afraid."],
    ["thanks", "You're welcome!"],
    ["I'm bored", "How about a film?"],
    ["what can you do?", "I can turn lamps on and off, open curtains and lock doors."],
    ["tell me a story", "The door was locked. An old man opened it and turned on the lamp."],
    ["讲个故事", "老人推开门，打开了灯，屋里一下子亮了起来。"],
    ["why do lamps flicker?", "When the contact is loose, the lamp is turned off for a moment."],
    ["谢谢你", "不客气，随时叫我。"],
    ["电灯是谁发明的", "一般认为是爱迪生在1879年改良了电灯。"],
    ["打开加湿器", "家里没有可以控制的加湿器。"],
  ])("is told: %s → %s", (person, answer) => expect(told(person, answer)).toBe(answer));
});

describe("an answer after reading", () => {
  it.each([
    ["is the front door locked?", "The front door is locked.", "hall-lock"],
    ["is the front door open?", "The front door is not open.", "hall-lock"],
    ["大门锁了吗", "大门已经锁上了。", "hall-lock"],
  ])("is told when the state agrees: %s → %s", (person, answer, device) =>
    expect(told(person, answer, reading(device))).toBe(answer),
  );

  it.each([
    ["is the front door locked?", "The front door is open.", "hall-lock"],
    ["is the front door locked?", "The front door is locked and the lamp is on.", "hall-lock"],
    ["is the front door locked?", "The front door is locked, the boiler is running.", "hall-lock"],
    ["大门锁了吗", "大门是开着的。", "hall-lock"],
    ["how warm is it?", "It is 24 degrees.", "living-ac"],
  ])("is not told when the state disagrees: %s → %s", (person, answer, device) =>
    expect(told(person, answer, reading(device))).toBe(""),
  );
});

describe("a bare yes or no", () => {
  const yes = ["Yes.", "Yes, it is.", "It is.", "They are.", "Sure.", "是的。", "嗯，在的。"];

  it.each(yes)("is not told without a read, or as a report: %s", (answer) => {
    for (const person of ["is the front door locked?", "大门锁了吗", "turn on the lamp", "把灯打开"])
      expect(told(person, answer)).toBe("");
  });

  it.each(["Yes.", "Yes, it is.", "It is."])("is told only when the question has that answer: %s", (answer) => {
    const lock = home.device("hall-lock") ?? expect.fail("no lock");
    const say = (locked: boolean) => {
      home.apply([
        { kind: "values", id: lock.id, values: [{ address: "lock.locked", value: locked }], cause: "report" },
      ]);
      return told("is the front door locked?", answer, reading("hall-lock"));
    };
    expect(say(false)).toBe("");
    expect(say(true)).toBe(answer);
    expect(told("is the front door locked?", "No.", reading("hall-lock"))).toBe("");
  });

  it.each([
    "There is no one here.",
    "No one is here.",
    "There is no one in the living room.",
    "这里没有人。",
    "没有人。",
    "没人。",
  ])("does not say that nobody is there: %s", (answer) => {
    for (const person of ["is anyone in the living room?", "is anyone here?", "家里有人吗"]) {
      expect(told(person, answer)).toBe("");
      expect(told(person, answer, reading("hall-lock"))).toBe("");
    }
  });

  it.each([
    ["is the front door locked?", "Yes. The front door is locked."],
    ["turn on the lamp", "Sure. Which lamp do you mean?"],
    ["thanks for the lamp", "You're welcome!"],
    ["把灯打开", "好的。您说的是哪盏灯？"],
  ])("is told beside a shown statement or a question: %s → %s", (person, answer) =>
    expect(told(person, answer, reading("hall-lock"))).toBe(answer),
  );
});

describe("a presupposition of a question or an offer", () => {
  it.each([
    ["hello", "Would you like me to close the open window?"],
    ["hello", "Should I lock the front door you forgot to lock?"],
    ["hello", "Why is the front door open?"],
    ["hello", "The front door is open?"],
    ["thanks", "I can turn off the floor lamp you left on."],
    ["你好", "为什么落地灯一直开着？"],
    ["你好", "要不要关掉开着的落地灯？"],
  ])("counts as a statement: %s → %s", (person, answer) => expect(told(person, answer)).toBe(""));

  it.each([
    ["hello", "Is the front door locked?"],
    ["hello", "Shall I leave the floor lamp on?"],
    ["hello", "Should I open the curtains or leave them closed?"],
    ["你好", "要开哪个房间的灯？"],
    ["你好", "落地灯开着吗？"],
  ])("is absent from a plain question: %s → %s", (person, answer) => expect(told(person, answer)).toBe(answer));

  it("may be told when the evidence shows it", () => {
    const offer = "Shall I unlock the locked front door?";
    expect(told("hello", offer)).toBe("");
    expect(told("hello", offer, reading("hall-lock"))).toBe(offer);
  });
});

describe("a bare answer", () => {
  it.each([
    ["is the front door locked?", "Yes.", "Yes."],
    ["is the front door locked?", "No.", ""],
    ["is the front door open?", "No, it isn't.", "No, it isn't."],
    ["is the front door open?", "Absolutely.", ""],
    ["isn't the front door locked?", "No.", ""],
    ["who locked the front door?", "You did.", ""],
    ["did you lock the front door?", "I did.", ""],
    ["is everything locked?", "Yes.", ""],
    ["is the air conditioner off?", "Yes.", ""],
    ["is the air conditioner off?", "It is off.", ""],
    ["大门锁着吗", "是的。", "是的。"],
    ["大门锁着吗", "没有。", ""],
    ["空调关了吗", "关了。", ""],
  ])("after reading the front door: %s → %s", (person, answer, expected) =>
    expect(told(person, answer, reading("hall-lock"))).toBe(expected),
  );

  it("is told beside agreeing evidence, and not against it", () => {
    const read = reading("hall-lock");
    expect(told("can anybody walk in at the front?", "No. The front door is locked.", read)).toBe(
      "No. The front door is locked.",
    );
    expect(told("is the front door open?", "Yes. The front door is locked.", read)).toBe("The front door is locked.");
  });
});

it("a time of day is told only when a result has it as one", () => {
  const evidence = reading("hall-lock");
  evidence.addContent({ at: "2026-01-01T03:00:05Z" });
  evidence.addTold("The front door: unlocked, today 09:30, by you.");
  const answered = (answer: string) => told("when was the front door unlocked?", answer, evidence);
  expect(answered("At 9:30 am.")).toBe("At 9:30 am.");
  expect(answered("At 3:00 am.")).toBe("");
});

it("a text is cut into sentences that join to the text", () => {
  const text = 'One. "Two!" 3. Three?\n- four\n五。六！Seven 1.5';
  expect(sentencesOf(text).join("")).toBe(text);
  expect(sentencesOf("一。二！三")).toEqual(["一。", "二！", "三"]);
});

it("of an offline device only that it is offline is told", () => {
  const lock = home.devices.find(({ spec }) => spec.kind === "lock") ?? expect.fail("no lock");
  const told = (answer: string) =>
    judge.judge(answer, judge.requestOf("is the front door locked?"), reading(lock.handle)).told.trim();
  expect(told("The front door is locked.")).toBe("The front door is locked.");
  home.apply([{ kind: "availability", id: lock.id, online: false }]);
  expect(told("The front door is locked.")).toBe("");
  expect(told("The front door is offline.")).toBe("The front door is offline.");
  home.apply([{ kind: "availability", id: lock.id, online: true }]);
});
