import type { Messages } from "../pack.ts";

const verbs: Messages["events"]["verbs"] = {
  click: "被按下",
  "double-click": "被双击",
  "triple-click": "被三击",
  "long-press": "被长按",
  "motion-detected": "检测到有人移动",
  motion: "检测到有人移动",
  "new-motion": "检测到有人移动",
  "wash-end": "洗涤结束",
  "dry-end": "烘干结束",
  "cook-finished": "烹饪结束",
  "doorbell-ring": "响铃",
  ring: "响铃",
  "low-battery": "电量低",
};

export const events: Messages["events"] = {
  verbs,
  verb: ({ event }) => {
    const known: Readonly<Record<string, string>> = verbs;
    return known[event] ?? `报告“${event.replaceAll("-", " ")}”`;
  },
  called: "报告“{event}”",
  happened: "{device}{event}",
};
