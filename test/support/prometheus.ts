import { spawnSync } from "node:child_process";
import { z } from "zod";

/** Prints the samples of a text as JSON, read by the parser of Prometheus' own Python client. */
const SCRIPT = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families
print(json.dumps([
    {"name": sample.name, "labels": sample.labels, "value": sample.value, "type": family.type}
    for family in text_string_to_metric_families(sys.stdin.read()) for sample in family.samples
    if sample.value == sample.value and abs(sample.value) != float("inf")
]))`;

const Samples = z.array(
  z.object({ name: z.string(), labels: z.record(z.string(), z.string()), value: z.number(), type: z.string() }),
);
export type Sample = z.infer<typeof Samples>[number];

/**
 * The samples of a text in Prometheus' format; those that are no finite number are left out.
 * Needs the package python3-prometheus-client.
 */
export function readMetrics(text: string): Sample[] {
  const { stdout, stderr, status } = spawnSync("/usr/bin/python3", ["-c", SCRIPT], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`Prometheus' parser refused the text: ${stderr}`);
  return Samples.parse(JSON.parse(stdout));
}
