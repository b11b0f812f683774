import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

/** What is said in the page's conversation, and what is answered. */
const conversation = (/^```text\n(> [\s\S]*?)```$/m.exec(readFileSync("docs/automation.md", "utf8"))?.[1] ?? "")
  .split(/^> /m)
  .filter((part) => part !== "")
  .map((part) => part.trimEnd().split("\n"));

describe("docs/automation.md", () => {
  it("shows a conversation that goes as it says", async () => {
    expect(conversation.length).toBeGreaterThan(10);
    const talk = await planningIn("flat", { room: "living" });
    for (const [say = "", reply] of conversation) {
      const result = await talk.say(say);
      expect({ say, reply: result.handled ? result.reply : null }).toEqual({ say, reply });
    }
  });
});
