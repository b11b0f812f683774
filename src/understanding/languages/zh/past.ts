import type { PastForm, PastForms, SaidPast, SaidWhat } from "../../past/forms.ts";
import { CHINESE_ENERGY_FORMS } from "./past-energy.ts";
import { CHINESE_PAST_WORDS } from "./past-words.ts";

/** Words at the beginning. */
const LEAD = "(?:(?:那么?|所以|话说|欸|诶|哎|嗯|对了|顺便问一下|问一下|请问)[,，、 ]*)*";
const whole = (body: string): RegExp => new RegExp(`^${LEAD}${body}$`, "u");

/** Verbs, with the state after them, as a question about now. */
const VERBS: readonly (readonly [state: string, verbs: string])[] = [
  ["离线", "离线|掉线|断线|下线|断网|断开|失联|断连"],
  ["在线", "上线|重新上线|恢复在线|连上|恢复连接"],
  ["没锁", "解锁|开锁|开了锁"],
  ["锁着", "上锁|锁上|反锁|锁"],
  ["停了", "洗完|扫完|煮好|烘干|烤好|做完|结束|完成|停下来|停下|停"],
  ["漏水", "漏水|漏过水|进水"],
  ["关着", "关掉|关上|关闭|熄灭|灭掉|熄|灭|关|拉上|合上"],
  ["开着", "打开|开启|启动|点亮|亮起|亮|工作|运行|使用|运转|转|用|动|开|拉开|跑|洗|扫|播放|响"],
];
const VERB = VERBS.map(([, verbs]) => verbs).join("|");
const ENDING = "(?:着|了|过|过了|来着)?";
const WHEN = "(?:是)?(?:在)?(?:什么时候|啥时候|几点钟?|何时|哪天|什么时间|啥时间|多久以前|多久之前|几时)";
const LAST = "(?:上次|最后一次|最近一次|上一次|上回|最近一回|最后|最近)(?:是|被)?";
const FIRST = "(?:第一次|头一次|最早|首次|最先)(?:是|被)?";
const ASKS = "(?:吗|么|没有|没|嘛|吧|不|呢|啊|呀)?";
const MUST_ASK = "(?:吗|么|没有|没|嘛)";
const THING = "(?<thing>[^,，把将]*?)";
const WE = "(?:我们?|咱们?)";
const SOMEBODY = "(?:有没有人|有谁|谁|是不是有人|有人)";
const TIMES = "(?:几|多少)(?:次|回|遍|趟)";

function stateOf(verb: string): string {
  return VERBS.find(([, verbs]) => new RegExp(`^(?:${verbs})$`, "u").test(verb))?.[0] ?? "开着";
}

/** The thing without the words that join it to its verb. */
function clean(thing: string): string {
  return thing.replace(/^(?:的|是|被|在)+|(?:的|是|被|从|都|一共|总共|到底|究竟|又|还|有|曾经|自己)+$/gu, "");
}

/** The question about now that finds the thing. */
function isIt(thing: string, state: string): readonly string[] {
  const what = clean(thing);
  // 冰箱门 is the door of the fridge, where no door is called so.
  const whole = state === "开着" && /.{2}门$/u.test(what) ? [`${what.slice(0, -1)}开着吗？`] : [];
  return [`${what}${state}吗？`, `${what}有没有${state}的？`, ...whole];
}

const changed =
  (of: "last" | "first" | "any" | "count", somebody = false) =>
  ({ thing = "", more = "", verb = "", place }: Readonly<Record<string, string | undefined>>): SaidPast | null => {
    const what: SaidWhat = { kind: "change", of, somebody };
    if (place !== undefined) return { what, plain: [`${clean(place)}有人吗？`] };
    const meant = clean(thing) || clean(more);
    return meant === "" ? null : { what, plain: isIt(meant, stateOf(verb)) };
  };

const HOME = "(?:家里面?|家中|屋里|家|房子里)?";
const LEAKS = "(?:漏过水|漏了水|漏水|渗过水|渗水|进过水|水浸)";
const WHERE = "(?:哪里|哪儿|哪|什么地方|哪个房间|哪间屋子?|哪个地方)";

function leaked(of: "any" | "last"): PastForm["asks"] {
  return () => ({ what: { kind: "change", of, somebody: false }, plain: ["家里有漏水吗？"] });
}

