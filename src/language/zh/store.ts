import type { Messages } from "../pack.ts";

const KINDS: Readonly<Record<string, string>> = {
  automation: "自动化",
  scene: "场景",
  timer: "定时器",
  run: "运行记录",
  "audit entry": "审计记录",
  "due time": "自动化的到期时刻",
  hold: "自动化的保持计时",
  setting: "设置项",
  conversation: "对话",
  person: "成员",
  presence: "在家状态",
  notice: "通知",
  channel: "通知渠道",
};

export const store: Messages["store"] = {
  heldBy: ({ home, pid, since }) => {
    const process = pid === null ? "" : `进程 ${pid}${since === null ? "" : `，自 ${since} 起`}`;
    const parts = [home === null ? "" : `家庭“${home}”`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : `（${parts.join("，")}）`;
  },
  isNoFolder: "{path} 是文件，不是文件夹",
  takesNoFolder: "那里无法新建文件夹",
  isForbidden: "Jia 没有写入权限",
  leftOut: ({ kind, id, why }) => `${KINDS[kind] ?? kind}“${id}”无法读取，已略过（${why}）`,
  leftOutAll: ({ rows, more }) =>
    `${rows.join("；")}${more > 0 ? `；另有 ${more} 条` : ""}。它们原样保留在数据库中，其余一切正常。请重新保存，或恢复备份。`,
  interrupted: ({ count }) => `Jia 上次结束时有 ${count} 条指令尚未完成，结果未知，见 jia audit。`,
  heading: "存储：{where}",
  fine: "可以读写",
  notThere: "没有这个文件。",
  noFile: "这不是一个文件。",
  notJia: "这是数据库文件，但不是 Jia 的数据库。",
  damaged: "文件已损坏，或者不是数据库文件（{detail}）。",
  olderBackup: "已有同名的备份。请另取一个名字，或用 --force 替换它。",
  otherFile: "该文件已存在，且不是备份。请另取一个名字。",
  runsOnServer: "Jia 正在使用这个数据库，或在不到 15 秒之前被强行结束。请先停止所有实例，再进行恢复。未作任何更改。",
};
