import type { Messages } from "../pack.ts";

export const definition: Messages["definition"] = {
  id: "只能包含小写字母、汉字、数字和“-”",
  address: "不是 light.on 这样的地址",
  timeOfDay: "不是 07:00 或 23:30:15 这样的时间",
  zone: "不是 Asia/Shanghai 这样的 IANA 时区",
  target: "需要 room、floor 或 kind",
  dayPoint: "不是 22:00 或 sunset-30m 这样的时间",
  bound: "需要“above”或“below”",
  window: "需要“after”或“before”",
  duration: "不是 90s、20m、1h30m 或 2d 这样的时长（最多一年）",
  offset: "不是 -30m 或 1h 这样的偏移",
  once: "需要“at”或“in”其中之一",
  key: "应为 8 到 100 个字母、数字、- 或 _",
  empty: "为空",
  repeat: "需要“times”、“while”、“until”中的恰好一个",
  url: "不是 https://example.org/hook 这样的网址",
  types: ({ types }) => `应为以下之一：${types.join(", ")}`,
};
