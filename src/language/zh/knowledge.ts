import type { ToldLapse } from "../knowledge.ts";
import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";

export const knowledge: Messages["knowledge"] = {
  unknown: (name, property, { reason, since }, offline) => {
    const what = property ?? "状态";
    const from = since === null ? "" : `从${since}起`;
    switch (reason) {
      case "never-reported":
        return `还不知道：${name}还没有上报${what}${offline ? `，而且${away(offline)}` : ""}。`;
      case "not-told":
        return `没法知道：${name}不会上报${what}。`;
      case "cleared":
        return `不知道：${from}${name}就没有${what}的数据了。`;
      case "out-of-range":
        return `不知道：${from}${name}上报的${what}不合理。`;
      default:
        return reason satisfies never;
    }
  },
  last: (name, text, at, lapse) => `${name}在${at}最后一次得知时${text}，但${away(lapse)}。`,
  lastValue: (name, property, value, at, lapse) =>
    `${name}的${property}在${at}最后一次得知时是${value}，但${away(lapse)}。`,
  lapsed: (name, lapse) => `这是最后一次得知的情况：${away(lapse, name)}。`,
  lost: (since) => `没法知道：Jia 从${since}起连不上 MQTT 服务器，收不到设备的消息。`,
  unsure: (names, more) =>
    more > 0
      ? `${names.join("、")}等${names.length + more}个的情况不清楚。`
      : `${grammar.list(names, "and")}的情况不清楚。`,
  noneKnown: (kind, text) => `据我所知，没有${kind || "设备"}${text}。`,
  someKnown: (names, text) => `${grammar.list(names, "and")}${text}。`,
  somebody: (yes, names) => `${yes ? "有人" : "不是没人"}：${grammar.list(names, "and")}检测到有人。`,
  nobody: (names) => `${grammar.list(names, "and")}没检测到人。`,
  noMotion: (names) => `不能确定：${grammar.list(names, "and")}没检测到活动，但这不等于没有人。`,
  sinceUnseen: (name, text, time) => `不知道从什么时候开始：${time}得知时，${name}就${text}。`,
};

function away({ reason, since }: ToldLapse, who = ""): string {
  switch (reason) {
    case "overdue":
      return `${who}${since === null ? "没有按时上报" : `到${since}该再上报却没有`}`;
    case "offline":
      return `${who}${since === null ? "现在离线" : `从${since}起离线了`}`;
    case "broker-lost":
      return `Jia ${since === null ? "" : `从${since}起`}连不上 MQTT 服务器，现在的情况不清楚`;
    case "unanswered":
      return `${who}${since === null ? "之后的指令没有回应" : `${since}的指令没有回应`}`;
    default:
      return reason satisfies never;
  }
}
