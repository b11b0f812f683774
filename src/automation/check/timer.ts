import type { Command, Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { refusalWords } from "../describe/outcomes.ts";
import { DAY_MS } from "../schedule/zone.ts";
import { UNAPPROVED } from "./approvals.ts";
import { definitionError } from "./problems.ts";

const MAX_TIMER_MS = 366 * DAY_MS;

/**
 * Checks a timer.
 * @throws JiaError `invalid-definition` when it is too long, or its commands cannot be carried out
 */
export function checkTimer(name: string, durationMs: number, commands: readonly Command[], home: Home): void {
  if (!Number.isFinite(durationMs) || durationMs < 0 || durationMs > MAX_TIMER_MS) {
    throw definitionError("timer", name, [
      {
        field: "durationMs",
        value: String(durationMs),
        message: message("problems.notUpToAYear"),
        fix: message("problems.giveMilliseconds"),
      },
    ]);
  }
  const problems = home.assess(commands, UNAPPROVED).flatMap(({ refused }, index) =>
    refused.map((outcome) => ({
      field: `commands[${index}]`,
      value: "property" in outcome ? outcome.property : outcome.action,
      message: refusalWords(outcome),
      fix: "",
    })),
  );
  if (problems.length > 0) throw definitionError("timer", name, problems);
}
