import type { Phrase } from "../../home/index.ts";
import { type Language, message, momentPhrase, namedPhrase, textOf } from "../../language/index.ts";
import { actionTraceWords } from "../actions/index.ts";
import { conditionKindOf, conditionWords } from "../conditions/index.ts";
import type { Automation, AutomationAction, Condition } from "../definition/index.ts";
import type { Run, RunCause } from "../runs/run.ts";
import { isToldByDetail, triggerKindNamed, triggerWords } from "../triggers/index.ts";
import { originWords } from "./origins.ts";
import type { Wording } from "./wording.ts";

/** What sentences about runs need besides the run. */
export interface RunWording extends Wording {
  readonly automation: (id: string) => Automation | undefined;
}

/** A run in words. */
export interface RunWords {
  /** What was run, by its own name. */
  readonly name: string;
  /** What started it. */
  readonly cause: string;
  /** What each condition of the trace asks; empty where its definition has changed since. */
  readonly conditions: readonly string[];
  /** What each step of the trace does; empty where its definition has changed since. */
  readonly steps: readonly string[];
}

/** @param unchanged the definition as it ran, undefined when that is not known any more */
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

/** What was run: the name of then, unless the reader's language has one of its own. */
export function runName(run: Run, { automation, scene }: Wording): Phrase {
  const known = run.kind === "automation" ? automation(run.of) : run.kind === "scene" ? scene(run.of) : undefined;
  if (known && known.name === run.name) return namedPhrase(known);
  return run.name || message("causes.timer");
}

/** What started a run: "on weekdays at 07:00", "the hall Motion sensor detects motion", "run by hand through the API". */
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

/** What began it without anybody's hand: a sentence, or a mode that began by itself; null where somebody started it. */
function startedBy(by: RunCause["by"]): Phrase | null {
  if (by?.kind === "conversation") return originWords(by);
  return by?.kind === "schedule" && by.id.startsWith("mode/") ? message("causes.mode") : null;
}

/** A trigger that is not there any more. */
function goneWords({ type, dueAt }: RunCause, { home, now }: Wording): Phrase {
  if (dueAt !== null) return message("causes.due", { moment: momentPhrase(dueAt, now, home.timezone) });
  return triggerKindNamed(type)?.goneWords ?? message("causes.device");
}

/** A condition as a line of a trace: what it is made of has lines of its own. */
function lineOf(condition: Condition, { home }: Wording): Phrase {
  return conditionKindOf(condition).traceWords ?? conditionWords(condition, home);
}

/** `actions[1].options[0].do[2]`, `actions[1].actions#3[0]`: the action that stands there. */
function actionAt(definition: Automation, path: string): AutomationAction | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as AutomationAction) : undefined;
}

function conditionAt(definition: Automation, path: string): Condition | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as Condition) : undefined;
}

function valueAt(definition: Automation, path: string): unknown {
  // Rounds of a repeat are one list in the definition.
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
