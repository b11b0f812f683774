import { beforeEach, describe, expect, it } from "vitest";
import { rememberingHome } from "../../support/remembering-home.ts";

let talk: Awaited<ReturnType<typeof rememberingHome>>;

beforeEach(async () => {
  talk = await rememberingHome();
  for (const told of [
    "remember that the bins go out on Tuesday",
    "remember our vet is Dr. Lee on Elm Street",
    "remember that the plumber comes on Friday at 9",
    "remember that the neighbours are called Schmidt",
    "记住垃圾周二收",
    "记住我们的兽医是李医生",
    "记住水管工周五九点来",
  ])
    await talk.say(told);
});

describe("a question that shares its words with one remembered fact is answered with it", () => {
  it.each([
    ["when is bin day", "the bins go out on Tuesday"],
    ["what day do the bins go out", "the bins go out on Tuesday"],
    ["who's our vet", "our vet is Dr. Lee on Elm Street"],
    ["what’s our vet called?", "our vet is Dr. Lee on Elm Street"],
    ["do you know who our vet is", "our vet is Dr. Lee on Elm Street"],
    ["where's the vet", "our vet is Dr. Lee on Elm Street"],
    ["when is the plumber coming", "the plumber comes on Friday at 9"],
    ["is the plumber coming on Monday", "the plumber comes on Friday at 9"],
    ["what are the neighbours called", "the neighbours are called Schmidt"],
  ])("%s", async (text, fact) => expect(await talk.say(text)).toBe(`You told me: "${fact}".`));

  it.each([
    ["垃圾什么时候收", "垃圾周二收"],
    ["哪天收垃圾", "垃圾周二收"],
    ["我们的兽医是谁", "你们的兽医是李医生"],
    ["兽医姓什么", "你们的兽医是李医生"],
    ["李医生是谁", "你们的兽医是李医生"],
    ["水管工星期几来", "水管工周五九点来"],
  ])("%s", async (text, fact) => expect(await talk.say(text)).toBe(`你说过：“${fact}”。`));
});

describe("a fact that does not tell what was asked is no answer", () => {
  it.each([
    "when does the vet open",
    "when is the vet",
    "what's the vet's phone number",
    "where is the plumber",
    "who is the plumber",
    "when did the plumber come",
    "when does the gardener come",
    "why do the bins go out on Tuesday",
    "who's the mayor of Elm Street",
    "谁收垃圾",
    "垃圾放哪",
    "兽医在哪",
    "附近有兽医吗",
    "王医生是谁",
    "快递什么时候来",
    "为什么周二收垃圾",
  ])("%s", async (text) => expect(await talk.say(text)).not.toMatch(/You told me|你说过/));

  it("is told of neither where two fit alike", async () => {
    await talk.say("remember that the plumber arrives on Monday at noon");
    await talk.say("remember that the plumber comes with Monika on Monday");
    expect(await talk.say("when is the plumber coming")).not.toMatch(/You told me/);
  });

  it("is told to no stranger", async () => {
    expect(await talk.say("when is bin day", { stranger: true })).not.toMatch(/Tuesday/);
    expect(await talk.say("哪天收垃圾", { stranger: true })).not.toMatch(/周二/);
  });
});
