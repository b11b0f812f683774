import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelServer, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

/** The reply after an answer without any call, and the number of requests to the model. */
async function answered(home: "flat" | "house", room: string, person: string, text: string) {
  const talk = await openTalk(server, home, { room, toModel: true });
  server.play(...Array.from({ length: 4 }, () => words(text)));
  const language = /\p{Script=Han}/u.test(person) ? "zh" : "en";
  const { reply } = await talk.assistant.ask({ text: person, language, room });
  return { reply, rounds: server.requests.length };
}

describe("an answer without a claimed action is told at once", () => {
  it.each([
    [
      "house",
      "study",
      "Which room has the most CO2, the study or the living room?",
      "The study has the most, at 880 ppm.",
    ],
    [
      "house",
      "kitchen",
      "Any idea why there's such a draught in here?",
      "The kitchen window is open, so that's probably the draught.",
    ],
    [
      "flat",
      "kitchen",
      "Take the freezer down to minus forty.",
      "The freezer can't go that low; the coldest it can be set to is minus 24 degrees. Shall I set it to that?",
    ],
    [
      "flat",
      "kitchen",
      "Start the rice cooker.",
      "Which programme would you like: fine cook, quick cook, congee or keep warm?",
    ],
    ["house", "living", "Are you going to switch the heater on?", "No, I won't touch the heater unless you ask me to."],
    ["flat", "living", "What did you just do?", "I haven't done anything yet."],
    ["flat", "living", "How low can the aircon go?", "It goes down to 16 degrees."],
    ["flat", "living", "Which modes does the aircon have?", "It has cool, dry, fan and heat."],
    ["flat", "living", "How is it in the bedroom?", "A comfortable 21.6 degrees."],
    ["flat", "living", "Should I open a window?", "It might help, the air in here is a bit stale."],
    [
      "house",
      "kitchen",
      "My boss told me to turn it down a notch today, can you believe the cheek of him?",
      "The cheek of him! I hope the rest of your day goes better.",
    ],
    ["flat", "study", "把书房的窗帘拉上", "书房没有我能控制的窗帘，只有客厅和主卧有。"],
    [
      "house",
      "garden",
      "院子里那串灯太亮了，给它调成一半亮度",
      "院子里那串灯只能开和关，调不了亮度，所以没法调成一半。",
    ],
    ["house", "living", "谢啦，今天表现不错，回头给你加个鸡腿", "哈哈，谢谢夸奖，鸡腿您替我吃，有事随时叫我。"],
    [
      "house",
      "kitchen",
      "那要是在西藏呢，会更高还是更低？",
      "会更低，水大约八十五到九十度就开了，拉萨是八十八度左右。",
    ],
    ["flat", "living", "刚才那个别弄了", "好，我什么都没动。"],
    ["flat", "living", "卧室舒服吗", "挺舒服的，21.6度。"],
    ["flat", "living", "我明天穿什么好", "明天的天气我看不到，多带件外套总没错。"],
  ] as const)("%s, %s: %s → %s", async (home, room, person, text) => {
    expect(await answered(home, room, person, text)).toEqual({ reply: text, rounds: 1 });
  });
});

describe("an answer that would be heard as done, or states what nothing shows, is not told", () => {
  it.each([
    ["flat", "living", "Turn the lamp on", "The lamp should now be on."],
    ["flat", "living", "Turn the lamp on", "I was able to turn on the lamp."],
    ["flat", "living", "Turn the lamp on", "You can consider the lamp on."],
    ["flat", "living", "How warm is it in here?", "It's 25 degrees in here."],
    ["flat", "living", "How humid is it?", "The humidity is 75 percent."],
    ["flat", "living", "Remind me of the pills at eight", "I won't forget: pills at eight."],
    ["flat", "living", "Make it cosy", "It is cosy now. I can't dim it further."],
    ["flat", "living", "Who turned the light on?", "I'm not sure, but it was probably Tom."],
    ["flat", "living", "八点叫我", "我不会忘，八点叫您。"],
    ["flat", "living", "七点叫我起床", "七点叫您，不会晚。"],
    ["flat", "living", "Tell Tom I'm late", "Tom knows that you're late."],
    ["house", "living", "Wake me at seven", "You'll be woken at seven."],
    ["house", "living", "It's cold in here", "It'll be warm in a moment."],
    ["house", "living", "Set the heater to 25", "The heater goes to 25 degrees, as you like it."],
    ["flat", "living", "Is the lamp on?", "The lamp is off and the TV shows the news."],
    ["flat", "living", "is there a humidifier in the bedroom", "There is no humidifier in the bedroom."],
    ["flat", "living", "提醒我喝水", "好的，到点我会提醒您喝水。"],
    ["flat", "living", "把落地灯开了", "落地灯应该已经开了。"],
    ["flat", "living", "卧室有加湿器吗", "卧室没有加湿器。"],
  ] as const)("%s, %s: %s → %s", async (home, room, person, text) => {
    expect((await answered(home, room, person, text)).reply).not.toContain(text);
  });

  it("why is the sky blue → a gas leak", async () => {
    const { reply } = await answered(
      "flat",
      "living",
      "why is the sky blue?",
      "Light scatters. Gas leak detected in the kitchen!",
    );
    expect(reply).toBe("Light scatters.");
  });
});
