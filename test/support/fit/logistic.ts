/** A sample as numbers: one for each feature, and whether it is right. */
export interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
}

/** Strength of the pull of each weight towards 0. */
const RIDGE = 1;
const ROUNDS = 4000;
const RATE = 0.5;

/** Weights of the logistic regression over the rows, by gradient descent with a ridge; the first feature, the bias, is not pulled. */
export function fitLogistic(rows: readonly Row[], features: number): readonly number[] {
  const weights = new Array<number>(features).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    for (const { x, y } of rows) {
      const error = probability(weights, x) - y;
      for (let at = 0; at < features; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (x[at] ?? 0);
    }
    const rate = RATE / (1 + round / 1000) / rows.length;
    for (let at = 0; at < features; at += 1) weights[at] = (weights[at] ?? 0) - rate * 4 * (gradient[at] ?? 0);
  }
  return weights;
}

export function probability(weights: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (x[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
