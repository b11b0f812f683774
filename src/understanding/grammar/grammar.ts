/**
 * How a language builds its sentences. The stages ask for these, never which language it is: what is true of one language
 * may be true of the next.
 */
export interface GrammarTraits {
  /** Words stand apart. Where they do not, every character is a token, and a name is looked for within other words. */
  readonly spaces: boolean;
  /** A command begins with its verb: "turn the light off". */
  readonly verbFirst: boolean;
  /** What is done may be said last, behind what it is done to: 把大门锁上. */
  readonly verbLast: boolean;
  /** A verb has a particle that may stand apart from it: "turn the light on", "mach das Licht an". */
  readonly separableVerbs: boolean;
  /** How a thing stays is said without a verb, in words that are no acts: 开着. */
  readonly bareStates: boolean;
  /** What a thing belongs to stands before it: 浴霸的灯. */
  readonly ownerFirst: boolean;
  /** What a thing belongs to stands behind it: "the light of the bath heater". */
  readonly ownerLast: boolean;
  /** A question word stands where the answer would: 现在几度. */
  readonly asksInPlace: boolean;
  /** A question begins with its verb or its question word: "is the light on". */
  readonly asksFirst: boolean;
  /** Courtesy may stand between a place and what is there. */
  readonly courtesyWithin: boolean;
  /** What is left out may come before the word for all: 除了落地灯所有灯都关了. */
  readonly exceptionFirst: boolean;
  /** "but" before a thing leaves it out. */
  readonly butExcepts: boolean;
  /** A moment has a word before it ("at seven"). Where it has none, a second moment begins what is done then. */
  readonly momentsLed: boolean;
  /** How long something lasts has a word before it ("for an hour"). Where it has none, a duration at the end says so. */
  readonly durationsLed: boolean;
  /** From one hour to another needs no word before the first. */
  readonly bareSpans: boolean;
  /** A day of the month may be said with its order alone: "on the third". */
  readonly ordinalDates: boolean;
  /** A condition may be said without a word for it: 太热了就开空调. */
  readonly bareConditions: boolean;
  /** A word for "when" always begins a condition. */
  readonly whenCondition: boolean;
  /** The word for opening is one for switching on as well: 打开. */
  readonly openSwitches: boolean;
  /** The hours of a bare number go to twelve: "at twenty" is no time of day where it can be how much. */
  readonly hoursToTwelve: boolean;
  /** An article stands for nothing without a noun behind it. */
  readonly articlesLean: boolean;
  /** Words that are a value ("auto") and before a verb say that nobody has to do it: 自动. */
  readonly byItself?: ReadonlySet<string>;
  /** Words that are courtesy before a command, and part of what somebody is reminded of: 去 of 去学校接人. */
  readonly going?: ReadonlySet<string>;
}

/** Of marks and of numbers in digits, which no language has for itself. */
export const NO_GRAMMAR: GrammarTraits = {
  spaces: true,
  verbFirst: false,
  verbLast: false,
  separableVerbs: false,
  bareStates: false,
  ownerFirst: false,
  ownerLast: false,
  asksInPlace: false,
  asksFirst: false,
  courtesyWithin: false,
  exceptionFirst: false,
  butExcepts: false,
  momentsLed: false,
  durationsLed: false,
  bareSpans: false,
  ordinalDates: true,
  bareConditions: false,
  whenCondition: false,
  openSwitches: false,
  hoursToTwelve: false,
  articlesLean: false,
};

/** How the words of a language are written. */
export interface Writing {
  /** Ranges of UTF-16 units that are tokens each, first and last. None where words stand apart. */
  readonly characters: readonly (readonly [first: number, last: number])[];
  /** Characters that are read as another one, in pairs between spaces: the one that is written, then the one it is read as. */
  readonly variants: string;
  /** Words that end like a plural and are none, between spaces. */
  readonly notPlural: string;
  /** Endings that no plural has. */
  readonly notPluralEnding: RegExp | null;
  /** Letters that a plural of `plurals` ends in. */
  readonly pluralLetters: string;
  /** What ends a plural, and what stands there in the singular; the first that fits. */
  readonly plurals: readonly (readonly [ending: RegExp, singular: string])[];
  /** What a singular ends in, and the plural's ending instead; the first that fits. */
  readonly pluralising: readonly (readonly [ending: RegExp, plural: string])[];
  /** Plurals that no ending tells, between commas, keyed by the singular. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Words, between spaces, behind which an "'s" is a word of its own: `means`. Behind others it falls away. */
  readonly contracted: { readonly behind: string; readonly means: string };
  /** What stands between who has something and what it is, between spaces: "'s", 的. */
  readonly possessives: string;
  /** Small words, between spaces, that are never the first half of a word written apart: "to night". */
  readonly alone: string;
  /** Marks that mean one of the usual ones, in pairs between spaces: the one that is written, then the usual one. */
  readonly marks: string;
  /** Marks between the items of a list, beside the comma. */
  readonly listMarks: string;
  /** Marks that stand between a whole number and its decimals, beside the point. */
  readonly decimalMarks: string;
}

