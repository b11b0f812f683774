import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe("the others beside what a sentence names first", () => {
  it.each([
    ["flat", "客厅就开落地灯，别的灯都关了"],
    ["house", "only the floor lamp on in here, the other lights off"],
  ] as const)("are those of the room that was said, and not what was named: %s, %s", async (home, text) => {
    const talk = talkIn(home, { room: "living" });
    const changes = await talk.changes(text);
    expect(changes).toMatchObject({ "living-ceiling-light.light.on": false });
    expect(changes["living-floor-lamp.light.on"]).not.toBe(false);
    expect(Object.keys(changes).filter((key) => !key.startsWith("living-"))).toEqual([]);
  });

  it.each([
    ["flat", "客厅就开落地灯，别的灯都关了", "调到20%"],
    ["house", "only the floor lamp on in here, the other lights off", "take it down to twenty"],
  ] as const)("are not what is talked about next: %s, %s, %s", async (home, text, then) => {
    const talk = talkIn(home, { room: "living" });
    await talk.say(text);
    expect(await talk.changes(then)).toEqual({ "living-floor-lamp.light.brightness": 20 });
  });
});

it("what was one of many is put back where it is called by its room alone", async () => {
  const talk = talkIn("flat", { room: "living" });
  await talk.say("把家里的灯都关了");
  expect(await talk.changes("书房那个别关")).toEqual({ "study-monitor-light.light.on": true });
});
