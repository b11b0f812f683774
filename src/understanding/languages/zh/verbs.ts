/** Builds phrases from one part of each list, in order. */
function each(...parts: readonly string[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (built, part) => built.flatMap((head) => part.split(", ").map((tail) => head + tail)),
    [""],
  );
}

const listed = (...groups: readonly (readonly string[])[]): string => groups.flat().join(", ");

/** Open a crack: 留条缝, 拉开一道缝, 只露个小缝. */
export const SLIVERS = listed(
  each(
    "留, 露, 开, 闪, 透, 敞, 剩, 拉, 撩, 扒, 掀, 打开, 拉开, 推开, 留下, 留出, 露出",
    "条, 个, 道, 点, 点儿, 丝, 一条, 一个, 一道, 一点, 一点点, 一丝",
    "缝, 缝儿, 小缝, 小缝儿, 缝隙, 细缝",
  ),
  each("一条, 一个, 一道, 一丝", "缝, 缝儿, 小缝, 小缝儿, 缝隙, 细缝"),
  each("留, 开, 露", "个, 一个", "小口, 口子, 小口子, 口儿"),
);

/** Sweeping rounds: 扫两圈, 清扫一遍, 出来转转. */
const ROUNDS = "一圈, 两圈, 几圈, 一遍, 两遍, 几遍, 个遍, 一轮, 一趟, 一会儿, 会儿, 个地, 一扫, 一下, 两下, 两下子";

/** Requests that only a sweeping machine gets. */
export const SWEPT = listed(
  each("扫, 吸, 清扫, 打扫, 清理, 清洁, 去扫, 去清扫, 去打扫, 出来扫, 出来打扫", ROUNDS),
  each("扫, 吸, 清扫, 打扫, 收拾, 拾掇, 清理", "干净, 干净点, 干净些, 仔细点, 彻底点"),
  each("搞搞, 做做, 打扫打扫, 收拾收拾, 拾掇拾掇, 归置归置", "卫生, 地面, 屋子, 房间"),
  each("收拾收拾, 拾掇拾掇, 扫扫地, 吸吸地, 吸吸灰", "吧"),
);
export const MOPPED = listed(
  each("拖, 擦, 去拖", "一圈, 两圈, 几圈, 一遍, 两遍, 几遍, 个遍, 一轮, 一会儿, 会儿, 干净"),
  ["拖拖", "擦擦地", "擦地", "擦一擦地"],
);

/** A machine shall come out and work; without a target it starts nothing, because people walk about as well. */
export const WORKING = listed(
  each(
    "出来, 起来, 去, 出去",
    "干活, 干活儿, 工作, 转转, 转一圈, 转两圈, 转几圈, 跑一圈, 跑两圈, 走一圈, 走两圈, 溜达一圈, 溜溜, 遛一圈, 转悠转悠, 活动活动, 动一动, 动动",
  ),
  each("转, 跑, 走, 溜达, 转悠", "一圈, 两圈, 几圈, 上一圈, 上两圈"),
  ["干点活", "干点儿活", "干干活", "动起来", "忙起来"],
);

/** Return to the dock: 回去歇着, 回窝里待着. */
export const HOMEWARD = listed(
  each(
    "回去, 回家, 回窝, 回窝里, 回老家, 回座, 回充电座, 回充电桩, 回基站, 滚回去",
    "歇着, 歇歇, 歇会儿, 歇一会儿, 休息, 休息吧, 待着, 呆着, 趴着, 睡觉, 充电, 充着电, 充会儿电, 充电去",
  ),
  each("充, 去充, 回去充, 回充", "个电, 会儿电, 点电, 上电, 一下电, 电去"),
  ["滚回去", "回老家去", "回窝去", "回家去", "回基站去", "回充电桩去", "歇着去", "打道回府", "收工", "下班吧"],
);

