import type { AskingForms } from "../../utterance/forms/asking.ts";
import type { Rewording } from "../../utterance/forms/rewording.ts";

/** Question tags. */
const TAG = "(?:[,， ]*(?:对吧|对不对|对吗|对么|对嘛|是吧|是不是|是吗|是么|没错吧|不是吗|不是么|了是吧))";
/** Words at the beginning. */
const LEAD = "(?:(?:那么?|所以|话说|欸|诶|哎|嗯|等等|等下|对了|也就是说|现在)[,， ]*)*";
/** A state as it is said with 着. */
const LASTING = "开|关|亮|锁|拉|停|放|响|闭|插|充";
/** Verbs with a result; with 了吧 they make a question. */
const ENDED = "拉上|拉好|拉开|拉起来|关上|关好|关严|锁上|锁好|打开|合上|放下来|放下|升起来|升上去|停下来|开好|反锁";
const VERB = `${ENDED}|关掉|关|开|锁|拉|停`;
/** Excludes sentences with words of a request. */
const UNASKED = "(?!.*(?:帮|请|麻烦|给我|替我|快点|赶紧))";

/** The state after each verb. */
function stateOf(verb: string): string {
  if (/^(?:关|合|停)/u.test(verb)) return "关了";
  if (/^(?:锁|反锁)/u.test(verb)) return "锁了";
  if (/^(?:拉上|拉好|拉$|放下)/u.test(verb)) return "拉上了";
  if (/^亮/u.test(verb)) return "亮着";
  return "开着";
}

/** The state if it was not done: 没关 asks whether it is on. */
function stateNow(verb: string): string {
  return /^(?:关|停)/u.test(verb) ? "开着" : stateOf(verb);
}

const whole = (body: string): RegExp => new RegExp(`^${LEAD}${body}$`, "iu");

/** What comes before a command: 快, 请你, 那就. */
const URGED = "(?:快点?儿?|赶紧|赶快|马上|立刻|请|麻烦|劳驾|帮我|给我|替我|你|那就?|就)";
/** A command: no question and no statement. */
const ORDER =
  "(?:(?:把|将)[^,，]+|(?:打开|关掉|关上|关闭|开启|拉上|拉开|锁上|暂停|停止|静音|调|设|开|关)(?![了着过不没得])[^,，不没]+)(?<![吗么呢?？不])";

/** Adjectives of the lower end of a range. */
const LEAST = /[低小暗冷慢]/u;
/** The property of each adjective: 亮 for brightness. */
const PROPERTY: readonly (readonly [RegExp, string])[] = [
  [/[亮暗]/u, "亮度"],
  [/[热冷]/u, "温度"],
  [/[快慢]/u, "风速"],
];
/** A thing before a word for an ability. */
const ABLE_THING = "(?<thing>(?!.*(?:帮|请|麻烦|给我|替我)).*?)";

/** Builds the question for the limit of a setting. */
function limitOf({ thing = "", way = "", unit }: Readonly<Record<string, string | undefined>>): string {
  const of = unit ? "档位" : (PROPERTY.find(([said]) => said.test(way))?.[1] ?? "");
  // 亮度最亮能多亮 has said it.
  const property = /(?:度|量|速|位|色|温)$/u.test(thing) ? "" : of;
  return `${thing}${property}最${LEAST.test(way) ? "低" : "高"}能调到多少？`;
}

