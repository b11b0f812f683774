import { describe, expect, it } from "vitest";
import { RateLimit } from "../../src/api/rate-limit.ts";
import { ManualClock } from "../support/clock.ts";

describe("RateLimit", () => {
  it("refills with time, for each caller alone", () => {
    const clock = new ManualClock();
    const limit = new RateLimit(clock, 2);
    limit.use("a");
    limit.use("a");
    expect(() => limit.use("a")).toThrow(expect.objectContaining({ code: "too-many-requests" }));
    limit.use("b");
    clock.advance(30_000);
    limit.use("a");
  });

  it("does not delay anybody because the clock was set back by an hour", () => {
    const clock = new ManualClock();
    const limit = new RateLimit(clock, 2);
    limit.use("a");
    limit.use("a");
    clock.advance(-3_600_000);
    expect(() => limit.use("a")).toThrow();
    clock.advance(30_000);
    limit.use("a");
  });
});
