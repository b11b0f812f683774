/**
 * How a language builds its sentences. Stages ask for these traits and never for the language itself, so that another language
 * needs no change in them.
 */
export interface GrammarTraits {
  /** Words are separated by spaces. Else every character is a token, and names are also found inside longer words. */
  readonly spaces: boolean;
  /** A command begins with its verb: "turn the light off". */
  readonly verbFirst: boolean;
  /** The verb may come last, behind its object: 把大门锁上. */
  readonly verbLast: boolean;
  /** Verbs have separable particles: "turn the light on", "mach das Licht an". */
  readonly separableVerbs: boolean;
  /** A state that is kept is said without a verb: 开着. */
  readonly bareStates: boolean;
  /** The owner comes first: 浴霸的灯. */
  readonly ownerFirst: boolean;
  /** The owner may come last: "the light of the bath heater". */
  readonly ownerLast: boolean;
  /** A question word has the position of the answer: 现在几度. */
  readonly asksInPlace: boolean;
  /** A question begins with its verb or its question word: "is the light on". */
  readonly asksFirst: boolean;
  /** Courtesy may stand between a place and the thing in it. */
  readonly courtesyWithin: boolean;
  /** An exception may come before the word for all: 除了落地灯所有灯都关了. */
  readonly exceptionFirst: boolean;
  /** "but" before a thing excepts it. */
  readonly butExcepts: boolean;
  /** A time has a preposition ("at seven"). Without one, a second time begins the next command. */
  readonly momentsLed: boolean;
  /** A duration has a preposition ("for an hour"). Without one, a duration at the end tells how long it lasts. */
  readonly durationsLed: boolean;
  /** A span of hours needs no preposition before the first. */
  readonly bareSpans: boolean;
  /** A day of the month may be a mere ordinal: "on the third". */
  readonly ordinalDates: boolean;
  /** A condition needs no conjunction in front: 太热了就开空调. */
  readonly bareConditions: boolean;
  /** "When" always begins a condition. */
  readonly whenCondition: boolean;
  /** The verb for opening also means switching on: 打开. */
  readonly openSwitches: boolean;
  /** A bare number is an hour only up to twelve: "at twenty" may be an amount. */
  readonly hoursToTwelve: boolean;
  /** An article needs a noun behind it. */
  readonly articlesLean: boolean;
  /** Words that are a value ("auto") and an adverb ("automatically") before a verb: 自动. */
  readonly byItself?: ReadonlySet<string>;
  /** Verbs of going that are fillers before a command, but part of the purpose of a reminder: 去 in 去学校接人. */
  readonly going?: ReadonlySet<string>;
}

/** For marks and digits, which belong to no language. */
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

/** The writing of a language. */
export interface Writing {
  /** Ranges of UTF-16 units that are tokens each, first and last. None where words stand apart. */
  readonly characters: readonly (readonly [first: number, last: number])[];
  /** Variant characters, as pairs between spaces: the variant, then its canonical form. */
  readonly variants: string;
  /** Words that end like a plural and are none, between spaces. */
  readonly notPlural: string;
  /** Endings that no plural has. */
  readonly notPluralEnding: RegExp | null;
  /** Letters that a plural of `plurals` ends in. */
  readonly pluralLetters: string;
  /** Endings of plurals with those of the singular; the first match counts. */
  readonly plurals: readonly (readonly [ending: RegExp, singular: string])[];
  /** Endings of singulars with those of the plural; the first match counts. */
  readonly pluralising: readonly (readonly [ending: RegExp, plural: string])[];
  /** Irregular plurals, between commas, keyed by the singular. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Words, between spaces, after which "'s" is the word `expansion`. After other words it is dropped. */
  readonly contracted: { readonly behind: string; readonly expansion: string };
  /** Possessive markers, between spaces: "'s", 的. */
  readonly possessives: string;
  /** Words, between spaces, that are never the first half of a split compound: "to night". */
  readonly alone: string;
  /** Variant marks, as pairs between spaces: the variant, then the usual mark. */
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
  /** Between a whole number and its decimals; `pointUnits`: the units that may follow. */
  readonly point: string;
  readonly pointUnits: string;
  /** Before a number, and behind it: it is below zero (零下, "below zero"). */
  readonly belowBefore: string;
  readonly belowBehind: string;
  /** A minus sign before a goal value ("to minus eighteen"); elsewhere it may mean "less". */
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

/** Words of times of day and dates. Phrases are separated by commas; unused ones are empty. */
export interface ClockWords {
  /** Behind these, two numbers are an hour and its minutes: "at six thirty". */
  readonly leads: string;
  /** The words among `leads` that begin or join a span: "20 to 10" in "from 20 to 10" is no time. */
  readonly spans: string;
  /** Parts of an hour beside it, keyed by minutes: "quarter past six". */
  readonly parts: Readonly<Record<number, string>>;
  /** Between minutes and the hour that they are after or before. */
  readonly past: string;
  readonly to: string;
  /** The same as `to`, where a time is expected: "ten of six". */
  readonly weakTo: string;
  /** Offset of "half" directly before an hour, in minutes: "half six" is 30, "halb sechs" -30. */
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
  /** The words among `marks` that need a word for a whole hour or minutes behind them. */
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
  /** Before 一点 if it means one o'clock and not "a bit": 早上一点. */
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

/** Patterns over words of specs and names, in one language. */
export interface SpecTextPatterns {
  /** In a status: working. */
  readonly working: RegExp;
  /** In a status that matches `working`: not working after all. */
  readonly notWorking: RegExp;
  /** In a status: somebody is there. */
  readonly occupied: RegExp;
  readonly charging: RegExp;
  /** In the name of a device: it is outside. */
  readonly outdoor: RegExp;
  /** In words for on and off that may be a state of a door. Null if doors have words of their own. */
  readonly ofLeaves: RegExp | null;
  /** In the name of a sensor: it watches a door, or a window; `ofEither`: unspecific. */
  readonly ofDoor: RegExp;
  readonly ofWindow: RegExp;
  readonly ofEither: RegExp;
  /** At the end of a name of something that opens: the words for it and its sensor. */
  readonly leafEnd: RegExp;
  /** In a word for a property: the target and not the current value. */
  readonly ofTarget: RegExp;
}
