import { lowerEnd } from "../locale.ts";
import type { Messages } from "../pack.ts";
import type { Subjects } from "../subject-types.ts";
import { either, grammar, placeOf } from "./grammar.ts";
import { motion, order, predicate, resultState, valuesPredicate } from "./reported-changes.ts";
import { all, subjectSentence, who, whoIn } from "./subjects.ts";
import { colors } from "./vocabulary/names.ts";

const COLORS: ReadonlySet<string> = new Set(Object.values(colors));

/** Acts that a device cannot do, keyed by act. */
const CANNOT: Readonly<Record<string, string>> = {
  on: "打开",
  off: "关闭",
  open: "打开",
  close: "关闭",
  lock: "上锁",
  unlock: "解锁",
  start: "启动",
  run: "启动",
  stop: "停止",
  pause: "暂停",
  resume: "继续",
  play: "播放",
  next: "切到下一首",
  previous: "切到上一首",
  mute: "静音",
  unmute: "取消静音",
  dock: "回充",
  clean: "打扫",
  mop: "拖地",
  mow: "割草",
  locate: "定位",
  toggle: "切换",
};

const UNTOLD_THERE = "那边没有能测的传感器，我不知道。";

export const replies: Messages["replies"] = {
  done: (deed, subjects, room) => {
    const state = predicate(deed, subjects);
    if (state === null) return `${order(deed, subjects).replace(/^让/, "已经让")}。`;
    if (deed.kind === "switched") return subjectSentence(joined(whoIn(subjects, room), state), subjects);
    return subjectSentence(`${whoIn(subjects, room)}${all(subjects)}${state}`, subjects);
  },
  already: (deed, subjects, room) => {
    const state = resultState(deed);
    if (state === null) return replies.done(deed, subjects, room);
    const part = deed.kind === "switched" ? `的${deed.property}` : "";
    return subjectSentence(`${joined(whoIn(subjects, room), part)}本来就${all(subjects)}${state}`, subjects);
  },
  set: (settings, subjects, room, how) =>
    subjectSentence(joined(whoIn(subjects, room), valuesPredicate(settings, all(subjects), how)), subjects),
  setEach: (each, room) =>
    `${placeOf(room)}的${each.map(({ name, setting }) => `${name}${valuesPredicate([setting], "", "done").replace(/了$/, "")}`).join("，")}了。`,
  moving: (moving, subjects, room, reports) => {
    const goes = moving.kind === "to" ? `调到${moving.place}` : motion(moving.kind === "open", subjects, moving.lifts);
    const subject = whoIn(subjects, room);
    return reports ? `${subject}${all(subjects)}正在${goes}。` : `已让${subject}${goes}，不过${silent(subjects)}。`;
  },
  accepted: (deed, subjects) => `${order(deed, subjects)}的指令发出去了，不过${silent(subjects)}。`,
  timeout: (subjects) => `${who(subjects)}${all(subjects)}没有回应，不知道成功了没有。`,
  offline: (subjects, reason) => reason || `${who(subjects)}${all(subjects)}不在线，连不上。`,
  rejected: (subjects, reason) =>
    `${who(subjects)}拒绝了${/^-?\d+$/.test(reason) ? `（代码 ${reason}）` : reason && `：${reason}`}${/[。！？]$/.test(reason) ? "" : "。"}`,
  notSent: (subjects, reason) => `指令没能发给${who(subjects)}：${reason}。`,
  denied: (reason) => `不允许这样做${reason && `：${reason}`}。`,
  doing: (deed, subjects) => order(deed, subjects),
  asking: (deed, subjects) => order(deed, subjects),
  orders: (things) => things.join("，"),
  confirm: (what, why) => `${why.length > 0 ? `${why.join("，")}。` : ""}确定要${what}吗？`,
  pin: (what) => `要${what}，密码是多少？`,
  pinAlone: "密码是多少？",
  untouched: (names) => `没有，没动过${grammar.list(names, "and")}。`,
  touchedAt: (names, time) => `动过，${time}动的${grammar.list(names, "and")}。`,
  touched: (reply) => grammar.sentences(["动过。", reply]),
  nothingToUndo: "没有什么可以撤销的。",
  notBack: (names) => `${grammar.list(names, "and")}刚才做的没法恢复。`,
  maybeBroken: "我这边看不出问题，可能是设备本身坏了，或者没通电。",
  offNow: "要是叫我打开了还是不行，可能就是坏了。",
  leave: "好的，那就算了。",
  stillOff: (names) => `${grammar.list(names, "and")}还关着。`,
  essential: (names) => `记住了：全部关掉时，${grammar.list(names, "and")}不会关。`,
  essentialForAdults: "哪些设备不能关，只有家里的大人能决定。",
  notEssential: (names) => `记住了：${grammar.list(names, "and")}可以跟着一起关。`,
  essentialAre: (names, count) =>
    names.length === 0
      ? "没有必须一直开着的设备。"
      : `全部关掉时不会关的有：${grammar.list(names, "and")}${count > names.length ? `等${count}个` : ""}。`,
  leftOn: (names) => `${grammar.list(names, "and")}没动，还开着。`,
  noDevice: (said, place, nearest) =>
    `${place ? placeOf(place) : "家里"}没有${said || "这样的设备"}${nearest ? `，${elsewhere(nearest, said)}` : ""}。`,
  noTime: (said) => `没有“${said}”这个时间。`,
  noEvent: (said) => `家里没有设备能知道“${said}”。`,
  noPerson: (said, known) =>
    known.length === 0 || known.length > 5
      ? `我不知道“${said}”是谁。`
      : `我不知道“${said}”是谁，我只认识${grammar.list(known, "and")}。`,
  notThere: (who, home) =>
    home === null
      ? `不知道${who === null ? "有没有人在家" : `${who}在不在家`}，所以什么都没做。`
      : `${who === null ? "家里没人" : `${who}${home ? "在家" : "不在家"}`}，所以什么都没做。`,
  noSpeaker: "你是谁？说一下你的名字。",
  unplaced: (floor) => `我不知道你在哪${floor ? "一层" : "个房间"}。`,
  noRoom: (said, nearest) => `家里没有${said}${nearest ? `，最接近的是${nearest}` : ""}。`,
  noProperty: (device, said) =>
    device === null
      ? /多少|几|怎么样/.test(said)
        ? UNTOLD_THERE
        : `那里没有能调${said || "这个"}的设备。`
      : COLORS.has(said)
        ? `${device}调不成${said}。`
        : /多少|几/.test(said)
          ? `查不到${device}${said}。`
          : `${device}没有${said === "电" ? "用电量" : said || "这项设置"}。`,
  notChanged: (property, devices, range, more = 0) =>
    `${devices.length === 0 ? "" : `${more > 0 ? `${devices.join("、")}等${devices.length + more}个设备` : grammar.list(devices, "and")}的`}${property}没有改动${range ? `，只能在${range.from}到${range.to}之间` : ""}。`,
  noAction: (device, said) => {
    const act = CANNOT[said];
    return act === undefined ? `${device}做不到这个。` : `${device}不能${act}。`;
  },
  untoldThere: UNTOLD_THERE,
  untold: (device, state) => `${device}是不是${state}，我这边看不到。`,
  noMode: (device, said, choices) => `${device}没有${said}模式，可以选${grammar.list(choices, "or")}。`,
  noLock: (device) => `${device}没有锁。`,
  noSwitch: (device, on, parts) => `${device}没有总开关，可以单独${on ? "开" : "关"}${grammar.list(parts, "or")}。`,
  outOfRange: (device, property, from, to) =>
    `${device}${/温度$/.test(property) ? "" : `的${property}`}只能设在${lowerEnd(from, to)}到${to}之间。`,
  notOneOf: (device, property, choices) => `${device}的${property}可以选${grammar.list(choices, "or")}。`,
  badValue: (device, said, choices) =>
    `${device}没有“${said}”${choices.length > 0 ? `，可以选${grammar.list(choices, "and")}` : ""}。`,
  relative: (device, property) => `到时候${device}的${property}是多少现在还不知道，请直接说要调到多少。`,
  noStep: (device, property, now, steps) => `${device}的${property}现在是${now}，要调到${grammar.list(steps, "or")}？`,
  unknownState: (device, property) => `不知道${device}现在的${property}是多少，没法在它的基础上调。`,
  whom: "你说的是哪个设备？",
  meant: (option) => `你说的是${option}吗？`,
  ask: (options) => `你说的是${either(options)}？`,
  askOn: (options) => `要开${either(options)}？`,
  whichRoom: (name, rooms) => `${name}，是${either(rooms.map((room) => `${placeOf(room)}的`))}？`,
  named: (name) => name,
  choice: (name, room) => `${placeOf(room)}的${name}`,
};

/** One 的 is enough, before the property: 客厅空调的风速调到8档了. */
function joined(subject: string, rest: string): string {
  if (!rest.startsWith("的") || !subject.includes("的")) return subject + rest;
  const parts = subject.split("的");
  // 客厅和书房的A、B would be ambiguous without the first 的.
  return parts.length === 2 && !/[、和]/.test(subject) ? parts.join("") + rest : subject + rest.slice(1);
}

/** Why the result is not known. */
function silent({ names }: Subjects): string {
  return `${names.length > 1 ? "它们" : "它"}不会回报结果`;
}

/** 小宝房间有: the room of the nearest device with the said name; otherwise its full name. */
function elsewhere(nearest: string, said: string): string {
  return said !== "" && nearest.endsWith(`的${said}`) ? `${nearest.slice(0, -said.length - 1)}有` : `不过有${nearest}`;
}
