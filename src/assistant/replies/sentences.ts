import type { Language, Localized } from "../../language/index.ts";

/** The fixed sentences of a turn. */
export const SENTENCES = {
  empty: { en: "What shall I do?", zh: "要我做什么？" },
  "too-long": {
    en: "That is too long for one message. Please say it in less than {limit} characters.",
    zh: "这条消息太长了，请控制在 {limit} 字以内。",
  },
  "not-understood": {
    en: "I did not understand that, and nothing was done. Set OPENROUTER_API_KEY (or JIA_MODEL_URL) to let a model help.",
    zh: "我没听懂，也没有执行任何操作。设置 OPENROUTER_API_KEY（或 JIA_MODEL_URL）后可由大模型协助理解。",
  },
  "no-model": {
    en: "I did not understand that by myself, and the model cannot be used now: {why}. Nothing was done.",
    zh: "我自己没能听懂，而大模型目前不可用：{why}。没有执行任何操作。",
  },
  recognised: { en: "I did recognise: {names}.", zh: "我听出了：{names}。" },
  unfounded: {
    en: "Nothing was done: no device was told anything. Please say it again, with the name of the device.",
    zh: "没有执行任何操作：没有向任何设备发出指令。请带上设备名称再说一遍。",
  },
  spent: {
    en: "That took more steps than one request may take, so I stopped.",
    zh: "这个请求需要的步骤太多，我已停止。",
  },
  cancelled: { en: "Stopped before it was done.", zh: "已在完成之前停止。" },
  "not-tried": { en: "Not tried: {detail}", zh: "未执行：{detail}" },
  "not-done": { en: "{what} was not done: {why}.", zh: "“{what}”未完成：{why}。" },
  dropped: { en: "All right, I leave it.", zh: "好的，不执行。" },
  expired: {
    en: "That question is too old to say yes to. Please ask again.",
    zh: "这个确认已过期，请重新发出指令。",
  },
  "model-failed": {
    en: "The model cannot be used any further now: {why}.",
    zh: "大模型目前无法继续：{why}。",
  },
  internal: {
    en: "Jia made a mistake and could not finish this: {why}.",
    zh: "Jia 出错了，未能完成：{why}。",
  },
} as const satisfies Record<string, Localized>;

/** A fixed sentence with `{name}` replaced by the value of that name. */
export function sentence(
  name: keyof typeof SENTENCES,
  language: Language,
  values: Readonly<Record<string, string | number>>,
): string {
  return SENTENCES[name][language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
