import type { Messages } from "../pack.ts";

const WHITES = { warm: "暖白光", neutral: "自然光", cool: "冷白光" };

export const words: Messages["words"] = {
  on: "开",
  off: "关",
  yes: "是",
  no: "否",
  nothing: "无",
  level: ({ number }) => `${number}档`,
  white: ({ of }) => WHITES[of],
  home: "家",
  truths: ["开", "打开", "是"],
  falsehoods: ["关", "关闭", "否"],
};