/** Oscillation, with a particle between verb and object, or with another verb. */
export const TURNING_HEAD = listed(each("摇, 摆, 转", "个头, 着头, 起头来, 一下头, 下头, 会儿头"), [
  "摇起来",
  "摆起来",
  "摇动",
  "摆动起来",
  "摇摇头",
  "摆摆头",
  "转转头",
  "晃晃头",
  "晃头",
  "晃脑袋",
  "摇脑袋",
  "左右转",
  "来回摆",
  "来回摇",
  "来回吹",
  "来回转",
  "两边吹",
]);

/** Close fully: 关严实, 拉拢, 合得严严实实, with southern forms (拉埋, 关脱). */
export const CLOSED = listed(
  each(
    "关, 拉, 合, 闭, 闩, 掩",
    "上, 好, 严, 严实, 紧, 紧实, 死, 牢, 拢, 实, 密, 密实, 埋, 脱, 起, 上去, 得严严实实, 得严严的, 得死死的, 得紧紧的",
    ", 了, 咯, 喽",
  ),
  each("关, 拉, 合, 闭", "关好, 拉好, 合好, 咯, 喽, 咗"),
  ["拉拉好", "关关好", "关关上", "拉拉上", "关关", "闭", "闭了", "闭掉", "闭喽", "拉拉拢", "关上喽", "拉上喽"],
);

/** Off, with verbs for a switch or a flame. */
export const PUT_OUT = listed(each("关, 熄, 灭, 停, 断, 掐, 闭, 摁, 按", "咯, 喽, 咗, 脱, 埋, 嘞"), [
  "关熄",
  "熄了它",
  "灭咗",
  "拔了电",
  "断咗电",
  "掐咯电",
]);

/** On, likewise. */
export const PUT_ON = listed(each("开, 整, 搞, 弄, 打, 点", "起, 咯, 喽, 嘞"), each("开, 点, 亮, 转", "住"), [
  "点亮起",
  "揿亮",
  "揿开",
  "撳开",
  "支棱起来",
  "点起来",
  "打起来",
  "弄开",
  "整开",
  "搞开",
]);

/** A little of a verb: 升升, 压一压, 往下降降. */
function tried(verbs: string, way: string): string {
  return verbs
    .split(", ")
    .flatMap((verb) => [`${verb}${verb}`, `${verb}一${verb}`].flatMap((twice) => [twice, `往${way}${twice}`]))
    .concat([
      `往${way}来点`,
      `往${way}来来`,
      `往${way}走走`,
      `往${way}调调`,
      `往${way}调一调`,
      `往${way}弄弄`,
      `往${way}整整`,
    ])
    .join(", ");
}

export const RAISED = tried("升, 提, 加, 抬, 涨, 增", "上");
export const LOWERED = tried("降, 压, 减, 缩, 收", "下");

/** Adverbs of excess: 太响, 忒热, 有点儿暗. */
const TOO =
  "太, 忒, 过于, 太过, 过分, 有点, 有点儿, 有些, 稍微有点, 稍微有点儿, 略微有点, 好像有点, 实在太, 也太, 未免太, 真太, 可太, 咁, 有啲, 怎么这么, 怎么还这么, 怎么又这么, 咋这么, 咋恁, 咋恁么, 咋个这么, 啷个恁个, 为啥这么, 点解咁, 恁, 恁个, 这么";

/** Complements of excess: 冷得很, 吵死了. */
const MUCH =
  "得很, 得慌, 得要死, 得要命, 得不行, 得不得了, 得受不了, 得难受, 得够呛, 死了, 死我了, 死个人, 死人了, 坏了, 极了, 透了, 惨了, 爆了, 死啦";

/** Complaints with an adjective. */
export function complained(adjectives: string): string {
  return listed(each(TOO, adjectives), each(adjectives, MUCH));
}

/** Reduplicated verbs: 拉一拉, 停停. */
export const TRIED = {
  close: listed(twice("关, 拉, 合, 掩, 遮, 挡, 带")),
  stop: listed(twice("停")),
  set: listed(twice("调, 弄, 整, 拧, 换, 改")),
  on: listed(twice("亮, 点")),
  lock: listed(twice("锁, 反锁")),
};

