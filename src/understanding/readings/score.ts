import { FEATURES, type Feature, type FeatureValues } from "./features.ts";
import { WEIGHTS } from "./weights.ts";

/** Index in `FEATURES`, keyed by feature. */
const PLACES: Readonly<Record<string, number>> = Object.fromEntries(FEATURES.map((feature, place) => [feature, place]));

/** The probability that an interpretation with these features is right: the logistic function of their weighted sum. */
export function probabilityOf(values: FeatureValues): number {
  let sum = 0;
  // Sorted, because a sum of floats depends on the order.
  const own = Object.keys(values).map((feature) => PLACES[feature] ?? 0);
  for (const place of own.sort((a, b) => a - b)) {
    const feature = FEATURES[place];
    if (feature !== undefined) sum += (values[feature] ?? 0) * WEIGHTS[feature];
  }
  return 1 / (1 + Math.exp(-sum));
}

/** The contribution of each feature to the log-odds, the largest first. */
export function contributionsOf(
  values: FeatureValues,
): readonly { readonly feature: Feature; readonly weight: number }[] {
  return FEATURES.map((feature) => ({ feature, weight: (values[feature] ?? 0) * WEIGHTS[feature] }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
