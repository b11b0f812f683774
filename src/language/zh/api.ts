import type { Messages } from "../pack.ts";

export const api: Messages["api"] = {
  problemAt: "{place} {problem}",
  notJson: "请求体不是 JSON",
  seeLog: "详情见日志",
  unknownHost: "server.hosts 中没有“{name}”",
  foreignSite: "请求来自其他网站",
  noProperties: "properties 为空，请至少给出一个",
  fromAfterTo: "?from 晚于 ?to",
};
