import { describe, expect, it } from "vitest";
import { planningInFlat } from "../../support/speak.ts";

const WASHER = { property: "washer.run-status", to: [1, 5] };
const DOOR = { property: "door.door-state", to: [1, 3] };

describe('"tell me on my phone when …" makes a rule with a notification', () => {
  it.each([
    ["tell me on my phone when the washer is done", WASHER, "the washer is done"],
    ["Let me know on my phone when the washing machine has finished.", WASHER, "the washing machine has finished"],
    ["send a notification to my phone when the washer is done", WASHER, "the washer is done"],
    ["ping me when the washer is done", WASHER, "the washer is done"],
    ["when the washing machine is done, text me please", WASHER, "the washing machine is done"],
    ["whenever the washer is done tell me on my phone", WASHER, "the washer is done"],
    ["notify me if the front door opens", DOOR, "the front door opens"],
    ["洗衣机洗完了发手机上告诉我", WASHER, "洗衣机洗完了"],
    ["洗衣机洗好了给我手机发个通知", WASHER, "洗衣机洗好了"],
    ["洗衣机洗完了发消息给我", WASHER, "洗衣机洗完了"],
    ["衣服洗好了发到我手机上", WASHER, "衣服洗好了"],
    ["每次洗衣机洗完都发手机通知我", WASHER, "洗衣机洗完"],
    ["大门开了就给我发个消息", DOOR, "大门开了"],
  ])("%s", async (text, trigger, told) => {
    const talk = await planningInFlat();
    await talk.say(text);
    expect(talk.planner.automations.list().map(({ definition }) => definition)).toMatchObject([
      { triggers: [trigger], actions: [{ type: "notify", message: told }] },
    ]);
  });

  it.each(["remind me on my phone", "发到手机上", "我的手机在哪", "turn on the lamp when I text me"])(
    "makes no rule from: %s",
    async (text) => {
      const talk = await planningInFlat();
      await talk.say(text);
      expect(talk.planner.automations.list()).toEqual([]);
    },
  );
});