const REWORDINGS: readonly Rewording[] = [
  // 怎么回事，赶紧把电视关了: nothing is asked.
  {
    said: new RegExp(
      `^(?:怎么回事|怎么搞的|怎么了|咋回事|咋了|搞什么|搞啥|什么情况|啥情况|干嘛|干什么|干啥|在干嘛)(?:呢|啊|呀|鬼|嘛)*[,，。?？!！ ]+(?<rest>${URGED}*${ORDER})$`,
      "u",
    ),
    plain: ({ rest = "" }) => rest,
  },
  // 等等，现在几点了
  {
    said: /^(?:(?:等等|等一下|等下|等会儿?|慢着|对了|诶|欸|哎|哦|嗯|那个|先别急|话说|顺便问一下|问一下)[,，。 ]*)+(?<rest>(?:现在|今天|今儿|明天|这会儿)?(?:是)?(?:几点|什么时间|什么时候了|几号|星期几|周几|礼拜几).*)$/u,
    plain: ({ rest }) => `${rest}？`,
  },
  // 你没把主灯关了吧, 你是不是把电视也开了
  {
    said: whole(
      `(?:你|您|谁|刚才|刚刚|刚|有人|我)+(?:没有?|是不是|有没有|不会|该不会|是|已经|刚|刚才)+(?:又|也|给)?[把将](?<thing>.+?)(?:也|都|给|又)*(?<verb>${VERB})(?:了|掉|着)*(?:吧|吗|么|没有?|呀|啊)*${TAG}?`,
    ),
    plain: ({ thing = "", verb = "" }) => `${thing}${stateOf(verb)}吗？`,
  },
  // 灯关了是吧, 空调开着对吧
  {
    said: whole(`${UNASKED}(?<said>(?![把将]).+?(?:着|了|的|好|上|度|档|%|模式|大|小|亮))(?:呢|的)?[吧吗]?${TAG}`),
    plain: ({ said = "" }) => `${said}吗？`,
  },
  // 客厅的灯没开吧, 窗帘还没拉上吧
  {
    said: whole(
      `${UNASKED}(?<thing>.*?)(?:还|都|也)?(?:没有?|未)(?:被)?(?<verb>${VERB}|亮)(?:着|上|掉|呢)*(?:(?:吧|吗|么|嘛)${TAG}?|${TAG})`,
    ),
    plain: ({ thing = "", verb = "" }) => `${thing}${stateNow(verb)}吗？`,
  },
  // 门是锁着的吧, 电视还开着吧
  {
    said: whole(
      `${UNASKED}(?<thing>(?!.*(?:把|将|让|还是|就))(?:.*?)(?=还|仍|应该|一直|是|[^,，]{1,2}着[的呢]))(?:还|仍|都|也|应该|一直)*是?(?:还|仍)?(?<how>(?:${LASTING})着)(?:的|呢)*(?:吧|啵|罢)${TAG}?`,
    ),
    plain: ({ thing = "", how = "" }) => `${thing}${how}吗？`,
  },
  // 窗帘拉上了吧, 灯应该已经关了吧
  {
    said: whole(`${UNASKED}(?<thing>(?![把将]).+?)(?:应该|已经|都已经|刚刚?|早就?)*(?<verb>${ENDED})了吧`),
    plain: ({ thing = "", verb = "" }) => `${thing}${stateOf(verb)}吗？`,
  },
  {
    said: whole(
      `${UNASKED}(?<thing>(?![把将]).*?)(?:应该|都|已经|早|早就|肯定)*(?:应该|已经|早)(?:都|就)?(?<verb>${VERB})(?:掉|上|好)?了吧`,
    ),
    plain: ({ thing = "", verb = "" }) => `${thing}${stateOf(verb)}吗？`,
  },
  // 窗帘要拉上吗, 用不用关灯: how it is tells.
  {
    said: whole(
      `(?<thing>(?!你)[^,，帮能可以]{1,10}?)(?<![不别没])(?:还)?(?:(?:需要|要|得|该|用|应该)(?<verb>${VERB})(?:一下|掉|上)?(?:吗|么)|(?:要不要|需不需要|用不用|该不该)(?<whether>${VERB})(?:一下|掉|上)?(?:吗|么|呢)?)`,
    ),
    plain: ({ thing = "", verb, whether = "" }) => `${thing}${stateNow(verb ?? whether)}吗？`,
  },
  {
    said: whole(
      `(?:(?:要不要|需不需要|用不用|该不该|是不是该|是不是要|是不是得)(?:把)?(?<verb>打开|关掉|拉上|开|关|锁|拉)(?<thing>(?!着)[^了吗么]{1,8})(?:了)?(?:吗|么|呢)?|(?:需要|该|用)(?<act>打开|关掉|拉上|开|关|锁|拉)(?<what>(?!着)[^了吗么]{1,8})(?:了)?(?:吗|么))`,
    ),
    plain: ({ thing, verb, what, act }) => `${thing ?? what ?? ""}${stateNow(verb ?? act ?? "")}吗？`,
  },
  // 还有安排吗
  {
    said: /^(?:那|现在)?(?:还)?有(?:没有|别的|其他)*(?:什么)?(?<what>安排|计划)(?:吗|没有?|么)$/u,
    plain: () => "有什么安排？",
  },
  // 以后水浸传感器一检测到漏水就…
  {
    said: /^(?:以后|今后|往后|从今以后)?(?:只要)?(?<before>.*?(?:传感器|报警器|探测器|感应器))(?<each>一)?(?:检测|感应|探测|监测|发现|感觉|侦测)(?:到)?(?:有|了)?(?<what>漏水|水|燃气泄漏|燃气|烟雾?|煤气|泄漏)(?<after>.*)$/u,
    plain: ({ before = "", each, what = "", after = "" }) =>
      `${before}${what === "水" ? "漏水" : what}${each === undefined || /^的?时/u.test(after) ? "" : "的时候"}${after}`,
  },
  // 还能再亮吗, 能不能再亮点
  {
    said: whole(
      `${ABLE_THING}(?:现在)?(?:还能|还可以|能不能再|可不可以再|还能不能)(?:再)?(?:更)?(?:调|开|放)?(?<way>[高低大小亮暗热冷快慢])(?:一?点儿?|一?些)?(?:吗|么|不|嘛)?`,
    ),
    plain: limitOf,
  },
  // 最暗能多暗, 最大多大, 最大几档
  {
    said: whole(
      `${ABLE_THING}最(?<way>[高低大小亮暗热冷快慢])(?:的|是|时候)*(?:能|可以|会)?(?:有|到|开到|调到|设到|开|达到|是)?(?:多[高低大小亮暗热冷快慢少]|几度?|(?:几|多少)(?<unit>[档挡级])|(?:几|多少)%|百分之几|哪|什么程度|啥程度)(?:呢|啊|呀)?`,
    ),
    plain: limitOf,
  },
  // 空调能开到多低, 最多能调到几度
  {
    said: whole(
      `${ABLE_THING}(?:最多|至多|最少|一般)?(?:能|可以|会|可)(?:开|调|设|升|降|吹|放|拉|弄)?(?:到|得)?(?:最)?(?:多(?<way>[高低大小亮暗热冷快慢])|(?:多少|几)(?:度|(?<unit>[档挡级])|%))(?:呢|啊|呀)?`,
    ),
    plain: limitOf,
  },
  // 是最大吗, 能开到最亮吗, 已经最高了吗
  {
    said: whole(
      `${ABLE_THING}(?:现在|已经|这|是不是|就|是|都|到)*(?:(?:能不能|能否|可不可以|能|可以)(?:开|调|设|升|降|放)?(?:到|成|得)?)?最(?<way>[高低大小亮暗热冷快慢])(?:的|档|值|了)*(?:吗|么)`,
    ),
    plain: limitOf,
  },
  // 最低呢
  {
    said: whole("(?:那|那么)?最(?<way>[高低大小亮暗热冷快慢])(?:的)?(?:呢|多少|是多少|能多少|到多少|能到多少)"),
    plain: limitOf,
  },
];

