import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";

/**
 * Writes `test/slow.json`, the files whose tests take 0.8 seconds or more, from a report of the whole run. Argument: the report.
 */
const SLOW_MS = 800;
const Report = z.object({
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ duration: z.number().nullish() })) }),
  ),
});

const [report] = process.argv.slice(2);
if (report === undefined) {
  console.error(
    "Name the report: npm test -- --reporter=json --outputFile.json=tests.json && npm run slow-tests tests.json",
  );
  process.exit(2);
}
const slow = Report.parse(JSON.parse(readFileSync(report, "utf8")))
  .testResults.filter(({ assertionResults }) => {
    const taken = assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
    return taken >= SLOW_MS;
  })
  .map(({ name }) => relative(process.cwd(), name))
  .sort();
writeFileSync("test/slow.json", `${JSON.stringify(slow, null, 2)}\n`);
console.log(`${slow.length} files take 0.8 seconds or more`);
