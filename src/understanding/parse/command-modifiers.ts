import type { WordRole } from "../lexicon/types.ts";

/**
 * Roles that modify a command, so that it is not simply done now, grouped by what they do. A stage names the groups that it
 * handles itself and treats all others as blocking, so none can be forgotten.
 */
const TURNING = {
  /** Not to be done. */
  negation: ["not"],
  /** Taken back, or a denial of what was said before. */
  denial: ["no", "never_mind"],
  undoing: ["undo"],
  cancelling: ["cancel", "delete"],
  condition: ["if", "when", "when_end", "whenever", "unless"],
  consequence: ["consequence", "otherwise"],
  exception: ["except", "exceptBehind", "leave"],
  limit: ["only"],
  /** In the past. */
  report: ["past"],
  possibility: ["maybe"],
  question: ["yesNo", "what", "which", "why", "where", "since", "howMany"],
  choice: ["or"],
  waiting: ["until", "after"],
  repetition: ["every"],
  /** About an alarm, a timer or a reminder. */
  ringing: ["remind", "alarm", "timer"],
} as const satisfies Readonly<Record<string, readonly WordRole[]>>;

export type CommandModifier = keyof typeof TURNING;

/** The roles of these groups. */
export function modifierRoles(...groups: readonly CommandModifier[]): readonly WordRole[] {
  return groups.flatMap((group): readonly WordRole[] => TURNING[group]);
}

/** The roles of all other groups. */
export function modifierRolesExcept(...read: readonly CommandModifier[]): readonly WordRole[] {
  const groups = Object.keys(TURNING).filter((group): group is CommandModifier => group in TURNING);
  return modifierRoles(...groups.filter((group) => !read.includes(group)));
}
