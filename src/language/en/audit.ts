/** jia audit: commands with their origins and outcomes. */
export const audit = {
  summary: "Every command: who asked for it, when, and what came of it.",
  origin: ({ origins }: { origins: readonly string[] }) => `Only what came from there: ${origins.join(", ")}.`,
  since: "Only the last so long: 30m, 2h, 1d.",
  notDuration: '--since: "{given}" is not a duration. Use 30m, 2h or 1d.',
  /** Who commanded, keyed by the kind of origin. */
  origins: {
    person: "person",
    conversation: "conversation",
    schedule: "schedule",
    scene: "scene",
    api: "API",
    mcp: "MCP",
  },
  /** Jia's own command line, which comes over the API. */
  commandLine: "command line",
  /** None of the people of the home. */
  stranger: "stranger",
  none: "No command was given.",
};
