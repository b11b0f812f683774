const LEAD = "(?:哦+|噢|嗯+|呃|啊|唉|哎呀?|诶|不+|等等|因为|对|那|,| )*";
const TAIL = "(?:了|啦|啊|呀|吧|哦|呢|嘛|的|,| )*";
const KIN =
  "(?:妈妈?|爸爸?|爷爷|奶奶|姥姥|姥爷|外婆|外公|公公|婆婆|岳父|岳母|老公|老婆|儿子|女儿|闺女|哥哥?|姐姐?|弟弟?|妹妹?|姑姑|舅舅|叔叔|阿姨|孩子们?|小孩|宝宝|娃儿?|客人|朋友|同学|同事|室友|邻居|猫|狗|老人家?)";
/** Subjects of a statement. */
const OTHERS = `(?:(?:我|我们|他|她|咱|咱们|家)(?:的)?(?:家)?${KIN}|${KIN}|他们?|她们?|大家|人家|有人|没人)`;
/** The rest of a statement, without words of commands. */
const MORE = "[^,。!?开关调打停锁拉]";
const WHEN = "(?:今晚|今天|今儿|明天|晚上|这两天|这几天|现在|还|正|又|刚|一直|先|都|也|就|已经|马上)*";

/** Chinese statements about people and states beside a command. */
export const CHINESE_TELLINGS: readonly RegExp[] = [
  // 我爷爷正在看报, 妈妈今晚睡这儿
  new RegExp(`^${LEAD}${OTHERS}${WHEN}(?:在|住|睡|要|来|用|去|想|得|怕|没)${MORE}{0,10}${TAIL}$`),
  new RegExp(`^${LEAD}(?:我|我们|咱们?)${WHEN}(?:还|正|先|一会儿|等下)(?:在|要|得|去|想|用)${MORE}{0,8}${TAIL}$`),
  // 地上都是玩具
  new RegExp(
    `^${LEAD}(?:地上|地板上?|桌上|床上|门口|外面|外头|里面|屋里|那边|这边|家里)(?:到处|都|全|还|现在|好像)*(?:是|有|没)${MORE}{1,10}${TAIL}$`,
  ),
  // 没鸡蛋了, 米不够了
  new RegExp(`^${LEAD}(?:${MORE}{0,6})(?:没有?${MORE}{1,5}|不够|用完|吃完|卖完|没)了${TAIL}$`),
  // 我先去洗手
  new RegExp(`^${LEAD}(?:让)?我(?:先)(?:去|来|把)?${MORE}{1,8}${TAIL}$`),
];
