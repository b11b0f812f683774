/** jia audit: who commanded what, and what came of it. */
export const audit = {
  summary: "Every command: who asked for it, when, and what came of it.",
  origin: ({ origins }: { origins: readonly string[] }) => `Only what came from there: ${origins.join(", ")}.`,
  since: "Only the last so long: 30m, 2h, 1d.",
  none: "No command was given.",
};
