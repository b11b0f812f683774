import type { Messages } from "../pack.ts";
import { watched } from "./states.ts";

export const notices: Messages["notices"] = {
  noticeNamed: "通知“{id}”",
  nothingHelps: "这条通知没有可以直接执行的操作",
  runFailed: ({ name, reason }) => `“${name}”没有执行成功${reason === "" ? "" : `：${reason}`}`,
  danger: ({ what, device }) =>
    ({
      smoke: `有烟雾！${device}报警了`,
      gas: `燃气泄漏！${device}报警了`,
      carbonMonoxide: `一氧化碳超标！${device}报警了`,
      water: `漏水了！${device}检测到积水`,
      alarm: `警报！${device}被触发了`,
    })[what],
  battery: ({ device, level }) => `${device}电量低${level === null ? "" : `（${level}%）`}`,
  offline: ({ device, duration }) => `${device}已离线${duration}`,
  leftOpen: ({ device, duration }) => `${watched(device)}已经开了${duration}`,
  heat: ({ device, duration, watched: sees }) => `${device}已经开了${duration}${sees ? "，一直没人走动" : ""}`,
  finished: ({ device }) => `${device}工作完成了`,
  rings: ({ as, name }) => `${{ timer: "时间到了", alarm: "闹钟响了", reminder: "提醒" }[as]}${name && `：${name}`}`,
  close: "关上{device}",
  turnOff: "关掉{device}",
  brokerTrouble: "Jia 联系不上设备：{problem}",
  storeTrouble: "Jia 无法保存数据：{problem}",
  wrongPins: ({ tries, devices }) => `有人连续输错 PIN 码 ${tries} 次${devices === "" ? "" : `，想操作${devices}`}`,
  title: ({ home, level, count }) => {
    const whole = count > 1 ? `${home}：${count} 条通知` : home;
    return level === "alarm" ? `警报 · ${whole}` : whole;
  },
  line: ({ time, text }) => `${time}  ${text}`,
  more: ({ count }) => `还有 ${count} 条`,
  overBy: ({ text }) => `${text}（现已解除）`,
  test: ({ name }) => `这是“${name}”的测试消息，收到就说明能用。`,
  channelFails: ({ name, why }) => `发给“${name}”的消息送不到${why === "" ? "" : `：${why}`}`,
  toldAt: ({ text, time, count }) => `${text}（${time}${count > 1 ? `，共 ${count} 次` : ""}）`,
  told: ({ told, rest, all }) => {
    const count = told.length + rest;
    const more = rest > 0 ? `；还有 ${rest} 条` : "";
    return count === 1 ? `${told.join("")}。` : `有 ${count} 条${all ? "" : "新"}通知：${told.join("；")}${more}。`;
  },
  nothing: ({ all }) => (all ? "没有通知。" : "没有新通知。"),
  still: ({ told, rest }) => `还没解除的：${told.join("；")}${rest > 0 ? `；还有 ${rest} 条` : ""}。`,
  readNow: ({ count }) => (count === 0 ? "本来就没有新通知。" : `好的，${count} 条通知已标为已读。`),
  quiet: ({ until }) => `好的，${until}之前只发警报。`,
  quietUntilWhen: "到什么时候？比如可以说“八点前别打扰我”。",
  loud: "好的，恢复发送所有通知。",
  channelGone: "“{name}”不再接收消息：浏览器已经取消订阅",
};
