import { expect, it } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

it.each([
  ["make a mode called movie night", /^I can't make a mode by words: .*jia modes import/],
  ["please create a party mode", /^I can't make a mode by words/],
  ["new mode: gaming", /^I can't make a mode by words/],
  ["make a mode called night", /^There is night mode already\.$/],
  ["delete the guest mode", /^I can't delete a mode by words/],
  ["新建一个电影模式", /^我没法直接新建模式：.*jia modes import/],
  ["帮我建一个叫聚会的模式", /^我没法直接新建模式/],
  ["新建一个夜间模式", /^已经有夜间模式了。$/],
  ["把访客模式删掉", /^我没法直接删除模式/],
])("a request to make or delete a mode is answered with how to do it, and changes nothing: %s", async (text, told) => {
  const { reply, modes } = await peopleTalk();
  const before = modes.saved;
  expect(await reply(text, { person: "tom" })).toMatch(told);
  expect(modes.saved).toEqual(before);
  expect(modes.current().mode.id).toBe("home");
});

it.each(["make a scene called movie night", "创建一个电影场景", "delete the disco mode", "把空调调到睡眠模式"])(
  "a sentence about no mode of the home is not answered with how to make one: %s",
  async (text) => {
    const { reply } = await peopleTalk();
    expect(await reply(text, { person: "tom" })).not.toMatch(/jia modes/);
  },
);
