import type { Phrase } from "../../home/index.ts";
import { type Language, message, momentPhrase, namedPhrase, textOf } from "../../language/index.ts";
import { actionTraceWords } from "../actions/index.ts";
import { conditionKindOf, conditionWords } from "../conditions/index.ts";
import type { Automation, AutomationAction, Condition } from "../definition/index.ts";
import type { Run, RunCause } from "../runs/run.ts";
import { isToldByDetail, triggerKindNamed, triggerWords } from "../triggers/index.ts";
import { originWords } from "./origins.ts";
import type { Wording } from "./wording.ts";

/** The context of sentences about runs. */
export interface RunWording extends Wording {
  readonly automation: (id: string) => Automation | undefined;
}

/** A run in words. */
export interface RunWords {
  /** The name of the automation, scene or timer. */
  readonly name: string;
  /** The cause of the run. */
  readonly cause: string;
  /** The conditions of the trace; empty where the definition has changed since. */
  readonly conditions: readonly string[];
  /** The steps of the trace; empty where the definition has changed since. */
  readonly steps: readonly string[];
}

/**
 * A run in words.
 * @param unchanged the definition as it ran, undefined when that is not known any more
 */
export function runWords(run: Run, unchanged: Automation | undefined, language: Language, wording: Wording): RunWords {
  return {
    name: textOf(runName(run, wording), language),
    cause: textOf(causeWords(run.cause, unchanged, wording), language),
    conditions: run.conditions.map(({ path }) => {
      const condition = unchanged && conditionAt(unchanged, path);
      return condition ? textOf(lineOf(condition, wording), language) : "";
    }),
    steps: run.steps.map(({ path }) => {
      const action = unchanged && actionAt(unchanged, path);
      return action ? textOf(actionTraceWords(action, wording), language) : "";
    }),
  };
}

/** The name of a run's definition: the name at that time, unless the reader's language has one of its own. */
export function runName(run: Run, { automation, scene }: Wording): Phrase {
  const known = run.kind === "automation" ? automation(run.of) : run.kind === "scene" ? scene(run.of) : undefined;
  if (known && known.name === run.name) return namedPhrase(known);
  return run.name || message("causes.timer");
}

/**
 * The cause of a run: "on weekdays at 07:00", "the hall Motion sensor detects motion", "run by hand through the API".
 */
export function causeWords(cause: RunCause, definition: Automation | undefined, wording: Wording): Phrase {
  const { detail } = cause;
  switch (cause.type) {
    case "manual": {
      const trigger = startedBy(cause.by);
      if (trigger !== null) return message("causes.trigger", { trigger, detail });
      return message("causes.byHand", { by: cause.by ? originWords(cause.by) : "", detail });
    }
    case "dry-run":
      return message("causes.dryRun");
    case "undo":
      return message("causes.undone");
    case "timer":
      return message("causes.timeUp", { detail });
    case "automation": {
      const id = cause.chain.at(-1) ?? "";
      const known = wording.automation(id);
      return message("causes.automation", { name: known ? namedPhrase(known) : id, detail });
    }
    default: {
      if (isToldByDetail(cause.type) && detail !== "") return detail;
      const known = cause.trigger === null ? undefined : definition?.triggers[cause.trigger];
      const trigger = known?.type === cause.type ? triggerWords(known, wording) : goneWords(cause, wording);
      return message("causes.trigger", { trigger, detail });
    }
  }
}

/** A cause that nobody triggered by hand: a sentence, or a mode that began by itself; otherwise null. */
function startedBy(by: RunCause["by"]): Phrase | null {
  if (by?.kind === "conversation") return originWords(by);
  return by?.kind === "schedule" && by.id.startsWith("mode/") ? message("causes.mode") : null;
}

/** The words for a trigger that does not exist any more. */
function goneWords({ type, dueAt }: RunCause, { home, now }: Wording): Phrase {
  if (dueAt !== null) return message("causes.due", { moment: momentPhrase(dueAt, now, home.timezone) });
  return triggerKindNamed(type)?.goneWords ?? message("causes.device");
}

/** A condition as a line of a trace; the conditions inside have lines of their own. */
function lineOf(condition: Condition, { home }: Wording): Phrase {
  return conditionKindOf(condition).traceWords ?? conditionWords(condition, home);
}

/** The action at a path of a trace: `actions[1].options[0].do[2]`, `actions[1].actions#3[0]`. */
function actionAt(definition: Automation, path: string): AutomationAction | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as AutomationAction) : undefined;
}

function conditionAt(definition: Automation, path: string): Condition | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as Condition) : undefined;
}

function valueAt(definition: Automation, path: string): unknown {
  // All rounds of a repeat are the same list in the definition.
  const keys = path.replace(/#\d+/g, "").match(/[a-z]+|\d+/gi) ?? [];
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
    definition,
  );
}

function isTyped(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value;
}
