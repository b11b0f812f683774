import { countedNoun } from "./grammar.ts";

/** Conversations that are kept: jia conversations, and their file. */
export const conversations = {
  summary: "List, show, take along and delete conversations.",
  details:
    "ID: its beginning is enough, and last is the last one from here. export prints Markdown, with --json all of it.",
  none: "No conversation is kept.",
  heading: ["About", "Turns", "Who", "Last", "Id"],
  /** Somebody whom nobody knows, before what was said. */
  somebody: "Somebody",
  jia: "Jia",
  /** What a person said is deleted, which may be a part. */
  deleted: ({ turns }: { turns: number }) => `Deleted: ${countedNoun(turns, "turn")}.`,
};
