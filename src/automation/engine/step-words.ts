/** What traces say about steps. */
import type { Home, Outcome, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { outcomeName, refusalWords } from "../describe/outcomes.ts";
import { SILENT } from "../trace.ts";

/** Failures that a trace names one by one. */
const SHOWN = 5;

/** Which branch of a step was taken. */
export function branchWords(branch: string): Phrase {
  if (branch === "do") return message("traces.yes");
  if (branch === "else") return message("traces.otherwise");
  return message("traces.option", { number: Number(/\d+/.exec(branch)?.[0] ?? 0) + 1 });
}

/** Which device did not do it, and why. */
export function failureWords(failed: readonly Outcome[], home: Home): Phrase {
  if (failed.length === 0) return SILENT;
  const failures = failed
    .slice(0, SHOWN)
    .map((outcome) => message("traces.failure", { outcome: outcomeName(outcome, home), why: refusalWords(outcome) }));
  return message("traces.failures", { failures });
}
