/** The steps of a run: where it stands, how it ends, and what traces say of them. */
import type { Home, Outcome, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ActionOf, AutomationAction } from "../definition/index.ts";
import { outcomeName, refusalWords } from "../describe/outcomes.ts";
import { propertyOfWords } from "../describe/states.ts";
import type { ActionCommands } from "../device-commands/of-actions.ts";
import { type Run, SILENT } from "../runs/run.ts";
import type { StepPosition } from "../storage.ts";

/** The actions of one branch of a step. */
export function listOf(
  action: ActionOf<"if"> | ActionOf<"choose">,
  branch: string,
): readonly AutomationAction[] | undefined {
  if (branch === "else") return action.else;
  if (action.type === "if") return branch === "do" ? action.do : undefined;
  const index = /^options\[(\d+)\]\.do$/.exec(branch)?.[1];
  return index === undefined ? undefined : action.options[Number(index)]?.do;
}

/** The same place, in one branch of its step. */
export function withBranch(place: readonly StepPosition[], branch: string, round: number): StepPosition[] {
  return place.map((each, index) => (index === place.length - 1 ? { ...each, branch, round } : each));
}

/** Why a run ends before its last step. */
export class RunEnd extends Error {
  readonly status: Run["status"];
  readonly reason: Phrase;

  constructor(status: Run["status"], reason: Phrase) {
    super(status);
    this.status = status;
    this.reason = reason;
  }
}

/** The process goes down: the run stays in the store as it is and goes on after the restart. */
export class Suspended extends Error {}

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

/** What was left alone because a value that it goes by is not known, before what else went wrong. */
export function unknownWords(unknown: ActionCommands["unknown"], failed: readonly Outcome[], home: Home): Phrase {
  const left = unknown.slice(0, SHOWN).map(({ device, address, from }) =>
    message("traces.notFollowed", {
      what: propertyOfWords(device.id, address, "all", home),
      from: propertyOfWords(from.of ?? device.id, from.property ?? address, "all", home),
    }),
  );
  const others = failed.length === 0 ? [] : [failureWords(failed, home)];
  return message("traces.failures", { failures: [...left, ...others] });
}
