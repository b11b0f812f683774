import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

describe("a yes to a choice between two", () => {
  it.each([
    ["turn on the fan", "yes", "the study one"],
    ["打开风扇", "好的", "书房的"],
  ])("asks again which one, and runs nothing: %s, %s", async (text, yes, picked) => {
    const talk = await openTalk(server, "house", { room: "living" });
    const { reply: question } = await talk.say(text);
    expect((await talk.say(yes)).reply).toBe(question);
    expect(talk.done).toEqual([]);
    await talk.say(picked);
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:study-fan"]);
  });
});
