import type { Messages } from "../pack.ts";

export const audit: Messages["audit"] = {
  summary: "所有指令的记录：何时、由谁发出、结果如何。",
  origin: ({ origins }) => `只看此来源：${origins.join("、")}。`,
  since: "只看最近一段时间：30m、2h、1d。",
  none: "没有指令记录。",
};
