/** The fixtures of test/fixtures/upgrades, and copies of them to work on. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreKind, StoreLocation } from "../../../src/store/index.ts";
import type { Postgres } from "../postgres.ts";
import type { Expected } from "./expected.ts";
import type { Forms } from "./forms.ts";

const FOLDER = "test/fixtures/upgrades";

/** Names, oldest first. */
export const FIXTURES: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(FOLDER, name, "expected.json"), "utf8"));
}

export function formsOf(name: string): Forms {
  return JSON.parse(readFileSync(join(FOLDER, name, "forms.json"), "utf8"));
}

/** A copy of a fixture in a folder of its own, with its store in one of the two databases. */
export interface FixtureCopy {
  readonly folder: string;
  readonly location: StoreLocation;
  readonly homeFile: string;
  remove(): void;
}

export async function copyOf(name: string, kind: StoreKind, postgres: Postgres): Promise<FixtureCopy> {
  const folder = mkdtempSync(join(tmpdir(), "jia-upgrade-"));
  cpSync(join(FOLDER, name), folder, { recursive: true });
  const location =
    kind === "sqlite"
      ? { path: join(folder, "jia.db") }
      : { url: await postgres.restore(readFileSync(join(folder, "postgres.sql"), "utf8")) };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, location, homeFile: join(folder, "home.json"), remove };
}
