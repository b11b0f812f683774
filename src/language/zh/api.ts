import type { Messages } from "../pack.ts";

export const api: Messages["api"] = {
  otherPerson: "这个令牌属于另一位成员",
  problemAt: "{place} {problem}",
  notJson: "请求体不是 JSON",
  badAddress: "地址无效：每个 % 之后必须是两位十六进制数字，且组成 UTF-8 字符",
  notHttp: "不是 HTTP/1.1 请求",
  otherLength: "请求体的长度与 Content-Length 不符",
  badCursor: "?cursor 不是这个列表按这些条件查询得到的 next",
  unknownField: "?fields：没有“{field}”这个字段，可用的有 {known}",
  unknownFieldNear: "?fields：没有“{field}”这个字段，是不是想写“{near}”？",
  oneLength: "seconds 和 duration 请只给一个",
  notLength: "duration：“{given}”不是时长；请写成 8m、1h30、10 minutes 或十分钟这样",
  noHost: "缺少 Host 头",
  seeLog: "详情见日志",
  unknownHost: "server.hosts 中没有“{name}”",
  foreignSite: "请求来自其他网站",
  noProperties: "properties 为空，请至少给出一个",
  fromAfterTo: "?from 晚于 ?to",
  notMoment: "?{name}：“{given}”不是时间，请用 2026-03-01、2026-03-01T08:00，或 2d（两天前）这样的写法",
  notStep: "?step：“{given}”不是间隔，请用 hour、day，或 5m 这样的时长",
  tooManySteps: "?step：会有 {count} 段，最多 {most} 段，请用更长的间隔",
};
