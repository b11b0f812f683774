import { expect, it } from "vitest";
import { CONDITION_KINDS } from "../../src/automation/conditions/index.ts";
import { Condition, Trigger, WaitTrigger } from "../../src/automation/index.ts";
import { TRIGGER_KINDS } from "../../src/automation/triggers/index.ts";

it.each(TRIGGER_KINDS.map((kind) => [kind.type, kind] as const))(
  "the example of a %s trigger has its form",
  (type, kind) => {
    expect(Trigger.parse(kind.example)).toEqual(kind.example);
    expect(kind.example.type).toBe(type);
  },
);

it.each(CONDITION_KINDS.map((kind) => [kind.type, kind] as const))(
  "the example of a condition of type %s has its form",
  (type, kind) => {
    const parsed = Condition.parse(kind.example);
    expect(parsed).toEqual(kind.example);
    expect(parsed.type).toBe(type);
  },
);

it("no two kinds of trigger share a type", () => {
  expect(new Set(TRIGGER_KINDS.map(({ type }) => type)).size).toBe(TRIGGER_KINDS.length);
});

it("a run can wait for triggers on devices, and not for a time of day", () => {
  expect(WaitTrigger.safeParse({ type: "event", target: "switch", event: "remote.click" }).success).toBe(true);
  expect(WaitTrigger.safeParse({ type: "time", at: "07:00" }).success).toBe(false);
});
