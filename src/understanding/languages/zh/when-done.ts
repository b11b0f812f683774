import type { SlowSceneForms, WhenDoneForms } from "../../utterance/forms/when-done.ts";

/** Verbs of work with an end: 扫, 洗, 烘. */
const WORK = "(?:打扫|清扫|清洁|扫地|拖地|洗衣服?|充电|烹饪|运行|工作|扫|拖|洗|烘|煮|做|烤|炖|跑|弄|干|烧|熬|蒸)";
const DONE_ZH = `(?:${WORK}(?:完成|结束|完|好)|完成|结束|好)`;
const AFTER = "(?:了|之后|以后|的时候|后|时)*";

export const CHINESE_WHEN_DONE: WhenDoneForms = {
  says: [
    new RegExp(
      `^(?<first>.+?)[,，。；; ]+(?:然后|接着)?(?:等它?|它|等到)?${DONE_ZH}${AFTER}[,， ]*(?:再|就|然后|接着)?(?:帮我|给我)?(?<then>.+)$`,
      "u",
    ),
    new RegExp(
      `^(?:等|等到)?(?<who>[^,，。；;]+?)${DONE_ZH}(?:了|之后|以后|后)+[,， ]*(?<once>再)(?:帮我|给我)?(?<then>.+)$`,
      "u",
    ),
    new RegExp(
      `^(?:等|等到)?(?<who>[^,，。；;]+?)${WORK}完(?:之后|以后|后)[,， ]*(?:就)?(?:帮我|给我)?(?<then>.+)$`,
      "u",
    ),
    // 扫完了再关灯, said by itself: what has to finish first is not said.
    new RegExp(
      `^(?:等|等到|等它|它)?${WORK}(?:完成|结束|完|好)${AFTER}[,， ]*(?:再|就)(?:帮我|给我)?(?<then>.+)$`,
      "u",
    ),
  ],
  rule: "{name}完成了就{then}",
};

const SLOW = "(?:慢慢|逐渐|渐渐|缓缓|缓慢)";

export const CHINESE_SLOW_SCENES: SlowSceneForms = [
  new RegExp(
    `^(?:用|花|在)?(?<by>[\\d一二两三四五六七八九十半]+个?(?:分钟|秒钟?|小时|刻钟))(?:的时间|时间)?(?:内|里|之内)?${SLOW}(?:地|的|来)?(?<scene>.+)$`,
    "u",
  ),
  new RegExp(
    `^${SLOW}(?:地|的)?(?:用|花|在)(?<by>[\\d一二两三四五六七八九十半]+个?(?:分钟|秒钟?|小时|刻钟))(?:的时间|时间)?(?:内|里|之内)?(?<scene>.+)$`,
    "u",
  ),
  new RegExp(
    `^(?<scene>.+?)[,， ]*${SLOW}(?:地|的|来)?[,， ]*(?:用|花|在)?(?<by>[\\d一二两三四五六七八九十半]+个?(?:分钟|秒钟?|小时|刻钟))(?:内|里|之内)?(?:到位|完成)?$`,
    "u",
  ),
];
