import type { Messages } from "../pack.ts";

export const audit: Messages["audit"] = {
  summary: "所有指令的记录：何时、由谁发出、结果如何。",
  origin: ({ origins }) => `只看此来源：${origins.join("、")}。`,
  since: "只看最近一段时间：30m、2h、1d。",
  notDuration: "--since：“{given}”不是时长，请用 30m、2h 或 1d 这样的写法。",
  origins: { person: "用户", conversation: "对话", schedule: "自动化", scene: "场景", api: "API", mcp: "MCP" },
  commandLine: "命令行",
  stranger: "陌生人",
  none: "没有指令记录。",
};
