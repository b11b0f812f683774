import { grammar } from "./grammar.ts";
import { modesCalled } from "./modes.ts";
import { MONTH_NAMES } from "./times.ts";

/** Conditions as clauses: "it is dark outside". The states of devices and properties are in `states`. */
export const conditions = {
  all: ({ conditions }: { conditions: readonly string[] }) => joined(conditions, " and "),
  any: ({ conditions }: { conditions: readonly string[] }) => joined(conditions, " or "),
  not: "it is not true that {condition}",
  bounds: "{what} {bounds}",
  between: "it is between {after} and {before}",
  after: "it is after {after}",
  before: "it is before {before}",
  /** Days of the year, both inclusive; empty for an open end. */
  dates: ({ from, to, on, not }: DateRangeValues) =>
    [betweenDays(from, to, not), on.length === 0 ? "" : `it is ${not ? "not " : ""}${grammar.list(on, "or")}`]
      .filter((part) => part !== "")
      .join(not ? " or " : " and "),
  /** The same for whole months, from 1. */
  months: ({ first, last, not }: { first: number; last: number; not: boolean }) => {
    const [from = "", to = ""] = [MONTH_NAMES[first - 1], MONTH_NAMES[last - 1]];
    return `it is ${not ? "not " : ""}${first === last ? from : `between ${from} and ${to}`}`;
  },
  sunUp: "the sun is up",
  dark: "it is dark outside",
  mode: ({ modes }: { modes: readonly string[] }) => `the home is in ${modesCalled(modes)}`,
  /** `who`: a name, "anyone", "everyone" or "nobody". */
  presence: ({ who, home, lasts }: { who: string; home: boolean; lasts: string }) =>
    `${who} ${lasts === "" ? "is" : "has been"} ${home ? "at home" : "away"}${lasts && ` for ${lasts}`}`,
  quiet: "nobody has moved at {who} for {duration}",
  /** In a trace, whose parts have lines of their own. */
  allOfThese: "all of these",
  anyOfThese: "any of these",
};

function joined(conditions: readonly string[], joining: string): string {
  return conditions.length > 1 ? `(${conditions.join(joining)})` : (conditions[0] ?? "");
}

export interface DateRangeValues {
  readonly from: string;
  readonly to: string;
  readonly on: readonly string[];
  readonly not: boolean;
}

function betweenDays(from: string, to: string, not: boolean): string {
  if (from !== "" && to !== "") return `it is ${not ? "not " : ""}between ${from} and ${to}`;
  if (from !== "") return not ? `it is before ${from}` : `it is ${from} or later`;
  if (to !== "") return not ? `it is after ${to}` : `it is ${to} or earlier`;
  return "";
}
