import { FEATURES, type FeatureValues } from "./features.ts";
import { WEIGHTS } from "./weights.ts";

/** How probably a reading with these features is what was meant: the logistic function of their weighted sum. */
export function probabilityOf(values: FeatureValues): number {
  let sum = 0;
  for (const feature of FEATURES) {
    const value = values[feature];
    if (value !== undefined) sum += value * (WEIGHTS[feature] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}
