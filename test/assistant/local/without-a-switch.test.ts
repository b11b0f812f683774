import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

const COLD = "The fridge compartment is at 4.6 °C (set to 5 °C) and the freezer is at -18.4 °C (set to -18 °C).";
const COLD_CHINESE = "冰箱冷藏室4.6度（设的5度），冷冻室零下18.4度（设的零下18度）。";
const house = () => talkIn("house", { room: "kitchen" });

describe("a device without a switch works while it reports", () => {
  it.each([
    ["is the refrigerator on?", `Yes, the fridge is running. ${COLD}`],
    ["is the fridge turned on", `Yes, the fridge is running. ${COLD}`],
    ["is the freezer on", `Yes, the fridge is running. ${COLD}`],
    ["has the fridge turned off", `No, the fridge is still running. ${COLD}`],
    ["is the fridge switched off", `No, the fridge is still running. ${COLD}`],
    ["is the leak sensor in the kitchen working", "Yes, the kitchen leak sensor is working."],
    ["冰箱还开着吗", `冰箱在运转。${COLD_CHINESE}`],
    ["冰箱在运行吗", `冰箱在运转。${COLD_CHINESE}`],
    ["冰箱关着吗", `冰箱还在运转。${COLD_CHINESE}`],
    ["厨房的烟雾报警器在工作吗", "厨房的烟雾报警器在工作。"],
  ])("%s", async (text, told) => expect(await house().reply(text)).toBe(told));

  it.each(["is the fridge on", "冰箱开着吗"])("is not told to work while it is offline: %s", async (text) => {
    const talk = house();
    const fridge = talk.home.devices.find(({ handle }) => handle === "kitchen-fridge");
    talk.home.apply([{ kind: "availability", id: fridge?.id ?? "", online: false }]);
    expect(await talk.reply(text)).not.toMatch(/Yes|running|在运转/);
  });
});

describe("questions about devices with a switch or a door keep their meaning", () => {
  it.each([
    ["is the fridge open", "No, the fridge is closed."],
    ["is the coffee machine on", "No, the coffee machine is off."],
    ["is the dishwasher on", "Yes, the dishwasher is on."],
    ["is the kettle on", "I can't tell whether the kettle is on."],
    ["咖啡机开着吗", "咖啡机没开。"],
  ])("%s", async (text, told) => expect(await house().reply(text)).toBe(told));

  it("a device without a switch is not listed among those that are on", async () => {
    expect(await house().reply("what's on in the kitchen")).not.toContain("fridge");
  });
});

describe("the present power is told as one sum", () => {
  it.each([
    [
      "how much power are we drawing at the moment",
      "What I can measure is using 64.2 W right now: the study power strip.",
    ],
    ["what's our total power consumption", "What I can measure is using 64.2 W right now: the study power strip."],
    ["how many watts is the study using", "The study is using 64.2 W right now: the study power strip."],
    ["how much power does the study power strip use", "The study power strip is drawing 64.2 W."],
    ["我们家现在总共用着多少瓦的电", "能测到的设备现在一共64.2瓦：书房的插线板。"],
    ["家里现在用电负荷多大", "能测到的设备现在一共64.2瓦：书房的插线板。"],
    ["书房功率多少", "书房现在用电64.2瓦：书房的插线板。"],
    ["书房的插线板功率多少", "书房的插线板现在的功率是64.2瓦。"],
  ])("%s", async (text, told) => expect(await house().reply(text)).toBe(told));
});

describe("colours have names", () => {
  it.each([
    ["make the floor lamp teal", "what colour is the floor lamp", "The floor lamp is teal."],
    ["make the floor lamp indigo", "what colour is the floor lamp", "The floor lamp is indigo."],
    ["落地灯调成墨绿色", "落地灯是什么颜色", "落地灯现在是深绿色。"],
    ["落地灯调成琥珀色", "落地灯是什么颜色", "落地灯现在是琥珀色。"],
  ])("%s", async (order, asked, told) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(order);
    expect(await talk.reply(asked)).toBe(told);
  });

  it("a colour without a name gets that of the nearest", async () => {
    const talk = talkIn("house", { room: "living" });
    const lamp = talk.home.devices.find(({ handle }) => handle === "living-floor-lamp");
    talk.home.apply([
      { kind: "values", id: lamp?.id ?? "", values: [{ address: "light.color", value: 0x0a8a7c }], cause: "report" },
    ]);
    expect(await talk.reply("what colour is the floor lamp")).toBe("The floor lamp is teal.");
  });
});
