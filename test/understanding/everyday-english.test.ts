import { describe, expect, it } from "vitest";
import { netChangesLine } from "../support/net-changes.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

const inLiving = (text: string): Promise<string> => netChangesLine([text], { room: "living" });

describe("a device is found by the short name of its room before it", () => {
  it.each([
    ["shut the dining blind", "dining-blind.curtain.target-position=0"],
    ["put the guest heater on", "guest-heater.heater.on=true"],
    ["switch the utility light on", "utility-light.light.on=true"],
  ])("%s", async (text, effects) => {
    expect(await inLiving(text)).toContain(effects);
  });
});

describe("a possessive tells the room of a device", () => {
  it.each(["turn on all the heaters except Emma's", "switch on every heater but Emma's"])("%s", async (text) => {
    const effects = await inLiving(text);
    expect(effects).toContain("guest-heater.heater.on=true");
    expect(effects).not.toContain("emma-heater");
  });

  it('"the other lamps" leaves the named one as it is', async () => {
    const effects = await inLiving("leave the floor lamp on and turn the rest off");
    expect(effects).toBe("living-ceiling-light.light.on=false");
  });
});

describe("a question without a verb, or with only a question word, is answered", () => {
  it.each([
    ["any lights on upstairs", /light/i],
    ["any leaks", /^No\b/],
    ["any windows open", /window/i],
    ["what's the humidity like in the bathroom", /%/],
    ["how much charge has the mower got", /%/],
    ["is it too warm in Leo's room", /°C/],
    ["are the curtains drawn in the guest room", /curtain/i],
  ])("%s", async (text, answer) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.reply(text)).toMatch(answer);
  });
});

describe("a machine is started by the name of its programme", () => {
  it.each(["run a quick wash", "start the washing machine on quick wash"])("%s", (text) => {
    expect(plannedCommands(house, text)).toEqual(["utility-washer washer.mode=2", "utility-washer washer.start-wash"]);
  });
});

describe("commands that address a device, or everything", () => {
  it("stop the addressed vacuum", () => {
    expect(plannedCommands(house, "tell the upstairs vacuum to stop")).toEqual(
      plannedCommands(house, "stop the upstairs vacuum"),
    );
  });

  it.each([
    ["turn on everything in the garage, then turn off whatever's on in the garage", ""],
    ["give me red on the tv strip", "living-tv-strip.light.color=16711680"],
    ["pop the floor lamp on love", ""],
  ])("%s", async (text, effects) => {
    expect(await inLiving(text)).toContain(effects);
  });

  it("lock all doors and open none", async () => {
    const talk = talkIn("house");
    await talk.say("unlock the front door");
    expect(await talk.changes("lock everything please")).toMatchObject({ "front-door-lock.lock.locked": true });
    expect(await talk.changes("unlock everything")).toEqual({});
  });

  it("pause playback, not cooking", async () => {
    expect(await talkIn("house").reply("pause the music in the kitchen")).not.toMatch(/oven|which/i);
  });
});

describe('"on" of a place and "off" of a verb in one clause', () => {
  it("follow the word of the verb", () => {
    expect(plannedCommands(talkIn("house", { room: "master" }), "switch the lamp on my left off")).toEqual([
      "master-left-lamp light.on=false",
    ]);
  });
});

describe("a condition for the state that the command ends is ignored", () => {
  it.each([
    ["turn the fan off if it's on", "turn the fan off"],
    ["close the curtains if they are open", "close the curtains"],
    ["switch on the light if it is off", "switch on the light"],
  ])("%s", (text, as) => {
    const leo = talkIn("house", { room: "leo" });
    expect(plannedCommands(leo, text)).toEqual(plannedCommands(leo, as));
    expect(plannedCommands(leo, as)).not.toEqual(["unknown"]);
  });

  it.each(["turn the fan off if it's noisy", "turn on the fan if it's on"])("%s has a real condition", (text) => {
    const leo = talkIn("house", { room: "leo" });
    expect(plannedCommands(leo, text)).not.toEqual(plannedCommands(leo, text.split(" if ")[0] ?? ""));
  });
});

describe('"a little open" is a position', () => {
  it.each(["open the curtains a crack", "把窗帘打开一点"])("%s", async (text) => {
    const effects = await netChangesLine(["close the curtains", text], { room: "leo" });
    expect(effects).toContain("leo-curtains.curtain.target-position=10");
  });

  it("the direction may follow the amount", () => {
    const master = talkIn("house", { room: "master" });
    expect(plannedCommands(master, "put the AC two degrees higher")).toEqual(
      plannedCommands(master, "raise the AC by two degrees"),
    );
  });

  it('"shut the garage" shuts its door', () => {
    expect(plannedCommands(house, "shut the garage")).toEqual(plannedCommands(house, "shut the garage door"));
  });
});
