import type { Messages } from "../pack.ts";
import { either, grammar } from "./grammar.ts";
import { toYou } from "./to-you.ts";

const PARTS = { morning: "早上", noon: "中午", afternoon: "下午", evening: "晚上", night: "夜里" } as const;
const DOES = {
  bedtime: "睡觉",
  wakeup: "起床",
  breakfast: "吃早饭",
  lunch: "吃午饭",
  dinner: "吃晚饭",
  work: "上班",
  homecoming: "回家",
} as const;
const NOUNS = {
  ...DOES,
  bedtime: "睡觉时间",
  wakeup: "起床时间",
  breakfast: "早饭",
  lunch: "午饭",
  dinner: "晚饭",
} as const;

export const memory: Messages["memory"] = {
  entryNamed: "记忆“{id}”",
  nothing: "没有可记的内容",
  /** A stranger asks what is remembered. */
  notForYou: "这个我只告诉家里人。",
  noted: "记住了。",
  got: ({ what }) => `记住了：${what}。`,
  knownAlready: ({ what }) => `这个我已经记着了：${what}。`,
  instead: ({ what, before }) => `记住了：${what}（之前是${before}）。`,
  name: ({ name, thing }) => `“${name}”就是${thing}`,
  time: ({ event, name, time, days, mine }) => {
    if (event === null) return `${mine ? "你的" : ""}${name}是${days}${time}`;
    return `${mine ? "你" : ""}${days}${time}${DOES[event]}`;
  },
  event: ({ event, mine }) => `${mine ? "你的" : ""}${NOUNS[event]}`,
  preference: ({ thing, property, value, part, mine }) => {
    const when = part === null ? "" : PARTS[part];
    if (thing === "") return `${mine ? "你" : ""}${when}最喜欢的${property}是${value}`;
    return `你喜欢${thing}${when}${value}`;
  },
  nameLabel: ({ name }) => `“${name}”这个名字`,
  preferenceLabel: ({ thing, property }) => (thing === "" ? `你最喜欢的${property}` : `你喜欢${thing}怎样`),
  kindIn: ({ kind, room }) => `${room}${room === "" ? "" : "的"}${kind}`,
  fact: ({ text }) => grammar.quote(toYou(text)),
  ends: ({ what, until }) => `${what}（到${until}为止）`,
  list: ({ items, more }) => `我记得：${items.join("；")}${more > 0 ? `；还有${more}件` : ""}。`,
  told: ({ items }) => `你说过：${grammar.list([...items], "and")}。`,
  several: ({ items }) => items.join("；"),
  answer: ({ what }) => `${what}。`,
  knowsNothing: ({ about }) => (about === "" ? "你还没让我记过什么。" : `你没跟我说过${about}的事。`),
  unknownTime: ({ what, example }) => `我还不知道${what}。可以这样告诉我：${grammar.quote(example)}`,
  exampleTime: "我一般十一点睡觉",
  whichDay: ({ name, times }) => `${name}不是每天都一样（${times.join("，")}）。你说的是哪几天？`,
  onOther: ({ time, days }) => `${days}${time}`,
  halfOfDay: ({ name }) => `${name}是早上还是晚上？`,
  takenAs: ({ name, time }) => `${name}按${time}算。`,
  noPreference: ({ place }) => `我还不知道${place}要怎样你才喜欢。可以这样告诉我：“我喜欢卧室19度”。`,
  forgot: ({ items }) => (items.length > 3 ? `好的，忘掉了${items.length}件。` : `好的，忘掉了：${items.join("；")}。`),
  forgotAll: ({ count }) => (count === 1 ? "好的，忘掉了。" : `好的，${count}件都忘掉了。`),
  askForgetAll: ({ count, items }) =>
    `要把我记得的${count === 1 ? "这件" : `${count}件都`}忘掉吗：${items.join("；")}${count > items.length ? "……" : ""}？`,
  askForgetSeveral: ({ items }) => `这些都忘掉吗：${items.join("；")}？也可以说是哪一件。`,
  askRemember: ({ text }) => `要我记住${grammar.quote(text)}吗？`,
  askForget: ({ items }) => `要我忘掉${items.join("；")}吗？`,
  whichThing: ({ name, options }) => `“${name}”是哪一个：${either(options)}？`,
  noThing: ({ thing }) => `家里没有“${thing}”，没法给它起名字。`,
  reserved: ({ name }) => `“${name}”本来就有别的意思，请换个名字。`,
  gone: ({ name }) => `已经不在的东西（“${name}”）`,
  notSaid: "这不是用户的原话；请照原话写，或者不要记",
  heading: ["内容", "种类", "属于", "时间", "编号"],
  changesHeading: ["时间", "变更", "种类", "编号", "来源"],
  kinds: { name: "名字", time: "时间", preference: "喜好", fact: "事情" },
  changed: { add: "新增", change: "修改", forget: "忘掉", expire: "到期", refuse: "拒绝（机密）" },
  ofHome: "全家",
  noEntries: "还没有记住什么。",
  noChanges: "还没有变更。",
  summary: "查看、添加、修改、忘掉家里记住的事",
  details:
    "VERB 可以是：list、add 内容、change 编号 内容、forget 编号…、changes、export、apply 文件。内容就是平时说的话：“我一般十一点睡觉”。",
  pruneAbout: "用于 apply：文件里没有的都忘掉",
  applied: ({ added, changed, same, forgotten }) => `新增 ${added}，修改 ${changed}，忘掉 ${forgotten}，不变 ${same}。`,
  badFile: "{file}：{detail}",
};
