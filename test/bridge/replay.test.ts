import { describe, expect, it } from "vitest";
import { ReplayGuard } from "../../src/bridge/replay-guard.ts";

describe("retained messages after a subscription", () => {
  it("are out of date on topics with an earlier new message", () => {
    let now = 1;
    const guard = new ReplayGuard(() => now);
    guard.subscribed();
    expect(guard.isStale("a", true)).toBe(false);
    expect(guard.isStale("a", false)).toBe(false);
    expect(guard.isStale("a", true)).toBe(true);
    expect(guard.isStale("b", true)).toBe(false);
    guard.subscribed();
    expect(guard.isStale("a", true)).toBe(false);
    now += 120_000;
    expect(guard.isStale("b", false)).toBe(false);
    expect(guard.isStale("b", true)).toBe(false);
  });
});
