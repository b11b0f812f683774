import type { Messages } from "../pack.ts";

export const definitions: Messages["definitions"] = {
  scenesSummary: "列出、启动、撤销场景，并以文件形式保存。",
  scenesDetails:
    "子命令：list（默认）· show ID · activate ID · preview ID · undo ID · delete ID · snapshot NAME（记下灯光、窗帘、冷暖和空气设备、插座、开关的当前状态）· " +
    "export · diff FILE · import FILE（场景与自动化）。",
  sceneParameter: "参数（activate、preview）。",
  notParameter: "--with：“{given}”不是 NAME=VALUE 的形式，请写成 brightness=10 这样。",
  sceneRoom: "只限此房间（snapshot）。",
  sceneYes: "同意安全策略询问的操作。",
  noScenes: "没有场景。",
  scenesHeading: ["标识", "内容"],
  nothingWouldChange: "不会有任何变化。",
  nothingToChange: "没有需要改变的。",

  automationsSummary: "列出、检查、运行、开关自动化，并以文件形式保存。",
  automationsDetails:
    "子命令：list（默认）· show ID · run ID · dry-run ID · next ID · enable ID · disable ID · delete ID · " +
    "check [FILE]（单个定义或整个文件；不带文件则按家里现状检查所有已保存的内容）· export · diff FILE · import FILE（场景与自动化）。FILE 可用 - 表示标准输入。",
  automationYes: "同意安全策略询问的操作（import）。",
  force: "忽略条件（run）。",
  allSound: "已保存的内容没有问题。",
  noAutomations: "没有自动化。",
  automationsHeading: ["标识", "下次运行", "内容"],

  prune: "删除文件中没有的项（import）。",
  nothingInFile: "没有内容。",
  deleted: "已删除：{name}",
  asksForYes: "? 带此标记的项需要按安全策略获得同意：请用 --yes 导入，否则运行时相关操作会被拒绝。",
  onlyInHome: "· 另有 {count} 项仅在家中。",
  kinds: { scene: "场景", automation: "自动化", timer: "定时器" },

  timersSummary: "定时器：列出、启动、暂停、延长、取消。",
  noTimers: "没有定时器。",
  timersHeading: ["名称", "剩余", "到时操作", "编号"],
  timerNamed: "定时器“{name}”",
  timerLeft: ({ left, paused }) => `${left}${paused ? "（已暂停）" : ""}`,

  notDuration: "“{given}”不是时长，请用 90s、8m 或 1h30m 这样的写法。",

  runsSummary: "运行记录、待运行计划，以及设备动作的原因。",
  runsOf: "只看此自动化、场景或定时器。",
  runsStatus: "只看此状态：failed、missed 等。",
  noRuns: "还没有运行记录。",
  runsHeading: ["开始", "名称", "结果", "原因", "说明", "编号"],
  noRunBut: ({ given, command }) => `没有运行记录“${given}”。是否要用：${command}`,
  nothingPlanned: "一天内没有计划。",
  plannedHeading: ["时间", "类型", "名称"],
  plannedTimer: "定时器",
  plannedName: ({ name, often }) => `${name}${often ? "（多次）" : ""}`,
  runStopped: "已停止：{name}",
  due: "应于",
  stage: ({ number }) => `第 ${number} 步`,
  runStatuses: {
    running: "运行中",
    waiting: "等待中",
    done: "完成",
    failed: "失败",
    skipped: "跳过",
    stopped: "停止",
    missed: "错过",
  },
  stepResults: { failed: "失败", timeout: "超时", stopped: "停止", interrupted: "中断" },
};
