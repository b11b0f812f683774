import type { Localized } from "../../language/index.ts";

/** What the schemas of definitions say about a field, in both languages: what stands before it is the field and its value. */
export const MESSAGES = {
  id: { en: 'may hold lower-case letters, digits and "-" only', zh: "只能包含小写字母、汉字、数字和“-”" },
  address: { en: "is not an address such as light.on", zh: "不是 light.on 这样的地址" },
  timeOfDay: {
    en: "is not a time of day such as 07:00 or 23:30:15",
    zh: "不是 07:00 或 23:30:15 这样的时间",
  },
  zone: { en: "is not an IANA time zone such as Asia/Shanghai", zh: "不是 Asia/Shanghai 这样的 IANA 时区" },
  target: { en: "needs a room, a floor or a kind", zh: "需要 room、floor 或 kind" },
  dayPoint: { en: "is not a time such as 22:00 or sunset-30m", zh: "不是 22:00 或 sunset-30m 这样的时间" },
  bound: { en: 'needs "above" or "below"', zh: "需要“above”或“below”" },
  window: { en: 'needs "after" or "before"', zh: "需要“after”或“before”" },
  duration: {
    en: "is not a duration such as 90s, 20m, 1h30m or 2d (at most a year)",
    zh: "不是 90s、20m、1h30m 或 2d 这样的时长（最多一年）",
  },
  offset: { en: "is not an offset such as -30m or 1h", zh: "不是 -30m 或 1h 这样的偏移" },
  once: { en: 'needs either "at" or "in"', zh: "需要“at”或“in”其中之一" },
  key: { en: "needs 8 to 100 letters, digits, - or _", zh: "应为 8 到 100 个字母、数字、- 或 _" },
  empty: { en: "is empty", zh: "为空" },
  repeat: {
    en: 'needs exactly one of "times", "while" and "until"',
    zh: "需要“times”、“while”、“until”中的恰好一个",
  },
  url: { en: "is not an address such as https://example.org/hook", zh: "不是 https://example.org/hook 这样的网址" },
} as const satisfies Record<string, Localized>;

/** Keyed by the English text, which is what zod hands on. */
const CHINESE: ReadonlyMap<string, string> = new Map(Object.values(MESSAGES).map(({ en, zh }) => [en, zh]));

/** The Chinese of one of these messages; undefined for another text. */
export function chineseOf(message: string): string | undefined {
  return CHINESE.get(message);
}
