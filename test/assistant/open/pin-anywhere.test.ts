import { describe, expect, it } from "vitest";
import { PIN_MASK } from "../../../src/home/index.ts";
import { words } from "../../support/model-server.ts";
import { pinTalk } from "../../support/pin-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

describe("digits anywhere in a command that requires a PIN are the PIN", () => {
  it.each([
    ["unlock the front door 4711 please", "The front door is unlocked."],
    ["unlock the front door 4711 now", "The front door is unlocked."],
    ["4711 unlock the front door", "The front door is unlocked."],
    ["4711, unlock the front door", "The front door is unlocked."],
    ["4711 please unlock the front door", "The front door is unlocked."],
    ["unlock the front door, 4711, please", "The front door is unlocked."],
    ["unlock the front door (4711) please", "The front door is unlocked."],
    ["unlock the front door ४७११", "The front door is unlocked."],
    ["unlock the front door ٤٧١١ please", "The front door is unlocked."],
    ["unlock the front door p.i.n. 4711", "The front door is unlocked."],
    [
      "unlock the front door 4711 and turn on the living room floor lamp",
      "The floor lamp is on. The front door is unlocked.",
    ],
    ["打开门锁 4711 谢谢", "门锁开了。"],
    ["开门锁4711吧", "门锁开了。"],
    ["4711打开门锁", "门锁开了。"],
    ["四七一一开门锁", "门锁开了。"],
    ["4711开门锁", "门锁开了。"],
    ["用4711开门锁", "门锁开了。"],
    ["４７１１打开门锁", "门锁开了。"],
    ["请打开门锁4711，谢谢", "门锁开了。"],
  ])("%s", async (text, reply) => {
    const { say, stored, done } = await pinTalk();
    expect((await say(text)).reply).toBe(reply);
    expect(done.some(({ device }) => device === "miot:hallway-lock")).toBe(true);
    expect(await stored()).not.toMatch(/4711|四七一一|४७११|٤٧١١/);
  });

  it.each([
    ["unlock the front door 4711 in 5 minutes", "OK. I'll unlock the hallway front door at 20:05."],
    ["in 5 minutes unlock the front door 4711", "OK. I'll unlock the hallway front door at 20:05."],
    ["every day at 8 unlock the front door 4711", expect.stringContaining("every day at 08:00")],
    ["五分钟后打开门锁4711", "好的，晚上8点05分解锁玄关门锁。"],
  ])("%s: in a delayed command as well", async (text, reply) => {
    const { say, stored, done, plans } = await pinTalk();
    expect((await say(text)).reply).toEqual(reply);
    expect([done, plans()]).toEqual([[], 1]);
    expect(await stored()).not.toContain("4711");
  });

  it.each(["unlock the front door, no 4711", "what was my pin, 4711 or 4712"])(
    "%s: possible digits are neither stored nor told back, although nothing is opened",
    async (text) => {
      const { say, stored, done, wrong } = await pinTalk();
      expect((await say(text)).reply).not.toMatch(/471[12]/);
      expect([done, await wrong()]).toEqual([[], 0]);
      expect(await stored()).not.toMatch(/471[12]/);
    },
  );

  it.each(["4711", "4 7 1 1", "471112345678", "四七一一", "४७११"])("%s alone is masked", async (text) => {
    const { say, texts } = await pinTalk();
    expect((await say(text)).reply).toMatch(/not waiting for a PIN|不需要|没有在等/);
    expect(await texts()).toEqual([PIN_MASK]);
  });

  it("a number alone still answers an open question", async () => {
    const { say, texts, plans } = await pinTalk();
    expect((await say("remind me to feed the cat")).reply).toBe("When?");
    await say("at 0730");
    expect(plans()).toBe(1);
    expect(await texts()).toEqual(["remind me to feed the cat", "at 0730"]);
  });

  it.each([
    ["unlock the front door 4711 please", 0],
    ["unlock the front door, no 4711", 1],
    ["4711打开门锁", 0],
    ["打开门锁 4711 谢谢", 0],
    ["4711", 0],
    ["would the code 4711 or rather 4712 please the hallway of a poet", 1],
  ])("no model is sent the digits of: %s", async (text, requests) => {
    server.play(...Array.from({ length: requests + 1 }, () => words("A fine hallway.")));
    const { say } = await pinTalk({ model: server });
    await say(text);
    await say("write a poem about mornings");
    const sent = JSON.stringify(server.requests.map(({ body }) => body));
    expect(sent).toContain("poem about mornings");
    expect(sent).not.toMatch(/471[12]/);
  });

  it("a model is sent the times of a sentence", async () => {
    server.play(words("A fine hallway."));
    const { say } = await pinTalk({ model: server });
    await say("unlock the front door at 1830, pin 4711");
    const sent = JSON.stringify(server.requests.at(-1)?.body);
    expect(sent).toContain("unlock the front door at 1830");
    expect(sent).not.toContain("4711");
  });
});
