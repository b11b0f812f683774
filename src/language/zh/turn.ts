import type { Messages } from "../pack.ts";

export const turn: Messages["turn"] = {
  empty: "要我做什么？",
  tooLong: "这条消息太长了，请控制在 {limit} 字以内。",
  notUnderstood: "我没听懂，也没有执行任何操作。设置 OPENROUTER_API_KEY（或 JIA_MODEL_URL）后可由大模型协助理解。",
  noModel: "我自己没能听懂，而大模型目前不可用：{why}。没有执行任何操作。",
  kept: "我自己没能听懂，而{names}不会告诉大模型。没有执行任何操作。",
  recognised: "我听出了：{names}。",
  unfounded: "没有执行任何操作：没有向任何设备发出指令。请带上设备名称再说一遍。",
  unsure: "这一点我没有依据，不敢乱说：没有读取到，也没有执行过。",
  address: "不是你给我的网址，我不会说出来。",
  found: "有：{names}。",
  spent: "这个请求需要的步骤太多，我已停止。",
  cancelled: "已在完成之前停止。",
  notTried: "未执行：{detail}",
  unusable: "大模型没有以可用的形式说明要做什么。",
  notDone: "“{what}”未完成：{why}。",
  dropped: "好的，不执行。",
  expired: "这个确认已过期，请重新发出指令。",
  modelFailed: "大模型目前无法继续：{why}。",
  internal: "Jia 出错了，未能完成：{why}。",
};
