/**
 * `npm run fit -- DIR...`: carries out every reading of every labelled sentence and fits the weights of the features of a
 * reading on four fifths of them, chosen by a hash of their ids. Prints how well they hold on the last fifth.
 */
import { createHash } from "node:crypto";
import { globSync, writeFileSync } from "node:fs";
import { readSet } from "../../src/commands/evaluation/set.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { FEATURES } from "../../src/understanding/readings/features.ts";
import { fitLogistic, probability, type Row } from "./fit/logistic.ts";
import { type Sample, samplesOf } from "./fit/samples.ts";

const WEIGHTS_FILE = "src/understanding/readings/weights.ts";

const args = process.argv.slice(2);
const folders = args.length > 0 ? args : globSync("test/sets/*").sort();
const samples: Sample[] = [];
for (const folder of folders) {
  const own = await samplesOf(readSet(folder, new SpecLibrary("devices")), new AbortController().signal);
  process.stderr.write(`${folder}: ${own.length} readings\n`);
  samples.push(...own);
}
const rowOf = ({ features, right }: Sample): Row => ({
  x: FEATURES.map((feature) => features[feature] ?? 0),
  y: right ? 1 : 0,
});
const isHeld = ({ id }: Sample): boolean => (createHash("sha256").update(id).digest()[0] ?? 0) < 51;
const weights = fitLogistic(samples.filter((sample) => !isHeld(sample)).map(rowOf), FEATURES.length);

/** Readings of one band of probability, of those that the weights were not fitted on. */
const bands = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
process.stdout.write("probability   readings  right  wrong (held out) | all\n");
for (const [at, from] of bands.slice(0, -1).entries()) {
  const to = bands[at + 1] ?? 1;
  const within = samples.filter((sample) => {
    const p = probability(weights, rowOf(sample).x);
    return p >= from && p < to;
  });
  const told = [within.filter(isHeld), within].map(
    (all) => `${all.length} ${all.filter(({ right }) => right).length} ${all.filter(({ wrong }) => wrong).length}`,
  );
  process.stdout.write(`${from}–${to}: ${told.join(" | ")}\n`);
}
const entries = FEATURES.map((feature, at) => `  ${feature}: ${(weights[at] ?? 0).toFixed(2)},`);
writeFileSync(
  WEIGHTS_FILE,
  `import type { Feature } from "./features.ts";

/** Weights of the features in log-odds of being right, written by \`npm run fit\`. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
${entries.join("\n")}
};
`,
);
if (process.env["DUMP"]) {
  const told = samples.map((sample) => JSON.stringify({ p: probability(weights, rowOf(sample).x), ...sample }));
  writeFileSync(process.env["DUMP"], told.join("\n"));
}
