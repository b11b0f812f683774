import type { Messages } from "../pack.ts";
import type { StaleValueReport } from "../uncertainty-reports.ts";
import { noneOf } from "./answers.ts";
import { grammar, placeOf } from "./grammar.ts";

export const knowledge: Messages["knowledge"] = {
  unknown: (name, property, { reason, since }, offline) => {
    const what = property ?? "状态";
    const from = since === null ? "" : `从${since}起`;
    switch (reason) {
      case "never-reported":
        return `还不知道，${name}还没上报过${what}${offline ? `，而且${away(offline)}` : ""}。`;
      case "not-told":
        return `这个查不到，${name}不会上报${what}。`;
      case "cleared":
        return `不知道，${name}${from}就没有${what}的数据了。`;
      case "out-of-range":
        return `不知道，${name}${from}上报的${what}明显不对。`;
      default:
        return reason satisfies never;
    }
  },
  last: (name, text, at, lapse) => `不确定，${away(lapse, name)}，${at}的时候${text}。`,
  lastValue: (name, property, value, at, lapse) => `不确定，${away(lapse, name)}，${at}的时候${property}是${value}。`,
  lapsed: (name, lapse) => `这是之前的情况，${away(lapse, name)}。`,
  lost: (since) => `现在不知道，${since}起连不上 MQTT 服务器，收不到设备的消息。`,
  unsure: (names, more) =>
    more > 0
      ? `${names.join("、")}等${names.length + more}个现在不清楚。`
      : `${grammar.list(names, "and")}现在不清楚。`,
  noneKnown: (kinds, text, scope) => `就目前知道的，${noneOf(kinds, text, scope)}。`,
  somebody: (yes, { names, rooms, moving }) =>
    `${yes ? "有人" : "不，有人"}，${rooms ? grammar.list(rooms.map(placeOf), "and") : grammar.list(names, "and")}${moving ? "有动静" : "检测到有人"}。`,
  nobody: (names) => `${grammar.list(names, "and")}没检测到人。`,
  noMotion: ({ names, rooms }) =>
    `说不准，${rooms ? grammar.list(rooms.map(placeOf), "and") : grammar.list(names, "and")}没有动静，不过也可能有人坐着没动。`,
  sinceUnseen: (name, text, time) => `没看到它变过，${time}开始看的时候，${name}就已经${text}了。`,
};

function away({ reason, since }: StaleValueReport, who = ""): string {
  switch (reason) {
    case "overdue":
      return `${who}${since === null ? "没按时上报" : `本该在${since}前再上报，一直没有`}`;
    case "offline":
      return `${who}${since === null ? "现在不在线" : `${since}起就不在线了`}`;
    case "broker-lost":
      return `${since === null ? "现在" : `${since}起`}连不上 MQTT 服务器，${who}后来怎样就不知道了`;
    case "unanswered":
      return `${who}${since === null ? "没有回应最近的指令" : `没有回应${since}的指令`}`;
    default:
      return reason satisfies never;
  }
}
