/** For programs that talk the Model Context Protocol, and their people. */
export const mcp = {
  badCall: ({ problems }: { problems: readonly string[] }): string => problems.join("; "),
  cancelAlone: "cancel stands alone",
  textOrTurn: "give either text or turn",
};
