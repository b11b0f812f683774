import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";

/**
 * Runs tests many times beside busy threads, and lists the tests that failed in any run.
 *
 * Arguments: number of runs, number of threads that keep a core busy, then those of `vitest run`.
 */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const [runs = "", busy = "", ...chosen] = process.argv.slice(2);
if (!(Number(runs) > 0) || !(Number(busy) >= 0)) {
  console.error("Give the number of runs and of busy threads: npm run repeat-tests 30 2 -- --project fast");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "jia-repeat-"));
// Threads, because these end with this process however it ends.
const burners = Array.from({ length: Number(busy) }, () => new Worker("for (;;) Math.random();", { eval: true }));
/** Keyed by the title of the test with its file: in how many runs it failed. */
const failures = new Map<string, number>();
try {
  for (let run = 1; run <= Number(runs); run += 1) {
    const failed = await failedTests(join(folder, `${run}.json`));
    for (const title of failed) failures.set(title, (failures.get(title) ?? 0) + 1);
    console.log(`run ${run} of ${runs}: ${failed.length === 0 ? "all passed" : `failed: ${failed.join("; ")}`}`);
  }
} finally {
  await Promise.all(burners.map((burner) => burner.terminate()));
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures.size === 0 ? `no test failed in ${runs} runs` : "failed, in how many runs:");
for (const [title, count] of failures) console.log(`  ${count}  ${title}`);
process.exitCode = failures.size === 0 ? 0 : 1;

async function failedTests(report: string): Promise<readonly string[]> {
  const args = ["launch.cjs", "--tool", "vitest", "run", ...chosen, "--reporter=json", `--outputFile.json=${report}`];
  await once(spawn(process.execPath, args, { stdio: "ignore" }), "exit");
  return Report.parse(JSON.parse(readFileSync(report, "utf8"))).testResults.flatMap(
    ({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((each) => each.status === "failed");
      // A file that could not be loaded has no tests that fail.
      if (failed.length === 0) return status === "failed" ? [`${name}: ${message ?? "not loaded"}`] : [];
      return failed.map(({ fullName }) => `${name}: ${fullName}`);
    },
  );
}
