import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type HomeFile, JiaError, type SpecSource } from "../../home/index.ts";
import { LANGUAGES } from "../../language/index.ts";
import { readHomeFile } from "../../library/index.ts";

const Value = z.union([z.boolean(), z.number(), z.string()]);
const State = z.record(z.string(), z.record(z.string(), Value));

/** What must hold after a case; what is left out is not looked at. */
const Expectation = z.looseObject({
  changes: State.optional(),
  calls: z.array(z.looseObject({ device: z.string(), action: z.string(), in: z.array(Value).optional() })).optional(),
  ignore: z.record(z.string(), z.array(z.string())).optional(),
  answer: z.array(z.string()).optional(),
  refused: z.number().optional(),
  timers: z
    .array(z.looseObject({ seconds: z.number(), name: z.string().optional(), room: z.string().optional() }))
    .optional(),
  tolerance: z.number().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Case = z.looseObject({
  id: z.string(),
  home: z.string(),
  language: z.enum(LANGUAGES),
  room: z.string().nullish(),
  category: z.string().default(""),
  setup: State.optional(),
  say: z.union([z.string(), z.array(z.string())]),
  expect: Expectation,
});
export type Case = z.infer<typeof Case>;

/** An evaluation set: cases over homes, read from a folder with `set.json`, `homes/*.json` and `cases.jsonl`. */
export interface EvaluationSet {
  readonly name: string;
  readonly cases: readonly Case[];
  home(name: string): HomeFile;
}

/** @throws JiaError `invalid-request` when the folder is no set or a line of it is no case */
export function readSet(folder: string, specs: SpecSource): EvaluationSet {
  const path = join(folder, "cases.jsonl");
  if (!existsSync(path)) throw new JiaError("invalid-request", { detail: `${path} does not exist` });
  const cases = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [readCase(line, `${path}:${at + 1}`)]));
  const homes = new Map<string, HomeFile>();
  return {
    name: nameOf(folder),
    cases,
    home(name) {
      let file = homes.get(name);
      if (!file) {
        file = readHomeFile(join(folder, "homes", `${name}.json`), specs);
        homes.set(name, file);
      }
      return file;
    },
  };
}

function readCase(line: string, place: string): Case {
  try {
    return Case.parse(JSON.parse(line));
  } catch (error) {
    throw new JiaError("invalid-request", { detail: `${place} is not a case: ${String(error)}` }, error);
  }
}

function nameOf(folder: string): string {
  try {
    const parsed = z
      .looseObject({ name: z.string() })
      .safeParse(JSON.parse(readFileSync(join(folder, "set.json"), "utf8")));
    if (parsed.success) return parsed.data.name;
  } catch {
    // A set without a description is called by its folder.
  }
  return (
    folder
      .replace(/[/\\]+$/, "")
      .split(/[/\\]/)
      .at(-1) ?? folder
  );
}
