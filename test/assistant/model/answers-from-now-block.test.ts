import { describe, expect, it } from "vitest";
import { words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const talkIn = (name: "flat" | "house", room?: string): Promise<OpenTalk> =>
  openTalk(server, name, { toModel: true, ...(room !== undefined && { room }) });

/** The prompt of the first request. */
const shown = () => server.requests[0]?.body.messages.at(-1)?.content ?? "";

describe("an answer from the block of now needs no call", () => {
  it.each([
    ["house", "living", "is anything burning downstairs?", "The kitchen ceiling light is on."],
    ["house", "living", "how are the doors?", "The side door is unlocked. The front door is locked."],
    ["house", "living", "did somebody forget the study light?", "The ceiling light in the study is on."],
    ["house", "living", "which windows stand open?", "The kitchen window is open."],
    ["house", "living", "how is the telly?", "The TV is on, and the volume is 24 percent."],
    ["house", undefined, "is it nice and warm up there in the study?", "It is 21.4 degrees in the study."],
    ["flat", "bedroom", "哪儿还亮着？", "客厅吸顶灯、床头灯和屏幕挂灯开着。"],
    ["flat", "bedroom", "大门怎么样？", "门锁是锁着的。"],
  ] as const)("in the %s, %s: %s", async (name, room, asked, answer) => {
    const talk = await talkIn(name, room);
    server.play(words(answer));
    const { reply, usage } = await talk.say(asked);
    expect(reply, shown()).toBe(answer);
    expect(usage?.rounds).toBe(1);
  });

  it("a light missing from a complete list is off", async () => {
    const talk = await talkIn("house", "living");
    server.play(words("No, the ceiling light in the garage is off."));
    const { reply, usage } = await talk.say("did I leave the garage lit?");
    expect(reply, shown()).toBe("No, the ceiling light in the garage is off.");
    expect(usage?.rounds).toBe(1);
  });
});

describe("a statement that the block of now does not show is not told", () => {
  it.each([
    ["house", "living", "how are the doors?", "The side door is locked."],
    ["house", "living", "which windows stand open?", "The bedroom window is open."],
    ["house", "living", "how is the telly?", "The TV is on, and the volume is 31 percent."],
    ["house", "living", "sort the study light out", "I turned off the ceiling light in the study."],
    ["flat", "bedroom", "哪儿还亮着？", "厨房的灯开着。"],
  ] as const)("in the %s, %s: %s — %s", async (name, room, asked, answer) => {
    const talk = await talkIn(name, room);
    server.play(words(answer), words(answer));
    const { reply } = await talk.say(asked);
    expect(reply).not.toContain(answer);
    expect(server.requests).toHaveLength(2);
  });

  it("an offline light is not off because no list names it", async () => {
    const talk = await talkIn("flat", "bedroom");
    talk.devices.get("kitchen-light")?.setOnline(false);
    server.play(words("厨房的灯关着。"), words("厨房的灯关着。"));
    const { reply } = await talk.say("厨房那边咋样");
    expect(shown()).toContain("状态不明：kitchen-light");
    expect(reply).not.toContain("厨房的灯关着。");
  });
});

it("a joke is streamed, whatever is on at home", async () => {
  const talk = await talkIn("house", "living");
  server.play(words("Why did the scarecrow win a prize? He was outstanding in his field."));
  const { reply, usage } = await talk.say("tell me a joke about farmers");
  expect(reply).toBe("Why did the scarecrow win a prize? He was outstanding in his field.");
  expect(usage?.rounds).toBe(1);
});
