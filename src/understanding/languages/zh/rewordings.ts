import type { Rewording } from "../../utterance/forms/rewording.ts";

/** Rewordings of commands and timers into forms that the stages read. */

const whole = (body: string): RegExp => new RegExp(`^(?:(?:那么?|所以|不过|但是?|嗯|哦|请)[,， ]*)*${body}$`, "iu");

/** A thing, as short as it is named. */
const THING = "(?<thing>[^,，。？?！!把将]{1,12}?)";
/** Commands without an object: 静音, 调暗一点, 调到20度. */
const WAY =
  "(?:静音|暂停|(?:调|弄|开|关)?(?:高|低|大|小|亮|暗|红|绿|蓝|黄|慢|快)(?:一?点儿?|一?些|一[档度格])?|小声(?:一?点儿?|些)?|(?:调|设|设置|改|变|换|开|关)(?:到|成|为|回).+?)";
/** Questions for a state: 开着吗, 锁了没有, 没关吧. */
const ASKED =
  "(?:还|现在|都|是不是|有没有)*(?:(?:开|关|亮|锁|拉上|停|响|放)(?:着|了|上了|好了|着呢)?(?:的)?(?:吗|么|嘛|没有?|不|吧)|没(?:有)?(?:开|关|锁|亮|拉上?)(?:着|上|好)?(?:吗|么|吧))";
/** States that may be found. */
const FOUND = "(?<found>(?:还)?(?:没有?)?(?:开|关|亮|锁|拉上|停)(?:着|了|上|好|上了|好了)?)";

/** Introductions of the alternative. */
const INSTEAD = "(?:只是|只要|只需要?|只|光|就|给我|帮我|把它|把他|还是|而是|先)*";
const DONE = "(?:就?(?:行|好|可以|够|成)了?|即可|吧|了|得了)*";

/** Acts of one character, in their form behind 把. */
const WHOLE_ACT: Readonly<Record<string, string>> = { 开: "打开", 关: "关掉", 锁: "锁上", 拉: "拉上", 停: "停掉" };

/** States: 没锁, 开着; 开了 is an act. */
function stateFound(found: string): string {
  const plain = found.replace(/^还/u, "");
  if (/^没/u.test(plain)) return plain.replace(/^没有/u, "没").replace(/[着好]?$/u, "");
  return /^(?:拉上|停)/u.test(plain) ? plain : `${plain.charAt(0)}着`;
}

