import { describe, expect, it } from "vitest";
import { PIN_MASK } from "../../../src/home/index.ts";
import { ModelServer } from "../../support/model-server.ts";
import { rememberingHome } from "../../support/remembering-home.ts";

const SECRETS = [
  "remember that our door PIN is 2468",
  "remember the gate PIN is 2468",
  "our garage code is 2468, remember that",
  "remember the safe is at 24 68 08",
  "don't forget that the key safe opens with 2468",
  "our wifi password is hunter2468",
  "记住门锁密码是2468",
  "我的门锁密码是2468，记住",
  "门禁卡号是24689，帮我记一下",
  "记住保险柜是24-68-10",
];

describe("a secret that the person asks to remember", () => {
  it.each(SECRETS)("is refused, and neither stored nor shown to a model: %s", async (text) => {
    const server = new ModelServer();
    await server.start();
    const home = await rememberingHome({ server });
    const { reply } = await home.turn(text, { person: "emma" });
    expect(reply).toMatch(/^(I don't write that down: a PIN|这个我不记：密码)/);
    expect(home.memory.list({ kind: "person", person: "emma" })).toEqual([]);
    expect(server.requests).toEqual([]);
    await server.stop();
  });

  it("is not stored in the conversation either", async () => {
    const home = await rememberingHome();
    await home.say("turn on the floor lamp", { person: "emma" });
    const { conversation } = await home.turn("remember that our door PIN is 2468", { person: "emma" });
    expect(JSON.stringify(await home.exchanges(conversation))).not.toContain("2468");
    expect((await home.exchanges(conversation)).map(({ text }) => text)).toEqual(["turn on the floor lamp", PIN_MASK]);
  });

  it.each([
    ["remember that the garage keys are in the drawer", "Noted."],
    ["记住狗狗周五打疫苗", "记住了。"],
    ["remember that grandma's number is 020 7946 0018", "Noted."],
  ])("a text without a secret is remembered: %s", async (text, told) => {
    const home = await rememberingHome();
    expect(await home.say(text, { person: "emma" })).toBe(told);
  });
});
