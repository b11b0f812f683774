import type { AmountWords, Grammar, Signs, Writing } from "./grammar.ts";
import { TRADITIONAL } from "./traditional.ts";

/** Chinese. */
export const CHINESE_GRAMMAR: Grammar = {
  spaces: false,
  verbFirst: false,
  verbLast: true,
  separableVerbs: false,
  bareStates: true,
  ownerFirst: true,
  ownerLast: false,
  asksInPlace: true,
  asksFirst: false,
  courtesyWithin: true,
  exceptionFirst: true,
  butExcepts: false,
  momentsLed: false,
  durationsLed: false,
  bareSpans: true,
  ordinalDates: false,
  bareConditions: true,
  whenCondition: false,
  articlesLean: false,
};

export const CHINESE_WRITING: Writing = {
  characters: [
    [0x3007, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ],
  variants: TRADITIONAL,
  notPlural: "",
  notPluralEnding: null,
  pluralLetters: "",
  plurals: [],
  pluralising: [],
  irregular: {},
  contracted: { behind: "", means: "" },
  alone: "",
  marks: "。.",
  listMarks: "、",
  decimalMarks: "",
};

export const CHINESE_AMOUNTS: AmountWords = {
  within: "",
  andHalf: "",
  halfBehind: "半",
  halfBetween: "个半",
  counter: "个",
  percentBefore: "百分之",
  fraction: "分之",
  point: "点",
  pointUnits: "度, %, 米",
  vague: { 0.5: "半个, 半" },
  between: "零, 又",
};

export const CHINESE_SIGNS: Signs = {
  working: /清扫|拖地|运行|工作|加热|保温|烹|洗/,
  notWorking: /暂停|预约|完成/,
  occupied: /有人/,
  charging: /充电中/,
  outdoor: /室外|户外|天气/,
  ofLeaves: /[开关]/,
};
