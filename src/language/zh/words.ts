import type { Messages } from "../pack.ts";

export const words: Messages["words"] = {
  on: "开",
  off: "关",
  yes: "是",
  no: "否",
  nothing: "无",
  home: "家",
  truths: ["开", "打开", "是"],
  falsehoods: ["关", "关闭", "否"],
};
