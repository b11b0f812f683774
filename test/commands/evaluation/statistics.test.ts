import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageCurve, shareWithInterval } from "../../../src/commands/evaluation/statistics.ts";

describe("a share with Wilson's interval", () => {
  // R: binom::binom.confint(x, n, methods = "wilson").
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [10, 10, 0.7225, 1],
  ])("%i of %i lies between %f and %f", (count, of, low, high) => {
    expect(shareWithInterval(count, of)).toEqual({ count, share: Number((count / of).toFixed(4)), low, high });
  });

  it("is from 0 to 1 without any case", () => {
    expect(shareWithInterval(0, 0)).toEqual({ count: 0, share: 0, low: 0, high: 1 });
  });

  it("contains the share, lies within 0 and 1, and is narrower with more cases", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (of, given) => {
        const count = given % (of + 1);
        const { share, low, high } = shareWithInterval(count, of);
        const more = shareWithInterval(count * 4, of * 4);
        return 0 <= low && low <= share && share <= high && high <= 1 && more.high - more.low <= high - low;
      }),
    );
  });
});

describe("the curve of wrong actions against coverage", () => {
  it("is absent when no case has a confidence", () => {
    expect(coverageCurve([{ confidence: null, wrong: true }])).toBeNull();
  });

  it("goes from the highest confidence to all covered cases; a case without a confidence is never covered", () => {
    const curve = coverageCurve([
      { confidence: 0.5, wrong: true },
      { confidence: 0.9, wrong: false },
      { confidence: null, wrong: true },
      { confidence: 0.9, wrong: false },
      { confidence: 0.7, wrong: false },
    ]);
    expect(curve).toMatchObject([
      { confidence: 0.9, covered: 2, coverage: 0.4, wrong: { count: 0, share: 0 } },
      { confidence: 0.7, covered: 3, coverage: 0.6, wrong: { count: 0, share: 0 } },
      { confidence: 0.5, covered: 4, coverage: 0.8, wrong: { count: 1, share: 0.25 } },
    ]);
  });
});
