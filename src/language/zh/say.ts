import type { Messages } from "../pack.ts";

export const say: Messages["say"] = {
  summary: "对家说一句话。",
  details: "打印回答以及每个设备的执行结果。省略 TEXT 时读取标准输入。只有听懂且全部执行成功时退出码才为 0。",
  json: "以 JSON 输出完整结果。",
  conversation: "继续某次对话（其 id 见 JSON 输出）。",
  what: '要说什么？例如：jia say "打开客厅的灯"',
  emptyInput: "标准输入为空。",
  tooLong: "文本过长：最多 {limit} 个字符。",

  chatSummary: "与家对话。",
  chatDetails: "Ctrl-C 停止当前回答，再按一次退出。来自管道的各行会在同一次对话中依次说出。",
  chatWelcome: "对家说点什么吧。/help 查看帮助，连按两次 Ctrl-C 退出。",
  chatStopped: "（已停止）",
  chatNew: "已开始新的对话。",
  chatHelp:
    "/devices [房间]  设备及其状态\n/new             忘掉之前的对话\n/quit            退出\nCtrl-C           停止回答；按两次退出",
  chatLeaving: "再按一次 Ctrl-C 退出。",

  understandSummary: "显示标准输入中的句子会做什么，但不执行。",
  understandDetails: "每行一句输入，每行一个 JSON 输出：会发出的命令、会提出的问题，或表示没有听懂。",
  understandHome: "家庭文件（默认 devices/homes/flat.json）。",
  understandRoom: "说话人所在房间的 id 或名称。",
  understandLanguage: ({ languages }) => `${languages.join(" 或 ")}；默认按每句话判断。`,
};
