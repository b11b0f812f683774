import type { Messages } from "../pack.ts";

export const say: Messages["say"] = {
  summary: "对家说一句话。",
  details:
    "打印回答以及每个设备的执行结果。省略 TEXT 时读取标准输入。Jia 反问时，终端上会直接问你；否则把用来回答的命令打印到标准错误。只有听懂、没有待答的问题且全部执行成功时，退出码才为 0。",
  json: "以 JSON 输出完整结果。",
  conversation: "继续某次对话：last（上一次）、对话的 id 或 id 的前几个字符。",
  noLast: "与此 Jia 还没有过对话。请先不带 --conversation 说一句话。",
  severalConversations: "有多个对话的 id 以“{given}”开头，请多写几个字符。",
  answer: "回答",
  answerWith: ({ command }) => `回答请运行：${command}`,
  undoLast: ({ command }) => `每次 say 都是一次新对话。要撤销上一次的操作：${command} --conversation last 撤销`,
  what: '要说什么？例如：jia say "打开客厅的灯"',
  emptyInput: "标准输入为空。",
  tooLong: "文本过长：最多 {limit} 个字符。",

  chatSummary: "与家对话。",
  chatDetails: "Ctrl-C 停止当前回答，再按一次退出。来自管道的各行会在同一次对话中依次说出。",
  chatWelcome: "对家说点什么吧。/help 查看帮助，输入“退出”、按 Ctrl-D 或连按两次 Ctrl-C 退出。",
  noHistory: "不保存本次输入的历史（或设置 JIA_HISTORY=off）。",
  leaving: "退出",
  chatStopped: "（已停止）",
  chatNew: "已开始新的对话。",
  chatHelp:
    "/devices [房间]  设备及其状态\n/new             忘掉之前的对话\n/quit            退出\nCtrl-C           停止回答；按两次退出",
  noSlash: ({ given, near }) => `没有 ${given}。${near === null ? "" : `是否要用 ${near}？`}`,
  chatLeaving: "再按一次 Ctrl-C 退出。",

  understandSummary: "显示标准输入中的句子会做什么，但不执行。",
  understandDetails:
    "每行一句。逐句列出：由哪些部分组成，作了什么决定、为什么，以及比较过的几种理解（最可能的在前）：各会做什么，哪些因素使它更可能或更不可能。",
  understandJson: "每句输出一行 JSON。",
  understandHome: "家庭文件（默认 devices/homes/flat.json）。",
  understandRoom: "说话人所在房间的 id 或名称。",
  understandLanguage: ({ languages }) => `${languages.join(" 或 ")}；默认按每句话判断。`,
  understood: {
    parts: {
      command: "命令",
      wish: "愿望",
      question: "问题",
      condition: "条件",
      repair: "改口",
      reason: "原因",
      statement: "陈述",
      around: "客套",
    },
    decisions: { act: "执行", ask: "先问一句", "hand-on": "交给模型" },
    reasons: {
      certain: "每个词都用上了",
      probable: "有些词没有意义，也不影响意思",
      "not certain": "把握不够",
      "several meanings": "有几种意思",
      "not understood": "没有听懂",
      "too long": "太长",
    },
    ways: {
      whole: "整句",
      core: "只取命令部分",
      named: "不当作场景名",
      loose: "去掉多余的词",
      parts: "去掉某些部分",
      command: "只取命令本身",
    },
    readings: "几种理解",
    leaves: "未用",
    needed: ({ confidence, needed }) => `（把握 ${confidence}，需要 ${needed}）`,
  },
};
