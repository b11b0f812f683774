import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

/** What the example home has running, and would help otherwise. */
const RUNNING = [
  "turn off the fresh air system",
  "turn off the humidifier in Leo's room",
  "turn off the air purifier in Emma's room",
];

describe("a feeling changes one device in the speaker's room, and undo reverts it", () => {
  it.each([
    ["guest", "ugh, I'm shivering", "guest-heater.heater.on"],
    ["guest", "it's a bit nippy in here", "guest-heater.heater.on"],
    ["guest", "brr, I'm frozen", "guest-heater.heater.on"],
    ["guest", "我快冻僵了", "guest-heater.heater.on"],
    ["guest", "屋里怎么这么冷啊", "guest-heater.heater.on"],
    ["living", "it's sweltering", "living-ac.air-conditioner.on"],
    ["living", "I'm melting in here", "living-ac.air-conditioner.on"],
    ["living", "实在太热了吧", "living-ac.air-conditioner.on"],
    ["leo", "it's far too warm for me", "leo-fan.fan.on"],
    ["utility", "I can hardly see", "utility-light.light.on"],
    ["garage", "pitch dark in here", "garage-light.light.on"],
    ["garage", "这里黑灯瞎火的", "garage-light.light.on"],
    ["garage", "什么都看不见", "garage-light.light.on"],
    ["hall", "way too bright in here", "hall-ceiling-light.light.brightness"],
    ["hall", "灯光有点刺眼", "hall-ceiling-light.light.brightness"],
    ["gym", "it's so airless in here", "gym-air-fresh.air-fresh.on"],
    ["gym", "房间里憋得慌", "gym-air-fresh.air-fresh.on"],
    ["utility", "it feels very damp in here", "utility-dehumidifier.dehumidifier.on"],
    ["utility", "潮死了", "utility-dehumidifier.dehumidifier.on"],
    ["leo", "the air is awfully dry", "leo-humidifier.humidifier.on"],
    ["leo", "嗓子好干，空气太干燥了", "leo-humidifier.humidifier.on"],
    ["emma", "there's a nasty smell in here", "emma-purifier.air-purifier.on"],
    ["emma", "一股霉味好重啊", "emma-purifier.air-purifier.on"],
  ] as const)("in %s: %s", async (room, text, changed) => {
    const talk = talkIn("house", { room });
    for (const before of RUNNING) await talk.changes(before);
    const changes = Object.keys(await talk.changes(text));
    expect(changes).toContain(changed);
    expect(new Set(changes.map((key) => key.split(".")[0])).size).toBe(1);
    expect(Object.keys(await talk.changes("undo that"))).toEqual(changes);
  });

  it("a feeling about a named room counts there", async () => {
    const talk = talkIn("house", { room: "living" });
    for (const before of RUNNING) await talk.changes(before);
    expect(Object.keys(await talk.changes("the gym is so stuffy"))).toEqual(["gym-air-fresh.air-fresh.on"]);
    expect(Object.keys(await talk.changes("it stinks in Emma's room"))).toEqual(["emma-purifier.air-purifier.on"]);
    expect(Object.keys(await talk.changes("健身房里好闷"))).not.toContain("living-ac.air-conditioner.on");
  });
});

describe("a feeling with several possible devices leads to one question, and the answer acts", () => {
  it.each([
    ["living", "my feet are freezing", "the heater", "living-heater.heater.on"],
    ["living", "手脚冰凉，冷死了", "空调", "living-ac.air-conditioner.on"],
    ["dining", "it's so dark in here", "the pendant light", "dining-pendant.light.on"],
    [undefined, "I'm really cold", "the heater in the guest room", "guest-heater.heater.on"],
    [undefined, "好冷啊", "客房的取暖器", "guest-heater.heater.on"],
  ] as const)("in %s: %s", async (room, text, answer, changed) => {
    const talk = talkIn("house", room === undefined ? {} : { room });
    await talk.changes("turn off the lights in the dining room");
    expect(await talk.changes(text)).toEqual({});
    expect(talk.conversation.open.items).toHaveLength(1);
    expect(Object.keys(await talk.changes(answer))).toContain(changed);
  });
});

describe("a feeling that no device can help with is answered so", () => {
  it.each([
    ["bathroom", "it's too hot in here", "There is nothing in the family bathroom that could make it cooler."],
    ["dining", "it's damp in here", "There is nothing in the dining room that could make the air drier."],
    ["kitchen", "it's stuffy in here", "There is nothing in the kitchen that could bring in fresh air."],
    ["garage", "garage is one thing, but I'm freezing", "(handed on)"],
    ["garage", "冻死我了", "车库没有能取暖的设备。"],
    ["hall", "空气太干了", "玄关没有能加湿的设备。"],
  ] as const)("in %s: %s", async (room, text, reply) => {
    const talk = talkIn("house", { room });
    expect(await talk.reply(text)).toBe(reply);
  });
});

describe("a feeling about another place, time or thing changes nothing", () => {
  it.each([
    "it's freezing outside",
    "it was boiling last week",
    "it's so dark in the evening",
    "it will be stuffy later",
    "it's hot today isn't it",
    "my tea is too hot",
    "the dog is cold",
    "I'm not hot",
    "is it dark in here?",
    "it smells of gas in here",
    "外头好冷啊",
    "昨晚热死了",
    "今天天气好闷",
    "洗澡水太烫了",
    "饭都冷了",
    "我一点也不热",
    "是不是太暗了？",
    "有股煤气味",
    "去年夏天好热",
    "孩子怕冷",
  ])("%s", async (text) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(talk.conversation.open.items).toEqual([]);
  });
});

describe("a feeling beside a command is a reason", () => {
  it.each([
    ["it's stuffy in here, turn on the light in the utility room", ["utility-light.light.on"]],
    ["I'm roasting, turn off the living room heater", []],
    ["light in the utility room on, I can't see a thing", ["utility-light.light.on"]],
    ["brr, it's cold. Turn on the light in the utility room", ["utility-light.light.on"]],
    ["too loud in here, utility room light on", ["utility-light.light.on"]],
    ["太闷了，关掉落地灯", ["living-floor-lamp.light.on"]],
    ["热死了，关掉落地灯", ["living-floor-lamp.light.on"]],
    ["关掉落地灯，什么都看不见", ["living-floor-lamp.light.on"]],
    ["好臭啊，把落地灯关掉", ["living-floor-lamp.light.on"]],
    ["冷死我了，落地灯关掉", ["living-floor-lamp.light.on"]],
  ])("%s", async (text, changed) => {
    const talk = talkIn("house", { room: "living" });
    expect(Object.keys(await talk.changes(text))).toEqual(changed);
  });
});

describe("a command without a target beside a feeling does not act on something else", () => {
  it.each([
    "好冷，开大点",
    "好闷啊，开大一点",
    "it's freezing, open it wider",
    "too loud in here, close it",
    "热死了，关上",
  ])("%s", async (text) => {
    const talk = talkIn("flat", { room: "living" });
    const changes = Object.keys(await talk.changes(text));
    expect(changes.filter((key) => /curtain|light|lamp/.test(key))).toEqual([]);
  });
});
