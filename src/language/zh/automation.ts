import type { Messages } from "../pack.ts";
import { ALARM } from "./plans.ts";
import { clockOf } from "./times.ts";

export const automation: Messages["automation"] = {
  automation: "自动化",
  scene: "场景",
  timer: "定时器",
  alarm: "闹钟",
  reminder: "提醒",
  file: "文件",
  run: "运行记录",
  any: "自动化、场景或定时器",
  named: "{what}“{name}”",
  described: ({ when, conditions, what, atMostEvery, off, next, until, paused, over, times }) => {
    const onlyIf = conditions.length > 0 ? `，如果${conditions.join("且")}` : "";
    const often = atMostEvery && `每${atMostEvery}最多一次。`;
    const ends = until === "" ? "" : over ? `已于${until}结束。` : `到${until}为止。`;
    const state = off ? "（已停用）" : paused && `暂停到${paused}。`;
    const after = off || over ? "" : next && `下次运行：${next}。`;
    return `${when.join("，或")}${onlyIf}：${what}。${often}${timesWords(times)}${ends}${state}${after}`;
  },
  promised: (told) => {
    const { when, conditions, what, atMostEvery, off, next, until, paused, over, times } = told;
    const [only = "", ...others] = when;
    if (off || over || others.length > 0 || /一次/.test(only)) return automation.described(told);
    const said = /^播报“([^”]{1,12})”$/.exec(what)?.[1];
    const deed = said === undefined ? what : said === ALARM ? "叫你" : `提醒你${said}`;
    const onlyIf = conditions.length > 0 ? `如果${conditions.join("而且")}，` : "";
    const often = atMostEvery && `每${atMostEvery}最多一次。`;
    const ends = until && `，到${until}为止`;
    const more = `${often}${timesWords(times)}${paused && `暂停到${paused}。`}`;
    const event = /^当(.*)时$/.exec(only)?.[1];
    if (event !== undefined) return `${event}的时候，${onlyIf}就${deed}${ends}。${more}`;
    const from = next.replace(/ ?(\d+:\d+)(?::\d+)?$/, (_, time: string) => (/^每隔/.test(only) ? clockOf(time) : ""));
    return `${only}${onlyIf ? `，${onlyIf}就` : ""}${deed}${next === "" ? "" : `，从${from}开始`}${ends}。${more}`;
  },
  onlyAdults: "只有家里的大人或创建它的人可以改动",
  onlyOwnComings: "别人什么时候进出，只告诉家里的大人",
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

function timesWords(times: number | null): string {
  if (times === null || times === 0) return "";
  return times === 1 ? "只执行一次。" : `只执行${times}次。`;
}
