import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";
import { countedNoun } from "./measures.ts";
import { clock } from "./times.ts";

const WEEKDAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

/** Replies to small talk, keyed by what was said. */
const COURTESIES = {
  morning: "早上好！",
  afternoon: "下午好！",
  evening: "晚上好！",
  greeting: "你好！有什么可以帮你的？",
  how: "挺好的，谢谢关心。",
  thanks: "不客气。",
  praise: "谢谢夸奖。",
  goodbye: "再见！",
  apology: "没关系。",
  done: "好的。",
  noted: "嗯。",
};

/** Replies when there is nothing to do. */
const MEANINGS = { night: "晚安，好梦。", leaving: "路上小心。", home: "欢迎回家。", film: "看得开心。" };

/** Beginnings of offers. */
const BEFORE = { night: "晚安！", leaving: "", home: "欢迎回家。", film: "" };

const SCENES = { night: "晚安", leaving: "离家", home: "回家", film: "观影" };

/** Requests that nothing in the home can fulfil. */
const HELPS = {
  cold: "取暖",
  hot: "降温",
  dark: "照明",
  bright: "调暗",
  stuffy: "通风",
  smelly: "除味",
  dry: "加湿",
  humid: "除湿",
  loud: "调小声",
  quiet: "调大声",
};

const ACTS: Readonly<Record<string, string>> = { off: "关掉", on: "打开", close: "拉上", lock: "锁上" };

const EXAMPLES = {
  lightsOff: (room: string) => `关掉${room}的灯`,
  cooler: (room: string) => `把${room}的空调调到24度`,
  curtainsClosed: (room: string) => `拉上${room}的窗帘`,
  howWarm: (room: string) => `${room}现在多少度`,
  screenOn: (room: string) => `打开${room}的电视`,
  locked: () => "门都锁了吗",
  cleaning: () => "让扫地机器人开始打扫",
  timer: () => "定一个10分钟的倒计时",
};

/** The words for a day, keyed by days from today. */
const DAYS: Readonly<Record<number, string>> = {
  0: "今天",
  1: "明天",
  2: "后天",
  3: "大后天",
  [-1]: "昨天",
  [-2]: "前天",
  [-3]: "大前天",
};

function dayWords(days: number): string {
  return DAYS[days] ?? (days > 0 ? `${days}天后` : `${-days}天前`);
}

export const talk: Messages["talk"] = {
  courtesy: ({ of }) => COURTESIES[of],
  meaning: ({ of }) => MEANINGS[of],
  present: "我在。",
  identity: "我是 Jia，这个家由我来打理。",
  nature: "我是 Jia，一个打理这个家的程序。",
  beyond: "这个我不会，我只会打理家里的事。",
  time: ({ hour, minute }) => `现在${clock(hour, minute)}。`,
  date: ({ days, year, month, day, weekday }) =>
    `${dayWords(days)}是${year === null ? "" : `${year}年`}${month}月${day}日，${WEEKDAYS[weekday] ?? ""}。`,
  weekday: ({ days, weekday }) => `${dayWords(days)}是${WEEKDAYS[weekday] ?? ""}。`,
  help: ({ things, more, rooms, examples }) =>
    grammar.sentences([
      things.length === 0
        ? "这里还没有我能控制的设备。"
        : `我管着${rooms > 0 ? `${rooms}个房间的` : ""}${grammar.list(things, "and")}${more ? "等设备" : ""}。`,
      examples.length === 0 ? "" : `比如可以说：${examples.map(grammar.quote).join("、")}。`,
    ]),
  example: ({ sort, room }) => EXAMPLES[sort](room),
  ofAnyKind: "",
  counted: ({ count, kind }) => countedNoun(count, kind),
  several: ({ kind }) => kind,
  named: ({ name }) => name,
  others: ({ count }) => `另外${count}个设备`,
  deed: ({ act, things }) => `${ACTS[act] ?? act}${grammar.list(things, "and")}`,
  offer: ({ meaning, deeds, scene }) =>
    scene === null
      ? `${BEFORE[meaning]}要${deeds.join("，")}吗？`
      : `${BEFORE[meaning]}要${deeds.join("，")}吗？要的话，我顺便存成${grammar.quote(scene)}场景。`,
  kept: ({ scene }) => `也存成${grammar.quote(scene)}场景了。`,
  sceneName: ({ meaning }) => SCENES[meaning],
  nothingFor: ({ feeling, room }) => `${room ?? "这里"}没有能${HELPS[feeling]}的设备。`,
};
