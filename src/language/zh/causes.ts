import type { Messages } from "../pack.ts";

export const causes: Messages["causes"] = {
  byHand: ({ by, detail }) => `手动运行${more(by)}${more(detail)}`,
  dryRun: "试运行：未发送任何指令",
  undone: "撤销",
  timeUp: ({ detail }) => `到时${more(detail)}`,
  automation: ({ name, detail }) => `自动化“${name}”${more(detail)}`,
  trigger: ({ trigger, detail }) => `${trigger}${more(detail)}`,
  due: "计划时间 {moment}",
  webhook: "其 webhook 被调用",
  scene: "场景启动",
  message: "MQTT 消息",
  mode: "家庭模式变了",
  presence: "有人进出",
  startup: "Jia 启动",
  device: "设备状态变化",
  timer: "定时器",
  byPerson: "由{name}操作",
  bySomebody: "由人操作",
  byYou: "由你操作",
  inConversation: "在对话中要求",
  saying: "因为有人说“{text}”",
  youSaying: "因为你说了“{text}”",
  byApi: ({ client }) => `通过 API${more(client)}`,
  byCommandLine: "在命令行中",
  byMcp: ({ client }) => `通过 MCP${more(client)}`,
  byScene: "由场景“{scene}”",
  bySceneRun: "由场景“{scene}”（{cause}）",
  bySceneUndone: "因为撤销了场景“{scene}”",
  byAutomation: "由自动化“{automation}”",
  byAutomationRun: "由自动化“{automation}”（{cause}）",
  byTimer: "因为定时器到时",
  byTimerNamed: "因为定时器“{timer}”到时",
};

function more(detail: string): string {
  return detail && `（${detail}）`;
}
