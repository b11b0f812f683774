import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * Files whose tests take 0.8 seconds or more on two quiet cores: they start processes and brokers, kill them, or try hundreds of
 * sentences. `npm run test:fast` leaves them out; `npm test` and .ci/run never do. `npm run slow-tests` measures again.
 */
const SLOW: readonly string[] = JSON.parse(readFileSync("test/slow.json", "utf8"));
const gone = SLOW.filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`test/slow.json lists tests that are not there: ${gone.join(", ")}`);

export default defineConfig({
  test: {
    // Real brokers, servers and database files: a test waits for them, but never long.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // `expect.poll` waits as long as that: a second is short beside other work.
    expect: { poll: { timeout: 15_000 } },
    pool: "forks",
    // Two also on two cores: much of what tests do is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Percent. What runs in processes that tests start is not counted.
      thresholds: { lines: 92, branches: 85 },
      reportOnFailure: true,
      reporter: ["text-summary", "json-summary"],
    },
    projects: [
      // Files share their modules, so that lexicons, packs and schemas are made once per process, not once per file.
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [...SLOW], isolate: false } },
      // They start whole processes: a machine with other work needs longer for that.
      { extends: true, test: { name: "slow", include: [...SLOW], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