/** Chinese. */
export const CHINESE_REWORDINGS: readonly Rewording[] = [
  // 除了空调都关了: all else, and not its own kind.
  {
    said: /^(?:请|帮我|把)?除了(?<what>[^,，。]{1,12}?)(?:以外|之外|外)?[,，]?(?:都|全部|全都|全|统统)(?:给我)?(?:关|关掉|关了|关上)$/u,
    plain: ({ what = "" }) => (/灯|窗|帘|插座|其他|其它|别的|剩|其余/u.test(what) ? null : `除了${what}其他全关`),
  },
  // 吸顶灯怎么灭了？: why, and not how it is.
  {
    said: /^(?:诶|哎|欸|咦|嗯|哦|喂)?[,， ]*(?<what>[^,，。？?怎]{1,10}?)怎么(?:突然|自己|又|就)*(?<how>灭|关|开|停|亮)(?:掉|上)?了(?:呢|啊|呀)?[?？]?$/u,
    plain: ({ what, how }) => `${what}为什么${how === "灭" ? "关" : how === "亮" ? "开" : how}了？`,
  },
  // 我说热水器，调到55: another thing, named with its value.
  {
    said: /^我(?:是)?(?:说|指)(?:的是?)?(?<thing>[^,，。\d]{1,8})[,，] ?(?<act>(?:调|设|开|弄)(?:到|成|为)[^,，。]+)$/u,
    plain: ({ thing, act }) => `把${thing}${act}`,
  },
  // 四点还要收快递，下午四点也提醒我一声: the same time, told twice.
  {
    said: /^(?<at>[\d一二两三四五六七八九十]+点半?)(?:还|得|要|有|我)+(?<what>[^,，。\d提醒]{1,12})[,，] ?(?<when>(?:今天|明天|后天|早上|上午|中午|下午|傍晚|晚上)+\k<at>)(?:也|再|就|记得|给我)*提醒我?(?:一声|一下|下)?$/u,
    plain: ({ what, when }) => `${when}提醒我${what}`,
  },
  // 打开客厅和主卧的窗帘一半: how far is said for both.
  {
    said: /^(?:请|帮我|给我)*(?:把)?(?<act>打开|拉开|关上|拉上)(?<what>[^,，。\d]+?[和跟][^,，。\d]+?(?:窗帘|百叶窗?|卷帘|纱帘))(?:都|各)?一半(?:吧|就行|就好)?$/u,
    plain: ({ act = "", what }) => `把${what}都${/开/u.test(act) ? "开" : "关"}一半`,
  },
  // 这儿的灯不用开那么亮，调到30%就行: of that, and of nothing elsewhere.
  {
    said: whole(
      `${THING}(?:就|也)?(?:不用|不需要|没必要|用不着|不要|别)(?:开|调|弄|放)?得?(?:那么|这么|太|那样|这样)(?:亮|大声|大|高|响|强|快)[,，。 ]+(?:就|给我|帮我|把它|所以)*(?<act>(?:调|设|降|弄)(?:到|成|为).+?)(?:就|它)?${DONE}`,
    ),
    plain: ({ thing, act }) => `把${thing}${act}`,
  },
  // 冻得我直哆嗦，这空调温度开得也太低了: how it is set, and nobody switches it on.
  {
    said: /^(?:[^,，。！!]*[冻冷热吵闷晃刺烤死][^,，。！!]*[,，。！! ]+)?(?<thing>[^,，。！!]{1,10}?)的?(?<prop>温度|风速?|声音|音量|亮度)?(?:开|调|弄|设|放)得(?:也|有点儿?|有些|实在|真|可|是)*(?:太|过于)(?<how>[高低大小亮暗冷热响吵])(?:了|吧|啊|点儿?)*$/u,
    plain: ({ thing = "", prop, how = "" }) => {
      const degrees = prop === undefined && /空调|暖气?|取暖器|地暖|热水器$/u.test(thing) && /[高低]/u.test(how);
      return `${thing}${prop ?? (degrees ? "温度" : "")}太${how}了`;
    },
  },
  // 如果超过28度就…: whenever it comes to be so, and not now, where it only is (高于).
  {
    said: /^(?:如果|要是|假如|倘若|若是)(?<cond>(?!.*(?:现在|目前|已经|今天|今晚|明天|否则|不然))[^,，。]*?(?:超过|高过|超出|升到|升过|升至|涨到|降到|降至|跌到|跌破|掉到|突破|低过)[^,，。]*?)(?:的话)?[,， ]*(?<rest>就.+)$/u,
    plain: ({ cond, rest }) => `每当${cond}${rest}`,
  },
  // 灯开着吗？开着就关掉: done now, as it is now.
  {
    said: whole(
      `(?:帮我|给我|你)?(?:看看|看一下|看下|查一下|检查一下|瞧瞧)?${THING}${ASKED}[,，。？? ]*(?:如果|要是|若是?|要)?${FOUND}(?:的话|的)?[,，]? ?(?:你|就|那|请|帮我|给我|替我|快)*(?:把(?:它|他|那个|它们))?(?<act>(?:关掉|关上|关闭|打开|开开|开启|拉上|拉开|锁上|锁好|锁住|停掉|开|关|锁|拉|停|${WAY}))(?:它|了|掉|吧|一下|上|好)*`,
    ),
    plain: ({ thing, found = "", act = "" }) =>
      `如果${thing}${stateFound(found)}，就把${thing}${WHOLE_ACT[act] ?? act}`,
  },
  // 空调开着吗，开着就关窗帘: another thing.
  {
    said: whole(
      `(?:帮我|给我|你)?(?:看看|看一下|看下|查一下|检查一下|瞧瞧)?${THING}${ASKED}[,，。？? ]*(?:如果|要是|若是?|要)?${FOUND}(?:的话|的)?[,，]? ?(?:你|就|那|请|帮我|给我|替我|快)*(?<order>(?:把|打开|关掉|关上|拉上|开|关).+?)(?:吧|一下)*`,
    ),
    plain: ({ thing, found = "", order }) => `如果${thing}${stateFound(found)}，就${order}`,
  },
  // 别关电视，静音就行: what is to be done with it instead.
  {
    said: whole(
      `(?:别|不要|不用|不必|甭|先别)(?:把|给)?(?:(?:关掉|关上|关了|关闭|关)(?<thing>[^,，。把将]{1,10}?)|(?<before>[^,，。把将]{1,10}?)(?:关掉|关上|关了|关闭|关))(?:了|掉)?[,，。 ]+${INSTEAD}(?<act>${WAY})(?:就|它)?${DONE}`,
    ),
    plain: ({ thing, before, act }) => `把${thing ?? before}${act}`,
  },
  {
    said: whole(
      `${THING}(?:就|先)?(?:别|不要|不用|不必|甭)(?:关掉|关上|关闭|关)(?:了|掉)?[,，。 ]+${INSTEAD}(?<act>${WAY})(?:就|它)?${DONE}`,
    ),
    plain: ({ thing, act }) => `把${thing}${act}`,
  },
  // 落地灯不用，关了吧: what is not needed, and what to do with it.
  {
    said: /^(?:但是?|不过|嗯|哦)?(?<what>[^,，。把将]{1,12}?)(?:就|先|也|倒)?(?:不用|不要|不需要|用不着|没必要)(?:了|开|亮|关|开着|关着)?[,，。 ]+(?:还是|就|给我|帮我|先|把它?)*(?<act>关掉|关上|关了|关|打开|开)(?:它|了|吧|掉|就行|好了)*$/u,
    plain: ({ what = "", act = "" }) => `把${what}${/^关/u.test(act) ? "关掉" : "打开"}`,
  },
  // 再来一个二十分钟的，煮鸡蛋的: what it is for, said behind.
  {
    said: /^(?:再|另外|也|还)?(?:要|来|定|设|开|加|弄|给我)*(?:一个(?!半)|个)?(?<time>[\d一二两三四五六七八九十半]+个?半?(?:分钟|小时|钟头|秒钟?)半?)的?(?:倒计时|计时器?|定时器?)?[,，] ?(?:给|是)?(?<what>(?!再|还|然后|到|就|把|提醒|叫|关|开|打|后)[^,，。\d开关]{1,8}?)(?:的|用的?)?$/u,
    plain: ({ time, what }) => `${what}计时${time}`,
  },
  // 前面那个不要了: of the two that were told.
  {
    said: /^(?:那|就|把)*(?:前面|前头|先前)的?那个(?<rest>(?:倒计时|计时器?|定时器?|闹钟|提醒)?(?:不要|不用|取消|删|撤|停)(?:掉|了|吧)*)$/u,
    plain: ({ rest }) => `第一个${rest}`,
  },
  // 再给米饭设一个，15分钟
  {
    said: /^(?<what>(?:再|另外|也)[^,，]{1,12}?)[,，] ?(?<time>[\d一二两三四五六七八九十半][^,，]*(?:分钟|小时|秒钟?)的?)$/u,
    plain: ({ what, time }) => `${what}${time}`,
  },
  // 灯都关了，就留床头灯: what alone stays is what is left out of it.
  {
    said: /^(?<order>(?:.*?(?:关掉|关上|关了|关好|关|停了?|熄了?|灭了?)(?:掉|了|吧)*))[,，。 ]+(?:就|只|光|单|仅|但|不过)*(?:给我|帮我)?(?:留着|留下|留个|留)(?<what>(?!条|个?缝|点|一)[^,，。\d一二两三四五六七八九十]{1,12}?)(?:开着|亮着|一个|就行|就好|就可以|就够|吧|了)*$/u,
    plain: ({ order, what }) => `${order}，${what}留着`,
  },
  // 这条定时先暂停吧: a rule with a time is called so as well.
  {
    said: /^(?:把)?(?<which>[这那])(?:条|个|项)定时(?:任务)?(?<rest>(?:先|暂时|给我)*(?:暂停|停用|停掉|停).*)$/u,
    plain: ({ which, rest }) => `${which}条规则${rest}`,
  },
  // 别全开，一半就行: how far it shall go instead.
  {
    said: /^(?:哎|诶|哦|嗯|不|不对|等等)*[,， ]*(?:(?:别|不要|不用|不必|甭)(?:给我)?(?:开|关|拉|调|弄|放|升|降|打)?得?(?:全|完全|满|到底)+(?:打开|关上|拉开|拉上|开|关|拉|满|死|完)*(?:了|着)?)[,，。 ]+(?:就|给我|帮我)*(?<value>[^,，。]*?(?:一半|半开|[\d一二两三四五六七八九十百]+[^,，。]*))$/u,
    plain: ({ value }) => value ?? null,
  },
  // 卧室的湿度呢: asked by itself, whatever was said before.
  {
    said: /^(?:那么?|还有)?[,， ]*(?<where>[^,，。呢]{1,8}?)的?(?<what>温度|湿度|气温|二氧化碳(?:浓度)?|甲醛(?:浓度)?|PM ?2\.?5|空气质量|电量)呢$/iu,
    plain: ({ where, what }) => `${where}的${what}是多少？`,
  },
  // 书房以外的灯都关了
  {
    said: /^(?:把)?(?<what>(?!除)[^,，除]{1,10}?)(?:以外|之外)的(?<rest>.+)$/u,
    plain: ({ what, rest }) => `除了${what}，其他的${rest}`,
  },
];
