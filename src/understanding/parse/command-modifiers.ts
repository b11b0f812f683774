import type { WordRole } from "../lexicon/types.ts";

/**
 * Words that make something else of a command than that it shall be done now, by what they do to it. Every stage that
 * takes a sentence for a command names the groups that it reads itself: it can forget no other.
 */
const TURNING = {
  /** It shall not be. */
  negation: ["not"],
  /** It shall not be after all, or what was said before it is wrong. */
  denial: ["no", "never_mind"],
  undoing: ["undo"],
  cancelling: ["cancel", "delete"],
  condition: ["if", "when", "when_end", "whenever", "unless"],
  consequence: ["consequence", "otherwise"],
  exception: ["except", "exceptBehind", "leave"],
  limit: ["only"],
  /** It was so. */
  report: ["past"],
  possibility: ["maybe"],
  question: ["yesNo", "what", "which", "why", "where", "since", "howMany"],
  choice: ["or"],
  waiting: ["until", "after"],
  repetition: ["every"],
  /** It is about something that rings. */
  ringing: ["remind", "alarm", "timer"],
} as const satisfies Readonly<Record<string, readonly WordRole[]>>;

export type CommandModifier = keyof typeof TURNING;

/** The roles of these groups. */
export function modifierRoles(...groups: readonly CommandModifier[]): readonly WordRole[] {
  return groups.flatMap((group): readonly WordRole[] => TURNING[group]);
}

/** The roles of all groups but those that are read otherwise. */
export function modifierRolesExcept(...read: readonly CommandModifier[]): readonly WordRole[] {
  const groups = Object.keys(TURNING).filter((group): group is CommandModifier => group in TURNING);
  return modifierRoles(...groups.filter((group) => !read.includes(group)));
}
