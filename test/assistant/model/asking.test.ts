import { describe, expect, it } from "vitest";
import { calls, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { playedOut } from "../../support/played-out.ts";

const server = playedOut();

const inHouse = (): Promise<OpenTalk> => openTalk(server, "house", { room: "kitchen", toModel: true });
const bake = {
  tool: "invoke_action",
  args: { device: "kitchen-oven", action: "oven.start-cook", arguments: ["Tart"] },
};
const frying = (value: number) => [
  {
    tool: "set_properties",
    args: { writes: [{ device: "kitchen-fryer", property: "air-fryer.target-temperature", value }] },
  },
  { tool: "invoke_action", args: { device: "kitchen-fryer", action: "air-fryer.start-cook" } },
];
const unlock = {
  tool: "set_properties",
  args: { writes: [{ device: "front-door-lock", property: "lock.locked", value: false }] },
};

describe("what is asked before a call of the model", () => {
  it.each([
    ["bake a tart", /oven.*Tart\?$/],
    ["烤个蛋挞", /烤箱.*Tart.*吗？$/],
  ])("names what an action is given: %s", async (text, question) => {
    const talk = await inHouse();
    server.play(calls([bake]));
    expect((await talk.say(text)).reply).toMatch(question);
    expect(talk.done).toEqual([]);
  });

  it.each([
    ["fry it at 500", "The air fryer can't go to 500 degrees.", /air fryer/],
    ["用500度炸", "空气炸锅到不了500度。", /空气炸锅/],
  ])("nothing, where another part for the device is refused: %s", async (text, said, told) => {
    const talk = await inHouse();
    server.play(calls(frying(500)), words(said));
    const { reply, expectsReply } = await talk.say(text);
    expect([reply, expectsReply]).toEqual([expect.stringMatching(told), false]);
    expect([talk.done, await talk.open()]).toEqual([[], []]);
  });

  it("is asked where all of it is possible", async () => {
    const talk = await inHouse();
    server.play(calls(frying(190)));
    expect(await talk.say("fry it at 190")).toMatchObject({ expectsReply: true });
    await talk.say("yes");
    expect(talk.done.map((outcome) => ("action" in outcome ? outcome.action : outcome.property))).toEqual([
      "air-fryer.target-temperature",
      "air-fryer.start-cook",
    ]);
  });

  it("nothing for the lamp of a garage door", async () => {
    const talk = await inHouse();
    const writes = [{ device: "garage-door", property: "light.on", value: true }];
    server.play(calls([{ tool: "set_properties", args: { writes, say: "The garage door light is on." } }]));
    expect(await talk.say("some light by the gate")).toMatchObject({ expectsReply: false });
    expect(talk.done).toMatchObject([{ device: "miot:garage-door", property: "light.on", value: true }]);
  });

  it.each([
    ["let the guest in", "yes", /too old/],
    ["放客人进来", "好的", /太久|过期|太旧/],
  ])("a yes that comes too late is told so, and does nothing: %s", async (text, yes, told) => {
    const talk = await inHouse();
    server.play(calls([unlock]));
    await talk.say(text);
    await talk.pass(70);
    expect((await talk.say(yes)).reply).toMatch(told);
    expect(talk.done).toEqual([]);
  });

  it.each([
    ["let the guest in", "hm, rather not, he can wait outside", "All right.", "yes"],
    ["放客人进来", "嗯，还是让他在外面等着", "好的。", "好的"],
  ])(
    "is withdrawn by what the person says to the model, and a later yes opens nothing: %s",
    async (text, no, said, yes) => {
      const talk = await openTalk(server, "house", { room: "kitchen" });
      server.play(calls([unlock]));
      await talk.say(text);
      server.play(words(said));
      await talk.say(no);
      server.play();
      const { reply } = await talk.say(yes);
      expect(reply).not.toMatch(/unlocked|开锁了/);
      expect([talk.done, await talk.open()]).toEqual([[], []]);
    },
  );
});
