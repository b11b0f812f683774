import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

const CLEANING = { "living-vacuum.vacuum.status": 1 };

describe("a robot without rooms asks before it cleans the whole home", () => {
  it.each([
    ["vacuum the kitchen", "it would clean everywhere", "yes"],
    ["扫一下厨房", "全屋打扫", "好"],
  ])("%s", async (text, question, yes) => {
    const flat = talkIn("flat", { room: "living" });
    expect(await flat.reply(text)).toContain(question);
    expect(await flat.changes(yes)).toEqual(CLEANING);
  });

  it.each(["vacuum the whole house", "start the vacuum", "扫地"])("%s starts at once", async (text) =>
    expect(await talkIn("flat", { room: "living" }).changes(text)).toEqual(CLEANING),
  );
});
