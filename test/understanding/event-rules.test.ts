import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";
import { type PlanningTalk, planningInFlat } from "../support/speak.ts";

describe("an event in the home makes a rule", () => {
  it.each([
    ["whenever somebody presses the doorbell, turn on the floor lamp", /doorbell-ring/],
    ["switch the floor lamp on every time the bell goes", /doorbell-ring/],
    ["when there is someone at the front door turn the floor lamp on", /someone-at-the-door/],
    ["if the gas alarm is triggered, turn on the floor lamp", /gas-alarm/],
    ["let me know when the doorbell rings", /doorbell-ring/],
    ["门铃响了就打开落地灯", /doorbell-ring/],
    ["每当有人摁门铃的时候打开落地灯", /doorbell-ring/],
    ["门口有人就打开落地灯", /someone-at-the-door/],
    ["一旦煤气泄漏就打开落地灯", /gas-alarm/],
    ["有人按门铃就通知我", /doorbell-ring/],
  ])("%s", (text, event) => {
    const [rule = "", ...more] = dueOf(text);
    expect(rule).toMatch(/^whenever /);
    expect(rule).toMatch(event);
    expect(more).toEqual([]);
  });

  it("every device that reports the event triggers the rule", () => {
    expect(dueOf("when someone rings the doorbell turn on the floor lamp")).toEqual([
      "whenever miot:hallway-lock lock.doorbell-ring or miot:hallway-doorbell video-doorbell.doorbell-ring",
    ]);
  });
});

describe("an event that no device reports is refused, and nothing is saved", () => {
  it.each([
    "when I get home turn on the floor lamp",
    "turn the floor lamp off as soon as we leave the house",
    "when our guests leave turn off the TV",
    "客人走了就关掉电视",
    "if it rains close the curtain in the living room",
    "when the courier arrives unlock the front door",
    "whenever the baby wakes up turn on the floor lamp",
    "once the smoke detector sounds, unlock the front door",
    "when my phone rings turn off the TV",
    "我们一出门就关掉落地灯",
    "老公回来的时候打开落地灯",
    "外卖到了就打开落地灯",
    "开始下雨就关上客厅的窗帘",
    "孩子醒了就打开落地灯",
    "电话响的时候关电视",
    "着火了就打开落地灯",
  ])("%s", (text) => expect(dueOf(text)).toEqual(["refused no-event"]));

  const reply = async (talk: PlanningTalk, text: string): Promise<string> => {
    const result = await talk.say(text);
    return result.handled ? result.reply : "(handed on)";
  };

  it("the refusal repeats the words of the event", async () => {
    const talk = await planningInFlat();
    expect(await reply(talk, "when I get home turn on the floor lamp")).toBe("Nothing here can tell me “I get home”.");
    expect(await reply(talk, "下雨了就关上客厅的窗帘")).toBe("家里没有设备能知道“下雨了”。");
    expect(talk.planner.automations.list()).toEqual([]);
  });
});

describe("the event of a clause is never done as a command, nor made a rule about another device", () => {
  it.each([
    ["when somebody unlocks the front door turn on the floor lamp", "whenever miot:hallway-lock lock.locked=false"],
    [
      "when someone closes the curtain in the bedroom turn on the floor lamp",
      "whenever miot:bedroom-curtain curtain.current-position=0",
    ],
    [
      "if the motion sensor notices someone turn on the floor lamp",
      "whenever miot:living-motion motion-sensor.motion-state=true",
    ],
    [
      "when someone opens the fridge door turn on the floor lamp",
      "whenever miot:kitchen-fridge fridge-chamber.door-state=1",
    ],
    ["when someone opens the balcony door turn on the floor lamp", "unknown"],
    ["when anyone turns on the TV turn off the floor lamp", "unknown"],
    ["人体传感器探测到人就打开落地灯", "whenever miot:living-motion motion-sensor.motion-state=true"],
    ["窗帘一拉上就打开落地灯", "whenever miot:living-curtain curtain.current-position=0"],
    ["每次有人开冰箱门就打开落地灯", "unknown"],
    ["书房有人活动就打开落地灯", "unknown"],
    ["阳台的门被打开时打开落地灯", "unknown"],
  ])("%s", (text, rule) => expect(dueOf(text)).toEqual([rule]));

  it.each(["I'm home, turn on the floor lamp", "门铃响了，打开落地灯", "我出门了，打开落地灯"])(
    "what has happened is no rule: %s",
    (text) => expect(dueOf(text)).toEqual(["do"]),
  );
});
