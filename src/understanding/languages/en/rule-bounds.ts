import type { RuleBoundForms } from "../../plans/rule-bound-forms.ts";

const SMALL = "(?:(?:and|but|ok|okay|only|just|please|actually|well|then|so) )*";
/** The rule that was just spoken of. */
const IT = "(?:it|that|this|that one|this one)";
const GOES =
  "(?:run|runs|running|go|goes|going|go on|goes on|going on|last|lasts|work|works|stay on|apply|applies|do it|do that)";

/** How a rule is bounded in English. */
export const ENGLISH_RULE_BOUNDS: RuleBoundForms = {
  until: [
    new RegExp(
      `^${SMALL}(?:(?:keep|let|leave|have|make) ${IT} |${IT} (?:should |shall |must |can |is to )?)?${SMALL}(?:${GOES} )?${SMALL}(?:until|till|up to|up until|through) (?<value>.+?)(?: only)?$`,
      "du",
    ),
    new RegExp(
      `^${SMALL}${IT} (?:should |shall |must )?(?:end|ends|stop|stops|expire|expires)(?: on| after| at)? (?<value>.+)$`,
      "du",
    ),
    new RegExp(`^${SMALL}(?:end it|end that|stop doing that|stop doing it) (?:on|after|at) (?<value>.+)$`, "du"),
    new RegExp(`^${SMALL}(?:for )?(?:the )?next (?<by>.+?)(?: only)?$`, "du"),
    new RegExp(`^${SMALL}(?<which>.+?)(?: only| just)? (?:until|till) (?<value>.+)$`, "du"),
    new RegExp(
      `^${SMALL}(?:keep|let|leave|have|run) (?<which>.+?)(?: ${GOES})?(?: only| just)? (?:until|till|up to|up until|through) (?<value>.+)$`,
      "du",
    ),
    new RegExp(
      `^${SMALL}(?<which>.+?) (?:should |shall |must |is to |only )*(?:end|ends|run only|runs only|run|runs|go on|goes on|stop|stops|lasts|last)(?: only| just)? (?:until|till|on|after) (?<value>.+)$`,
      "du",
    ),
  ],
  pauses: [
    new RegExp(
      `^${SMALL}(?:pause|suspend|hold|rest|disable|deactivate|turn off|switch off|stop) (?<which>.+?)(?: (?:until|till) (?<value>.+?)| for (?<by>.+?))?$`,
      "du",
    ),
    new RegExp(
      `^${SMALL}(?:put|take) (?<which>.+?) (?:on hold|on pause|out of action)(?: (?:until|till) (?<value>.+?)| for (?<by>.+?))?$`,
      "du",
    ),
    new RegExp(`^${SMALL}(?:turn|switch) (?<which>.+?) off(?: (?:until|till) (?<value>.+?)| for (?<by>.+?))?$`, "du"),
    new RegExp(`^${SMALL}(?:pause|take a break|not) (?:until|till) (?<value>.+)$`, "du"),
    new RegExp(`^${SMALL}(?:pause|take a break) for (?<by>.+)$`, "du"),
  ],
  resumes: [
    new RegExp(
      `^${SMALL}(?:resume|continue|unpause|un-pause|reactivate|re-enable|reenable|enable|activate|restart|turn on|switch on) (?<which>.+?)(?: (?:again|now))*$`,
      "du",
    ),
    new RegExp(`^${SMALL}(?:turn|switch) (?<which>.+?) (?:back on|on again|on)(?: now)?$`, "du"),
    new RegExp(`^${SMALL}(?:resume|unpause)$`, "du"),
  ],
  onlyIn: [
    new RegExp(
      `^(?:(?:and|but|ok|okay|please|actually|well) )*(?:(?:make|do) ${IT} )?(?:only|just)(?: ${GOES})?(?: (?:in|during|on|for))? (?<value>.+)$`,
      "du",
    ),
    /^(?:(?:and|but|ok|okay|please) )*(?<value>(?:in|during|from|between) .+?) only$/du,
    new RegExp(
      `^${SMALL}(?<which>.+?) (?:should |shall |must )?(?:only|just) (?:run |runs |be on |apply |go )?(?<value>(?:in|during|on|from|between) .+)$`,
      "du",
    ),
  ],
  notIn: [
    /^(?:(?:and|but|just|please|ok|okay) )*(?:not|never|except|except for|skip|apart from|leave out)(?: (?:in|during|on|for|over))? (?<value>.+?)(?: (?:though|please))*$/du,
    new RegExp(
      `^${SMALL}(?:don't|dont|do not) (?:do (?:it|that|this)|run (?:it|that|this)) (?:in|during|on|over) (?<value>.+)$`,
      "du",
    ),
    new RegExp(`^${SMALL}(?:don't|dont|do not) run (?<which>.+?) (?:in|during|on|over) (?<value>.+)$`, "du"),
    new RegExp(
      `^${SMALL}(?<which>.+?) (?:(?:should|shall|must|need) ?not|shouldn't|shouldnt|not|never)(?: (?:run|be on|apply|go))? (?:in|during|on|over) (?<value>.+)$`,
      "du",
    ),
  ],
  times: [
    /^(?:(?:and|but|ok|okay|please|do it|do that) )*(?:(?:only|just) )*(?:once|this once|this one time|one time|this time)(?: only)?$/du,
    /^(?:(?:and|but|ok|okay|please|do it|do that) )*(?:(?:only|just) )*(?<by>[\p{L}\d]+ times)(?: only)?$/du,
  ],
  without: [
    new RegExp(`^${SMALL}(?:leave|keep|take) (?<value>.+?) out(?: of (?:it|that|this|the rule))?$`, "du"),
    new RegExp(`^${SMALL}(?:leave|take|keep) (?<value>.+?) out of (?<which>.+)$`, "du"),
    new RegExp(`^${SMALL}(?:remove|drop|exclude) (?<value>.+?) from (?<which>.+)$`, "du"),
    /^(?:(?:and|but|just|please|ok|okay|no) )*(?:leave out|without|not|except|except for|apart from|but not|all but|skip|omit|exclude|drop|remove|take out) (?<value>.+?)(?: though| please)*$/du,
    new RegExp(`^${SMALL}(?:leave|let) (?<value>.+?) (?:alone|be|as (?:it is|they are))$`, "du"),
    new RegExp(`^${SMALL}(?:don't|dont|do not) (?:touch|include|do) (?<value>.+)$`, "du"),
  ],
  seasons: {
    spring: ["spring", "springtime"],
    summer: ["summer", "summertime", "summers"],
    autumn: ["autumn", "fall"],
    winter: ["winter", "wintertime", "winters"],
  },
  ends: {
    week: ["end of week", "end of the week", "end of this week", "weeks end"],
    month: ["end of month", "end of the month", "end of this month", "months end"],
    year: ["end of year", "end of the year", "end of this year", "new year", "new years eve", "years end"],
  },
  days: {
    "12-24": ["christmas eve"],
    "12-25": ["christmas", "christmas day"],
    "12-31": ["new years eve"],
    "01-01": ["new years day", "new years"],
    "02-14": ["valentines day"],
    "10-31": ["halloween"],
  },
  hints: [
    /\b(?:spring|summer|autumn|fall|winter|until|till|through|once|times|next|christmas|halloween|new years?|january|february|march|april|may|june|july|august|september|october|november|december)\b/u,
    /\b(?:only|not|except) on\b/u,
    /\bbut not\b/u,
  ],
  begins: [
    /^(?:but |and |though )*(?:only|just|not|never|except|but|until|till|up to|through|in|during|from|between|for the next|on)\b/u,
  ],
  ranges: ["to", "through", "till", "until", "and"],
  lists: ["or", "as well as"],
  fillers: ["in", "the", "of", "from", "between", "during", "on", "months", "month", "every"],
};
