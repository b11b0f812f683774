import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { textWidth, wrap } from "../../../src/commands/terminal/layout.ts";
import { MotorMoves, type MotorPosition } from "../../../src/commands/terminal/motor-moves.ts";
import { StreamedText } from "../../../src/commands/terminal/streamed-text.ts";

/** A screen with its output. */
function screenOf(terminal: { readonly isTTY?: boolean; readonly columns?: number }) {
  const written: string[] = [];
  const screen = new Writable({
    write: (piece, _, done) => {
      written.push(String(piece));
      done();
    },
  });
  return { screen: Object.assign(screen, terminal), shown: () => written.join("") };
}

const TEXTS = [
  "The lamps in the living room and in the bedroom are on, and the curtain is closing; it takes a while.",
  "客厅和卧室的灯都开了，窗帘正在关上，要等一会儿才能关好。还有什么要我做的吗？",
  "It is 客厅的温度 22.5 °C, and the air conditioner（空调）is set to cool.\n\nA second paragraph follows it.",
];

describe("a text that arrives in pieces", () => {
  it.each(TEXTS)("is broken as if it had come at once: %s", (text) => {
    for (const size of [1, 3, 7, 50]) {
      const { screen, shown } = screenOf({ isTTY: true, columns: 20 });
      const flow = new StreamedText(screen);
      for (let at = 0; at < text.length; at += size) flow.add(text.slice(at, at + size));
      flow.end();
      expect(shown()).toBe(wrap(text, 20));
      for (const line of shown().split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(20);
    }
  });

  it("is unchanged for a pipe", () => {
    const { screen, shown } = screenOf({});
    const flow = new StreamedText(screen);
    flow.add(TEXTS[0] ?? "");
    flow.end();
    expect(shown()).toBe(TEXTS[0]);
  });
});

describe("a moving motor", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is told at its beginning and its end, each device by itself", () => {
    const lines: string[] = [];
    const moves = new MotorMoves((line) => lines.push(line));
    const at = (key: string, value: number, before: number | null): MotorPosition => ({
      key,
      value,
      before,
      atEnd: value === 0 || value === 100,
      started: (opens) => `${key} ${opens ? "opening" : "closing"}`,
      settled: () => `${key} ${value}`,
    });
    for (let value = 98; value >= 40; value -= 2) {
      moves.report(at("curtain", value, value + 2));
      if (value === 60) moves.report(at("blind", 0, 10));
      vi.advanceTimersByTime(500);
    }
    expect(lines).toEqual(["curtain closing", "blind closing", "blind 0"]);
    vi.advanceTimersByTime(15_000);
    expect(lines.at(-1)).toBe("curtain 40");
    moves.report(at("curtain", 42, 40));
    expect(lines.at(-1)).toBe("curtain opening");
    moves.report(at("airer", 7, null));
    expect(lines.at(-1)).toBe("airer 7");
    moves.stop();
    vi.advanceTimersByTime(5_000);
    expect(lines).toHaveLength(6);
  });
});