function twice(verbs: string): readonly string[] {
  return verbs.split(", ").flatMap((verb) => [`${verb}${verb}`, `${verb}一${verb}`, `${verb}上一${verb}`]);
}

/** Up or down by an amount behind 个: 调高个两度. */
export const RAISED_BY = listed(
  each(
    "高, 再高, 调高, 再调高, 升高, 升, 再升, 提, 再提, 提高, 加, 再加, 往上调, 往上加, 往上提, 上调, 调大, 大, 再大",
    "个, 它个, 上个",
  ),
);
export const LOWERED_BY = listed(
  each(
    "低, 再低, 调低, 再调低, 降低, 降, 再降, 减, 再减, 减少, 往下调, 往下降, 往下减, 下调, 调小, 小, 再小, 少, 再少",
    "个, 它个, 下个",
  ),
);

/** Less than now: 别开那么亮, 不要这么大声. */
export function notSo(adjectives: string): string {
  return listed(
    each(
      "别, 不要, 莫, 甭, 别再, 不用",
      ", 开, 开得, 放, 放得, 弄, 弄得, 调, 调得, 搞, 整",
      "那么, 这么, 太, 恁, 恁么",
      adjectives,
    ),
  );
}

/** End the function of a device: 别烤了, 不用再加湿了. */
export const NO_LONGER = listed(
  each(
    "别, 别再, 不要, 不要再, 甭, 莫, 不用, 不用再, 先别, 快别",
    "烤, 煮, 炖, 蒸, 热, 烧, 烘, 吸, 抽, 加热, 加湿, 除湿, 制冷, 制热, 净化, 保温, 喷, 喷雾, 亮着, 转",
    "了",
  ),
);

/** Choose a program: 跑个快洗, 选棉麻. */
export const PICKED = listed(each("跑, 洗, 走, 用, 上, 选, 挑, 做", "个, 一个"), ["选", "选择", "选成", "选到"]);

/** An adjective with a goal value: 暗到百分之十. */
export const GROWN_TO = listed(each("亮, 暗, 高, 低, 大, 小", "到, 至, 成"));

/** Relatives with a number in the word: 二叔, 三姨. */
export const COUNTED_KIN = listed(
  each(
    "大, 二, 三, 四, 五, 六, 七, 八, 小, 老",
    "叔, 姨, 舅, 姑, 伯, 婶, 哥, 姐, 弟, 妹, 爷, 奶奶, 妈, 娘, 嫂, 叔叔, 姨妈, 舅舅, 舅妈, 姑姑, 姑妈, 大爷, 大妈, 婶子, 嫂子, 姐夫, 表哥, 表姐, 闺女, 儿子, 丫头, 妞, 宝, 娃",
  ),
);

/** A curtain a little further: 拉开点, 再拉上一些. */
const A_LITTLE = "点, 点儿, 一点, 一点儿, 一点点, 些, 一些, 一丢丢";
export const OPENED_MORE = listed(
  each("拉开, 再拉开, 再打开, 再开, 卷起, 再卷起, 卷上去, 撩开, 掀开, 升起, 再升起, 往上拉, 往上卷, 往开拉", A_LITTLE),
);
export const CLOSED_MORE = listed(
  each("拉上, 再拉上, 再关上, 再关, 合上, 再合上, 放下, 再放下, 放下来, 往下放, 往下拉, 遮上, 再遮上, 遮住", A_LITTLE),
);

/** To what comes next on a device that plays. */
export const TO_NEXT = listed(
  each(
    "换, 换到, 调到, 切到, 切, 跳到, 转到, 换成, 看, 听, 放, 播",
    "下一个台, 下个台, 下一台, 下一个频道, 下个频道, 下一首, 下一曲, 下一集, 下一个节目, 下一部",
  ),
);
export const TO_PREVIOUS = listed(
  each(
    "换, 换到, 调到, 切到, 切, 跳到, 转到, 换回, 切回, 回到, 退回, 看, 听, 放",
    "上一个台, 上个台, 上一台, 上一个频道, 上个频道, 上一首, 上一曲, 上一集, 上一个节目",
  ),
);
