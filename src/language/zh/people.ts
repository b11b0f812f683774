import type { Messages } from "../pack.ts";

export const people: Messages["people"] = {
  person: "成员",
  named: "成员“{name}”",
  anyone: "有人",
  everyone: "所有人",
  nobody: "没有人",
  reserved: "是有特殊含义的词，请换一个 id",
  nameInUse: "“{name}”已经是“{id}”的名字",
  noPin: "PIN 码是 4 到 12 位数字",
  doorSign: "需要 event，或者 property 和 is",
  longKey: "不是密钥，请用 16 到 100 个字母、数字、- 或 _",
  sameKey: "已经是“{id}”的密钥",
  noRoom: "家里没有房间“{room}”",
  onlyAdults: "只有家里的大人可以这样做",
  withThisKey: "使用此密钥的成员",
  tooManyTokens: "一个成员最多有 {most} 个令牌，请先撤销一个。",
  tokenNamed: "令牌“{id}”",
  taken: "已经有 id 为“{id}”的成员了。",
};
