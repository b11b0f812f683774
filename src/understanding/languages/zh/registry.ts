import type { PeopleForm } from "../../presence/forms.ts";
import type { PeopleMeaning } from "../../presence/statement.ts";

/** Words that are no part of a name: the time in 明天小姨要来住三天, 再 in 小王再住三天. */
const NOT_WHEN = "(?!今[天晚]|明[天晚]|大?后天|昨天|[上下这]?(?:周|星期|礼拜|个月))";
const WHO = `(?<who>${NOT_WHEN}[\\p{L}·][\\p{L}\\p{N}·]{0,9}?)(?<![再还也又])`;
const OTHER = "(?<name>[\\p{L}·][\\p{L}\\p{N}·]{0,9}?)";
const ROOM_NAME = "(?<room>[\\p{L}\\p{N}]{2,12}?)";
const UNTIL = "(?<until>[^，,；。]{1,16}?)";
const STAYS = "(?:住|待|呆|留)";
const MAYBE = `(?:[，, ]*(?:${STAYS}?到|${STAYS})${UNTIL}(?:为止)?)?`;
const ADD = "(?:请|帮我)?(?:添加|新增|登记|加上|加)(?:一个|一位|个|位)?(?:新的?)?";
const TAKE = "(?:请|帮我)?(?:把|将)";
const AS = "(?:(?:加进来|添加进来|加到家里|加|添加|登记)(?:当|为|成|作为|算作)|当成?|作为|算作)";
/** Only for known persons: of anything else it may be a setting. */
const BECOMES = "(?:设置?为|设置?成|改成|改为|变成)";
const SOFT = "(?:啊|呀|呢)?";
const HOUSE = "(?:我们|咱们?|我)?家里?";

function form(
  meaning: PeopleMeaning,
  body: string,
  more: Partial<Omit<PeopleForm, "said" | "meaning">> = {},
): PeopleForm {
  return { said: new RegExp(`^(?:${body})$`, "u"), meaning, ...more };
}

const SURE = { sure: true } as const;
const ADD_GUEST: PeopleMeaning = { kind: "add", role: "guest" };
const ADD_CHILD: PeopleMeaning = { kind: "add", role: "child" };
const ADD_ADULT: PeopleMeaning = { kind: "add", role: "adult" };
const REMOVE: PeopleMeaning = { kind: "remove" };
const ALIAS: PeopleMeaning = { kind: "alias" };
const ROOM: PeopleMeaning = { kind: "room" };
const SLEEPS: PeopleMeaning = { kind: "room", implied: true };