/** Sensors, and verbs of their reports. */
const SENSOR = "(?<thing>[^,，把将的]*?(?:报警器|警报器?|报警|烟感|气感|感应器|传感器|探测器|检测器|人感|水浸))";
const SENSES =
  "(?:被)?(?:响|叫|报警|报过警|报了警|触发|鸣响|感应到|检测到|启动|有反应|有动静)(?:人|东西|烟雾|动静|有人|漏水)?(?:起来)?(?:着|了|过|过了)?";
const SEEN =
  "(?:检测到|感应到|发现|看到|探测到)?(?:有?人|有?动静|有?人影|有?人员)(?:经过|走动|走过|路过|活动|出现|出入|移动|来|去|进去|进来|进出|待|在)?(?:过|了)?(?:动静)?";

const went =
  (of: "last" | "first" | "any" | "count"): PastForm["asks"] =>
  ({ thing = "" }) => {
    const what = clean(thing);
    return /^(?:报警|警报器?|报警器|感应器|传感器|探测器)?$/u.test(what)
      ? { what: { kind: "now" }, plain: [] }
      : { what: { kind: "change", of, somebody: false }, plain: [`${what}开着吗？`] };
  };

/** Questions for the reports of sensors. */
const SENSING: readonly PastForm[] = [
  { said: whole(`${SENSOR}(?:${LAST})?(?:是)?${WHEN}${SENSES}(?:的)?${ASKS}`), asks: went("last") },
  { said: whole(`${SENSOR}${LAST}${SENSES}(?:的时间|的时候)?(?:是)?(?:在)?${WHEN}${ASKS}`), asks: went("last") },
  { said: whole(`${SENSOR}${FIRST}(?:${WHEN}${SENSES}|${SENSES}(?:是)?${WHEN})(?:的)?${ASKS}`), asks: went("first") },
  { said: whole(`${SENSOR}(?:一共|总共)?(?:${SENSES}${TIMES}|${TIMES}${SENSES})${ASKS}`), asks: went("count") },
  {
    said: whole(`(?:有没有|有)?${SENSOR}(?:有没有|是不是|有)?${SENSES}${ASKS}`),
    needsSpan: true,
    asks: went("any"),
  },
  {
    said: whole(`(?<place>[^,，]*?)${LAST}${SEEN}(?:的时间|的时候)?(?:是)?(?:在)?${WHEN}${ASKS}`),
    asks: changed("last"),
  },
  { said: whole(`(?<place>[^,，]*?)${LAST}(?:是)?${WHEN}${SEEN}(?:的)?${ASKS}`), asks: changed("last") },
  {
    said: whole(`${LAST}${SEEN}(?:在|到)?(?<place>[^,，]{1,8}?)(?:的时间|的时候)?(?:是)?(?:在)?${WHEN}${ASKS}`),
    asks: changed("last"),
  },
  {
    said: whole(`(?<place>[^,，]*?)${FIRST}${SEEN}(?:的时间|的时候)?(?:是)?(?:在)?${WHEN}${ASKS}`),
    asks: changed("first"),
  },
  {
    said: whole(`${FIRST}${SEEN}(?<place>[^,，]{1,8}?)(?:的时间|的时候)?(?:是)?(?:在)?${WHEN}${ASKS}`),
    asks: changed("first"),
  },
  {
    said: whole(
      `(?<place>[^,，]+?)(?:有没有|是不是)?(?:有)?(?:人走动|人活动|人经过|人路过|人走过|人出入|动静)(?:过|了)?${ASKS}`,
    ),
    needsSpan: true,
    asks: changed("any", true),
  },
  // 最后打开的是哪个门: of all, the one that was.
  {
    said: whole(
      `(?:${LAST})(?:被)?(?:打开|开)(?:过|了)?的(?:是)?(?:哪个|哪扇|哪道|哪一个|哪一扇)(?<one>门|窗户?|窗子)${ASKS}`,
    ),
    asks: lastOpened,
  },
  {
    said: whole(
      `(?:哪个|哪扇|哪道|哪一个|哪一扇)(?<one>门|窗户?|窗子)(?:是)?${LAST}(?:被)?(?:打开|开)(?:过|了)?(?:的)?${ASKS}`,
    ),
    asks: lastOpened,
  },
  // Whether it was forgotten nobody knows; how long it was so tells.
  {
    said: whole(
      `(?:${WE}?(?:是不是|有没有)?)?${THING}(?:是不是|有没有)?(?:忘了?|忘记了?)(?:把)?(?<more>[^,，]*?)(?<verb>关|锁|关上|关掉|锁上)(?:了)?${ASKS}`,
    ),
    needsSpan: true,
    asks: ({ thing = "", more = "", verb = "" }) => {
      const what = clean(thing.replace(/^(?:我们?|咱们?)(?:是不是|有没有)?/u, "")) || clean(more);
      const state = verb.startsWith("锁") ? "没锁" : "开着";
      return what === "" ? null : { what: { kind: "lasting" }, plain: isIt(what, state) };
    },
  },
];

