import type { PeopleForm, PeopleForms, RoomNames } from "../../presence/forms.ts";
import type { PeopleMeaning } from "../../presence/statement.ts";
import { KIN } from "./persons.ts";
import { CHINESE_REGISTRY } from "./registry.ts";

const WHO = "(?<who>[\\p{L}·][\\p{L}\\p{N}·、， ]{0,20}?)";
const YET = "(?:是不是|有没有|到底|已经|现在|这会儿?|刚刚|刚才|还|都|又|也|才|刚)*";
const IN = "(?:在家里?|在屋里|在家中)";
const CAME = "(?:下班|放学)?(?:回到家|回来|回家|到家|进家门|进门)";
const LEFT = "(?:出门|出去|出发|离开家?|离家|外出|上班去|上学去|去上班|去上学|出差去?|出去玩|走)";
const ASKED = "(?:了)?(?:吗|么|嘛|没有|没|不|吧)(?:啊|呀)?";
const SOFT = "(?:呢|啊|呀|哈)?";
const HOUSE = "(?:家里头?|屋里|家中|家)";
const EVERYONE = "(?:大家|所有人|全家人?|一家人|家里人|家人|人|他们|我们|咱们|孩子们和大人)?";
const GONE_SAID = "(?:了|啦|咯|喽)";

function form(
  meaning: PeopleMeaning,
  body: string,
  more: Partial<Omit<PeopleForm, "said" | "meaning">> = {},
): PeopleForm {
  return { said: new RegExp(`^${body}$`, "u"), meaning, ...more };
}

const IS_HOME: PeopleMeaning = { kind: "whether", home: true };
const HAS_COME: PeopleMeaning = { kind: "whether", home: true, came: true };
const IS_OUT: PeopleMeaning = { kind: "whether", home: false };
const HAS_LEFT: PeopleMeaning = { kind: "whether", home: false, came: true };
const WHO_HOME: PeopleMeaning = { kind: "anyone", asks: "who", home: true };
const WHO_OUT: PeopleMeaning = { kind: "anyone", asks: "who", home: false };
const ANY_HOME: PeopleMeaning = { kind: "anyone", asks: "any", home: true, sensed: true };
const ALL_HOME: PeopleMeaning = { kind: "anyone", asks: "all", home: true };
const ALL_OUT: PeopleMeaning = { kind: "anyone", asks: "all", home: false };
const WHERE: PeopleMeaning = { kind: "where" };

const EVERYBODY: readonly PeopleForm[] = [
  form(
    { kind: "anyone", asks: "where", home: true },
    `(?:大家|所有人|家里人|人|他们)(?:现在)?都?(?:在|去|上|跑)(?:哪儿|哪里|哪)(?:去|了|呢|啊)*`,
  ),
  form(WHO_HOME, `(?:${HOUSE})?(?:现在|今天|还|都)*有?谁(?:还|都)*在(?:家里?|屋里)?${SOFT}`),
  form(WHO_HOME, `${HOUSE}(?:现在|还)+(?:都)?(?:有|剩)(?:谁|哪些人|哪几个人|什么人)(?:在)?${SOFT}`),
  form(WHO_HOME, `${HOUSE}(?:有|剩)谁(?:在)?${SOFT}`),
  form(WHO_HOME, `(?:都|还)?有?(?:哪些人|哪几个人|几个人|多少人)(?:还|都)?在家${SOFT}`),
  form(WHO_HOME, `${HOUSE}(?:现在|还)*(?:有|剩)?(?:几个|多少)人(?:在家?)?${SOFT}`),
  form(WHO_HOME, `(?:都)?有?谁(?:都)?回来了${SOFT}`),
  form(
    WHO_OUT,
    `(?:都|还)?有?谁(?:现在|还|都)*(?:不在家?|没在家?|没有?回来|没有?到家|没有?回家|出门在外|在外面|在外头)${SOFT}`,
  ),
  form(ALL_HOME, `${EVERYONE}(?:是不是|现在|已经)*(?:都|全都|全)(?:在家|回来|到家|回家|到齐|回齐|齐)${ASKED}`),
  form(ALL_OUT, `${EVERYONE}(?:是不是|现在|已经)*(?:都|全都|全)(?:出门|出去|走|走光|不在家|不在|没在家|离开)${ASKED}`),
  form(ALL_OUT, `${HOUSE}(?:是不是|现在|已经)*(?:没人|没有人|一个人都没有|一个人也没有|空)(?:在家?)?${ASKED}`),
  form(ALL_OUT, `(?:是不是)?没人在家${ASKED}`),
  form(
    ALL_OUT,
    `(?:现在|这会儿)?(?:${HOUSE}(?:现在)?(?:没人|没有人|一个人都没有|一个人也没有)(?:在家?)?|没人在家)${SOFT}`,
  ),
  form(ANY_HOME, `${HOUSE}(?:里|现在|还|到底)*有人(?:在家?)?${ASKED}`),
  form(ANY_HOME, `${HOUSE}(?:里|现在|还|到底)*有没有人(?:在家?)?${SOFT}`),
  form(ANY_HOME, `(?:现在|还)*有人${IN}${ASKED}|(?:现在|还)*有没有人${IN}${SOFT}`),
  form({ kind: "came", home: true }, `(?:都)?有?谁(?:都)?(?:回来|到家|回家)过${SOFT}`),
  ...(["first", "last"] as const).flatMap((only) => {
    const most = only === "first" ? "(?:最先|最早|先|第一个|头一个)" : "(?:最后|最晚|后|最后一个)";
    const one = only === "first" ? "(?:第一个|头一个|最先|最早)" : "(?:最后一个|最后|最晚)";
    const came = "(?:回来|到家|回家|回到家|进门)";
    const went = "(?:出门|出去|走|离开家?|离家)";
    const all = (moved: string, odd: string): string =>
      `(?:谁(?:是)?${most}(?:${moved}|${odd})的?|${one}${moved}的(?:人)?是谁|谁${moved}得?${most}(?:的)?)${SOFT}`;
    return [
      form({ kind: "came", home: true, only }, all(came, "回的家|到的家|进的门")),
      form({ kind: "came", home: false, only }, all(went, "出的门|离的家")),
    ];
  }),
  form({ kind: "came", home: false }, `(?:都)?有?谁(?:都)?(?:出门|出去|离开|离家)(?:过|了|过门)${SOFT}`),
];

