import type { Messages } from "../pack.ts";

/** 给用 MCP 的程序，以及用它们的人。 */
export const mcp: Messages["mcp"] = {
  badCall: ({ problems }) => problems.join("；"),
  cancelAlone: "cancel 要单独给",
  textOrTurn: "text 和 turn 只能给一个",
  hiddenReply: "这件事有一部分不能告诉你这样的助手。",
  device: "设备",
  room: "房间",
  argument: { device: "哪个设备，用它的名字", language: "用什么语言回答：en、zh" },
  goodNight: {
    title: "睡前检查",
    about: "睡觉前看看还有什么开着、没关好、没锁",
    text: "我要睡了。家里还有什么开着、没关好、没锁的吗？简单说说，要动什么先问我。",
  },
  leaving: {
    title: "出门检查",
    about: "看看家里这样能不能放心出门",
    text: "我要出门了。家里有没有什么不该开着、没关好、没锁的？简单说说，要动什么先问我。",
  },
  explainWhy: {
    title: "为什么会这样",
    about: "某个设备最后是谁、因为什么改的",
    text: ({ device }) => `这个设备为什么是现在这样：${device}？查一下最后是谁、因为什么改的，用一两句话告诉我。`,
  },
};
