import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe('"the others" after a named device', () => {
  it.each([
    ["flat", "客厅就开落地灯，别的灯都关了"],
    ["house", "only the floor lamp on in here, the other lights off"],
  ] as const)("are those of the named room, without that device: %s, %s", async (home, text) => {
    const talk = talkIn(home, { room: "living" });
    const changes = await talk.changes(text);
    expect(changes).toMatchObject({ "living-ceiling-light.light.on": false });
    expect(changes["living-floor-lamp.light.on"]).not.toBe(false);
    expect(Object.keys(changes).filter((key) => !key.startsWith("living-"))).toEqual([]);
  });

  it.each([
    ["flat", "客厅就开落地灯，别的灯都关了", "调到20%"],
    ["house", "only the floor lamp on in here, the other lights off", "take it down to twenty"],
  ] as const)("do not take the focus: %s, %s, %s", async (home, text, then) => {
    const talk = talkIn(home, { room: "living" });
    await talk.say(text);
    expect(await talk.changes(then)).toEqual({ "living-floor-lamp.light.brightness": 20 });
  });
});

it("one of many devices is reverted by the name of its room", async () => {
  const talk = talkIn("flat", { room: "living" });
  await talk.say("把家里的灯都关了");
  expect(await talk.changes("书房那个别关")).toEqual({ "study-monitor-light.light.on": true });
});
