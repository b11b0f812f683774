import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Real brokers, servers and database files: a test waits for them, but never long.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: "forks",
  },
});
