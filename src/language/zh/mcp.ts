export const mcp = {
  badCall: ({ problems }: { problems: readonly string[] }): string => problems.join("；"),
  cancelAlone: "cancel 要单独给",
  textOrTurn: "text 和 turn 只能给一个",
};
