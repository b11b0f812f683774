import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MotorMoves, type MotorPosition } from "../../../src/commands/terminal/motor-moves.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A report of the curtain's position, of 0 to 100. */
function at(value: number, before: number | null): MotorPosition {
  return {
    key: "curtain",
    value,
    before,
    atEnd: value === 0 || value === 100,
    started: (opens) => (opens ? "opening" : "closing"),
    settled: () => `at ${value}`,
  };
}

/** The printed lines for reports that come `apart` milliseconds apart. */
function printed(apart: number, ...values: readonly number[]): readonly string[] {
  const lines: string[] = [];
  const moves = new MotorMoves((line) => lines.push(line));
  let before = 100;
  for (const value of values) {
    moves.report(at(value, before));
    before = value;
    vi.advanceTimersByTime(apart);
  }
  vi.runAllTimers();
  return lines;
}

it.each([200, 1_900, 5_000, 10_000])("a motor's move with reports %d ms apart is told once", (apart) => {
  expect(printed(apart, 80, 55, 30, 10, 0)).toEqual(["closing", "at 0"]);
});

it("the end of a motor's move on its way is told after a silence", () => {
  expect(printed(3_000, 80, 60)).toEqual(["closing", "at 60"]);
});

it("the end of a motor's move at an end of its range is told soon", () => {
  const lines: string[] = [];
  const moves = new MotorMoves((line) => lines.push(line));
  moves.report(at(0, 40));
  vi.advanceTimersByTime(2_000);
  expect(lines).toEqual(["closing", "at 0"]);
});
