import type { Messages } from "../pack.ts";

export const automation: Messages["automation"] = {
  automation: "自动化",
  scene: "场景",
  timer: "定时器",
  file: "文件",
  run: "运行记录",
  any: "自动化、场景或定时器",
  named: "{what}“{name}”",
  described: ({ when, conditions, what, atMostEvery, off, next }) => {
    const onlyIf = conditions.length > 0 ? `，如果${conditions.join("且")}` : "";
    const often = atMostEvery && `每${atMostEvery}最多一次。`;
    return `${when.join("，或")}${onlyIf}：${what}。${often}${off ? "（已停用）" : next && `下次运行：${next}。`}`;
  },
  heldBack: ({ waits, refused }) =>
    [
      waits.length > 0 ? `缺少确认（${waits.join("，")}）：没有确认，这一部分不会执行。` : "",
      refused.length > 0 ? `不允许，因此这一部分不会执行：${refused.join("，")}。` : "",
    ].join(""),
  policy: "安全策略不允许",
  sends: "会发送到 {host}",
  describedScene: ({ name, stages }) => `${name}：${stages.join("；然后")}。`,
  stages: ({ stages }) => stages.join("；然后"),
  atOnce: ({ steps }) => steps.join("；"),
  gradually: "{what}，用时{duration}",
};
