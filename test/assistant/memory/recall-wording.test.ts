import { describe, expect, it } from "vitest";
import { rememberingHome } from "../../support/remembering-home.ts";

const EMMA = { person: "emma" };

describe("a memory is recalled in the words of the question", () => {
  it.each([
    ["记住狗狗周五打疫苗", "狗狗什么时候打疫苗", "你说过：“狗狗周五打疫苗”。"],
    ["记住孩子八点上学", "孩子几点上学", "你说过：“孩子八点上学”。"],
    ["记住周四倒垃圾", "哪天倒垃圾来着", "你说过：“周四倒垃圾”。"],
    ["我家猫叫咪咪，记住哈", "我家猫叫什么", "你说过：“你家猫叫咪咪”。"],
    ["请记住备用钥匙在花盆底下", "备用钥匙在哪", "你说过：“备用钥匙在花盆底下”。"],
    ["remember that we're out of milk", "are we out of milk", 'You told me: "we\'re out of milk".'],
    [
      "remember that the plumber is coming on Tuesday",
      "when is the plumber coming",
      'You told me: "the plumber is coming on Tuesday".',
    ],
    ["remember the bins go out on Thursday", "when do the bins go out", 'You told me: "the bins go out on Thursday".'],
  ])("%s, %s", async (told, asked, answer) => {
    const home = await rememberingHome();
    await home.say(told, EMMA);
    expect(await home.say(asked, EMMA)).toBe(answer);
  });

  it.each(["is the kitchen light on", "客厅的灯开着吗", "when is the timer done"])(
    "and a question about the home is not: %s",
    async (asked) => {
      const home = await rememberingHome();
      await home.say("remember that the kitchen light is broken", EMMA);
      expect(await home.say(asked, EMMA)).not.toMatch(/broken/);
    },
  );
});

it.each([
  ["记住我妈的电话是13800138000", "我妈的电话是多少", "你妈妈的电话是13800138000"],
  ["记住我妹的生日是五月三号", "我妹的生日是哪天", "你妹妹的生日是五月三号"],
])("an answer about a mother or a sister cannot be heard as swearing: %s", async (told, asked, answer) => {
  const home = await rememberingHome();
  await home.say(told, EMMA);
  expect(await home.say(asked, EMMA)).toContain(answer);
});

it.each([
  ["my bedtime is eleven pm", "stop remembering my bedtime", "OK, I've forgotten your bedtime."],
  ["记住狗狗周五打疫苗", "忘记狗狗打疫苗", "好的，忘掉了：“狗狗周五打疫苗”。"],
])("a memory is forgotten by other words: %s, %s", async (told, asked, answer) => {
  const home = await rememberingHome();
  await home.say(told, EMMA);
  expect(await home.say(asked, EMMA)).toBe(answer);
  expect(home.memory.list({ kind: "person", person: "emma" })).toEqual([]);
});

it.each([
  ["when is my bedtime", "I only tell that to the people who live here."],
  ["我几点睡觉", "这个我只告诉家里人。"],
])("a stranger is told no memory: %s", async (asked, answer) => {
  const home = await rememberingHome();
  expect(await home.say(asked, { stranger: true })).toBe(answer);
});
