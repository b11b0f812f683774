import { describe, expect, it } from "vitest";
import { householdNow } from "../../../src/assistant/model/now/household.ts";
import { beginMode } from "../../../src/assistant/tools/begin-mode.ts";
import type { ToolContext } from "../../../src/assistant/tools/index.ts";
import { NO_WISHES } from "../../../src/assistant/wishes/wishes.ts";
import type { Modes } from "../../../src/people/modes/index.ts";
import { modesIn } from "../../support/speak.ts";

const conversation = { kind: "conversation", conversation: "c" } as const;

function context(text: string | null, over: Partial<ToolContext> = {}): ToolContext {
  const nothing = { scenes: [], devices: [], rooms: [], kinds: [], more: false, plans: [], asking: false };
  const named = text === null ? {} : { named: { ...nothing, text, wishes: { ...NO_WISHES, plain: true } } };
  const signal = new AbortController().signal;
  return { origin: conversation, language: "en", room: null, now: 0, signal, ...named, ...over };
}

function modeOf(modes: Modes, id: string) {
  const mode = modes.get(id);
  if (!mode) throw new Error(id);
  return mode;
}

describe("a model begins a mode of the home", () => {
  it.each([
    ["we're off to Italy, holiday mode please", "en"],
    ["我们出发了，度假模式", "zh"],
  ])("at once when the person's words name it: %s", async (text, language) => {
    const { modes } = await modesIn("flat");
    const result = await beginMode(modeOf(modes, "holiday"), modes, context(text, { language }));
    expect(result.sentence).toMatch(language === "en" ? /^Holiday mode is on/ : /^度假模式开了/);
    expect(modes.current().mode.id).toBe("holiday");
  });

  it("otherwise after a yes to exactly that", async () => {
    const { modes } = await modesIn("flat");
    const mode = modeOf(modes, "guest");
    const { approval, sentence } = await beginMode(mode, modes, context("my sister comes tonight"));
    expect([approval?.question, sentence]).toEqual(["Switch the home to Guest mode?", undefined]);
    expect(modes.current().mode.id).toBe("home");
    await beginMode(mode, modes, context(null, { consent: "mode away" }));
    expect(modes.current().mode.id).toBe("home");
    await beginMode(mode, modes, context(null, { consent: approval?.consent ?? "" }));
    expect(modes.current().mode.id).toBe("guest");
  });
});

describe("the household in a prompt", () => {
  const more = (count: number) => `${count} more`;

  it("has the mode, the other modes, and the people known to be at home or away", async () => {
    const { modes, people } = await modesIn("flat");
    people.there.set("ada", true).set("ben", false).set("leo", null);
    expect(householdNow({ modes, people }, conversation, more)).toEqual({
      mode: "home (away, night, guest, holiday)",
      at_home: "ada",
      away: "ben",
    });
  });

  it("has no presence when a stranger asks", async () => {
    const { modes, people } = await modesIn("flat");
    people.there.set("ada", true);
    expect(householdNow({ modes, people }, { ...conversation, stranger: true }, more)).toMatchObject({
      at_home: "",
      away: "",
    });
  });
});
