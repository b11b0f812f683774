import type { Messages } from "../pack.ts";
import { ALARM } from "./plans.ts";
import { clockOf } from "./times.ts";

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
  promised: (told) => {
    const { when, conditions, what, atMostEvery, off, next } = told;
    const [only = "", ...others] = when;
    if (off || others.length > 0 || /一次/.test(only)) return automation.described(told);
    const said = /^播报“([^”]{1,12})”$/.exec(what)?.[1];
    const deed = said === undefined ? what : said === ALARM ? "叫你" : `提醒你${said}`;
    const onlyIf = conditions.length > 0 ? `如果${conditions.join("而且")}，` : "";
    const often = atMostEvery && `每${atMostEvery}最多一次。`;
    const event = /^当(.*)时$/.exec(only)?.[1];
    if (event !== undefined) return `${event}的时候，${onlyIf}就${deed}。${often}`;
    const from = next.replace(/ ?(\d+:\d+)(?::\d+)?$/, (_, time: string) => (/^每隔/.test(only) ? clockOf(time) : ""));
    return `${only}${onlyIf ? `，${onlyIf}就` : ""}${deed}${next === "" ? "" : `，从${from}开始`}。${often}`;
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
  atOnce: ({ steps }) => steps.join("，"),
  gradually: "{what}，用时{duration}",
};
