import type { Messages } from "../pack.ts";
import { answers } from "./answers.ts";
import { grammar } from "./grammar.ts";

const SO = {
  open: "还开着",
  unlocked: "没锁",
  running: "还没关",
  lights: "还亮着",
  water: "还开着",
  leak: "检测到漏水",
} as const;
/** The good results that a report mentions; other checks are silent when all is well. */
const CLEAR: Readonly<Record<string, string>> = { open: "门窗都关好了", unlocked: "门都锁了" };

/** 离家模式; a name that contains 模式 stays as it is. */
function called(name: string): string {
  if (/模式$/.test(name)) return name;
  return /\p{Script=Han}$/u.test(name) ? `${name}模式` : `${name} 模式`;
}

const USUAL: Messages["modes"]["usual"] = {
  home: ["在家", "回家"],
  away: ["离家", "外出", "出门"],
  night: ["夜间", "晚安"],
  guest: ["访客", "客人", "待客"],
  holiday: ["度假", "假期", "长期外出"],
};

/** Modes by their ids, in a sentence: 离家模式或度假模式. */
export function modesCalled(ids: readonly string[]): string {
  const names: Readonly<Record<string, readonly string[]>> = USUAL;
  return grammar.list(
    ids.map((id) => called(names[id]?.[0] ?? id)),
    "or",
  );
}

export const modes: Messages["modes"] = {
  mode: "模式",
  named: "模式“{name}”",
  nameInUse: "“{name}”已经是“{id}”的名字",
  noScene: "没有场景“{scene}”",
  noMode: "没有模式“{mode}”",
  staysThere: "每个家都有这个模式，不能删除。",
  isThere: "家里现在就是“{name}”模式，请先换到别的模式再删除。",
  usual: USUAL,
  called: ({ name }) => called(name),
  found: ({ check, devices, more }) =>
    `${grammar.list(check === "open" ? devices.map(answers.opening) : devices, "and")}${more > 0 ? `等${devices.length + more}个` : ""}${SO[check]}`,
  untold: ({ devices }) => `${grammar.list(devices, "and")}的情况不清楚`,
  report: ({ name, already, parts, clear }) => {
    const begun = already ? `已经是${called(name)}了` : `${called(name)}开了`;
    if (parts.length > 0) return `${begun}，不过${parts.join("，")}。`;
    return `${[begun, ...clear.flatMap((check) => CLEAR[check] ?? [])].join("，")}。`;
  },
  yes: "对该模式场景中需要确认的操作直接同意。",
  ask: "要切换到{name}吗？",
  sceneFailed: ({ scene, reason }) => `场景“${scene}”没能执行：${reason}`,
  othersThere: ({ names, leaving }) =>
    `${leaving ? "路上小心！" : ""}${names.length === 0 ? "家里还有人" : `${grammar.list(names, "and")}还在家`}，我就先不动了。`,
  madeBy: "我没法直接新建模式：先用 jia modes export 导出成文件，改好再用 jia modes import 导入。",
  deletedBy: ({ id }) => `我没法直接删除模式，请用 jia modes delete ${id}。`,
  thereAlready: ({ name }) => `已经有${called(name)}了。`,
  does: ({ name, scene, checks, idle }) => {
    if (idle) return `${called(name)}本身什么都不做。`;
    const looks = checks.length === 0 ? "" : `我会看看${grammar.list(checks, "and")}的情况，再告诉你。`;
    if (scene === null) return `${called(name)}本身不开关设备。${looks}`;
    return `${called(name)}会执行${scene.replace(/。$/u, "")}。${looks}`;
  },
  began: ({ name, at, until }) =>
    until === null ? `${called(name)}是${at}开的。` : `${called(name)}上次是${at}开的，${until}结束的。`,
  now: ({ name, since }) => `现在是${called(name)}${since === null ? "" : `，从${since}开始`}。`,
  list: ({ names, current }) => `有${grammar.list(names.map(called), "and")}，现在是${called(current)}。`,
  summary: "查看家里的模式，或切换到某个模式。",
  details:
    "模式表示家里处于什么状态：在家、离家、夜间、访客、度假，也可以自己加。set MODE 切换模式：执行它的场景，并告诉你还有什么开着、没锁或在运行。export 以 YAML 输出所有模式，import FILE 从文件读取。",
  heading: ["模式", "名称", "场景", "检查", "自动开始"],
  currentMark: "当前",
  none: "—",
  checks: { open: "门窗", unlocked: "门锁", running: "炊具和取暖", lights: "灯", water: "水" },
  begins: { "everyone-left": "所有人都离开时", "someone-arrived": "有人回来时" },
  beginsFrom: ({ when, from }) => `${when}（从 ${from.join("、")}）`,
  removed: ({ name }) => `已删除：${called(name)}。`,
  imported: ({ count }) => `已从文件读取 ${count} 个模式。`,
};