function lastOpened({ one = "" }: Readonly<Record<string, string | undefined>>): SaidPast {
  const what = one === "门" ? "门" : "窗户";
  return {
    what: { kind: "change", of: "last", somebody: false },
    plain: [`有没有${what}开着？`, `哪些${what}开着？`],
  };
}

/** Questions when, whether and how often a state began. */
const CHANGES: readonly PastForm[] = [
  ...SENSING,
  // 最近一次漏水是什么时候, 上次什么时候漏的水
  { said: whole(`${HOME}${LAST}${LEAKS}(?:报警)?(?:的)?(?:时间)?${WHEN}${ASKS}`), asks: leaked("last") },
  { said: whole(`${HOME}(?:${LAST})?${WHEN}(?:漏的水|漏过水|漏水的|漏了水|渗的水)${ASKS}`), asks: leaked("last") },
  {
    said: whole(`${HOME}(?:有没有|是不是|有|发生过?)?(?:${WHERE})?${LEAKS}(?:过|了|过了)?${MUST_ASK}`),
    needsSpan: true,
    asks: leaked("any"),
  },
  { said: whole(`${HOME}(?:有没有|是不是)(?:${WHERE})?${LEAKS}(?:过|了|过了)?`), needsSpan: true, asks: leaked("any") },
  // 家里哪里漏水了: where it is wet now.
  {
    said: whole(`${HOME}(?:是|到底|现在)*${WHERE}(?:在|正在)?(?:漏水|渗水|有水|漏|进水)(?:了|啊|呢|呀|吗)*`),
    asks: () => ({ what: { kind: "now" }, plain: ["哪些水浸传感器漏水？", "家里有漏水吗？"] }),
  },
  // 大门上次是什么时候开的, 上次开大门是什么时候
  {
    said: whole(`${THING}${LAST}(?:有人)?${WHEN}(?:有人)?(?:被)?(?<verb>${VERB})${ENDING}(?:的)?${ASKS}`),
    asks: changed("last"),
  },
  {
    said: whole(`${THING}${LAST}(?:有人)?(?:被)?(?<verb>${VERB})${ENDING}(?:的时间|的时候)?${WHEN}${ASKS}`),
    asks: changed("last"),
  },
  {
    said: whole(`${LAST}(?:有人)?(?<verb>${VERB})${ENDING}${THING}(?:的时候|的时间)?(?:${WHEN})${ASKS}`),
    asks: changed("last"),
  },
  { said: whole(`${THING}${FIRST}${WHEN}(?:被)?(?<verb>${VERB})${ENDING}(?:的)?${ASKS}`), asks: changed("first") },
  { said: whole(`${THING}${FIRST}(?:被)?(?<verb>${VERB})${ENDING}${WHEN}${ASKS}`), asks: changed("first") },
  {
    said: whole(`(?<place>[^,，]*?)(?:${LAST})${WHEN}(?:有人|来过人|有过人)(?:在|来过)?的?${ASKS}`),
    asks: changed("last"),
  },
  { said: whole(`(?<place>[^,，]*?)(?:${LAST})有人${WHEN}${ASKS}`), asks: changed("last") },
  // 灯是什么时候关的, 车库门几点开的
  { said: whole(`${THING}${WHEN}(?:有人)?(?:被)?(?<verb>${VERB})${ENDING}(?:的|过)${ASKS}`), asks: changed("last") },
  {
    said: whole(`${THING}${WHEN}(?:被)?(?<verb>离线|掉线|断线|下线|断网|失联|上线)${ENDING}(?:的)?${ASKS}`),
    asks: changed("last"),
  },
  {
    said: whole(`${THING}${WHEN}(?:被)?(?<verb>${VERB})${ENDING}(?:的)?${ASKS}`),
    needsSpan: true,
    asks: changed("last"),
  },
  // 今天门开了几次, 开过几次窗
  { said: whole(`${THING}(?:被)?(?:人)?(?<verb>${VERB})(?:了|过)?${TIMES}${ASKS}`), asks: changed("count") },
  { said: whole(`(?:一共|总共)?(?<verb>${VERB})(?:了|过)?${TIMES}${THING}${ASKS}`), asks: changed("count") },
  {
    said: whole(`${THING}(?:一共|总共)?${TIMES}(?<verb>${VERB})${ENDING}${ASKS}`),
    needsSpan: true,
    asks: changed("count"),
  },
  // 有人开过窗吗, 谁开过冰箱, 窗户开过吗
  {
    said: whole(`${SOMEBODY}(?:把)?(?<verb>${VERB})(?:过|了|过了)(?<thing>[^,，]+?)(?:吗|么|没有|没|嘛)?`),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(`${THING}(?:有没有人|有人)(?:去)?(?<verb>${VERB})(?:过|了|过了)${MUST_ASK}?`),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(`${THING}(?:有没有|是不是|有)(?:被)?(?:人)?(?<verb>${VERB})(?:过|了|过了)?(?<more>[^,，]*?)${ASKS}`),
    needsSpan: true,
    asks: changed("any"),
  },
  { said: whole(`${THING}(?:被)?(?<verb>${VERB})(?:过|过了)${MUST_ASK}`), needsSpan: true, asks: changed("any") },
  {
    said: whole(`(?:有没有|是不是)?(?<verb>${VERB})(?:过)(?<thing>[^,，]+?)${MUST_ASK}?`),
    needsSpan: true,
    asks: changed("any"),
  },
  {
    said: whole(`${THING}(?:被)?(?<verb>离线|掉线|断线|下线|断网|漏水|锁上|上锁|打开|关上)了?${MUST_ASK}`),
    needsSpan: true,
    asks: changed("any"),
  },
  {
    said: whole(`${SOMEBODY}(?:去|进|到|来|进来|进去|经过|待在|呆在)(?:过|了)?(?<place>[^,，]+?)(?:吗|么|没有|没|嘛)?`),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(`(?<place>[^,，]+?)(?:有没有|是不是)?(?:来过人|有过人|有人(?:来|去|进|在|动)过?(?:过)?)${ASKS}`),
    needsSpan: true,
    asks: changed("any", true),
  },
];