const ABOUT_ONE: readonly PeopleForm[] = [
  form(
    WHERE,
    `${WHO}(?:人|他|她)?(?:现在|这会儿?|到底|又|正)*(?:在|跑到?|去|上|躲在?)(?:哪个房间|哪间屋子?|哪间房|哪个屋|哪儿|哪里|哪|什么地方|啥地方|何处)(?:去|了|呢|啊|呀)*(?:吗)?`,
  ),
  form(WHERE, `${WHO}人呢`),
  form(WHERE, `(?:帮我)?(?:找一下|找找)${WHO}`),
  form(IS_HOME, `${WHO}${YET}${IN}${ASKED}`, { sure: true }),
  form(IS_HOME, `${WHO}${YET}在${ASKED}`),
  form(IS_HOME, `${WHO}(?:现在|到底)*在不在(?:家里?|屋里)${SOFT}`, { sure: true }),
  form(IS_HOME, `${WHO}(?:现在|到底)*在不在${SOFT}`),
  form(HAS_COME, `${WHO}${YET}${CAME}${ASKED}`, { sure: true }),
  form(HAS_COME, `${WHO}(?:回没回来|回来没回来|回没回家|到没到家|到家没到家)${SOFT}`, { sure: true }),
  form(HAS_COME, `${WHO}有没有${CAME}${SOFT}`),
  form(HAS_COME, `${WHO}(?:怎么)?(?:还没有?|没)${CAME}(?:吗|么|啊|呢)`),
  form(IS_OUT, `${WHO}${YET}(?:不在家里?|没在家|不在|在外面|在外头)${ASKED}`),
  form(HAS_LEFT, `${WHO}${YET}${LEFT}${ASKED}`),
  form(HAS_LEFT, `${WHO}(?:走没走|出没出门|出门没出门|有没有(?:出门|出去|走|离开))${SOFT}`),
  form(
    { kind: "when", home: true },
    `${WHO}(?:今天|到底|是)*(?:几点钟?|什么时候|啥时候|何时|多会儿|哪会儿|什么时间|几时|多久前)(?:才)?(?:${CAME}|回的家|到的家|进的门|回的)的?${SOFT}(?<=的.{0,3}|家)`,
  ),
  form(
    { kind: "when", home: false },
    `${WHO}(?:今天|到底|是)*(?:几点钟?|什么时候|啥时候|何时|多会儿|哪会儿|什么时间|几时|多久前)(?:就)?(?:${LEFT}的|出的门|离的家|离开的家|上的班|上的学|走掉的)${SOFT}`,
  ),
  form(
    { kind: "lasting", home: true },
    `${WHO}${YET}(?:${CAME}|${IN})了?有?(?:多久|多长时间|几个小时|几个钟头|多少时间)了?${SOFT}`,
  ),
  form(
    { kind: "lasting", home: false },
    `${WHO}${YET}(?:${LEFT}|不在家)了?有?(?:多久|多长时间|几个小时|几个钟头|多少时间)了?${SOFT}`,
  ),
  form({ kind: "and" }, `(?:那么?|还有)?${WHO}呢`),
];

const TOLD: readonly PeopleForm[] = [
  form({ kind: "told", home: true, own: true }, `${WHO}${YET}回家(?:去)?${GONE_SAID}`),
  form({ kind: "told", home: true }, `${WHO}(?:刚刚|刚才|刚)${CAME}`),
  form({ kind: "told", home: false }, `${WHO}(?:刚刚|刚才|刚)${LEFT}`),
  form(
    { kind: "told", home: false },
    `${WHO}${YET}去(?:上班|上学|学校|公司|单位|幼儿园|超市|买菜|医院|健身房|健身)${GONE_SAID}`,
  ),
  form({ kind: "told", home: true }, `${WHO}${YET}${CAME}${GONE_SAID}`),
  form({ kind: "told", home: true }, `${WHO}${YET}${IN}(?:了|呢|啦|哦)?`),
  form({ kind: "told", home: false }, `${WHO}${YET}${LEFT}${GONE_SAID}`),
  form({ kind: "told", home: false }, `${WHO}${YET}(?:去)?(?:上班|上学|出差)(?:去)?${GONE_SAID}`),
  form({ kind: "told", home: false }, `${WHO}${YET}(?:不在家里?|没在家)(?:了|呢|啦)?`),
];

