import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe("a question in spoken words is answered from the state", () => {
  it.each([
    ["灯都关了吗", "吸顶灯"],
    ["灯都关了没有", "吸顶灯"],
    ["扫地机电够不够", "100"],
    ["门锁电量还够吗", "82"],
    ["门锁电池还够用不", "82"],
    ["卧室窗帘拉上了没得", "主卧的窗帘关着。"],
    ["客厅潮不潮", "51"],
    ["今天屋里空气咋样", "17"],
    ["净化器滤芯还能用多久", "64"],
  ])("%s", async (text, expected) => expect(await talk.reply(text)).toContain(expected));
});

describe("a sentence that only sounds like a question is no command", () => {
  it.each(["灯都关了吗", "大灯关没得", "电够了", "空气真好", "能不能告诉我大灯开没开"])("%s", async (text) =>
    expect(await talk.changes(text)).toEqual({}),
  );
});