const LONG = "(?:多久|多长时间|多少时间|几个?(?:多)?小时|多少个?小时|几个?钟头|几分钟|多少分钟|多长)";

/** Verbs of using a thing that is on: 电视看了多久. */
const USED = "看|听|放|吹|烤|煮|烧|唱|打扫|清扫|扫地|拖地|干活|上班|待机|充";
/** Verbs of working: 扫地机干活了没有. */
const WORKED = "干活|干过活|干了活|打扫|清扫|扫地|扫过地|扫了地|拖地|拖过地|拖了地|出动|上班|干";

/** Questions how long, and whether, a state lasted. */
const STATES: readonly PastForm[] = [
  // 烘干机应该开多久: no question about how long it was.
  {
    said: whole(`[^,，]*?(?:应该|该|能|可以|需要|得|要)(?:开|转|运行)(?:着)?${LONG}(?:合适|比较好|才好|好)?${ASKS}`),
    asks: () => ({ what: null, plain: ["？"] }),
  },
  {
    said: whole(`${THING}(?:一共|总共)?(?:被)?(?:${USED})(?:着|了|过)?(?:有)?${LONG}(?:的)?${ASKS}`),
    needsSpan: true,
    asks: ({ thing = "" }) => lasted({ thing, verb: "开" }),
  },
  {
    said: whole(`(?:一共|总共)?(?:看|听)(?:着|了|过)?${LONG}(?:的)?${THING}${ASKS}`),
    needsSpan: true,
    asks: ({ thing = "" }) => lasted({ thing, verb: "开" }),
  },
  {
    said: whole(`${THING}(?:有没有|是不是)?(?:出来|去|出去)?(?:${WORKED})(?:过|了|过了)?(?:活|地)?${MUST_ASK}`),
    needsSpan: true,
    asks: ({ thing = "" }) => changed("any")({ thing, verb: "开" }),
  },
  {
    said: whole(`${THING}(?:有没有|是不是)(?:出来|去|出去)?(?:${WORKED})(?:过|了|过了)?(?:活|地)?${ASKS}`),
    needsSpan: true,
    asks: ({ thing = "" }) => changed("any")({ thing, verb: "开" }),
  },
  // 空调从什么时候开始关着的: it still is.
  {
    said: whole(
      `${THING}(?:是)?(?:从|打|自从)${WHEN}(?:起|开始)?(?:就|一直)*(?<verb>${VERB})(?:着|了|上)?(?:的)?${ASKS}`,
    ),
    asks: ({ thing = "", verb = "" }) =>
      clean(thing) === "" ? null : { what: { kind: "since" }, plain: isIt(thing, stateOf(verb)) },
  },
  // 窗户开了多久了: it still is.
  {
    said: whole(`${THING}(?:已经)?(?<verb>${VERB})(?:着|了)?(?:有)?${LONG}了${ASKS}`),
    asks: ({ thing = "", verb = "" }) =>
      clean(thing) === "" ? null : { what: { kind: "since" }, plain: isIt(thing, stateOf(verb)) },
  },
  {
    said: whole(`${THING}(?:一共|总共)?(?:被)?(?<verb>${VERB})(?:着|了|过)?${LONG}(?:的)?${ASKS}`),
    needsSpan: true,
    asks: lasted,
  },
  {
    said: whole(`(?:一共|总共)?(?<verb>${VERB})(?:着|了|过)?${LONG}(?:的)?${THING}${ASKS}`),
    needsSpan: true,
    asks: lasted,
  },
  {
    said: whole(`${THING}(?<verb>${VERB})(?:了|过)?(?:的)?(?:时长|时间)(?:是)?(?:多少|多久|多长)${ASKS}`),
    needsSpan: true,
    asks: lasted,
  },
  {
    said: whole(`${THING}(?:是不是)?(?:都)?(?<verb>${VERB})(?:着|了)?(?:的)?${MUST_ASK}(?:§)?`),
    needsSpan: true,
    asks: ({ thing = "", verb = "" }) =>
      clean(thing) === "" ? null : { what: { kind: "state", how: null }, plain: isIt(thing, stateOf(verb)) },
  },
];

