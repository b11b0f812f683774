import type { Messages } from "../pack.ts";

export const mcpCommand: Messages["mcpCommand"] = {
  summary: "供自己启动 MCP 服务的程序使用。",
  details:
    "通过标准输入和输出使用 MCP（Model Context Protocol），并转给正在运行的 Jia。不用手动运行，Claude Desktop 等程序会自己启动它。" +
    "出错时，原因会显示在标准错误中。",
};
