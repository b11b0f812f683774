import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const inn = talkWithDevices("en", { one: "Room 1", two: "Room 2", four: "Room 4" }, [
  ["a-lamp", "Lamp", "one", "jia.light.white"],
  ["b-lamp", "Lamp", "two", "jia.light.white"],
  ["d-lamp", "Lamp", "four", "jia.light.white"],
]);
const study = talkIn("house", { room: "study" });

describe('"rooms one and two": a second number names another room', () => {
  it.each([
    ["lamps on in rooms one and four", ["a-lamp light.on=true", "d-lamp light.on=true"]],
    ["rooms 1, 2 and 4, lamps on", ["a-lamp light.on=true", "b-lamp light.on=true", "d-lamp light.on=true"]],
    ["lamp in room two to 40", ["b-lamp light.on=true", "b-lamp light.brightness=40"]],
  ])("%s", (text, done) => expect(plannedCommands(inn, text)).toEqual(done));

  it("a second number without such a room is no brightness", () =>
    expect(plannedCommands(inn, "lamps on in rooms one and nine")).toEqual(["unknown"]));
});

describe("keys and sockets are found by number words", () => {
  it.each([
    ["socket two of the power strip, off", ["study-strip switch-3.on=false"]],
    ["sockets one and three off", ["study-strip switch-2.on=false", "study-strip switch-4.on=false"]],
    ["turn on socket number two", ["study-strip switch-3.on=true"]],
  ])("%s", (text, done) => expect(plannedCommands(study, text)).toEqual(done));
});