const NEAR: Readonly<Record<string, readonly string[]>> = {
  妈: ["妈妈", "老妈"],
  爸: ["爸爸", "老爸"],
  哥: ["哥哥"],
  姐: ["姐姐"],
  弟: ["弟弟"],
  妹: ["妹妹"],
  奶: ["奶奶"],
  爷: ["爷爷"],
};

/** 小明的房间, 小明屋里, 小明那屋. */
function roomsOf(owners: readonly string[]): RoomNames {
  const called = (words: readonly string[]): readonly string[] =>
    owners.flatMap((owner) => words.flatMap((word) => [`${owner}${word}`, `${owner}的${word}`]));
  return {
    room: [
      ...called(["房间", "房间里", "屋", "屋里", "屋子", "屋子里", "房里"]),
      ...owners.flatMap((owner) => [`${owner}那屋`, `${owner}那屋里`, `${owner}那个房间`, `${owner}那间`]),
    ],
    bedroom: called(["卧室", "卧室里", "卧房"]),
  };
}

/** 小明在哪儿, 谁在家, 小明出门了. */
export const CHINESE_PEOPLE: PeopleForms = {
  hint: /刚|去学校|去公司|去单位|去幼儿园|去超市|去买菜|去医院|去健身|客人|访客|住|待到|呆到|成员|家人|大人|成年|长大|孩子|小孩|女儿|儿子|闺女|删|移除|移出|去掉|[也又还]可?以?叫|管.+叫|小名|昵称|外号|别名|乳名|英文名|就是|(?:房间|卧室|屋)[是在]|[是归].+(?:房间|卧室|屋)|睡|搬|认识|誰|沒人|幾個人|什麼地方|回來|回沒|進門|進家|出門|出發|離開|離家|幾點|什麼時候|在家|在屋|在吗|在不在|不在|谁|有人|没人|几个人|多少人|哪|什么地方|啥地方|人呢|呢[\s?？!！。]*$|回来|回家|到家|进门|进家|回没回|回的|到的|进的|出门|出的门|出去|出发|离开|离家|离的|外出|走|上班|上学|上的|出差|在外|到齐|齐了|都在|全在|找一?[下找]|家里/u,
  lead: /^(?:(?:请问一?下?|你知道|你?知不知道|知道|告诉我|帮我看看|帮我看一下|看看|看一下|我想知道|问一下|帮我问问|麻烦|那个|哎|欸|诶|嘿|喂|贾家?|嗯)[，,\s]*)+/u,
  tail: /(?:[，,\s]*(?:知道吗|你知道吗|谢谢|好吗|来着))+$/u,
  forms: [...CHINESE_REGISTRY, ...EVERYBODY, ...ABOUT_ONE, ...TOLD],
  and: /\s*(?:、|，|,|和|跟|与|还有|以及)\s*/u,
  or: /或者?|还是/u,
  article: /^(?:我们家的?|咱们?家的?|我家的?|我们的?|咱们?的?|我的?|你的?)/u,
  me: /^(?:我|俺|我自己|本人|我们|咱们?)$/u,
  children: /^(?:我家|我们家)?(?:孩子们?|小孩子?们?|小朋友们?|娃儿?们?)$/u,
  guests: /^(?:客人们?|访客)$/u,
  toldOf: (name) => {
    const said = RegExp.escape(name);
    return [
      new RegExp(`^(?:我们?的?|我家的?)?${said}(?:就是|是|叫)(?<who>[\\p{L}·]+)$`, "u"),
      new RegExp(`^(?<who>[\\p{L}·]+)是(?:我们?的?|我家的?)${said}$`, "u"),
    ];
  },
  ends: [
    [/^(?:这个?)?(?:周末|礼拜天|星期天)$/u, "周日"],
    [/^(?:今晚|今天晚上)$/u, "今天"],
    [/^([\d一两二三四五六七八九十]+)个?晚上?$/u, "$1天"],
  ],
  rooms: {
    hint: /房|屋/u,
    mine: roomsOf(["我", "我自己", "俺"]),
    of: (name) => roomsOf([name]),
  },
  pronoun: /^(?:他|她|他们|她们|ta)$/iu,
  name: new RegExp(`^(?:(?:小|老|阿)[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]?(?:${KIN}))$`, "u"),
  things: /快递|外卖|包裹|信|猫|狗|宠物|饭|电|水|网|车|灯|什么|东西|它|这|那|频道|动画|节目|问题|冠军/u,
  variants: (name) => [
    ...(NEAR[name] ?? []),
    ...Object.entries(NEAR).flatMap(([short, long]) => (long.includes(name) ? [short, ...long] : [])),
  ],
};
