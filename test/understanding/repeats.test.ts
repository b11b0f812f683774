import { expect, it } from "vitest";
import { withoutRepeats } from "../../src/understanding/text/repeats.ts";

it.each([
  ["哈".repeat(40), "哈".repeat(8)],
  [`${"不对".repeat(30)}别关`, `${"不对".repeat(8)}别关`],
  ["no ".repeat(50), "no ".repeat(8)],
])("repetitions are cut to eight: %s", (text, kept) => {
  expect(withoutRepeats(text)).toBe(kept);
});

it.each(["hahahaha, turn it off", "100000000000", "不不不，别关", "the 3rd of 11111111111 lamps"])(
  "a text without long repetitions is unchanged: %s",
  (text) => expect(withoutRepeats(text)).toBe(text),
);
