import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const en = talkWithDevices("en", { living: "Living room", hall: "Hall", garden: "Garden" }, [
  ["front", "Front door", "hall", "jia.lock.generic"],
  ["side", "Side door", "hall", "jia.lock.generic"],
  ["main", "Main water valve", "hall", "jia.valve.generic"],
  ["fish", "Fish tank plug", "living", "chuangmi.plug.m3"],
  ["string", "String lights", "garden", "jia.light.onoff"],
  ["table", "Table lamp", "living", "yeelink.light.color5"],
  ["osram", "Osram lamp", "living", "yeelink.light.color5"],
  ["hall-ceiling", "Ceiling light", "hall", "jia.light.white"],
  ["garden-light", "Garden light", "garden", "jia.light.onoff", ["fairy lights"]],
]);
const zh = talkWithDevices("zh", { bed: "卧室", study: "书房", living: "客厅" }, [
  ["bedside", "床头灯", "bed", "yeelink.light.bslamp2", ["台灯"]],
  ["ceiling", "吸顶灯", "bed", "jia.light.white"],
  ["strip", "灯带", "living", "yeelink.light.strip6"],
]);

describe("half a name opens nothing, and asks whether another device is meant", () => {
  it.each(["open the front", "open the side", "unlock the side", "turn on the main", "open the front one"])(
    "%s",
    (text) => expect(immediateCommands(en, text).join()).not.toContain("="),
  );
  it.each(["turn off the fish", "turn off the string", "turn on the table"])("%s", (text) =>
    expect(immediateCommands(en, text)).toEqual(["asked"]),
  );
});

describe("more than half of a name identifies the device", () => {
  it.each([
    ["turn on the osram", ["osram on=true"]],
    ["make the table red", ["table on=true", "table color=16711680"]],
    ["unlock the side door", ["side locked=false"]],
    ["turn off the fish tank plug", ["fish on=false"]],
  ])("%s", (text, done) => expect(immediateCommands(en, text)).toEqual(done));
});

describe("a common name for one device does not mean another of its kind", () => {
  it.each(["turn on the ceiling lamp in the garden", "turn on the overhead light in the garden"])("%s", (text) =>
    expect(immediateCommands(en, text)).toEqual(["refused no-device"]),
  );
  it.each(["打开学习灯", "打开护眼灯", "打开桌上的灯", "把书桌灯关了"])("%s", (text) =>
    expect(immediateCommands(zh, text).join()).not.toContain("="),
  );
  it("the alias of a device means the device", () =>
    expect(immediateCommands(zh, "打开台灯")).toEqual(["bedside on=true"]));
  it("without another name the common name means it", () =>
    expect(immediateCommands(zh, "打开卧室大灯")).toEqual(["ceiling on=true"]));
});
