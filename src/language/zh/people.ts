import type { Messages } from "../pack.ts";

export const people: Messages["people"] = {
  person: "成员",
  named: "成员“{name}”",
  reserved: "是有特殊含义的词，请换一个 id",
  nameInUse: "“{name}”已经是“{id}”的名字",
  noPin: "PIN 码是 4 到 12 位数字",
  noRoom: "家里没有房间“{room}”",
  tooManyTokens: "一个成员最多有 {most} 个令牌，请先撤销一个。",
  tokenNamed: "令牌“{id}”",
  taken: "已经有 id 为“{id}”的成员了。",
};
