import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { netChanges, netChangesLine } from "../support/net-changes.ts";
import { talkIn } from "../support/speak.ts";

const inFlat = { home: "flat", room: "living" } as const;
const AC = "living-ac.air-conditioner";

describe("a bare number after a step is the goal, unless it is the size of the step", () => {
  it.each([
    [["set the AC to 26", "two degrees lower", "no, 25"], 25],
    [["空调开到26度", "再低一度", "算了，还是24"], 24],
    [["turn the AC down two degrees", "no, three"], 23],
  ])("%j", async (turns, degrees) =>
    expect(await netChanges(turns, inFlat)).toMatchObject({ [`${AC}.target-temperature`]: degrees }),
  );

  it.each([
    [["turn up the speaker", "no, 30"], "living-speaker.speaker.volume=30"],
    [["turn up the speaker by 10", "no, 20"], "living-speaker.speaker.volume=60"],
    [["make the floor lamp brighter", "too much"], ""],
    [["make the floor lamp brighter", "is the TV on?", "undo"], ""],
  ])("%j", async (turns, line) => expect(await netChangesLine(turns, inFlat)).toBe(line));
});

eachDialogue("what was left alone may be wanted after all", [
  [["don't turn on the pendant", "ok, turn it on"], "dining-pendant.light.on=true"],
  [["don't turn on the pendant", "is it on?"], ""],
  [["there's no need to turn off the TV"], "", "living"],
  [["I'd rather you didn't turn off the TV"], "", "living"],
  [["turn off the TV", "I didn't ask you to turn off the TV"], "", "living"],
  [["turn off the TV", "no need to turn it off"], "", "living"],
]);

eachDialogue("another thing follows one that is not here, and nothing else", [
  [["turn on the sauna", "then the towel rail"], "bathroom-towel-rail.switch.on=true"],
  [["turn on the sauna", "never mind, the pendant then"], "dining-pendant.light.on=true"],
  [["is there a sauna?", "then the towel rail"], ""],
]);

eachDialogue("two rooms of people, and two of what was named there", [
  [["all lights in Emma's and Leo's room off"], "emma-ceiling-light.light.on=false, leo-night-light.light.on=false"],
  [["close all the curtains", "open both in Leo's room"], await netChangesLine(["close all the curtains"])],
]);

it('"as bright as" another thing does nothing', async () =>
  expect(await netChangesLine(["make the study lamp as bright as the ceiling light"], { room: "living" })).toBe(""));

it("a question is repeated for the room of somebody else", async () => {
  const { reply } = talkIn("house");
  await reply("how warm is it in Emma's room?");
  expect(await reply("and Leo's?")).toContain("21.4");
});

describe("in Chinese", () => {
  it.each([
    [["打开电视", "我没让你开电视"], {}],
    [["客厅和卧室的空调都开", "客厅那个关了吧"], { "bedroom-ac.air-conditioner.on": true }],
    [
      ["打开主卧的灯", "顺便把空调也打开"],
      { "bedroom-ceiling-light.light.on": true, "bedroom-ac.air-conditioner.on": true },
    ],
    [["卧室里的都关掉"], { "bedroom-bedside-lamp.light.on": false, "bedroom-humidifier.humidifier.on": false }],
    [["把吸顶灯关了", "空调关了", "撤销两步"], {}],
    [["打开净化器", "恢复"], {}],
    [["别开电视", "那开吧"], { "living-tv.television.on": true }],
  ])("%j", async (turns, changes) => expect(await netChanges(turns, inFlat)).toEqual(changes));
});

eachDialogue("what was asked about is what was not so, and which of it may be asked", [
  [["are the doors locked?", "lock it"], "garage-side-door.lock.locked=true"],
  [["are all the lights off upstairs?", "which ones?"], ""],
  [["turn on the night light in Emma's room", "turn it off", "same in Leo's"], "leo-night-light.light.on=false"],
]);
