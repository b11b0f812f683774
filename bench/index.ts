import { readdirSync } from "node:fs";
import type { BenchRow } from "./row.ts";
import { disturbance, type Quiet, readQuiet } from "./support/quiet.ts";

/**
 * `npm run bench`: runs every bench/<subject>.ts that exports `run`, or only the subjects that are named, and prints a
 * table; `--json` prints rows instead, and whether the machine was quiet. Ends with 1 when a row exceeds its limit.
 */
const HELPERS = new Set(["index.ts", "row.ts"]);

const given = process.argv.slice(2);
const names = given.filter((argument) => !argument.startsWith("-"));
const subjects = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !HELPERS.has(file))
  .map((file) => file.slice(0, -3))
  .filter((subject) => names.length === 0 || names.includes(subject));

const unknown = names.filter((name) => !subjects.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")} in bench/.\n`);
  process.exit(2);
}

const rows: BenchRow[] = [];
/** Before, between and after the subjects. */
const readings: Quiet[] = [await readQuiet()];
for (const subject of subjects) {
  const module: object = await import(`./${subject}.ts`);
  if (!("run" in module) || typeof module.run !== "function") continue;
  if (!given.includes("--json")) process.stderr.write(`${subject} …\n`);
  rows.push(...(await module.run()));
  readings.push(await readQuiet());
}

const disturbed = disturbance(readings);
process.stdout.write(
  given.includes("--json") ? `${JSON.stringify({ quiet: disturbed === null, rows }, null, 2)}\n` : `${table(rows)}\n`,
);
if (disturbed !== null) process.stderr.write(`\n${disturbed}\n`);
process.exit(rows.some(({ ok }) => ok === false) ? 1 : 0);

function table(shown: readonly BenchRow[]): string {
  const lines = [
    ["what", "value", "baseline", "ratio", "limit", ""],
    ...shown.map(({ name, value, unit, baseline, ratio, limit, ok }) => [
      name,
      `${number(value)} ${unit}`,
      baseline === undefined ? "" : `${number(baseline)} ${unit}`,
      ratio === undefined ? "" : `${number(ratio)}×`,
      limit === undefined ? "" : `≤ ${number(limit)}${ratio === undefined ? ` ${unit}` : "×"}`,
      ok === undefined ? "" : ok ? "ok" : "TOO MUCH",
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function number(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}
