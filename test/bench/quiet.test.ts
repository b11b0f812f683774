import { expect, it } from "vitest";
import { disturbance } from "../../bench/support/quiet.ts";

it("says nothing of a machine whose busy loops had their cores", () => {
  expect(disturbance([{ share: 0.99, load: 3 }])).toBeNull();
});

it("names the worst share that a busy loop got, whenever that was", () => {
  const readings = [0.98, 0.41, 0.97].map((share) => ({ share, load: 1 }));
  expect(disturbance(readings)).toMatch(/not quiet.* 41 % of a core/);
});
