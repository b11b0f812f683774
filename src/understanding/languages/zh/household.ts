import type { HouseholdForm, HouseholdForms, HouseholdSaid, KnownNames, Who } from "../../utterance/forms/household.ts";

/** Subjects without a name, keyed by their pattern. */
const GROUPS: readonly (readonly [words: string, who: Who])[] = [
  ["我(?:自己)?", { kind: "speaker" }],
  ["有人|任何人|谁|家里有人", { kind: "anyone" }],
  ["(?:家里)?(?:所有人|每个人|大家|全家人?)|我们(?=都|全)", { kind: "everyone" }],
  ["最后(?:一个|一位|那个)?(?:人|家人)", { kind: "last" }],
  ["(?:第一个|第一位|最先)(?:人|家人)?", { kind: "first" }],
  ["(?:所有的?|全部|两个|俩)?(?:孩子|小孩|小朋友)们?", { kind: "children" }],
  ["我们|咱们|咱|家人|家里人", { kind: "we" }],
];
/** Nobody is called so. */
const FAMILY = "老公|老婆|爸爸|妈妈|爸|妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥|姐姐|弟弟|妹妹|儿子|女儿|室友";

const OPEN = "(?:如果|要是|假如|当|一旦|只要|每当|每次|每回|万一|等到?)";
const COMES = "一?(?:回到家里?|回家|回来|到家|进门|进家门|进屋|下班回家|下班回来|放学回家|放学回来|下班到家)";
const LEAVES = "一?(?:都|全)?(?:出门|离开了?家|离开|离家|出去|外出|去上班|去上学|上班去|上学去|走(?:光|完)?)";
const LASTS =
  "(?:超过|满|达到?|至少)?(?<for>(?:[\\d一二三四五六七八九十两半]+个?半?(?:秒钟?|分钟|小时|钟头|刻钟))|半个?小时)?";
/** Words that close a clause for a time. */
const CLOSE =
  "(?:了|以?后)?(?:的时候|的话|之后|以后|时(?!间|候)|后|的情况下)(?:[,，、 ]*(?:就|便|则))?[,，、 ]*|了?[,，、 ]*(?:就|便|则)|了?[,，、 ]*(?=(?:请|记得|要)?(?:告诉|通知|提醒|叫)(?:一下|一声)?我)";

const AND = /[、和跟与]/u;

function whoOf(said: string): Who {
  const found = GROUPS.find(([words]) => new RegExp(`^(?:${words.replace("(?=都|全)", "")})$`, "u").test(said));
  if (found) return found[1];
  const [some, each] = [said.split(/或者?/u), said.split(AND)];
  if (some.length > 1) return { kind: "some", said: some };
  return each.length > 1 ? { kind: "each", said: each } : { kind: "named", said };
}

function clauses({ people, modes }: KnownNames): readonly HouseholdForm[] {
  const groups = GROUPS.map(([words]) => words).join("|");
  const named =
    people === "" ? "" : `(?:${people})(?:或者?(?:${people}))*|(?:${people})(?:${AND.source}(?:${people}))+|`;
  const known = `(?<who>${named}${groups}|${FAMILY})`;
  /** The opening word is enough; otherwise a closing word is required. */
  const clause = (said: string): RegExp =>
    new RegExp(`(?:(?<open>${OPEN})(?<said>${said})(?:${CLOSE}|了?[,，、 ]+|了?$)|(?<said>${said})(?:${CLOSE}))`, "u");
  const presence =
    (to: "home" | "away", moment: boolean) =>
    ({ who = "", said = "" }: Readonly<Record<string, string | undefined>>): HouseholdSaid => ({
      kind: "presence",
      who: whoOf(who),
      to,
      moment,
      all: /[都全俩两]/u.test(said),
    });
  const everyoneGone = (): HouseholdSaid => ({
    kind: "presence",
    who: { kind: "everyone" },
    to: "away",
    moment: true,
    all: true,
  });
  const nobody = (): HouseholdSaid => ({
    kind: "presence",
    who: { kind: "nobody" },
    to: "home",
    moment: false,
    all: false,
  });
  const mode =
    (as: "in" | "begins" | "ends") =>
    ({ mode: name }: Readonly<Record<string, string | undefined>>): HouseholdSaid => ({
      kind: "mode",
      name: name ?? null,
      as,
    });
  const forms: HouseholdForm[] = [
    {
      pattern: clause(`(?:家里|屋里|家中)?(?:都)?(?:没人|没有人|无人|一个人都没有)(?:在家|了)?${LASTS}`),
      read: nobody,
    },
    {
      pattern: clause("家里?(?:还)?有人(?:在家?)?"),
      read: () => ({ kind: "presence", who: { kind: "anyone" }, to: "home", moment: false, all: false }),
    },
    {
      pattern: clause(
        `(?:家里)?(?:所有人|大家|全家人?|我们|家里人|家人|人)?(?:都|全都?)(?:出门|离开|出去|走|不在家|上班去|外出)(?:了|光了?|完了?)?${LASTS}`,
      ),
      read: everyoneGone,
    },
    { pattern: clause(`${known}(?:都|还|也)*不在(?:家里?)${LASTS}`), read: presence("away", false) },
    { pattern: clause(`${known}(?:都|还|也|正)*在家里?`), read: presence("home", false) },
    { pattern: clause(`${known}(?:都|全)?${COMES}`), read: presence("home", true) },
    { pattern: clause(`${known}${LEAVES}${LASTS}`), read: presence("away", true) },
  ];
  if (modes !== "") {
    const name = `(?<mode>${modes})(?:模式)?`;
    const begins = "(?:进入|切换到|切换成|切到|换到|开启|启动|打开|开始)";
    forms.push(
      { pattern: clause(`(?:家里?)?${begins}(?<mode>${modes})模式`), read: mode("begins") },
      { pattern: clause(`(?<mode>${modes})模式一?(?:开始|启动|开启|打开|生效)`), read: mode("begins") },
      { pattern: clause(`(?:家里?)?(?:结束|退出|关闭|解除|离开)(?<mode>${modes})模式`), read: mode("ends") },
      { pattern: clause(`(?<mode>${modes})模式(?:结束|关闭|解除)`), read: mode("ends") },
      {
        pattern: new RegExp(
          `^(?<open>)(?<said>(?:在|家里?处于|家里?是|处于)?(?<mode>${modes})模式)(?:下|中|里|期间|的时候|时)(?:[,，、 ]|如果|要是|只要)*`,
          "u",
        ),
        read: mode("in"),
      },
      { pattern: clause(`(?:家里?|房子)(?:处于|是|在)${name}`), read: mode("in") },
      {
        pattern: new RegExp(`(?<open>)(?<said>(?<mode>${modes})模式)(?:的|下|时|会)`, "u"),
        read: mode("in"),
        questionOnly: true,
      },
    );
  }
  forms.push(
    {
      pattern: new RegExp(`(?<open>)(?<said>${known}(?:都|全)?${COMES})的`, "u"),
      read: presence("home", true),
      questionOnly: true,
    },
    {
      pattern: new RegExp(`(?<open>)(?<said>${known}${LEAVES})的`, "u"),
      read: presence("away", true),
      questionOnly: true,
    },
    {
      // Who says it comes home.
      pattern: new RegExp(`(?:(?<open>${OPEN})|(?<open>))(?<said>一?(?:回到家|回家|到家))(?:${CLOSE})`, "u"),
      read: () => ({ kind: "presence", who: { kind: "speaker" }, to: "home", moment: true, all: false }),
    },
    {
      pattern: clause("(?:我们?|大家|全家|咱们)(?:都|要|准备)*(?:睡觉|上床睡觉|去睡觉?|睡下|睡着?)"),
      read: () => ({ kind: "mode", name: null, as: "begins" }),
    },
    {
      pattern: new RegExp(
        `^(?:(?<open>${OPEN})|(?<open>))(?<said>(?<who>(?!.*[的把在到或和跟与没不未都全也还才又除]|.*(?:一个人|独自|单独|自己|已经))[\\p{Script=Han}A-Za-z]{1,8}?)(?:(?:回家|到家|回到家|回来)|出门|离家))(?:${CLOSE})`,
        "u",
      ),
      read: ({ who = "", said = "" }) => ({
        kind: "presence",
        who: { kind: "named", said: who },
        to: /出门|离家$/u.test(said) ? "away" : "home",
        moment: true,
        all: false,
      }),
    },
  );
  return forms;
}