/** Words between and around numbers. Phrases are separated by commas. */
export interface AmountWords {
  /** Within a number that is said in words: "one hundred and five". */
  readonly within: string;
  /** Behind a number or its unit, half of one more: "and a half". */
  readonly andHalf: string;
  /** Digits for nothing, said one by one behind another: "oh" in "five-oh". */
  readonly zeroBehind: string;
  /** Behind a unit alone, the same: 两度半. */
  readonly halfBehind: string;
  /** Between a number and its unit, the same: 两个半小时. */
  readonly halfBetween: string;
  /** Behind a number, quarters of an hour: 三刻钟. */
  readonly quarters: string;
  /** Between a number and its unit, and means nothing: 两个小时. */
  readonly counter: string;
  /** Before a number that is a percentage: 百分之三十. */
  readonly percentBefore: string;
  /** Between the lower and the upper number of a fraction: 三分之一. */
  readonly fraction: string;
  /** Between a whole number and its decimals, and what must follow those, if anything does. */
  readonly point: string;
  readonly pointUnits: string;
  /** Before a number, and behind it: it is below zero (零下, "below zero"). */
  readonly belowBefore: string;
  readonly belowBehind: string;
  /** The same before a number that is gone to ("to minus eighteen"); elsewhere it may mean less. */
  readonly minus: string;
  /** Parts of a whole, keyed by how many of them make it, and a single one of them: "a third". */
  readonly parts: Readonly<Record<number, string>>;
  readonly onePart: string;
  /** Behind a word for a part: it is none, but says when or which. */
  readonly notParts: string;
  /** Amounts without a number, before a unit, keyed by the amount: "half an". */
  readonly vague: Readonly<Record<number, string>>;
  /** Between the parts of a duration: "one hour and five minutes". */
  readonly between: string;
}

/** How times of day and dates are said. Phrases are separated by commas; a language leaves empty what it does not say. */
export interface ClockWords {
  /** Behind these, two numbers are an hour and its minutes: "at six thirty". */
  readonly leads: string;
  /** Of them, those that begin or join a span: "from 20 to 10" is no ten to something. */
  readonly spans: string;
  /** Parts of an hour beside it, keyed by minutes: "quarter past six". */
  readonly parts: Readonly<Record<number, string>>;
  /** Between minutes and the hour that they are after or before. */
  readonly past: string;
  readonly to: string;
  /** The same as `to`, where a time is expected: "ten of six". */
  readonly weakTo: string;
  /** What half an hour directly before an hour is from it, in minutes: "half six" is 30, "halb sechs" -30. */
  readonly bareHalf: 30 | -30;
  /** Counts minutes beside an hour: "ten minutes to five". */
  readonly minutes: string;
  /** Hours with names, keyed by the hour. */
  readonly named: Readonly<Record<number, string>>;
  /** Behind a whole hour: "six o'clock". */
  readonly oclock: string;
  /** Behind four digits: "1830 hours". */
  readonly hours: string;
  /** Before minutes of one digit: "seven oh five". */
  readonly zero: string;
  readonly am: string;
  readonly pm: string;
  /** Between an hour and its minutes: 七点十分, "sieben Uhr zehn". */
  readonly marks: string;
  /** Of them, those that need a word for a whole hour or minutes behind them. */
  readonly weakMarks: string;
  /** Behind the mark of a whole hour: 七点整. */
  readonly whole: string;
  /** Before minutes that are missing to an hour, and that are over it: 差五分八点, 八点过五分. */
  readonly short: string;
  readonly over: string;
  /** Behind the mark, half an hour: 七点半. */
  readonly halfBehind: string;
  /** Counts quarters of an hour, and minutes, behind the mark: 一刻, 五分. */
  readonly quarterMark: string;
  readonly minuteMark: string;
  /** Behind a mark for minutes: they say how long (五分钟), or a fraction (五分之一). */
  readonly notMinutes: string;
  /** Before one o'clock, where what says so may be "a bit" as well: 早上一点. */
  readonly tellsOne: string;
  /** Behind a day and 一点, before the next mark: it is "a bit" all the same: 今天一点也不冷. */
  readonly notOne: string;
  /** Between a month and its day, and between a day and its month. */
  readonly monthDay: string;
  readonly dayMonth: string;
  /** Directly behind the number of a day: "24th". */
  readonly dayEndings: string;
  /** Behind the number of a month, and behind the number of its day: 6月18号. */
  readonly monthMark: string;
  readonly dayMarks: string;
}

/** What the words of specs and names say, whoever wrote them. */
export interface SpecTextPatterns {
  /** In a status: it is at work. */
  readonly working: RegExp;
  /** In a status that sounds like it: it is not. */
  readonly notWorking: RegExp;
  /** In a status: somebody is there. */
  readonly occupied: RegExp;
  readonly charging: RegExp;
  /** In the name of a device: it is outside. */
  readonly outdoor: RegExp;
  /** In words for on and off: they may say of a door how it is. Null where those have words of their own. */
  readonly ofLeaves: RegExp | null;
  /** In the name of a sensor: it watches a door, or a window; `ofEither` says neither. */
  readonly ofDoor: RegExp;
  readonly ofWindow: RegExp;
  readonly ofEither: RegExp;
  /** At the end of a name of something that opens: what it is, and what tells it. */
  readonly leafEnd: RegExp;
  /** In a word for a property: what it is set to is meant, and not what it is now. */
  readonly ofTarget: RegExp;
}
