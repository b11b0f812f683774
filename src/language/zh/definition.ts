import type { Messages } from "../pack.ts";

export const definition: Messages["definition"] = {
  id: "不是有效的 id，只能用小写字母、汉字、数字和“-”",
  address: "不是属性地址，请写成 service.property，如 light.on",
  timeOfDay: "不是时刻，请写成 07:00 或 23:30:15",
  zone: "不是时区，请用 IANA 名称，如 Asia/Shanghai",
  target: "需要 room、floor 或 kind",
  dayPoint: "不是时刻，请写成 22:00 或 sunset-30m",
  bound: "需要 above 或 below",
  window: "需要 after 或 before",
  duration: "不是时长，请写成 90s、20m、1h30m 或 2d（最多一年）",
  offset: "不是时间偏移，请写成 -30m 或 1h",
  once: "at 和 in 必须写一个，且只能写一个",
  key: "不是有效的键，请用 8 到 100 个字母、数字、- 或 _",
  empty: "为空",
  repeat: "times、while、until 必须写一个，且只能写一个",
  url: "不是网址，请写成 https://example.org/hook 这样的地址",
  types: ({ types }) => `应为以下之一：${types.join("、")}`,
};
