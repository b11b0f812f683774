import { describe, expect, it } from "vitest";
import { understand } from "../../src/understanding/understand.ts";
import { effectsOf } from "../support/effects.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const rooms = { lounge: "Living room", kitchen: "Kitchen", terrace: "Terrace" };
const talk = talkWithDevices("en", rooms, [
  ["lamp", "Floor lamp", "lounge", "yeelink.light.color5"],
  ["ceiling", "Ceiling light", "lounge", "yeelink.light.color5"],
  ["tv", "TV", "lounge", "jia.tv.generic"],
  ["plug", "Corner plug", "lounge", "chuangmi.plug.m3"],
  ["fan", "Fan", "lounge", "dmaker.fan.p33"],
  ["counter", "Counter light", "kitchen", "yeelink.light.color5"],
  ["terrace", "Light", "terrace", "jia.light.onoff"],
]);
const effects = (text: string): string[] => effectsOf(talk, text, "lounge").sort();
const sum = (...texts: string[]): string[] => texts.flatMap(effects).sort();

describe("a list without marks and verbs is read as its single commands", () => {
  it.each([
    ["floor lamp on tv off", ["turn on the floor lamp", "turn off the tv"]],
    ["tv off corner plug on", ["turn off the tv", "turn on the corner plug"]],
    ["turn the floor lamp on the tv off", ["turn on the floor lamp", "turn off the tv"]],
    ["floor lamp red ceiling light blue", ["make the floor lamp red", "make the ceiling light blue"]],
    ["floor lamp 40 ceiling light 70", ["set the floor lamp to 40", "set the ceiling light to 70"]],
    ["kitchen counter light on terrace light off", ["turn on the counter light", "turn off the terrace light"]],
    [
      "tv off floor lamp green ceiling light 20",
      ["tv off", "make the floor lamp green", "set the ceiling light to 20"],
    ],
    ["turn on the fan set it to 3 turn on the floor lamp", ["set the fan to 3", "turn on the fan", "floor lamp on"]],
  ])("%s", (text, parts) => expect(effects(text)).toEqual(sum(...parts)));

  it.each([
    ["turn the light on the terrace off", "turn off the terrace light"],
    ["light on terrace on", "turn on the terrace light"],
    ["turn the floor lamp in the living room off", "turn off the floor lamp"],
  ])("what only says where is no command of its own: %s", (text, same) => expect(effects(text)).toEqual(effects(same)));
});

describe("a missing thing is refused beside the commands that are carried out", () => {
  it.each([
    "turn on the floor lamp and the jacuzzi",
    "turn on the jacuzzi and the floor lamp",
    "floor lamp and jacuzzi on",
  ])("%s", (text) => {
    const understanding = understand(text, talk.local.dialogueContext(null, "en", "lounge"), null);
    const steps = understanding.kind === "plan" ? understanding.steps : [];
    const codes = steps.flatMap((step) => (step.kind === "do" ? step.refusals.map(({ code }) => code) : []));
    expect(effects(text)).toEqual(effects("turn on the floor lamp"));
    expect(codes).toEqual(["no-device"]);
  });
});

describe("starting an unknown thing is a command of its own", () => {
  it.each([
    ["start the aquarium pump and turn on the floor lamp", "turn on the floor lamp"],
    ["start the treadmill, turn off the tv", "turn off the tv"],
    ["floor lamp on, start the aquarium pump, also put the fan on", "turn on the floor lamp and the fan"],
  ])("%s", (text, done) => {
    expect(effects(text).filter((each) => each !== "refuse")).toEqual(effects(done));
    expect(effects(text)).toContain("refuse");
  });
});

describe("a goal counts for both things", () => {
  it.each([
    "dim the floor lamp and the ceiling light to 40 percent",
    "lower the floor lamp and the ceiling light to 40 percent",
    "turn down the floor lamp and ceiling light to 40 percent",
  ])("%s", (text) =>
    expect(effects(text)).toEqual(sum("dim the floor lamp to 40 percent", "dim the ceiling light to 40 percent")),
  );

  it("a second verb begins a command for the second thing alone", () => {
    const text = "dim the floor lamp and set the ceiling light to 40 percent";
    expect(effects(text)).toEqual(sum("dim the floor lamp", "set the ceiling light to 40 percent"));
  });
});

describe('"the fan timer" is the timer of the device', () => {
  it.each([
    "set the timer of the fan to 30 minutes, turn off the floor lamp",
    "turn off the floor lamp, set the timer of the fan to 30 minutes",
    "set the fan timer to 30 minutes and turn off the floor lamp",
  ])("and what is said beside it is for now: %s", (text) =>
    expect(effects(text)).toEqual([
      "living-room-fan off-delay-time.off-delay-time=30",
      "living-room-floor-lamp light.on=false",
    ]),
  );

  it("a timer without a device delays the command beside it", () => {
    expect(effects("set a 30 minute timer and turn off the floor lamp")).toEqual(["later"]);
  });
});
