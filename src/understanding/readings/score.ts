import { FEATURES, type Feature, type FeatureValues } from "./features.ts";
import { WEIGHTS } from "./weights.ts";

/** How probably a reading with these features is what was meant: the logistic function of their weighted sum. */
export function probabilityOf(values: FeatureValues): number {
  let sum = 0;
  for (const feature of FEATURES) {
    const value = values[feature];
    if (value !== undefined) sum += value * WEIGHTS[feature];
  }
  return 1 / (1 + Math.exp(-sum));
}

/** What each feature of a reading adds to its log-odds, the largest first. */
export function contributionsOf(
  values: FeatureValues,
): readonly { readonly feature: Feature; readonly weight: number }[] {
  return FEATURES.map((feature) => ({ feature, weight: (values[feature] ?? 0) * WEIGHTS[feature] }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
