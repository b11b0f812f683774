import { expect, it } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

/** Emma (4711) and Tom (2580) have PINs, Leo and Mia have none. */
async function withPins() {
  const talk = await peopleTalk();
  await talk.people.pins.set("emma", "4711");
  await talk.people.pins.set("tom", "2580");
  return talk;
}

const ROLES = [
  ["emma", "adult"],
  ["tom", "adult"],
  ["leo", "child"],
  ["mia", "guest"],
];

it.each([
  ["make Leo an adult", "yes", "What's the PIN?"],
  ["remove Mia", "yes", "What's the PIN?"],
  ["add Zoe to the family", "yes", "What's the PIN?"],
  ["add Zoe as a guest", "yes", "What's the PIN?"],
  ["Mia is staying until Saturday", "yes", "What's the PIN?"],
  ["make Emma a guest", "yes", "What's the PIN?"],
  ["把小明改成大人", "好的", "密码是多少？"],
  ["删掉小美", "好的", "密码是多少？"],
])("once somebody has a PIN, a yes alone changes no person, whoever speaks: %s", async (text, yes, asked) => {
  for (const speaking of [{ person: "tom" }, {}]) {
    const talk = await withPins();
    const before = JSON.stringify(talk.registry.saved.map(({ definition }) => definition));
    await talk.say(text, speaking);
    expect(await talk.reply(yes, speaking)).toBe(asked);
    expect(JSON.stringify(talk.registry.saved.map(({ definition }) => definition))).toBe(before);
  }
});

it("a yes to a question from before there was a PIN requires the PIN", async () => {
  const talk = await peopleTalk();
  await talk.say("remove Mia", { person: "tom" });
  await talk.people.pins.set("emma", "4711");
  await talk.say("yes", { person: "tom" });
  expect(talk.people.list().map(({ id, role }) => [id, role])).toEqual(ROLES);
});

it.each([
  ["remove Mia", "That needs an adult's PIN, and no adult has one. Use jia people on the computer that runs Jia."],
  ["删掉小美", "这需要大人的密码，但还没有大人设置密码。请在运行 Jia 的电脑上用 jia people 来改。"],
])("where only a child has a PIN, sentences change no person: %s", async (text, told) => {
  const talk = await peopleTalk();
  await talk.people.pins.set("leo", "4711");
  expect(await talk.reply(text, { person: "tom" })).toBe(told);
  expect(talk.people.list().map(({ id, role }) => [id, role])).toEqual(ROLES);
});

it("another name or a room requires no PIN, as by the API", async () => {
  const talk = await withPins();
  expect(await talk.reply("call Emma Em as well", { person: "tom" })).toBe("OK, Emma is also Em.");
  expect(await talk.reply("Leo's room is the study", { person: "tom" })).toBe("OK, the study is Leo's room.");
});

it("two names that are given at the same time are both stored", async () => {
  const talk = await peopleTalk();
  await Promise.all([
    talk.say("call Emma Em as well", { person: "tom" }),
    talk.say("call Emma Emmy as well", { person: "emma" }),
  ]);
  expect(talk.people.get("emma")?.aliases).toEqual(expect.arrayContaining(["Em", "Emmy"]));
});