function lasted({ thing = "", verb = "" }: Readonly<Record<string, string | undefined>>): SaidPast | null {
  return clean(thing) === "" ? null : { what: { kind: "lasting" }, plain: isIt(thing, stateOf(verb)) };
}

/** Measured properties in questions for an extreme. */
const MEASURED =
  "温度|气温|室温|湿度|亮度|光照|二氧化碳|co2|pm2\\.?5|空气质量|甲醛|tvoc|功率|噪音|音量|水温|co2浓度|二氧化碳浓度";
const MUCH =
  "(?:是|有|到|达到|到了|达到了|能到|能有|降到|降到了|跌到|跌到了|掉到|掉到了|升到|升到了|涨到|涨到了|冷到|热到|低到|高到|曾经|一度|会|都)*(?:多少|几)(?:度|档|瓦|ppm|百分比|%)?";
const PLACE = "(?<place>[^,，最]*?)(?:的)?";

function valued(of: "least" | "most" | "mean", place: string, property: string | undefined, when = false): SaidPast {
  const where = place.replace(/(?:里|的|是)+$/u, "");
  return { what: { kind: "value", of, when }, plain: [`${where}${property || "温度"}多少？`] };
}

const end = (said: string): "least" | "most" => (/[低冷凉干暗小少]/u.test(said) ? "least" : "most");
/** The property that a superlative implies; undefined: the temperature. */
function propertyOf(way: string | undefined): string | undefined {
  if (way === undefined) return undefined;
  if (/[潮湿干]/u.test(way)) return "湿度";
  return /[亮暗]/u.test(way) ? "亮度" : undefined;
}

