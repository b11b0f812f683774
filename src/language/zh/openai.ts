import type { Messages } from "../pack.ts";

export const openai: Messages["openai"] = {
  address: "{method} {path}，只有 GET {models}、POST {chat} 和 POST {responses}",
  onlyOneAnswer: "n 只能是 1：要求的事只做一次",
  noForcedTools: "tool_choice 只能是 auto 或 none：Jia 不调用客户端的工具",
  onlyText: "我只看得懂文字，请不要带图片或文件，直接说要做什么。",
  notSaid: "我只做人亲口说的事。这条是聊天软件发来的，所以什么都没动。",
  noMessage: "最后一条消息不是人说的，所以什么都没动。",
  newChat: "新对话",
  tag: "家居",
};
