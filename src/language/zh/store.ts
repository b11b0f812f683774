import type { Messages } from "../pack.ts";

export const store: Messages["store"] = {
  heldBy: ({ home, pid, since }) => {
    const process = pid === null ? "" : `进程 ${pid}${since === null ? "" : `，自 ${since} 起`}`;
    const parts = [home === null ? "" : `家庭“${home}”`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : `（${parts.join("，")}）`;
  },
  notThere: "没有这个文件。",
  noFile: "这不是一个文件。",
  notJia: "这是一个数据库，但不是 Jia 的。",
  damaged: "文件已损坏，或根本不是数据库（{detail}）。",
  otherFile: "该文件已存在，且不是备份。请另取一个名字。",
  runsOnServer: "Jia 正在使用这个数据库，或在不到 15 秒之前被强行结束。请先停止所有实例，再进行恢复。未作任何更改。",
};
