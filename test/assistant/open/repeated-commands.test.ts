import { describe, expect, it } from "vitest";
import { calls } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

describe("an elliptic sentence that repeats the open command", () => {
  it.each([
    ["unlock the front door", "unlock it"],
    ["unlock the front door", "just unlock it please"],
    ["解锁大门", "打开吧"],
    ["解锁大门", "把它解锁"],
    ["unlock the front door", "yes, unlock it"],
    ["解锁大门", "对，打开"],
  ])("is a yes: %s, %s", async (asked, said) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(asked);
    await talk.say(said);
    expect(talk.done).toMatchObject([{ property: "lock.locked", value: false, status: "confirmed" }]);
    expect(await talk.open()).toEqual([]);
  });

  it.each([
    ["let my sister in", "yeah, open it"],
    ["让我姐进来", "对，打开"],
    ["让我姐进来", "嗯，开吧"],
    ["让我姐进来", "确定，弄吧"],
    ["let my sister in", "yes, do it, thanks"],
  ])("is a yes to a question of a model: %s, %s", async (asked, said) => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const write = { device: "hallway-lock", property: "lock.locked", value: false };
    server.play(calls([{ tool: "set_properties", args: { writes: [write], say: "OK." } }]));
    await talk.say(asked);
    await talk.say(said);
    expect(talk.done).toMatchObject([{ property: "lock.locked", value: false, status: "confirmed" }]);
  });

  it.each([
    ["unlock the front door", "lock it"],
    ["unlock the front door", "yes, lock it"],
    ["unlock the front door", "yes, open it?"],
    ["unlock the front door", "yes, but open the window instead"],
    ["unlock the front door", "yes, she opened it"],
    ["解锁大门", "对，打开吗？"],
    ["解锁大门", "对，我自己打开"],
    ["unlock the front door", "unlock the front door"],
    ["unlock the front door", "is it open?"],
    ["解锁大门", "关上吧"],
    ["解锁大门", "解锁大门"],
    ["解锁大门", "打开吗？"],
  ])("is no yes where it says something else, or the whole command: %s, %s", async (asked, said) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(asked);
    await talk.say(said);
    expect(talk.done.filter((outcome) => "value" in outcome && outcome.value === false)).toEqual([]);
  });
});
