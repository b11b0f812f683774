import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CompletionAccumulator } from "../../../../src/assistant/model/server/accumulator.ts";
import { ThinkingFilter, withoutThinking } from "../../../../src/assistant/model/text/thinking.ts";

/** The final visible text when an answer arrives in these pieces. */
function shownOf(pieces: readonly string[]): string {
  const filter = new ThinkingFilter();
  let shown = "";
  for (const piece of [...pieces.map((each) => filter.push(each)), filter.end()]) {
    shown = (piece.restarted ? "" : shown) + piece.text;
  }
  return shown;
}

describe("thinking is removed from an answer", () => {
  it.each([
    ["plan the day </think>Today is fine.", "Today is fine."],
    ["<think>plan</think>Today is fine.", "Today is fine."],
    ["\n<thinking>plan</thinking>Today is fine.", "\nToday is fine."],
    ["<THINK>plan</THINK>Today is fine.", "Today is fine."],
    ["one </think> two </think>Today is fine.", "Today is fine."],
    ["<think>a <think> b</think>c</think>Today is fine.", "Today is fine."],
    ["Today <think>hm, which?</think>is fine.", "Today is fine."],
    ["Today is fine.<think>or is it", "Today is fine."],
    ["<think>no end", ""],
    ["plan </reasoning>Today is fine.", "Today is fine."],
    ["<reflection>x</reflection>Today is fine.", "Today is fine."],
    ["<seed:think>plan</seed:think>Today is fine.", "Today is fine."],
    ["plan </THINK >Today is fine.", "Today is fine."],
    ["< think >plan< / think >Today is fine.", "Today is fine."],
    ["[THINK ]plan[ /THINK ]Today is fine.", "Today is fine."],
    ["[THINK]plan[/THINK]Today is fine.", "Today is fine."],
    ["◁think▷plan◁/think▷Today is fine.", "Today is fine."],
    ["plan <|END_THINKING|>Today is fine.", "Today is fine."],
    ["<|begin_of_thought|>x<|end_of_thought|>Today is fine.", "Today is fine."],
    [
      "<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Today is fine.",
      "Today is fine.",
    ],
    ["先想想</think>今天不错。", "今天不错。"],
    // Texts that only look like marks.
    ["Write `</think>` at its end.", "Write `</think>` at its end."],
    ["I think 3 < 4 and [this reason](x) holds.", "I think 3 < 4 and [this reason](x) holds."],
    ["Use <b>bold</b> and a [thought].", "Use <b>bold</b> and a [thought]."],
    ["It ends with <", "It ends with <"],
  ])("%s", (text, answer) => {
    expect(withoutThinking(text)).toBe(answer);
    expect(shownOf([...text])).toBe(answer);
  });

  it("however the text is cut", () => {
    const part = fc.constantFrom(
      "<think>",
      "</think>",
      "</THINK >",
      "< ",
      "`",
      "<",
      "[/THINK]",
      "a",
      " b",
      "<|channel|>final<|message|>",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(80), { maxLength: 8 }), (parts, places) => {
        const text = parts.join("");
        const cuts = [0, ...places.filter((at) => at <= text.length).sort((a, b) => a - b), text.length];
        const pieces = cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
        expect(shownOf(pieces)).toBe(withoutThinking(text));
      }),
    );
  });

  it("parts of the content that are marked as thinking are removed", () => {
    const accumulator = new CompletionAccumulator();
    const parts = [
      { type: "thinking", thinking: [{ type: "text", text: "plan" }] },
      { type: "text", text: "Today is fine." },
    ];
    accumulator.push({ choices: [{ delta: { content: parts }, finish_reason: "stop" }] });
    expect(accumulator.completion().content).toBe("Today is fine.");
  });
});
