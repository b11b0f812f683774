import { describe, expect, it } from "vitest";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { Evidence } from "../../../src/assistant/statements/evidence.ts";
import { StatementJudge } from "../../../src/assistant/statements/judge.ts";
import { readHomeFile, SpecLibrary } from "../../../src/library/index.ts";
import { createDirectHome } from "../../../src/simulator/direct-home.ts";
import { ManualClock } from "../../support/clock.ts";

const clock = new ManualClock();
const { home } = createDirectHome(readHomeFile("devices/homes/house.json", new SpecLibrary("devices")), { clock });
const names = new LocalAssistant({ home, clock });
names.start();
const judge = new StatementJudge(names.index);

/** Whether an answer may be told when the prompt shows the state of all devices, or of none. */
function isTold(person: string, answer: string, shown: "everything" | "nothing"): boolean {
  const evidence = new Evidence(clock.now());
  if (shown === "everything") for (const device of home.devices) evidence.addReading(device);
  return judge.judge(answer, judge.requestOf(person), evidence).unshown.length === 0;
}

describe("an answer from the state that the prompt shows", () => {
  it.each([
    ["is anything open upstairs", "Nothing is open upstairs."],
    ["is anything open", "Only the kitchen window is open."],
    ["which lights are on upstairs", "Emma's ceiling light and the study ceiling light are on upstairs."],
    ["are all the lights in the kitchen off", "All of them except the ceiling light."],
    ["are the kitchen lights off", "The counter lights are off, but the ceiling light is on."],
    ["are the kitchen lights off", "All kitchen lights are off except the ceiling light."],
    ["how many lights are on in the living room", "Two lights are on in the living room."],
    ["which is done first, washer or dishwasher", "The washer: it has 27 minutes left, the dishwasher 42."],
    ["are both doors locked", "The front door is locked, but the side door of the garage is not."],
    ["is someone in the kitchen", "There is motion in the kitchen right now."],
    ["what is on in the bedroom", "The right bedside lamp, the air conditioner and the humidifier are on."],
    ["楼上有窗户开着吗", "楼上的窗户都关着。"],
    ["家里有窗户开着吗", "只有厨房的窗户开着。"],
    ["厨房的灯都关了吗", "除了吸顶灯，都关了。"],
    ["客厅开着几盏灯", "客厅开着两盏灯。"],
    ["两个门都锁了吗", "大门锁着，车库侧门没锁。"],
    ["书房和客房哪个暖和", "书房暖和，书房21.4度，客房18.3度。"],
  ])("is told when it is true: %s → %s", (person, answer) => {
    expect(isTold(person, answer, "everything")).toBe(true);
    expect(isTold(person, answer, "nothing")).toBe(false);
  });

  it.each([
    ["is anything open downstairs", "Nothing is open downstairs."],
    ["is anything open", "Only the front door is open."],
    ["which lights are on upstairs", "Emma's ceiling light and Leo's ceiling light are on upstairs."],
    ["are the kitchen lights off", "All kitchen lights are off."],
    ["are the kitchen lights off", "All kitchen lights are off except the counter lights."],
    ["how many lights are on in the living room", "Three lights are on in the living room."],
    ["is someone in the hall", "There is motion in the hall right now."],
    ["what is on in the bedroom", "The left bedside lamp, the air conditioner and the humidifier are on."],
    ["家里有窗户开着吗", "家里的窗户都关着。"],
    ["厨房的灯都关了吗", "都关了。"],
    ["厨房的灯都关了吗", "除了台面灯，都关了。"],
    ["客厅开着几盏灯", "客厅开着四盏灯。"],
    ["两个门都锁了吗", "都锁着。"],
  ])("is not told when it is false: %s → %s", (person, answer) =>
    expect(isTold(person, answer, "everything")).toBe(false),
  );
});

describe("an answer that is not about the state of the home, without any call", () => {
  it.each([
    ["how does a heat pump heat a house", "It takes heat from the air outside and moves it in."],
    ["how much electricity does a fridge use", "A modern fridge uses about 150 to 200 kilowatt hours a year."],
    ["how do I descale the kettle", "Fill it with water and vinegar, boil it, and rinse it twice."],
    ["I'm bored", "Shall I put on some music, or do you want a riddle?"],
    ["my son is afraid of the dark", "A small night light often helps. Shall I leave his on tonight?"],
    ["will it rain", "I can't see the weather from here."],
    ["turn on the lamp", "Which one: the floor lamp or the bedside lamp?"],
    ["what can you do with the car", "I can lock and unlock it, warm it up and tell you how full the battery is."],
    ["is there a camera in the nursery", "There is no camera in the nursery."],
    ["good night", "Good night, sleep well!"],
    ["明天会下雨吗", "我查不到天气预报。"],
    ["阳台有摄像头吗", "阳台没有摄像头。"],
    ["关于空调，开多少度省电", "一般夏天开26度、冬天开20度比较省电。"],
    ["给我讲个关于大门的故事", "从前有一扇大门，谁也打不开。一个小女孩对它说了句悄悄话，门就开了。"],
  ])("is told: %s → %s", (person, answer) => expect(isTold(person, answer, "nothing")).toBe(true));

  it.each([
    ["it's a bit bright", "Done, I've dimmed the lights."],
    ["my eyes hurt", "I dimmed the light a bit."],
    ["could you do something about the glare", "Sure, the blinds are coming down now."],
    ["is there a camera in the garden", "There is no camera in the garden."],
    ["what does a dehumidifier do?", "It dries the air. The one in your utility room is brimming over."],
    ["眼睛疼", "灯光调柔和了。"],
    ["花园有摄像头吗", "花园没有摄像头。"],
    ["屋里味道大", "净化器已经开到最大。"],
  ])("is not told when it claims something: %s → %s", (person, answer) =>
    expect(isTold(person, answer, "nothing")).toBe(false),
  );
});
