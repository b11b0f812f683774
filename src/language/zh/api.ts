import type { Messages } from "../pack.ts";

export const api: Messages["api"] = {
  otherPerson: "这个令牌属于另一位成员",
  problemAt: "{place} {problem}",
  notJson: "请求体不是 JSON",
  badAddress: "地址无效：每个 % 之后必须是两位十六进制数字，且组成 UTF-8 字符",
  notHttp: "不是 HTTP/1.1 请求",
  otherLength: "请求体的长度与 Content-Length 不符",
  noHost: "缺少 Host 头",
  seeLog: "详情见日志",
  unknownHost: "server.hosts 中没有“{name}”",
  foreignSite: "请求来自其他网站",
  noProperties: "properties 为空，请至少给出一个",
  fromAfterTo: "?from 晚于 ?to",
};
