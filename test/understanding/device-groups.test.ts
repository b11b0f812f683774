import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const LIGHT = "jia.light.white";

/** Lamps in two rooms, two of them in a group. */
function grouped(language: "en" | "zh", name: string, aliases: readonly string[] = []) {
  const [study, hall, lamp, spot, sconce] =
    language === "en" ? ["Study", "Hall", "Floor lamp", "Spot", "Sconce"] : ["书房", "走廊", "落地灯", "射灯", "壁灯"];
  const talk = talkWithDevices(language, { study, hall }, [
    ["lamp", lamp, "study", LIGHT],
    ["spot", spot, "hall", LIGHT],
    ["sconce", sconce, "hall", LIGHT],
  ]);
  const id = (handle: string) => talk.home.devices.find((device) => device.id.endsWith(handle))?.id ?? "";
  talk.home.setGroup("g", { id: "g", name, aliases, members: [id("lamp"), id("spot")] });
  return talk;
}

const ON = ["lamp on=true", "spot on=true"];

describe("a group of devices that a person made", () => {
  it.each([
    ["en", "Reading lights", "turn on the reading lights"],
    ["en", "Reading lights", "Reading lights on please"],
    ["en", "Evening", "turn evening on"],
    ["zh", "阅读灯", "打开阅读灯"],
    ["zh", "氛围组", "把氛围组打开"],
  ] as const)("means all its members: %s %s: %s", (language, name, text) => {
    expect(immediateCommands(grouped(language, name), text)).toEqual(ON);
  });

  it("is understood by its aliases, by values and with an exception", () => {
    const talk = grouped("en", "Reading lights", ["cosy corner"]);
    expect(immediateCommands(talk, "set the cosy corner to 30%")).toEqual([
      "lamp on=true",
      "lamp brightness=30",
      "spot on=true",
      "spot brightness=30",
    ]);
    expect(immediateCommands(talk, "turn on the reading lights except the spot")).toEqual(["lamp on=true"]);
  });

  it("is not understood any more once it is gone, and names of devices mean the devices all the time", () => {
    const talk = grouped("en", "Zanzibar");
    expect(immediateCommands(talk, "turn on the zanzibar")).toEqual(ON);
    expect(immediateCommands(talk, "turn on the spot")).toEqual(["spot on=true"]);
    talk.home.setGroup("g", null);
    expect(immediateCommands(talk, "turn on the zanzibar")).not.toEqual(ON);
  });
});