/** Chinese. */
export const CHINESE_ASKING: AskingForms = {
  rewordings: REWORDINGS,
  asks: [
    new RegExp(`^${UNASKED}(?!.*(?:把|将|让|还是|就|给)).*(?:还|仍|是|应该).*(?:${LASTING})着(?:的|呢)*[吧罢]$`, "u"),
    new RegExp(`^${UNASKED}.*(?:还|还是)?没有?(?:开|关|亮|锁|拉|停)[^,，]{0,2}[吧吗]$`, "u"),
    /^开着.+(?:能|可以|会|要|需要).+[吗么不]$/u,
    /(?:怎么样|会怎样|会不会|为什么|为啥|干嘛|怎么回事|是谁|谁[把开关])/u,
    new RegExp(`^(?![把将])${UNASKED}.+(?:对吧|对不对|是吧|没错吧|不是吗)$`, "u"),
    /^(?:那|那么)?(?:最.|多少|几.)的?呢$/u,
  ],
  asksWithMark: [],
  thenOrders: [
    // 为什么这么暗？把灯打开
    new RegExp(`^(?<asked>[^?？。.!！]+[?？。.!！]) ?(?<ordered>${URGED}*${ORDER})$`, "u"),
    // 干嘛呢，快关电视
    new RegExp(`^(?<asked>[^,，]+[呢啊呀吗么])[,，] ?(?<ordered>${URGED}*${ORDER})$`, "u"),
    new RegExp(`^(?<asked>[^,，]+)[,，] ?(?<ordered>${URGED}+${ORDER})$`, "u"),
  ],
};