/** 添加客人小美到周日, 家里都有谁, 小明也叫明明. */
export const CHINESE_REGISTRY: readonly PeopleForm[] = [
  form(
    { kind: "listed" },
    `${HOUSE}(?:一共|总共)?(?:都有谁|(?:都)?有(?:哪些人|哪些成员|几口人|什么人)|(?:都)?住着谁|(?:都)?住了(?:谁|哪些人))${SOFT}`,
  ),
  form({ kind: "listed" }, `(?:都)?(?:有)?(?:谁|哪些人)(?:都)?住在?(?:这儿|这里|家里|我们家|这个家)${SOFT}`),
  form(
    { kind: "listed" },
    `(?:${HOUSE}的?)?(?:家庭)?成员(?:都)?有(?:谁|哪些人?|几个)${SOFT}|你(?:都)?认识(?:谁|哪些人)${SOFT}`,
  ),
  form(
    { kind: "stays" },
    `${WHO}(?:要|会|打算)?${STAYS}(?:到)?(?:什么时候|哪天|几号|周几|星期几|啥时候|多久|几天)${SOFT}`,
  ),
  form(ADD_GUEST, `${ADD}(?:客人|访客)(?:叫|，|：)?${WHO}${MAYBE}`, SURE),
  form(ADD_GUEST, `${TAKE}${WHO}${AS}(?:客人|访客)${MAYBE}`, SURE),
  form(
    ADD_GUEST,
    `${WHO}(?:再|还|这次|今天|要|会|来|在(?:我们|我|咱们?)家|家里|做客|这儿|这里)*${STAYS}到${UNTIL}(?:为止)?(?:走|离开)?`,
  ),
  form(
    ADD_GUEST,
    `${WHO}(?:再|还|这次|今天|要|会|来|在(?:我们|我|咱们?)家|家里|这儿|这里)*${STAYS}(?<until>[\\d一两二三四五六七八九十]+个?(?:天|周|星期|晚|晚上|月))`,
  ),
  form(ADD_GUEST, `${WHO}是(?:我们?家?的?|来做客的)?客人(?:[，, ]*${STAYS}?到${UNTIL})?`),
  form(ADD_CHILD, `${ADD}(?:我们?|我家|咱家)?的?(?:女儿|儿子|闺女|孩子|小孩|宝宝)(?:叫|，|：)?${WHO}`, SURE),
  form(ADD_CHILD, `${TAKE}(?:我们?的?)?(?:女儿|儿子|闺女|孩子)?${WHO}${AS}(?:孩子|小孩|儿童)`, SURE),
  form(ADD_ADULT, `${ADD}(?:家庭)?(?:成员|大人|家人)(?:叫|，|：)?${WHO}`, SURE),
  form(
    ADD_ADULT,
    `${TAKE}${WHO}(?:${AS}(?:大人|成年人|家庭成员|成员|家人|家里人)|加到家庭?成员里?|加入家庭|加进家里)`,
    SURE,
  ),
  form(ADD_ADULT, `${WHO}(?:搬进来|搬来)(?:住|跟我们住)?了`),
  form(REMOVE, `(?:请|帮我)?(?:删掉|删除|移除|去掉)(?:家庭)?(?:成员|客人|访客)${WHO}`, SURE),
  form(REMOVE, `(?:请|帮我)?(?:删掉|删除|移除|去掉)${WHO}`),
  form(
    REMOVE,
    `${TAKE}(?:客人|成员)?${WHO}(?:从(?:家里|家庭?成员里?|成员里|客人里))?(?:删掉|删除|删了|移除|移出去?|去掉)`,
  ),
  form(REMOVE, `${WHO}(?:搬走了|搬出去了|不再?住在?(?:这儿|这里|这|我们家|家里)了)`),
  form({ kind: "role", role: "guest" }, `${TAKE}${WHO}${BECOMES}(?:客人|访客)${MAYBE}`),
  form({ kind: "role", role: "child" }, `${TAKE}${WHO}${BECOMES}(?:孩子|小孩|儿童)`),
  form({ kind: "role", role: "adult" }, `${TAKE}${WHO}${BECOMES}(?:大人|成年人|家庭成员|成员|家人|家里人)`),
  form({ kind: "role", role: "adult" }, `${WHO}(?:现在|已经)*(?:是大人|成年|长大)了`),
  form({ kind: "role", role: "child" }, `${WHO}(?:还)?是(?:个)?(?:孩子|小孩)`),
  form(ALIAS, `${WHO}(?:也|又|还)(?:可以|能)?(?:叫做|叫作|叫|称为)${OTHER}`),
  form(ALIAS, `${WHO}的(?:小名|昵称|外号|别名|乳名|英文名|中文名)(?:是|叫做?)${OTHER}`),
  form(ALIAS, `(?:请|帮我)?给${WHO}(?:加|起|取)一?个(?:小名|昵称|外号|别名)(?:叫做?)?[，：]?${OTHER}`),
  form(ALIAS, `(?:我们?|你)?(?:也)?(?:可以)?管${WHO}也?叫(?:做|作)?${OTHER}`),
  form(ROOM, `${WHO}的?(?:房间|卧室|屋)(?:是|就是|在)${ROOM_NAME}`),
  form(ROOM, `${ROOM_NAME}(?:是|就是|归)${WHO}的?(?:房间|卧室|屋)`),
  form(SLEEPS, `${WHO}(?:住|睡)在?${ROOM_NAME}`),
];
