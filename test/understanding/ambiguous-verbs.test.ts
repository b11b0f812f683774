import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a program of one machine sets no other device", () => {
  it.each(["wash at thirty degrees", "wash at 40 degrees please"])("%s", (text) =>
    expect(plannedCommands(flat, text).join()).not.toContain("air-conditioner"),
  );
});

describe('"let some light in" is about the curtains', () => {
  it.each([
    ["just let a little light in, curtains to twenty percent", "curtains to twenty percent"],
    ["let some air in, turn on the fan", "turn on the fan"],
  ])("%s", (text, as) => expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)));
});

describe('"warm it up" and "cool it down" change the temperature', () => {
  it.each(["warm it up in here", "heat things up please", "cool it down in here", "cool things down"])("%s", (text) =>
    expect(plannedCommands(flat, text).at(-1)).toMatch(/^living-ac air-conditioner\.target-temperature=/),
  );
});
