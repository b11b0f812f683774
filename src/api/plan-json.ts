import {
  type Check,
  type DefinitionProblem,
  type Difference,
  heldBackWords,
  type Planner,
  type PlannerEvent,
  type Proposal,
  type Run,
  type Saved,
  type SavedAutomation,
  type Scene,
  type Timer,
  wantsApproval,
} from "../automation/index.ts";
import type { Home } from "../home/index.ts";
import { type Language, textOf } from "../language/index.ts";
import { maybeTime, originJson, outcomeJson, timeJson } from "./json.ts";
import { withoutSecrets } from "./plan-secrets.ts";

/** Scenes, automations, timers and runs as JSON of the API (`plan-schemas.ts` describes it). */

/** The reader of a plan. `trusted`: an adult, or a client with the home's token. */
export interface PlanViewer {
  readonly person?: string | undefined;
  readonly trusted: boolean;
}

/** A saved scene as JSON, described in `language`. */
export function sceneJson(saved: Saved<Scene>, planner: Planner, language: Language) {
  return {
    ...savedJson(saved),
    description: planner.scenes.describe(saved.definition, language),
    problems: problemsJson(planner.scenes.problems(saved), language),
    heldBack: heldBackJson(planner.scenes, saved.definition.id, language),
  };
}

/**
 * A saved automation as JSON, described in `language`.
 * @param asker an adult, or its author, also gets the keys and addresses in it
 */
export function automationJson(saved: SavedAutomation, planner: Planner, language: Language, asker: PlanViewer) {
  const whole = asker.trusted || (asker.person !== undefined && saved.definition.by === asker.person);
  return {
    ...savedJson(whole ? saved : { ...saved, definition: withoutSecrets(saved.definition) }),
    description: planner.automations.describe(saved.definition, language),
    problems: problemsJson(planner.automations.problems(saved), language),
    heldBack: heldBackJson(planner.automations, saved.definition.id, language),
    nextRun: maybeTime(saved.nextRun),
  };
}

/** The reasons why parts of it are left out when it runs, in words; null for a definition that was just deleted. */
export function heldBackJson(
  all: Pick<Planner["scenes"] | Planner["automations"], "get" | "heldBack">,
  id: string,
  language: Language,
): string | null {
  const held = all.get(id) === undefined ? null : all.heldBack(id);
  return held && heldBackWords(held, language);
}

function savedJson({ definition, approved, createdAt, updatedAt }: Saved<object>) {
  return { definition: { ...definition }, approved, createdAt: timeJson(createdAt), updatedAt: timeJson(updatedAt) };
}

function problemsJson(problems: readonly DefinitionProblem[], language: Language) {
  return problems.map(({ field, value, message, fix }) => ({
    field,
    value,
    message: textOf(message, language),
    fix: textOf(fix, language),
  }));
}

/** The result of a check as JSON. */
export function checkJson<Definition extends object>(
  check: Check<Definition>,
  home: Home,
  planner: Planner,
  language: Language,
  describe: (definition: Definition) => string,
  proposal: (definition: Definition) => Proposal,
  next: readonly number[],
) {
  return {
    definition: check.definition && { ...check.definition },
    problems: problemsJson(check.problems, language),
    warnings: problemsJson(check.warnings, language),
    approvals: check.approvals.map(({ device, command, why }) => ({
      device: home.device(device)?.handle ?? device,
      what: planner.timers.describe([command], language),
      why: textOf(why, language),
    })),
    question:
      check.definition && wantsApproval(check) ? planner.consent(proposal(check.definition), language).question : null,
    description: check.definition && describe(check.definition),
    next: next.map(timeJson),
  };
}

/** A run with its trace as JSON, in words of `language`. */
export function runJson(run: Run, home: Home, planner: Planner, language: Language) {
  const { id, kind, of, status, cause } = run;
  const words = planner.runs.describe(run, language);
  return {
    id,
    kind,
    of,
    name: words.name,
    status,
    reason: textOf(run.reason, language),
    cause: {
      type: cause.type,
      text: words.cause,
      trigger: cause.trigger,
      dueAt: maybeTime(cause.dueAt),
      detail: textOf(cause.detail, language),
      chain: [...cause.chain],
    },
    origin: originJson(run.origin),
    startedAt: timeJson(run.startedAt),
    finishedAt: maybeTime(run.finishedAt),
    conditions: run.conditions.map(({ path, holds, detail }, index) => ({
      path,
      holds,
      text: words.conditions[index] ?? "",
      detail: textOf(detail, language),
    })),
    steps: run.steps.map((step, index) => ({
      ...step,
      at: timeJson(step.at),
      text: words.steps[index] ?? "",
      detail: textOf(step.detail, language),
      outcomes: step.outcomes.map((outcome) => outcomeJson(outcome, home, language)),
    })),
    missed: run.missed && { count: run.missed.count, lastDueAt: timeJson(run.missed.lastDueAt) },
  };
}

/** A difference of a file as JSON, with its question where it wants a yes. */
export function differenceJson(difference: Difference, planner: Planner, language: Language) {
  const { proposal, fields, ...rest } = difference;
  const question = proposal && planner.consent(proposal, language).question;
  return { ...rest, fields: [...fields], asks: proposal !== null, question };
}

/** An event of the planner for a stream; `type` is the name of the stream's event too. */
export function plannerEventJson(event: PlannerEvent, home: Home, planner: Planner, language: Language) {
  const at = timeJson(event.at);
  switch (event.type) {
    case "run-started":
    case "run-finished":
      return { type: event.type, at, run: runJson(event.run, home, planner, language) };
    case "notice":
    case "say":
      return { type: event.type, at, message: event.message, of: event.run.of, run: event.run.id };
    case "timer-finished": {
      const outcomes = event.outcomes.map((outcome) => outcomeJson(outcome, home, language));
      return { type: event.type, at, timer: timerJson(event.timer, event.at), outcomes };
    }
    case "timers-changed":
    case "definitions-changed":
      return { type: event.type, at };
    default:
      return event satisfies never;
  }
}

/**
 * A timer as JSON.
 * @param now in milliseconds since the epoch
 */
export function timerJson(timer: Timer, now: number) {
  const { id, name, state, durationMs, room, createdAt } = timer;
  return {
    id,
    name,
    state: state.kind,
    dueAt: state.kind === "running" ? timeJson(state.dueAt) : null,
    remainingMs: state.kind === "running" ? Math.max(0, state.dueAt - now) : state.remainingMs,
    durationMs,
    commands: timer.commands.map((command) => ({ ...command })),
    room,
    createdAt: timeJson(createdAt),
  };
}
