import type { Messages } from "../pack.ts";

export const conversations: Messages["conversations"] = {
  summary: "列出、查看、导出和删除对话。",
  details: "编号可以只写开头几位，last 是在这里说的最后一次。export 输出 Markdown，加 --json 输出全部内容。",
  none: "没有保存的对话。",
  heading: ["内容", "轮数", "谁", "最后一次", "编号"],
  somebody: "有人",
  jia: "Jia",
  deleted: ({ turns }) => `已删除 ${turns} 轮对话。`,
};
