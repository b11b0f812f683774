import type { Messages } from "../pack.ts";

export const outgoing: Messages["outgoing"] = {
  noAddress: "不是网址",
  password: "{host} 的地址里带有密码",
  notPublic: "{host} 不是公网地址",
  unasked: "还没有人同意向 {host} 发送内容",
  leadsInside: "{host} 指向 {address}，不是公网地址",
  redirected: "{host} 要求转到另一个地址，不会跟随",
  listIt: "请给出公网地址，或把它的来源加入 policy.outgoing。",
};
