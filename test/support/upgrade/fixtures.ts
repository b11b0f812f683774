/** The fixtures of test/fixtures/upgrades, and copies of them to work on. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
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

/** What a fixture holds. Words that its version kept as a text for each language are phrases, as they are when they are read. */
export function expectedOf(name: string): Expected {
  const expected: Expected = JSON.parse(readFileSync(join(FOLDER, name, "expected.json"), "utf8"));
  const { runs, audit, queries } = expected.held;
  return { ...expected, held: { ...expected.held, ...(inPhrases({ runs, audit, queries }) as typeof expected.held) } };
}

/** The texts of one thing by language tag. */
const ByLanguage = z.strictObject({ en: z.string(), zh: z.string() });

function inPhrases(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPhrases);
  if (typeof value !== "object" || value === null || "texts" in value) return value;
  const { data: texts } = ByLanguage.safeParse(value);
  if (texts) return texts.en === "" && texts.zh === "" ? "" : { texts };
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, inner]): [string, unknown][] => {
      if (key.endsWith(".zh")) return [];
      const [, zh] = entries.find(([other]) => other === `${key}.zh`) ?? [];
      return [[key, zh === undefined ? inPhrases(inner) : { texts: { en: inner, zh } }]];
    }),
  );
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
