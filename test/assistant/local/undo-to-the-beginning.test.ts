import { describe, expect, it } from "vitest";
import { eachDialogue } from "../../support/each-dialogue.ts";
import { netChangesLine } from "../../support/net-changes.ts";
import { talkIn } from "../../support/speak.ts";

eachDialogue(
  "everything as it was at the beginning is all that was done, and not only the last",
  [
    [["close the curtains", "spotlights on", "heater on", "put everything back to how it was at the beginning"], ""],
    [["close the curtains", "spotlights on", "set it all back to how it was before we started"], ""],
    [["拉上窗帘", "打开射灯", "打开电暖器", "全部恢复到最开始的样子"], ""],
    [["spotlights on", "heater on", "put it back to how it was at the beginning"], "living-spots.light.on=true"],
  ],
  "living",
);

eachDialogue(
  "before I complained leaves what was done before the complaint",
  [
    [
      ["heater on", "it's too bright in here", "darker", "put it back to how it was before I complained"],
      "living-heater.heater.on=true",
    ],
    [["打开电暖器", "太亮了", "再暗点", "恢复到我抱怨之前"], "living-heater.heater.on=true"],
  ],
  "living",
);

eachDialogue(
  "what is not needed and shall be off is switched off, though it was on before",
  [
    [
      ["turn on the lights", "I don't need the floor lamp, turn it off"],
      "living-floor-lamp.light.on=false, living-spots.light.on=true, living-tv-strip.light.on=true",
    ],
    [
      ["打开客厅的灯", "落地灯不用了，关掉"],
      "living-floor-lamp.light.on=false, living-spots.light.on=true, living-tv-strip.light.on=true",
    ],
  ],
  "living",
);

describe("praise of a command reverts nothing", () => {
  it.each([
    [["spotlights on", "great. perfect. I wanted the cabinet light"]],
    [["打开射灯", "真漂亮，谢谢，应该是吸顶灯"]],
  ])("%s", async (turns) => {
    expect(await netChangesLine(turns, { room: "living" })).toContain("living-spots.light.on=true");
  });

  it("a denial reverts it", async () => {
    const turns = ["spotlights on", "no. sorry. I meant the strip"];
    expect(await netChangesLine(turns, { room: "living" })).toBe("living-tv-strip.light.on=true");
  });
});

describe("a device of a remark that was not parsed is not switched off next", () => {
  it.each([
    ["turn on the strip", "the plumber rang about the dishwasher", "turn it off", "Which device do you mean?"],
    ["打开灯带", "修理工来电话说洗碗机的事", "关掉它", "你说的是哪个设备？"],
  ])("%s, %s, %s", async (first, told, off, question) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(first);
    await talk.say(told);
    expect(await talk.reply(off)).toBe(question);
    expect(talk.home.device("kitchen-dishwasher")?.state.get("dishwasher.on")?.value).not.toBe(false);
  });
});
