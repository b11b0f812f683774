import { describe, expect, it } from "vitest";
import { ConstrainedModel, ModelClient } from "../../../../src/assistant/model/index.ts";
import {
  isData,
  wholeSentences,
  withDeviceNames,
  withoutTemplateMarks,
} from "../../../../src/assistant/model/text/plain-words.ts";
import { prompts } from "../../../support/assistant.ts";
import { calls, delta, usageChunk, words } from "../../../support/model-server.ts";
import { openTalk } from "../../../support/open-talk.ts";
import { strictModelServer } from "../../../support/strict-model-server.ts";

const server = strictModelServer();

/** An answer that was cut at its maximum length. */
const cutOff = (text: string) => ({ events: [delta({ content: text }), delta({}, "length"), usageChunk()] });

const inFlat = () => openTalk(server, "flat", { room: "living", toModel: true });

describe("marks and data that are not for people are removed from a model's text", () => {
  it.each([
    ['{"reply":"Hi!"}', "Hi!"],
    ['{"calls": [], "say":"你好！"}', "你好！"],
    ["<answer>Hi!</answer>", "Hi!"],
    ["Assistant: Hi!", "Hi!"],
    ["Hi! </s>", "Hi!"],
    ["Is 3 < 5? Yes: 2 + 3 = 5.", "Is 3 < 5? Yes: 2 + 3 = 5."],
  ])("%s", async (said, told) => {
    expect(withoutTemplateMarks(said)).toBe(told);
    const talk = await inFlat();
    server.play(words(said));
    expect((await talk.say(/\p{Script=Han}/u.test(said) ? "打个招呼" : "say hello")).reply).toBe(told);
  });

  it("a text of data alone becomes no reply", () => {
    expect([isData('{"ok":true}'), isData('{"a":"b","c":"d"}'), isData("so {a} it is")]).toEqual([true, true, false]);
  });

  it.each([
    [
      "I know living-floor-lamp and bedroom-ceiling-light.",
      "en",
      "I know the living room floor lamp and the bedroom ceiling light.",
    ],
    ["miot:living-floor-lamp is on.", "en", "The living room floor lamp is on."],
    [
      "The living-floor-lamp is on, well-known as it is.",
      "en",
      "The living room floor lamp is on, well-known as it is.",
    ],
    ["living-floor-lamp 已经打开了。", "zh", "客厅的落地灯 已经打开了。"],
  ])("handles become names: %s", async (said, language, told) => {
    const talk = await inFlat();
    expect(withDeviceNames(said, talk.home, language)).toBe(told);
  });

  it.each([
    ["brighten my day with the lamp", "living-floor-lamp is on.", "The living room floor lamp is on."],
    ["用落地灯照亮我的一天", "living-floor-lamp打开了。", "客厅的落地灯打开了。"],
  ])("the same in a whole turn: %s", async (text, say, told) => {
    const talk = await inFlat();
    const writes = [{ device: "living-floor-lamp", property: "light.on", value: true }];
    server.play(calls([{ tool: "set_properties", args: { writes, say } }]));
    expect((await talk.say(text)).reply).toBe(told);
  });

  it.each([
    ["brighten my day with the lamp", '{"ok":true}', "The floor lamp is on."],
    ["brighten my day with the lamp", "living-floor-lamp light.on true confirmed", "The floor lamp is on."],
    ["用落地灯照亮我的一天", '{"ok":true}', /落地灯.*开/],
  ])("outcomes are told in place of data and addresses: %s, %s", async (text, say, told) => {
    const talk = await inFlat();
    const writes = [{ device: "living-floor-lamp", property: "light.on", value: true }];
    server.play(calls([{ tool: "set_properties", args: { writes, say } }]));
    expect((await talk.say(text)).reply).toMatch(told);
  });
});

describe("an answer that was cut off", () => {
  const CUT = "Once upon a time there was a cat. She";

  it.each([
    [CUT, "Once upon a time there was a cat."],
    ["从前有一只猫。它", "从前有一只猫。"],
    ["All is well.", "All is well."],
    ["She", ""],
  ])("ends with its last whole sentence: %s", (text, told) => {
    expect(wholeSentences(text)).toBe(told);
  });

  it.each([
    ["tell me a story", CUT, "Once upon a time there was a cat."],
    ["讲个故事", "从前有一只猫。它", "从前有一只猫。"],
  ])("is told in the reply: %s", async (text, said, told) => {
    const talk = await inFlat();
    server.play(cutOff(said));
    expect((await talk.say(text)).reply).toBe(told);
  });

  it("keeps the text of a constrained answer that was cut off", async () => {
    server.play(cutOff(`{"calls": [], "say": "${CUT} \\"a`));
    const client = new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true });
    const model = new ConstrainedModel(client, prompts);
    const request = {
      messages: [{ role: "user" as const, content: "tell me a story" }],
      tools: [],
      toolChoice: "auto" as const,
      session: "talk",
      language: "en",
    };
    const chunks: unknown[] = [];
    for await (const each of model.stream(request, new AbortController().signal)) chunks.push(each);
    expect(chunks.at(-1)).toMatchObject({ choices: [{ delta: { content: `${CUT} "a` }, finish_reason: "length" }] });
  });
});
