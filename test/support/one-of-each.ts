import { readFileSync } from "node:fs";
import { type HomeFile, parseHomeFile } from "../../src/home/index.ts";
import { NO_SPECS } from "./scenario-home.ts";

interface Model {
  readonly model: string;
  readonly spec: unknown;
}

/** Published specifications of 227 models (test/fixtures/specs). */
export function publishedModels(): readonly Model[] {
  const lines = readFileSync("test/fixtures/specs/specs.jsonl", "utf8").trim().split("\n");
  return lines.map((line): Model => JSON.parse(line));
}

/** A home with one device of every published model, each with its spec in the file: nothing is looked up. */
export function oneOfEach(models: readonly Model[] = publishedModels()): HomeFile {
  return parseHomeFile(
    {
      name: "One of each",
      specs: Object.fromEntries(models.map(({ model, spec }) => [model, spec])),
      devices: models.map(({ model }) => ({ id: model, name: model, model })),
    },
    "one-of-each",
    NO_SPECS,
  );
}
