import { describe, expect, it } from "vitest";
import { netChangesLine } from "./net-changes.ts";

/** What is said turn by turn, what differs in the house at the end, and the room of who says it, where it is in one. */
export type DialogueRow = readonly [turns: readonly string[], expected: string, room?: string];

/** Tests dialogues in the house, each in a fresh one; `inRoom`: where those are said that name no room of their own. */
export function eachDialogue(title: string, rows: readonly DialogueRow[], inRoom?: string): void {
  describe(title, () => {
    it.each(
      rows.map(([turns, expected, room = inRoom]) => ({ turns, expected, at: room === undefined ? {} : { room } })),
    )("$turns", async ({ turns, expected, at }) => {
      expect(await netChangesLine(turns, at)).toBe(expected);
    });
  });
}
