import type { DeviceState } from "../device-states.ts";
import type { Messages } from "../pack.ts";
import type { ChangesReport, DurationReport, NumberReport, PastClock } from "../past-reports.ts";
import { grammar, placeOf } from "./grammar.ts";
import { momentText, spanText, stretchText } from "./past-times.ts";
import { spoken, valueClause } from "./values.ts";

/** The verb of a change into a state: 开, 离线; and whether 过 goes inside or behind it. */
const VERBS: Readonly<Record<DeviceState, string>> = {
  on: "开",
  off: "关",
  open: "开",
  closed: "关",
  locked: "锁",
  unlocked: "解锁",
  playing: "播放",
  paused: "暂停",
  stopped: "完成",
  muted: "静音",
  occupied: "有人来",
  clear: "没人",
  charging: "充电",
  low: "没电",
  full: "满",
  empty: "空",
  wet: "漏水",
  alarmed: "报警",
  online: "恢复在线",
  offline: "掉线",
  cleaning: "打扫",
  docked: "回充",
  hot: "热",
  cold: "冷",
};

/** 离合词: 掉过线, 漏过水. */
const PARTED: Readonly<Partial<Record<DeviceState, string>>> = {
  offline: "掉过线",
  wet: "漏过水",
  alarmed: "报过警",
  charging: "充过电",
  unlocked: "开过锁",
  occupied: "来过人",
};

/** Past states, positive and negative. */
const WAS: Readonly<Partial<Record<DeviceState, readonly [string, string]>>> = {
  on: ["开着", "没开"],
  off: ["关着", "没关"],
  open: ["开着", "没开"],
  closed: ["关着", "没关"],
  locked: ["锁着", "没锁"],
  unlocked: ["没锁", "锁着"],
  occupied: ["有人", "没检测到人"],
  clear: ["没检测到人", "有人"],
  playing: ["在播放", "没在播放"],
  cleaning: ["在打扫", "没在打扫"],
  charging: ["在充电", "没在充电"],
  online: ["在线", "不在线"],
  offline: ["不在线", "在线"],
  wet: ["有水", "没有水"],
  alarmed: ["在报警", "没在报警"],
};

function was(state: DeviceState, yes: boolean): string {
  const words = WAS[state];
  if (words) return words[yes ? 0 : 1];
  return yes ? VERBS[state] : `没${VERBS[state]}`;
}

/** 开过, 掉过线. */
function did(state: DeviceState): string {
  return PARTED[state] ?? `${VERBS[state]}过`;
}

/** 开了3小时, 有人3小时. */
function lasted(state: DeviceState): string {
  if (state === "offline") return "离线了";
  if (state === "off" || state === "closed") return "关了";
  return state === "on" || state === "open" ? "开了" : was(state, true);
}

function timesText(times: readonly PastClock[], count: number): string {
  const last = times.at(-1);
  if (!last) return "";
  return count > times.length ? `最近一次是${momentText(last)}` : grammar.list(times.map(momentText), "and");
}

function never({ name, several, state, somebody, span, whole }: ChangesReport): string {
  const who = several ? "" : (name ?? "");
  if (whole) return `${who}一直${was(state, true)}`;
  if (state === "occupied") return `${span}${who}没检测到人`;
  return somebody ? `${span}没人${did(state)}${who}` : `${who}${span}${several ? "都" : ""}没${did(state)}`;
}

/** 3次, 两次. */
function often(count: number): string {
  return count === 2 ? "两次" : `${count}次`;
}

