import type { Messages } from "../pack.ts";

export const modelFailures: Messages["modelFailures"] = {
  unauthorized: "密钥被拒绝，请检查 OPENROUTER_API_KEY",
  "no-credit": "账户余额不足",
  "rate-limited": "请求过于频繁，请稍后再试",
  gone: "该模型已下线，请用 JIA_MODEL 选择其他模型",
  "unknown-model": "服务器上没有这个名称的模型，请用 JIA_MODEL 选择其他模型",
  "no-tools": "该模型不支持调用工具，因此无法控制设备，请用 JIA_MODEL 选择其他模型",
  "no-provider": "该模型没有可处理此请求的提供方，请用 JIA_MODEL 选择其他模型",
  private: "该模型没有承诺不留存数据的提供方，请用 JIA_MODEL 选择其他模型",
  "no-address": "服务器上没有这个地址，请检查 JIA_MODEL_URL（通常以 /v1 结尾）",
  "no-model-server": "这个地址上的不是大模型服务器，请检查 JIA_MODEL_URL",
  redirected: "服务器要求把请求转发到 {to}，请求和密钥都没有发往那里；如果那是正确的地址，请把 JIA_MODEL_URL 设为它",
  untrusted: "服务器的证书不可信",
  "too-long": "对话太长，超出了该模型的限度，请开始新的对话",
  refused: "请求被拒绝",
  unavailable: "服务器不可用",
  timeout: "没有及时响应",
  broken: "回答中断",
  endless: "回答一直没有结束",
  "too-deep": "回答嵌套得太深，无法读取",
  "call-as-text": "它把工具调用写成了文字，没有真正执行",
  slow: "它太慢，没能在一次请求的时间内答复",
  astray: "它反复调用不存在或无法执行的工具",
  "day-budget": "今天的用量已到上限（model.budget），零点以后恢复",
  empty: "没有给出任何回答",
};

export const modelReplaced: Messages["modelReplaced"] = {
  gone: "模型 {old} 已不再提供，改用 {next}。",
  "unknown-model": "服务器上没有模型 {old}，改用 {next}。",
  "no-tools": "模型 {old} 不支持调用工具，改用 {next}。",
  "no-provider": "模型 {old} 没有可处理此请求的提供方，改用 {next}。",
  private: "模型 {old} 没有承诺不留存数据的提供方，改用 {next}。",
};

export const model: Messages["model"] = {
  tooDeep: "嵌套超过 {limit} 层",
  unsaidAddress: "{address} 不是用户说过的网址；请去掉它，或者先问用户",
  notJson: "不是有效的 JSON: {given}",
};
