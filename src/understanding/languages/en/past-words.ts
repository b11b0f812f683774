import type { PastWords } from "../../past/words.ts";

/** When something was, in English. */
export const ENGLISH_PAST_WORDS: PastWords = {
  days: {
    0: "today, earlier today, so far today, today so far",
    1: "yesterday, the previous day",
    2: "the day before yesterday, day before yesterday, the day before",
  },
  parts: [
    ["morning", [5, 12], "morning, in the morning"],
    ["noon", [11, 14], "lunchtime, at lunchtime"],
    ["afternoon", [12, 18], "afternoon, in the afternoon"],
    ["evening", [18, 24], "evening, in the evening"],
    ["night", [18, 30], "night, at night"],
  ],
  alone: [
    // Said in the evening it is the night that is over.
    ["night", [22, 30], "during the night, in the night, overnight, in the middle of the night, through the night"],
    ["small", [0, 6], "in the small hours, in the early hours"],
  ],
  dayParts: [
    [0, "morning", [0, 12], "this morning, earlier this morning"],
    [0, "noon", [11, 14], "this lunchtime"],
    [0, "afternoon", [12, 18], "this afternoon, earlier this afternoon"],
    [0, "evening", [18, 24], "this evening, tonight"],
    [1, "night", [18, 30], "last night"],
    [2, "night", [18, 30], "the night before last, the night before"],
  ],
  periods: [
    ["week", 0, "this week, so far this week, this week so far"],
    ["week", 1, "last week, the week before, the previous week"],
    ["week", 2, "the week before last"],
    ["weekend", 0, "the weekend, at the weekend, this weekend, weekend"],
    ["weekend", 1, "last weekend, the previous weekend, this past weekend, the past weekend"],
    ["weekend", 2, "the weekend before last, weekend before last"],
    ["month", 0, "this month, so far this month, this month so far"],
    ["month", 1, "last month, the month before, the previous month"],
    ["year", 0, "this year, so far this year, this year so far"],
    ["year", 1, "last year"],
  ],
  whole: [
    ["night", [22, 30], "all night, the whole night, all night long, the entire night, the whole night long"],
    ["day", [0, 24], "all day, the whole day, all day long, the entire day"],
    ["morning", [5, 12], "all morning, the whole morning"],
    ["afternoon", [12, 18], "all afternoon, the whole afternoon"],
    ["evening", [18, 24], "all evening, the whole evening"],
  ],
  throughout: "all, all of, the whole of, throughout, the whole, the entire",
  always:
    "the whole time, all the time, the entire time, all along, constantly, continuously, non stop, the whole while",
  ofWeek: [
    [0, "this"],
    [null, "on, last, on last, the past, this past"],
  ],
  lately:
    "in the last, over the last, during the last, for the last, within the last, in the past, over the past, during the past, for the past, within the past, the last, the past, last, past, in these last",
  units: {
    60: "minute",
    900: "quarter hour",
    1800: "half hour, half-hour",
    5400: "hour and a half",
    3600: "hour",
    86400: "day",
    604800: "week",
    2592000: "month",
  },
  ago: "ago, earlier, before now",
  sameTime: "this time, at this time, the same time, at the same time, around this time",
  since: "since, ever since",
  sinceBehind: "onwards, onward",
  from: "from",
  to: "to, until, till, through",
  between: "between",
  and: "and",
  betweenBehind: "",
  now: "now, right now, just now, at the moment, currently, up to now",
  at: "at, around, about, at around, at about, by",
  small: "in, of, the, during, over, for, at all, at any point, at any time, at some point, ever",
  onDate: "on, on the",
  noon: "noon, midday",
  midnight: "midnight",
};