export const past: Messages["past"] = {
  moment: momentText,
  span: spanText,
  stretch: stretchText,
  energy: (value, small) => (small ? `${value}瓦时` : `${value}度`),
  noHistory: "我没有保留历史记录，所以不知道。",
  notKept: (name) => `${name === null ? "这个" : name}没有留下历史记录。`,
  noRecord: (name, span) => `不知道，${name ?? ""}${span}没有记录。`,
  knownSince: (when) => `我只有${when}以来的记录。`,
  gap: (stretch, why) => `${stretch}${why === "offline" ? "它不在线" : "我没有运行"}。`,
  gaps: (length) => `其中有${length}没有记录。`,
  last: ({ name, state, at }) =>
    state === "occupied"
      ? `${name ?? ""}上次有人是${momentText(at)}。`
      : `${name ?? ""}上次是${momentText(at)}${VERBS[state]}的。`,
  first: ({ name, state, at }) =>
    state === "occupied"
      ? `${name ?? ""}最早有人是${momentText(at)}。`
      : `${name ?? ""}第一次是${momentText(at)}${VERBS[state]}的。`,
  neverSeen: (name, state, since) => `${since === "" ? "" : `${since}以来，`}没见${name ?? "它"}${did(state)}。`,
  when: (told) => {
    const { name, state, times, count } = told;
    if (count === 0) return `${never(told)}。`;
    const at = timesText(times, count);
    return count > times.length ? `${name ?? ""}${often(count)}，${at}。` : `${name ?? ""}${at}${VERBS[state]}的。`;
  },
  whether: (told) => {
    const { name, state, times, count, somebody } = told;
    if (count === 0) return `没有，${never(told)}。`;
    const at = timesText(times, count);
    if (somebody || state === "occupied") {
      if (state === "occupied" && count > times.length) return `有，${name ?? ""}检测到${often(count)}有人，${at}。`;
      const what = state === "occupied" ? `${name ?? ""}有人` : did(state) + (name ?? "");
      return count > times.length ? `有，${what}${often(count)}，${at}。` : `有，${at}${what}。`;
    }
    return count === 1 ? `${name ?? ""}${did(state)}，${at}。` : `${name ?? ""}${did(state)}${often(count)}，${at}。`;
  },
  times: (told) => {
    const { name, state, times, count } = told;
    const who = name ?? "";
    if (count === 0) return told.whole ? `${who}一次也没有，一直${was(state, true)}。` : `${who}一次也没有。`;
    return `${who}${often(count)}，${timesText(times, count)}。`;
  },
  lasted: ({ name, state, length, span, still, whole, least }: DurationReport) => {
    const who = name ?? "";
    if (length === "")
      return `${who}${span}${state === "on" || state === "open" ? `没${did(state)}` : was(state, false)}。`;
    if (whole) return `${who}一直${was(state, true)}，${length}。`;
    return `${who}${least ? "至少" : ""}${lasted(state)}${length}${still ? `，现在还${was(state, true)}` : ""}。`;
  },
  noneWas: (state, span) => `${span}都${was(state, false)}。`,
  lastedEach: (state, each) =>
    `${each.map(({ name, length }) => `${name}${length === "" ? was(state, false) : `${lasted(state)}${length}`}`).join("，")}。`,
  wasThen: (yes, name, state, _other, at) => `${at === "" ? "" : `${at}的时候`}${name ?? ""}${was(state, yes)}。`,
  were: (names, state, at) => {
    const then = at === "" ? "" : at;
    if (names.length === 0) return `${then}都${was(state, false)}。`;
    return `${then}${grammar.list(names, "and")}${was(state, true)}。`;
  },
  allWere: (_count, state, at) => `${at}都${was(state, true)}。`,
  wereMany: (count, state, at) => `${at}有${count}个${was(state, true)}。`,
  ever: ({ name, state, length, stretch, whole, span, least }) => {
    const who = name ?? "";
    if (whole) return `${who}一直${was(state, true)}。`;
    if (length === "")
      return state === "on" || state === "open"
        ? `没有，${who}${span}没${did(state)}。`
        : `没有，${who}${span}${was(state, false)}。`;
    return stretch === ""
      ? `有，${who}${least ? "至少" : "一共"}${lasted(state)}${length}。`
      : `有，${who}${stretch}${was(state, true)}。`;
  },
  always: ({ name, state, length, stretch, whole, span, least }) => {
    const who = name ?? "";
    if (whole) return least ? `据我所知一直${was(state, true)}。` : `是的，${who}一直${was(state, true)}。`;
    if (length === "")
      return state === "on" || state === "open"
        ? `没有，${who}${span}没${did(state)}。`
        : `没有，${who}${span}${was(state, false)}。`;
    return `没有，${who}只${lasted(state)}${length}${stretch === "" ? "" : `（${stretch}）`}。`;
  },
  value: (measured) => `${valueClause(measured).replace("现在", "当时")}。`,
  between: (of, least, most) => {
    const [low, high] = [spoken(least), spoken(most)];
    const both = low === high ? `一直是${high}` : `${low.replace(/(?<=\d)度$/, "")}到${high}`;
    return `${of.span}${subject(of)}${both}。`;
  },
  least: (of, value, at, when) => endText(of, value, at, when, "最低"),
  most: (of, value, at, when) => endText(of, value, at, when, "最高"),
  mean: (of, value) => `${of.span}${subject(of)}平均${spoken(value)}。`,
  beyond: (yes, above, _of, value, at) =>
    `${yes ? "有" : "没有"}，${above ? "最高" : "最低"}${spoken(value)}，${momentText(at)}。`,
  compared: (yes, now, own, before, then) =>
    `${yes === null ? "差不多" : yes ? "是的" : "没有"}，${own === "" ? "现在" : own}${spoken(now)}，${then}${spoken(before)}。`,
  modes: (name, each) => `${name ?? ""}${each.map(({ value, length }) => `${value}${length}`).join("，")}。`,
  used: ({ name, energy, cost, span, least }) =>
    energy === ""
      ? `${name ?? ""}${span}没用电。`
      : `${name ?? ""}${span}${least ? "至少" : ""}用了${energy}电${cost === "" ? "" : `，大约${cost}`}。`,
  cost: ({ name, cost, energy, span }) =>
    cost === ""
      ? `我不知道电价，${name ?? ""}${span}用了${energy}电。`
      : `${name ?? ""}${span}电费大约${cost}，用了${energy}电。`,
  cannotCount: (name) => (name === null ? "家里没有能统计用电量的设备。" : `${name}不能统计用电量。`),
  usedMost: (each, span) => {
    const [first, ...others] = each;
    if (!first) return "";
    const rest = others.map(({ name, energy }) => `${name}${energy}`).join("、");
    return `${span}${first.name}用电最多，${first.energy}${rest === "" ? "" : `；其次是${rest}`}。`;
  },
  usedThan: (yes, use, before, then) =>
    `${yes === null ? "差不多" : yes ? "是的" : "没有"}，${use.span}${use.open && use.span !== "" ? "到现在" : ""}用了${use.energy}，${then}${before}。`,
  byThen: (span) => `${span}同期`,
};

/** The property before a number: 湿度在; empty for the temperature of a room. */
function subject({ name, room, property, type, ambient }: NumberReport): string {
  const where = ambient ? (room === null ? "" : placeOf(room)) : name;
  if (ambient && /temperature$/.test(type)) return where;
  const what = /^(pm|co2|tvoc)/i.test(property) ? property.toUpperCase() : property;
  return where === "" ? what : `${where}的${what}`;
}

function endText(of: NumberReport, value: string, at: PastClock, when: boolean, end: string): string {
  if (when) return `${momentText(at)}${end}，${spoken(value)}。`;
  return `${of.span}${subject(of)}${end}${spoken(value)}，${momentText(at)}。`;
}
