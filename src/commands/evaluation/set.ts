import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Weekday } from "../../automation/index.ts";
import { type HomeFile, JiaError, type SpecSource } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { readHomeFile } from "../../library/index.ts";
import { EVALUATED_PLAN_KINDS } from "./plan-kinds.ts";

const Value = z.union([z.boolean(), z.number(), z.string()]);
const State = z.record(z.string(), z.record(z.string(), Value));

const PlanExpectation = z.object({
  kind: z.enum(EVALUATED_PLAN_KINDS),
  change: z.enum(["made", "changed", "deleted"]),
  /** The next due time in the home's zone: `07:00`. */
  at: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .optional(),
  /** The date of the next due time: `2026-06-04`, or days from today. */
  date: z.union([z.number().int(), z.iso.date()]).optional(),
  /** The days that it recurs on, in any order: names, or numbers from 1 for Monday. */
  weekdays: z.array(z.union([Weekday, z.number().int().min(1).max(7)])).optional(),
  seconds: z.number().optional(),
  name: z.string().optional(),
  /** The values that it changes when it is due. */
  does: State.optional(),
});
export type PlanExpectation = z.infer<typeof PlanExpectation>;

/** What must hold after a case. `changes`, `calls` and `plans` also bound what may be done when they are left out. */
const Expectation = z.looseObject({
  /** Expected values; when left out, nothing may change. */
  changes: State.default({}),
  /** Expected actions; when left out, only actions of devices in `changes` or `ignore` are allowed. */
  calls: z.array(z.looseObject({ device: z.string(), action: z.string(), in: z.array(Value).optional() })).optional(),
  ignore: z.record(z.string(), z.array(z.string())).optional(),
  answer: z.array(z.string()).optional(),
  refused: z.number().optional(),
  timers: z
    .array(z.looseObject({ seconds: z.number(), name: z.string().optional(), room: z.string().optional() }))
    .optional(),
  /** Expected plans; when left out or empty, none besides the timers. */
  plans: z.union([z.literal("any"), z.array(PlanExpectation)]).optional(),
  tolerance: z.number().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const EvaluationCase = z.looseObject({
  id: z.string(),
  home: z.string(),
  language: z.string().max(40),
  room: z.string().nullish(),
  category: z.string().default(""),
  setup: State.optional(),
  say: z.union([z.string(), z.array(z.string())]),
  expect: Expectation,
});
export type EvaluationCase = z.infer<typeof EvaluationCase>;

const SetPolicy = z.enum(["off", "default"]);
export type SetPolicy = z.infer<typeof SetPolicy>;

/** The fields of `set.json` that are read. */
const SetDescription = z.looseObject({ name: z.string(), policy: SetPolicy.default("off") });

/** An evaluation set: cases over homes, read from a folder with `set.json`, `homes/*.json` and `cases.jsonl`. */
export interface EvaluationSet {
  readonly name: string;
  readonly cases: readonly EvaluationCase[];
  /** default: the home asks before sensitive commands, as it does for people · off: everything is done at once. */
  readonly policy: SetPolicy;
  home(name: string): HomeFile;
}

/**
 * Reads a set from its folder.
 * @throws JiaError `invalid-request` when the folder is no set, or a line of it is no case
 */
export function readSet(folder: string, specs: SpecSource): EvaluationSet {
  const path = join(folder, "cases.jsonl");
  if (!existsSync(path)) throw new JiaError("invalid-request", { detail: message("evaluation.noFile", { path }) });
  const cases = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [readCase(line, `${path}:${at + 1}`)]));
  const homes = new Map<string, HomeFile>();
  const { name, policy } = descriptionOf(folder);
  return {
    name,
    policy,
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

/**
 * Reads a case.
 * @param place the file and line, for the error
 * @throws JiaError `invalid-request` when the line is no case
 */
export function readCase(line: string, place: string): EvaluationCase {
  try {
    return EvaluationCase.parse(JSON.parse(line));
  } catch (error) {
    throw new JiaError(
      "invalid-request",
      { detail: message("evaluation.noCase", { place, why: String(error) }) },
      error,
    );
  }
}

function descriptionOf(folder: string): z.infer<typeof SetDescription> {
  try {
    const parsed = SetDescription.safeParse(JSON.parse(readFileSync(join(folder, "set.json"), "utf8")));
    if (parsed.success) return parsed.data;
  } catch {
    // A set without a description is named after its folder.
  }
  const called = folder
    .replace(/[/\\]+$/, "")
    .split(/[/\\]/)
    .at(-1);
  return { name: called ?? folder, policy: "off" };
}