/** Questions for past values. */
const VALUES: readonly PastForm[] = [
  // 今天哪个房间最热, 昨晚哪间屋最冷
  {
    said: whole(
      `(?:家里)?(?:是)?(?:哪个|哪间|哪一间|哪一个|哪)(?:房间|屋子|屋|卧室|里|儿|边|地方)(?:里)?(?:的)?(?:温度|气温|室温|湿度)?(?:是)?最(?<way>[冷热凉暖潮湿干亮暗高低])(?:和|燥|湿)?${ASKS}`,
    ),
    needsSpan: true,
    asks: ({ way = "" }) => ({
      what: { kind: "value", of: end(way) === "least" ? "least" : "most", when: false, which: true },
      plain: [`家里每个房间${propertyOf(way) ?? "温度"}多少？`, `家里${propertyOf(way) ?? "温度"}多少？`],
    }),
  },
  // 昨天最高温度是多少, 二氧化碳最高到多少, 最低多少度
  {
    said: whole(
      `${PLACE}最(?<way>[高低大小])(?:的)?(?:(?<property>${MEASURED}|温|气温)?${MUCH}|(?<alone>${MEASURED}))${ASKS}`,
    ),
    needsSpan: true,
    asks: ({ place = "", way = "", property, alone }) => {
      const [, room = place, said] = new RegExp(`^(.*?)(?:的)?(${MEASURED})(?:的)?$`, "u").exec(place) ?? [];
      return valued(end(way), room, property === "温" ? "温度" : (property ?? alone ?? said));
    },
  },
  {
    said: whole(`${PLACE}最(?<way>[冷热凉暖潮湿干亮暗])(?:和|燥|湿)?(?:的)?(?:时候|的时候)?${MUCH}${ASKS}`),
    needsSpan: true,
    asks: ({ place = "", way = "" }) => valued(end(way), place, propertyOf(way)),
  },
  {
    said: whole(
      `${PLACE}(?:最(?<way>[冷热凉暖潮湿干亮暗高低])(?:和|燥|湿)?(?:的)?(?:时候|的时候)?${WHEN}|${WHEN}最(?<how>[冷热凉暖潮湿干亮暗高低]))(?:的)?${ASKS}`,
    ),
    asks: ({ place = "", way, how }) => {
      const said = way ?? how ?? "";
      const [, room = place, property] = new RegExp(`^(.*?)(?:的)?(${MEASURED})(?:的)?$`, "u").exec(place) ?? [];
      return valued(end(said), room, property ?? propertyOf(said), true);
    },
  },
  {
    said: whole(`${PLACE}(?:的)?平均(?:的)?(?:(?<property>${MEASURED}|温)?${MUCH}|(?<alone>${MEASURED}))${ASKS}`),
    needsSpan: true,
    asks: ({ place = "", property, alone }) => {
      const [, room = place, said] = new RegExp(`^(.*?)(?:的)?(${MEASURED})(?:的)?$`, "u").exec(place) ?? [];
      return valued("mean", room, property === "温" ? "温度" : (property ?? alone ?? said));
    },
  },
  {
    said: whole(`${PLACE}有多(?<way>[冷热凉潮湿干])${ASKS}`),
    needsSpan: true,
    asks: ({ place = "", way = "" }) => valued(end(way), place, propertyOf(way)),
  },
  // 比昨天热吗, 客厅现在比昨晚冷吗
  {
    said: whole(
      `(?:现在)?(?<before>[^,，比]*?)(?:§\\d|现在)?(?:是不是|有没有)?比(?:起)?(?:§(?<than>\\d))(?:的)?(?<place>[^,，]*?)(?:要|还|更|是不是|会不会)*(?<way>热|冷|暖和?|凉快?|潮湿?|湿|干燥?|亮|暗|高|低)(?:一点|一些|些|点)?(?:了)?${MUST_ASK}?`,
    ),
    marked: true,
    asks: ({ before = "", place = "", way = "" }) => {
      const where = `${before}${place}`.replace(/§\d|现在|的$/gu, "");
      const [, room = where, property] = new RegExp(`^(.*?)(?:的)?(${MEASURED})(?:的)?$`, "u").exec(where) ?? [];
      return {
        what: { kind: "compared", more: end(way) === "most" },
        plain: [`${room}${property ?? propertyOf(way) ?? "温度"}多少？`],
      };
    },
  },
];

/** Chinese. */
export const CHINESE_PAST: PastForms = {
  words: CHINESE_PAST_WORDS,
  framing: [
    /(?:请|麻烦|劳驾|你|能不能|能否|可以|可不可以|帮我|给我|帮忙|小爱同学|嘿|嗨|管家)*(?:告诉我|查一下|查查|查下|看一下|看看|看下|说一下|说说|问一下|问下|问问|瞧瞧|回忆一下|想知道|知道)(?:一下|下)?[,，]?(?=.)/y,
    /(?:请问|我想知道|我想问一下|我想问问|想问下|你知道|知不知道|还记得)[,，]?(?=.)/y,
    /(?:家里面?|家中|全屋)(?=[^的]{0,3}(?:用|花|费|耗|电))/y,
    /(?:来着|哦|哈|的说|一共|总共|谢谢|[啊呀呢])$/,
  ],
  forms: [...CHINESE_ENERGY_FORMS, ...CHANGES, ...STATES, ...VALUES],
  goesOn: [/^(?:那|那么|还有|再说说|看看|换成|和)*§0(?:的)?(?:呢|怎么样|怎样|如何|的呢|多少)?$/u],
};
