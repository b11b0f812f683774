import type { ReportedChange, ValueChange, VerbChange } from "../reported-changes.ts";
import type { Subjects } from "../subject-types.ts";
import { who } from "./subjects.ts";

/** The predicate after an act, keyed by act. */
const ACTS: Readonly<Record<string, string>> = {
  start: "启动了",
  run: "启动了",
  stop: "停了",
  off: "停了",
  close: "停了",
  pause: "暂停了",
  resume: "继续工作了",
  play: "开始播放了",
  next: "切到下一首了",
  previous: "回到上一首了",
  mute: "静音了",
  unmute: "恢复声音了",
  dock: "回去充电了",
  clean: "开始打扫了",
  mop: "开始拖地了",
  mow: "开始割草了",
  locate: "正在发声，听声音就能找到",
  toggle: "切换了",
};

/** The order for an act, keyed by act; … is the place of the device. */
const ORDERS: Readonly<Record<string, string>> = {
  start: "启动…",
  run: "启动…",
  stop: "让…停下",
  off: "让…停下",
  close: "让…停下",
  pause: "暂停…",
  resume: "让…继续",
  play: "让…播放",
  next: "让…切到下一首",
  previous: "让…回到上一首",
  mute: "把…静音",
  unmute: "恢复…的声音",
  dock: "让…回去充电",
  clean: "让…开始打扫",
  mop: "让…开始拖地",
  mow: "让…开始割草",
  locate: "让…发声",
  toggle: "切换…",
};

/** The verb for opening or closing: curtains are drawn. */
export function motion(open: boolean, subjects: Subjects, lifts = false): string {
  if (lifts) return open ? "升上去" : "降下来";
  if (/帘/.test(who(subjects))) return open ? "拉开" : "拉上";
  return open ? "打开" : "关上";
}

/** The predicate after a change: 开了, 拉上了, 锁上了; null when the change is no state. */
export function predicate(deed: VerbChange, subjects: Subjects): string | null {
  switch (deed.kind) {
    case "power":
      return deed.on ? "开了" : "关了";
    case "moved":
      return `${motion(deed.open, subjects, deed.lifts)}了`;
    case "locked":
      if (deed.locked) return "锁上了";
      // 门锁 names the lock itself.
      return /锁$/.test(who(subjects)) ? "开了" : "的锁开了";
    case "switched":
      return `的${deed.property}${deed.on ? "打开了" : deed.leaf ? "关上了" : "关掉了"}`;
    case "act":
      return ACTS[deed.act] ?? null;
    case "action":
      return null;
    default:
      return deed satisfies never;
  }
}

/** The state that a change leads to, for 本来就开着. */
export function resultState(deed: VerbChange): string | null {
  switch (deed.kind) {
    case "power":
      return deed.on ? "开着" : "关着";
    case "moved":
      if (deed.lifts) return deed.open ? "在上面" : "在下面";
      return deed.open ? "开着" : "关着";
    case "locked":
      return deed.locked ? "锁着" : "没锁";
    case "switched":
      return deed.on ? "开着" : "关着";
    case "act":
    case "action":
      return null;
    default:
      return deed satisfies never;
  }
}

/** A change as an order: 打开大门的锁, 把空调调到30度. */
export function order(deed: ReportedChange, subjects: Subjects): string {
  const subject = who(subjects);
  switch (deed.kind) {
    case "power":
      return `${deed.on ? "打开" : "关掉"}${subject}`;
    case "moved":
      if (deed.lifts) return `把${subject}${motion(deed.open, subjects, true)}`;
      return `${motion(deed.open, subjects)}${subject}`;
    case "locked":
      return deed.locked ? `锁上${subject}` : /锁$/.test(subject) ? `打开${subject}` : `打开${subject}的锁`;
    case "switched":
      return `${deed.on ? "打开" : deed.leaf ? "关上" : "关掉"}${subject}的${deed.property}`;
    case "set":
      return `把${subject}${aside(deed)}${settingVerb(deed)}${settingWords(deed, true)}`;
    case "act": {
      const words = ORDERS[deed.act];
      return words === undefined ? `让${subject}执行“${deed.action}”` : words.replace("…", subject);
    }
    case "action":
      return `让${subject}${deed.name}`;
    default:
      return deed satisfies never;
  }
}

/** The property before the verb, when the value alone is not clear: 的音量. */
function aside({ type, property }: ValueChange): string {
  return TELLING.test(type) ? "" : `的${property}`;
}

/** Properties that are clear from their values. */
const TELLING = /^(target-temperature|target-position|color|color-temperature|mode|brightness)$/;

function settingVerb({ type }: Pick<ValueChange, "type">): string {
  if (/^color/.test(type)) return "调成";
  return type === "target-position" ? "开到" : "调到";
}

/** 制冷模式, 26度, 8档风, 亮度50%; `bare`: the property was said already. */
function settingWords({ type, property, value }: ValueChange, bare: boolean): string {
  if (type === "target-position" && value === "50%") return "一半";
  if (type === "mode") return /(?:模式|档|挡|风)$/.test(value) ? value : `${value}模式`;
  if (bare || (TELLING.test(type) && type !== "brightness")) return value;
  if (/^\d+档$/.test(value) && /风/.test(property)) return `${value}风`;
  return `${property}${value}`;
}

const ENDS: Readonly<Record<string, readonly [max: string, min: string]>> = {
  brightness: ["最亮", "最暗"],
  "target-temperature": ["最高温度", "最低温度"],
  volume: ["最大音量", "最小音量"],
};

/** The predicate for set values: 调到26度了, 调到制冷模式、26度、8档风了, 已经是26度了. */
export function valuesPredicate(settings: readonly ValueChange[], all: string, how: "done" | "already" | "on"): string {
  const [only] = settings;
  const held = settings.some(({ end }) => end !== null);
  const parts = settings.map((each) => settingWords(each, settings.length === 1)).join("、");
  const ends = only && only.end !== null ? ENDS[only.type] : undefined;
  if (settings.length === 1 && ends) {
    const end = ends[only?.end === "max" ? 0 : 1];
    return how === "already" ? `${all}已经${only?.type === "brightness" ? "" : "是"}${end}了` : `${all}调到${end}了`;
  }
  const limit = held ? "，到头了" : "";
  const property = settings.length === 1 && only ? aside(only) : "";
  // 已经是22度了 would be understood as the room temperature.
  if (how === "already")
    return `${property}${all}已经${only?.type === "target-temperature" ? "调到" : "是"}${parts}了${limit}`;
  if (how === "on" && settings.length > 1 && !held)
    return `${all}开了，${settings.map((each) => settingWords(each, false)).join("，")}`;
  const verb = only && (settings.length === 1 || /^color/.test(only.type)) ? settingVerb(only) : "调到";
  if (how === "on") return `${all}开了，${property.replace(/^的/, "")}${verb}${parts}${limit}`;
  return `${property}${all}${verb}${parts}了${limit}`;
}
