import type { Messages } from "../pack.ts";

export const conditions: Messages["conditions"] = {
  all: ({ conditions }) => joined(conditions, "且"),
  any: ({ conditions }) => joined(conditions, "或"),
  not: "并非{condition}",
  bounds: "{what}{bounds}",
  between: "在{after}至{before}之间",
  after: "在{after}之后",
  before: "在{before}之前",
  sunUp: "太阳已升起",
  dark: "天黑",
  quiet: "{who}{duration}无人活动",
  allOfThese: "以上全部",
  anyOfThese: "以上任一",
};

function joined(conditions: readonly string[], joining: string): string {
  return conditions.length > 1 ? `（${conditions.join(joining)}）` : (conditions[0] ?? "");
}
