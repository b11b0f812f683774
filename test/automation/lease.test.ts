import { expect, it } from "vitest";
import { Lease } from "../../src/automation/engine/lease.ts";

it("the lease is given back when taking over fails", async () => {
  const told: string[] = [];
  const lease = new Lease({
    storage: {
      acquire: () => Promise.resolve(true),
      release: () => {
        told.push("released");
        return Promise.resolve();
      },
    },
    gained: () => Promise.reject(new Error("the database went away")),
    lost: () => {
      told.push("lost");
      return Promise.resolve();
    },
    failed: (error) => told.push(error instanceof Error ? error.message : ""),
  });
  await lease.start();
  expect(told).toEqual(["lost", "released", "the database went away"]);
  await lease.stop();
  expect(told).toHaveLength(3);
});
