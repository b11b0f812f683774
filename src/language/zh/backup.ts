import type { Messages } from "../pack.ts";

export const backup: Messages["backup"] = {
  summary: "把全部数据保存到一个文件。",
  details:
    "包括场景、自动化、定时器、运行记录、对话、审计和设置，都取自同一时刻；Jia 运行时也可以备份，使用 PostgreSQL 时同样可以。" +
    "文件检查无误后才会得到它的名字。同名的旧备份只有加上 --force 才会被替换。",
  restoreSummary: "用备份中的内容替换全部数据。",
  restoreDetails:
    "须先停止 Jia。文件会先经过检查（完整、版本可识别、属于这个家）；原有数据会保留在旁边。" +
    "SQLite 的备份可以恢复到 PostgreSQL，反之亦可。也接受直接复制的 jia.db。",
  takeOver: "恢复另一个家的备份，并交给这个家使用。",
  force: "替换同名的旧备份。",
  history: "一并备份历史记录（可能很大）。",
  withoutHistory: "其中没有历史记录。要一并备份请加 --history",
  progress: "{percent}%",
  named: "备份“{id}”",
  inMemory: "Jia 的数据都在内存里，没有可以保存的",
  stopFirst: "这个 Jia 不能自己重启。请先停止它，再运行：jia restore FILE",
  busy: "正在进行另一个备份或恢复，请等它完成",
  tooMany: "已经有 {most} 个备份，请先删除一些",
  made: ({ file, size, contents }) => `已保存到 ${file}（${size}）：${contents}。`,
  restored: ({ from, to, contents }) => `已从 ${from} 恢复到 ${to}：${contents}。`,
  kept: "原有数据保留在 {file}。",
  next: ({ options }) => `启动 Jia：jia start${options === "" ? "" : ` ${options}`}`,
  contents: ({ home, scenes, automations, timers, history, at, zone }) => {
    const past = history === null ? "" : `、${history} 项历史记录`;
    const counts = `${scenes} 个场景、${automations} 个自动化、${timers} 个定时器${past}`;
    return `${home === null ? "" : `家庭“${home}”，`}${counts}${at === null ? "" : `，截至 ${at}（${zone}）`}`;
  },
};
