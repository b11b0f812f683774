import { describe, expect, it } from "vitest";
import { RateLimit } from "../../src/api/rate-limit.ts";
import { ManualClock } from "../support/clock.ts";

describe("RateLimit", () => {
  it("fills up again with time, for each caller by itself", () => {
    const clock = new ManualClock();
    const limit = new RateLimit(clock, 2);
    limit.use("a");
    limit.use("a");
    expect(() => limit.use("a")).toThrow(expect.objectContaining({ code: "too-many-requests" }));
    limit.use("b");
    clock.advance(30_000);
    limit.use("a");
  });

  it("makes nobody wait for the hour that a clock was set back", () => {
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