/** Chinese. */
export const CHINESE_HOUSEHOLD: HouseholdForms = {
  clauses,
  asks: /(?:吗|没有?|(?<!什)么|呢|是谁|几点|什么时候)[?？。]*$|[?？]$|^(?:谁|为什么|为何|怎么)/u,
  rules: {
    tell: /^(?:家里|你)?(?:都)?(?:会|要)?(?:自动)?(?:运行|执行|做|干|发生|触发|启动|开启)?(?:些|了)?(?:什么|啥|哪些(?:规则|自动化)?)(?:事|事情|规则|自动化|操作)?(?:会)?(?:运行|执行|发生|触发|启动)?$|^有(?:什么|哪些|啥)(?:规则|自动化|安排|设置)$/u,
    cancel:
      /^(?:请|帮我|把)*(?:删除|删掉|删了|取消|去掉|移除|不要)(?:掉)?(?:那个|那条|这个|这条|所有|全部)?(?:的)?(?:那个|那条|所有)?(?:规则|自动化|设置)(?:吧|了)?$|^(?:请|帮我|把)*(?:的)?(?:那个|那条|所有)?(?:规则|自动化)(?:都|给我)?(?:删除|删掉|删了|取消|去掉|移除)(?:了|吧|掉)*$/u,
    pause:
      /^(?:请|帮我|把)*(?:暂停|停用|停掉|关闭)(?:的)?(?:那个|那条)?(?:规则|自动化)$|^(?:请|帮我|把)*(?:的)?(?:那个|那条)?(?:规则|自动化)(?:先)?(?:暂停|停用|停掉)(?:了|吧|一下)*$/u,
    resume:
      /^(?:请|帮我|把)*(?:恢复|继续|启用|重新启用)(?:的)?(?:那个|那条)?(?:规则|自动化)$|^(?:请|帮我|把)*(?:的)?(?:那个|那条)?(?:规则|自动化)(?:重新)?(?:恢复|启用)(?:了|吧|一下)*$/u,
  },
  behind: null,
  rule: /规则|自动化/u,
  introduces: /^(?:我是|我叫|我的名字是|是)?(?<who>[\p{Script=Han}A-Za-z]{1,12}?)(?:啊|呀|哦)?$/u,
  lights: {
    said: /^(?:请|帮我|自动)*(?:(?:关|熄)(?:掉|了|灭|上)?灯|把?灯(?:都|给我)?(?:关|熄)(?:掉|了|灭|上)?)$/u,
    all: "关掉所有灯",
  },
  looksNow: /^(?:如果|要是|假如)$/u,
  dark: /(?:并且|而且|且|如果|要是)?(?:外面|天)(?:已经)?黑了?(?:的话|以后|之后|后|就|的时候|时)?/u,
  oneDay: /今晚|今天|明天|明晚|今早|明早|下次|这次/u,
  joined: (before, after) => `${before.replace(/[,，、 ]+$/u, "")}${after.replace(/^[,，、 ]+/u, "")}`,
};
