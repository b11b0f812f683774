import { expect, it } from "vitest";
import type { Outcome } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { outcomesOf } from "../../src/store/outcome-rows.ts";

/** As rows of earlier versions hold it: the text of a detail, and beside it the same in another language. */
const OLD = {
  device: "miot:fan",
  property: "fan.mode",
  value: 9,
  status: "rejected",
  error: {
    code: "invalid-value",
    details: { value: "9", address: "fan.mode", expected: "one of Level1 (1)", "expected.zh": "以下之一：一档 (1)" },
  },
} as const satisfies Outcome;

it("an outcome of an earlier version has its detail in each language", () => {
  const [outcome] = outcomesOf([OLD]);
  if (!outcome?.error) expect.fail("the outcome has no error");
  expect(errorText(outcome.error, "en")).toBe('"9" is not a valid value for "fan.mode". Use one of Level1 (1).');
  expect(errorText(outcome.error, "zh")).toBe("“9”不适用于“fan.mode”，应为以下之一：一档 (1)。");
  expect(Object.keys(outcome.error.details ?? {})).toEqual(["value", "address", "expected"]);
});

it("an outcome of this version is read unchanged", () => {
  const now = { ...OLD, error: { code: "denied", details: { detail: { key: "policy.unlocksDoor" } } } } as const;
  expect(outcomesOf([now, { ...OLD, error: undefined } as unknown as Outcome])[0]).toBe(now);
});
