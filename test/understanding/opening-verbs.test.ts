import { describe, expect, it } from "vitest";
import { explainSentence } from "../../src/assistant/local/index.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });
const flat = talkIn("flat", { room: "kitchen" });

describe("opening an appliance starts nothing", () => {
  it.each(["open the microwave", "open the air fryer", "open the dishwasher", "open the water heater"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["refuse no-action"]),
  );
  it.each([
    ["open the TV", "living-tv television.on=true"],
    ["open the front door", "front-door-lock lock.locked=false"],
  ])("%s", (text, done) => expect(plannedCommands(house, text)).toEqual([done]));
  it("打开 switches an appliance on", () =>
    expect(plannedCommands(flat, "打开洗衣机")).toEqual(["balcony-washer washer.on=true"]));
});

describe("a lock or a valve does not open partly", () => {
  it.each(["open the front door a bit", "open the water valve a little"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["refuse no-action"]),
  );
  it("a curtain opens partly", () =>
    expect(plannedCommands(flat, "客厅窗帘关一点")).toEqual([
      expect.stringMatching(/^living-curtain curtain.target-position=/),
    ]));
});

describe('"the heat" means the heater', () => {
  it.each([
    ["turn the heat on in Emma's room", ["emma-heater heater.on=true"]],
    ["turn down the heat", ["living-heater heater.target-temperature=20"]],
    ["more heat please", ["living-heater heater.on=true", "living-heater heater.target-temperature=22"]],
  ])("%s", (text, done) => expect(plannedCommands(house, text)).toEqual(done));
});

describe("a thing and its state with a question mark is a question", () => {
  it.each(["boiler on?", "garage door open?", "front door locked?", "heater on in the living room?", "lights off?"])(
    "%s",
    (text) => expect(plannedCommands(house, text)).toEqual(["answer"]),
  );
  it.each(["heater on please?", "turn on the heater?"])("%s wants it on", (text) =>
    expect(plannedCommands(house, text)).toEqual(["living-heater heater.on=true"]),
  );
});

describe("a costly command that may be addressed to somebody else leads to a question", () => {
  const kindOf = (text: string) =>
    explainSentence(text, house.local.dialogueContext(null, "en", "living"), null).decision.kind;
  it.each(["Tom, turn the heater on", "小张把车库门打开一下"])("%s", (text) => expect(kindOf(text)).toBe("ask"));
  it("a command to a member of the family is not carried out: 爸，把水阀打开", () =>
    expect(kindOf("爸，把水阀打开")).toBe("hand-on"));
  it.each(["Jia, turn the heater on", "right, turn the heater on", "Tom, turn the floor lamp on"])(
    "%s is done",
    (text) => expect(kindOf(text)).toBe("act"),
  );
});
