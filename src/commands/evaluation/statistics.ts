/** The 97.5 % quantile of the standard normal distribution, for two-sided 95 % intervals. */
const Z = 1.959964;

/** A share with its 95 % interval, all from 0 to 1. */
export interface Share {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The share of `count` in `of` with Wilson's interval, which also holds for few cases and for shares near 0 and 1. */
export function shareWithInterval(count: number, of: number): Share {
  if (of === 0) return { count, share: 0, low: 0, high: 1 };
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  const within = (value: number): number => roundTo(Math.min(1, Math.max(0, value)), 4);
  // At the ends the formula gives 0 and 1 except for rounding errors.
  return {
    count,
    share: roundTo(share, 4),
    low: count === 0 ? 0 : within(middle - half),
    high: count === of ? 1 : within(middle + half),
  };
}

/** A point of the coverage curve: the cases with at least this confidence, and the wrong actions among them. */
export interface CurvePoint {
  readonly confidence: number;
  /** The number of cases with at least this confidence. */
  readonly covered: number;
  /** Their share of all cases. */
  readonly coverage: number;
  /** Wrong actions among them. */
  readonly wrong: Share;
}

/**
 * Wrong actions against coverage: one point for each confidence, the highest first. null when no case has a
 * confidence; a case without one is never covered.
 */
export function coverageCurve(cases: readonly { confidence: number | null; wrong: boolean }[]): CurvePoint[] | null {
  const sure = cases
    .flatMap(({ confidence, wrong }) => (confidence === null ? [] : [{ confidence, wrong }]))
    .sort((a, b) => b.confidence - a.confidence);
  if (sure.length === 0) return null;
  const points: CurvePoint[] = [];
  let wrong = 0;
  sure.forEach((each, index) => {
    if (each.wrong) wrong += 1;
    if (sure[index + 1]?.confidence === each.confidence) return;
    const covered = index + 1;
    const coverage = roundTo(covered / cases.length, 4);
    points.push({ confidence: each.confidence, covered, coverage, wrong: shareWithInterval(wrong, covered) });
  });
  return points;
}

/** A number rounded to some decimals. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
