/** Words of traces for steps: the branch that was taken, and failures. */
import type { Home, Outcome, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ActionCommands } from "../device-commands/of-actions.ts";
import { SILENT } from "../runs/run.ts";
import { outcomeName, refusalWords } from "./outcomes.ts";
import { propertyOfWords } from "./states.ts";

/** The most failures that a trace names one by one. */
const SHOWN = 5;

/**
 * The branch of a step that was taken.
 * @param branch `do`, `else` or `options[1].do`
 */
export function branchWords(branch: string): Phrase {
  if (branch === "do") return message("traces.yes");
  if (branch === "else") return message("traces.otherwise");
  return message("traces.option", { number: Number(/\d+/.exec(branch)?.[0] ?? 0) + 1 });
}

/** The failed devices with their reasons. */
export function failureWords(failed: readonly Outcome[], home: Home): Phrase {
  if (failed.length === 0) return SILENT;
  const failures = failed
    .slice(0, SHOWN)
    .map((outcome) => message("traces.failure", { outcome: outcomeName(outcome, home), why: refusalWords(outcome) }));
  return message("traces.failures", { failures });
}

/** The devices that were left out because a value that they follow is not known, before other failures. */
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
