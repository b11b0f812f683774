import type { Messages } from "../pack.ts";
import { modesCalled } from "./modes.ts";

export const conditions: Messages["conditions"] = {
  all: ({ conditions }) => joined(conditions, "且"),
  any: ({ conditions }) => joined(conditions, "或"),
  not: "并非{condition}",
  bounds: "{what}{bounds}",
  between: "在{after}至{before}之间",
  after: "在{after}之后",
  before: "在{before}之前",
  dates: ({ from, to, on, not }) =>
    [betweenDays(from, to, not), on.length === 0 ? "" : `${not ? "不是" : "是"}${on.join("或")}`]
      .filter((part) => part !== "")
      .join(not ? "或" : "且"),
  months: ({ first, last, not }) =>
    first === last ? `${not ? "不是" : "是"}${first}月` : `${not ? "不在" : "在"}${first}月到${last}月之间`,
  mode: ({ modes }) => `家里处于${modesCalled(modes)}`,
  sunUp: "太阳已升起",
  dark: "天黑",
  presence: ({ who, home, lasts }) =>
    `${who}${home ? "在家" : who === "没有人" ? "外出" : "不在家"}${lasts && `已有${lasts}`}`,
  quiet: "{who}{duration}无人活动",
  allOfThese: "以上全部",
  anyOfThese: "以上任一",
};

function joined(conditions: readonly string[], joining: string): string {
  return conditions.length > 1 ? `（${conditions.join(joining)}）` : (conditions[0] ?? "");
}

function betweenDays(from: string, to: string, not: boolean): string {
  if (from !== "" && to !== "") return `${not ? "不在" : "在"}${from}到${to}之间`;
  if (from !== "") return not ? `在${from}之前` : `是${from}或之后`;
  if (to !== "") return not ? `在${to}之后` : `是${to}或之前`;
  return "";
}
