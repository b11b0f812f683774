import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const [, run = "", develop = ""] = readFileSync("docs/dependencies.md", "utf8").split(/^## (?:To run|To develop)$/m);

/** Names in the first column of the tables of a part. */
function listed(part: string): string[] {
  return [...part.matchAll(/^\| `([^`]+)` \|/gm)].flatMap(([, name]) => name ?? []).sort();
}

it("docs/dependencies.md explains each package that Jia runs with, and no other", () => {
  expect(listed(run)).toEqual(Object.keys(manifest.dependencies).sort());
  for (const name of Object.keys(manifest.optionalDependencies)) expect(run).toContain(`\`${name}\``);
});

it("docs/dependencies.md explains each package that Jia is developed with, and no other", () => {
  expect(listed(develop)).toEqual(Object.keys(manifest.devDependencies).sort());
});
