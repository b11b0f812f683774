import type { AmountWords, Grammar, Signs, Writing } from "./grammar.ts";

/** English. */
export const ENGLISH_GRAMMAR: Grammar = {
  spaces: true,
  verbFirst: true,
  verbLast: false,
  separableVerbs: true,
  bareStates: false,
  ownerFirst: false,
  ownerLast: true,
  asksInPlace: false,
  asksFirst: true,
  courtesyWithin: false,
  exceptionFirst: false,
  butExcepts: true,
  momentsLed: true,
  durationsLed: true,
  bareSpans: false,
  ordinalDates: true,
  bareConditions: false,
  whenCondition: true,
  articlesLean: true,
};

export const ENGLISH_WRITING: Writing = {
  characters: [],
  variants: "",
  notPlural: "is us as has was gas this his yes plus bus minus its does less across always perhaps",
  notPluralEnding: /[su]s$/,
  pluralLetters: "s",
  plurals: [
    [/(?<=..)ies$/, "y"],
    [/(?<=ch|sh|x|ss|zz)es$/, ""],
    [/s$/, ""],
  ],
  pluralising: [
    [/(?<=[^aeiou])y$/, "ies"],
    [/(?<=ch|sh|x|ss|zz)$/, "es"],
    [/$/, "s"],
  ],
  irregular: {},
  contracted: { behind: "what where who when how which why it that there here he she this everything", means: "is" },
  alone: "to in on at a an the of for by and is it i",
  marks: "",
  listMarks: "",
  decimalMarks: "",
};

export const ENGLISH_AMOUNTS: AmountWords = {
  within: "and",
  andHalf: "and a half",
  halfBehind: "",
  halfBetween: "",
  counter: "",
  percentBefore: "",
  fraction: "",
  point: "",
  pointUnits: "",
  vague: {
    0.25: "a quarter of an, quarter of an",
    0.5: "half a, half an",
    0.75: "three quarters of an",
    1: "a, an",
    2: "a couple of, couple of",
    3: "a few",
  },
  between: "and",
};

export const ENGLISH_SIGNS: Signs = {
  working: /sweep|mop|mow|clean|busy|running|cook|wash|work|heat|\bkeep|warm|brew|dry|rins|spin|bak|steam|boil/,
  notWorking: /paus|reserv|appoint|delay|complet|finish|cooked|preheated$|\bnot\b/,
  occupied: /has one|occupied|motion|detected/,
  charging: /^charging/,
  outdoor: /out(side|door)/,
  ofLeaves: null,
};
