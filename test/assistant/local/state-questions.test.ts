import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

/** Said nowhere in particular in the house, and what is answered. */
const ANSWERS = {
  "all devices are counted alike in both languages": [
    ["are all devices online?", "Yes, all 122 devices are online."],
    ["所有设备都在线吗", "122个设备都在线。"],
    [
      "哪些设备在线",
      "有122个设备在线：厨房17个、客厅15个、主卧12个、书房9个、玄关8个、洗衣房7个、艾玛房间6个、小宝房间6个，其他地方42个。",
    ],
    ["which devices are on in the kitchen?", /^The ceiling light, .* are on\.$/],
    ["厨房哪些设备开着", /^厨房的吸顶灯、.*都开着。$/],
  ],
  "what keeps warm or works is on": [
    ["is the rice cooker on?", "Yes, the rice cooker is on."],
    ["is the rice cooker off?", "No, the rice cooker is on."],
    ["电饭煲开着吗", "电饭煲开着。"],
    ["电饭煲关了吗", "电饭煲没关。"],
  ],
  "off is not told of what has a status only": [
    ["is the oven off?", /^The oven is off/],
    ["is the oven on?", /^No, the oven is off\./],
    ["烤箱关了吗", /没开/],
  ],
  "the switch of a lamp in a device says nothing of the device": [
    ["is the bath heater on?", /^No, the bath heater is off\.$/],
  ],
  "a garage is open by its door, and what is unlocked is not open": [
    ["is the garage open?", "No, the garage door is closed."],
    ["is the garage closed?", "Yes, the garage door is closed."],
    ["车库开着吗", "车库门没开。"],
    ["车库关了吗", "车库门关着。"],
    ["is the side door open?", "No, the side door is closed."],
    ["is the side door unlocked?", "Yes, the side door is unlocked."],
  ],
  "a window is open by its sensor, whatever a car calls its own": [
    ["is the kitchen window open?", "Yes, the kitchen window is open."],
    ["are the kitchen windows open?", "Yes, the kitchen window is open."],
    ["厨房窗户开着吗", "厨房的窗户开着。"],
    ["is the bedroom window open?", "No, the master bedroom window is closed."],
  ],
} as const;

describe.each(Object.entries(ANSWERS))("questions about states: %s", (_, answers) => {
  it.each<readonly [string, string | RegExp]>(answers)("%s", async (say, answer) => {
    const reply = await talkIn("house").reply(say);
    if (typeof answer === "string") expect(reply).toBe(answer);
    else expect(reply).toMatch(answer);
  });
});

it("counts a lock and a sensor that are offline, in both languages", async () => {
  const talk = await planningIn("house");
  for (const id of ["front-door-lock", "hall-motion"]) talk.devices.get(id)?.setFault({ kind: "offline" });
  expect(await talk.reply("which devices are offline?")).toMatch(/^The front door and .* are offline\.$/);
  for (const say of ["哪些设备离线", "几个设备离线"])
    expect(await talk.reply(say)).toMatch(/^(?:有两个设备不在线：|玄关的大门和人体传感器都不在线。$)/);
  expect(await talk.reply("有设备离线吗")).not.toMatch(/没有/);
});

describe("a question about a scene as if it were a device", () => {
  it.each([
    [
      "make a scene cinema: floor lamp 20 percent",
      "is cinema on?",
      /^"cinema" is a scene: .*neither on nor off\. Cinema: /,
    ],
    ["新建场景影院：落地灯20%", "影院开着吗", /^“影院”是个场景.*影院：/],
  ])("tells what the scene does, and no device: %s", async (make, ask, told) => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say(make);
    expect(await talk.reply(ask)).toMatch(told);
  });

  it("does not change questions about a device of the same name", async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("make a scene ceiling light: floor lamp 20 percent");
    expect(await talk.reply("is the ceiling light on?")).toBe("Yes, the living room ceiling light is on.");
  });
});
