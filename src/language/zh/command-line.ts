import type { Messages } from "../pack.ts";

export const cli: Messages["cli"] = {
  title: "Jia（家）：用一句话控制家里的设备。",
  overviewUsage: "用法：jia <命令> [选项]",
  moreHelp: "每个命令的选项：jia <命令> --help",
  exitCodes:
    "退出码：\n  0    成功\n  1    未完成\n  2    用法或配置有误\n  3    所需的 Jia、MQTT 服务器、数据库或端口无法使用\n  130  被 Ctrl-C 中断",
  usage: "用法：jia {command}",
  options: "选项：",
  examples: "示例：",

  wrongUse: ({ lines }) => lines.join("\n"),
  seeHelp: "用法见：jia {command} --help",
  missingWords: "缺少参数，用法：{usage}",
  tooManyWords: "参数过多，用法：{usage}",
  unknownOption: ({ option, near }) => `未知的选项 ${option}${near === null ? "。" : `，是否要用 --${near}？`}`,
  takesNoValue: "{option} 是开关，不带值。",
  needsValue: "{option} 需要一个值：{option} {value}",
  unknownCommand: ({ name, near }) =>
    `没有命令“${name}”${near.length === 0 ? "。" : `，是否要用${near.map((each) => `“${each}”`).join("或")}？`}`,
  commandWords: {
    automations: "自动化, 计划, 日程, 定时, 规则, 提醒, 闹钟",
    "runs planned": "计划, 日程, 定时",
    runs: "记录, 历史, 日志",
    audit: "记录, 历史, 日志",
    devices: "设备, 列表, 状态, 房间, 灯",
    "say TEXT": "说, 打开, 关闭, 撤销",
    "start --help": "启动, 运行",
  },
  commands: ({ names }) => `可用的命令：${names.join("、")}`,
  unknownVerb: ({ command, given, near, verbs }) =>
    `jia ${command} 没有子命令“${given}”${near === null ? "。" : `，是否要用“${near}”？`}可用的有：${verbs.join("、")}。`,
  unknownLanguage: ({ given, languages }) => `不支持语言“${given}”，请用 --language ${languages.join(" 或 ")}。`,
  debugHint: "设置 JIA_DEBUG=1 可查看详细信息。",
  stopHint: "按 Ctrl-C 停止。",
  nameBroker: "请用 --mqtt URL 指定 MQTT 服务器。",
  fileNamed: "文件 {path}",

  help: "显示此帮助。",
  language: "输出和回答所用的语言；默认跟随系统（LC_ALL、LANG）。",
  json: "输出 JSON。",
  limit: "条数（20）。",
  configFile: "其他 jia.yaml（JIA_CONFIG）。",
  otherConfig: "其他 jia.yaml。",
  url: "运行中的 Jia 的地址（JIA_URL）。",
  port: "未用 --url 时，它在本机的端口。",
  ownerData: "存有主人令牌的数据目录（没有设置 JIA_TOKEN 时使用）。",
  home: "没有运行中的 Jia 时：用此文件临时模拟一个家，仅用于本命令。",
  room: "你所在的房间（id 或名称）。",
  broker: "MQTT 服务器（MQTT_URL）。",

  configSummary: "检查并打印配置（不含机密）。",
  configDetails: "打印等效的 jia.yaml，并在每个值旁边注明来源。",
  settingFrom: {
    default: () => "默认值",
    file: ({ what }) => what,
    environment: ({ what }) => `环境变量 ${what}`,
    flag: ({ what }) => `选项 ${what}`,
  },

  completionSummary: "打印 Tab 补全脚本。",
  completionDetails:
    "支持 bash、zsh 与 fish：补全命令、选项，以及运行中的 Jia 的设备和房间。把下面对应的一行写入 shell 的启动文件；jia 须在 PATH 中（npm link）。",
  unknownShell: ({ given, near, known }) =>
    `没有“${given}”的补全脚本${near === null ? "。" : `，是否要用 ${near}？`}支持：${known.join("、")}。`,

  outcomes: {
    confirmed: "已确认",
    unchanged: "无变化",
    accepted: "已发送，该设备不回报",
    timeout: "超时未响应",
    offline: "不在线",
    rejected: "被拒绝",
    denied: "不允许",
    "needs-confirmation": "等待确认",
    unknown: "已发送，没有结果记录",
  },
  because: ({ reason }) => `：${reason}`,
  zone: ({ zone }) => `时间均为 ${zone} 时区。`,
  severalIds: ({ start, count }) => `有 ${count} 个 id 以“${start}”开头，请多写几个字符。`,
  code: ({ code }) => `（代码 ${code}）`,
};
