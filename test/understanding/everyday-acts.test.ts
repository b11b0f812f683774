import { describe, expect, it } from "vitest";
import { understand } from "../../src/understanding/understand.ts";
import { effectsOf } from "../support/effects.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const rooms = { lounge: "Living room", kitchen: "Kitchen", study: "Study", hall: "Hall" };
const talk = talkWithDevices("en", rooms, [
  ["lamp", "Floor lamp", "lounge", "yeelink.light.color5"],
  ["coffee", "Coffee machine", "kitchen", "scishare.coffee.s1102"],
  ["speaker", "Speaker", "kitchen", "xiaomi.wifispeaker.lx06"],
  ["robot", "Vacuum", "hall", "dreame.vacuum.p2028"],
  ["heater", "Heater", "study", "zhimi.heater.za2"],
]);
const effects = (text: string): string[] => effectsOf(talk, text, "kitchen");

describe("an act is understood in many wordings", () => {
  describe.each([
    [
      "mute the speaker",
      [
        "be quiet",
        "shut up please",
        "no sound",
        "turn the volume off",
        "stop making noise",
        "i need some quiet",
        "put the speaker on mute",
        "make the speaker silent",
        "speaker silent",
        "volume to zero",
      ],
    ],
    [
      "make a coffee",
      [
        "make coffee for me",
        "coffee please",
        "i need coffee",
        "start brewing coffee",
        "can you get the coffee started",
        "begin making the coffee",
        "time for a coffee",
        "coffee now",
      ],
    ],
    [
      "start the vacuum",
      [
        "vacuum the house",
        "vacuum the carpet",
        "do the hoovering",
        "the carpet needs vacuuming",
        "get the vacuum going",
        "send the vacuum to clean",
        "send the vacuum out",
        "tell the vacuum to start",
        "the floor is dirty start the vacuum",
      ],
    ],
    ["send the vacuum back to its dock", ["send the vacuum home", "send the vacuum back"]],
    ["set the floor lamp to maximum brightness", ["turn the floor lamp up all the way", "floor lamp all the way up"]],
    [
      "dim the floor lamp",
      ["lower the intensity of the floor lamp", "low down the floor lamp", "make the floor lamp dimmer"],
    ],
    ["brighten the floor lamp", ["make the floor lamp bright", "make the floor lamp more bright"]],
    ["turn off the heater", ["turn the heat off", "kill the heat", "turn off the heat", "heat off"]],
    ["turn on the heater", ["turn on the heat", "put the heat on", "heat on please"]],
    ["set the speaker volume to 15", ["put the speaker volume on 15", "speaker volume 15"]],
    ["turn on the floor lamp", ["it's dark turn on the floor lamp", "i want to relax turn on the floor lamp"]],
  ])("%s", (plain, forms) => {
    it.each(forms)("%s", (text) => {
      expect(effects(text)).toEqual(effects(plain));
      expect(effects(plain).join()).toMatch(/[=.]/);
    });
  });

  it.each([
    "coffee",
    "coffee is my favourite drink",
    "is the coffee ready",
    "i had a coffee this morning",
    "don't make coffee",
    "the baby is quiet",
    "the street is quiet now",
    "is it quiet in here",
    "the lamp is bright",
    "my wife is vacuuming the carpet",
    "send an email to bob",
    "send me the news",
    "tell my wife to call me",
    "ask bob how he is",
    "how do i make coffee",
  ])("a sentence without an act does nothing: %s", (text) => {
    expect(effects(text).join()).not.toMatch(/[=.]/);
  });
});

describe("an alarm is understood in many wordings", () => {
  it.each([
    ["set an alarm for six am", ["alert me at six am", "give me an alarm at six am", "sound an alarm at 6 am"]],
    [
      "set an alarm for 5 am on weekdays",
      ["set an alarm for 5 am monday through friday", "set a recurring alarm for 5 am on all weekdays"],
    ],
    ["set an alarm for 7 am every day", ["set a repeating alarm for 7 am each morning", "alert me at 7 am each day"]],
    ["set an alarm two hours from now", ["alert me in two hours", "alert me two hours from now"]],
  ])("%s", (plain, forms) => {
    for (const text of forms) expect(timersOf(text)).toEqual(timersOf(plain));
    expect(timersOf(plain)).toHaveLength(1);
  });
});

/** What shall ring, as it would be planned. */
function timersOf(text: string): readonly unknown[] {
  const understanding = understand(text, talk.local.dialogueContext(null, "en", null), null);
  if (understanding.kind === "unknown") return [];
  return understanding.steps.flatMap((step) => (step.kind === "timer" ? [step.intent] : []));
}
