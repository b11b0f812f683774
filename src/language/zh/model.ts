import type { Messages } from "../pack.ts";

export const modelFailures: Messages["modelFailures"] = {
  unauthorized: "密钥被拒绝，请检查 OPENROUTER_API_KEY",
  "no-credit": "账户余额不足",
  "rate-limited": "请求过于频繁，请稍后再试",
  gone: "该模型已下线，请用 JIA_MODEL 选择其他模型",
  private: "该模型没有承诺不留存数据的提供方，请用 JIA_MODEL 选择其他模型",
  refused: "请求被拒绝",
  unavailable: "服务器不可用",
  timeout: "没有及时响应",
  broken: "回答中断",
  empty: "没有给出任何回答",
};

export const model: Messages["model"] = {
  replaced: "模型 {old} 已不再提供，改用 {next}。",
  notJson: "不是有效的 JSON: {given}",
};
