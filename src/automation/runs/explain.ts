import { type AuditEntry, type Device, type NotedOutcome, type Phrase, succeeded } from "../../home/index.ts";
import {
  clockWords,
  deedOfOutcome,
  devicePhrase,
  type Language,
  message,
  messages,
  textOf,
} from "../../language/index.ts";
import { originWords } from "../describe/origins.ts";
import { causeWords, type RunWording, runName } from "../describe/run.ts";
import type { Explanation, PastChange, WhyDeed, WhyQuestion } from "../port.ts";
import type { AuditReader, RunStorage } from "../storage.ts";
import type { Run } from "./run.ts";

export interface ExplainOptions extends RunWording {
  readonly audit: AuditReader;
  readonly runs: RunStorage;
}

/** The most audit entries of a device that are searched. */
const DEPTH = 200;
/** The most changes that are told. */
const MOST_CHANGES = 5;
/** How long a command of a conversation counts as given by whoever speaks in it now, in milliseconds. */
const SAME_PERSON_MS = 15 * 60_000;
/** The most runs around the moment that are searched. */
const RUNS = 20;

/** Finds the command that made a device as it is, who gave it, and the run behind that. */
export async function explain(
  question: WhyQuestion,
  language: Language,
  options: ExplainOptions,
): Promise<Explanation> {
  const { home, audit, now } = options;
  const device = home.device(question.device);
  const id = device?.id ?? question.device;
  const name = device ? devicePhrase(device) : id;
  const entries = await audit.forDevice(id, question.at ?? now, DEPTH);
  const called = textOf(name, language);
  const words = (outcomes: readonly NotedOutcome[], { at }: AuditEntry, who: Phrase) => ({
    name,
    done: [
      ...new Set(
        outcomes.map((outcome) => messages(language).why.did(deedOfOutcome(device, outcome, language), called)),
      ),
    ],
    moment: clockWords(at, now, home.timezone, language),
    who,
    unknown: outcomes.some(({ status }) => status === "unknown"),
  });
  const asked = (outcome: NotedOutcome): boolean =>
    about(outcome, question) && isDeed(device, outcome, question.deed, language);
  const changes = entries
    .flatMap(({ at, origin, outcomes }) =>
      outcomes
        .filter((outcome) => changed(outcome) && asked(outcome))
        .map((outcome): PastChange => ({ at, origin, outcome })),
    )
    .slice(0, MOST_CHANGES);
  for (const entry of entries) {
    const outcomes = entry.outcomes.filter((outcome) => changed(outcome) && asked(outcome));
    if (outcomes.length === 0) continue;
    const run = await runBehind(entry, options);
    const explained = message("why.explained", words(outcomes, entry, whoWords(entry, run, question, options)));
    return { text: textOf(explained, language), cause: { at: entry.at, origin: entry.origin, outcomes, run }, changes };
  }
  // Another deed on the device is no answer.
  if (question.deed !== undefined)
    return { text: textOf(message("why.notDone", { name }), language), cause: null, changes };
  // A later command did something else: it is not true then that nobody touched the device.
  const last = entries.find((entry) => entry.outcomes.some(changed));
  if (last === undefined) return { text: textOf(message("why.notByJia", { name }), language), cause: null, changes };
  const who = whoWords(last, await runBehind(last, options), question, options);
  const told = message("why.otherwise", words(last.outcomes.filter(changed), last, who));
  return { text: textOf(told, language), cause: null, changes };
}

/** Whether an outcome may have changed the device. An unknown outcome may have. */
function changed(outcome: NotedOutcome): boolean {
  return outcome.status === "unknown" || (succeeded(outcome) && outcome.status !== "unchanged");
}

function about(outcome: NotedOutcome, { address, value }: WhyQuestion): boolean {
  if (address === undefined) return true;
  if ("action" in outcome) return outcome.action === address;
  return outcome.property === address && (value === undefined || outcome.value === value);
}

/** Whether an outcome is the deed in question. */
function isDeed(
  device: Device | undefined,
  outcome: NotedOutcome,
  asked: WhyDeed | undefined,
  language: Language,
): boolean {
  if (asked === undefined) return true;
  const deed = deedOfOutcome(device, outcome, language);
  if (deed.kind === "act") return deed.act === asked;
  const isLock = device?.spec.kind === "lock";
  const opens = asked === "unlock" || asked === "open";
  if (deed.kind === "locked") return (isLock || asked === "lock" || asked === "unlock") && deed.locked !== opens;
  return deed.kind === "moved" && deed.open === opens;
}

/** The run whose step gave a command: of the same definition, and under way at that moment; null when none is found. */
async function runBehind(entry: AuditEntry, { runs }: ExplainOptions): Promise<Run | null> {
  if (entry.origin.kind !== "schedule" && entry.origin.kind !== "scene") return null;
  const found = await runs.list({ of: entry.origin.id, to: entry.at, begun: true, limit: RUNS });
  const run = found.find(({ finishedAt }) => finishedAt === null || finishedAt >= entry.at - entry.ms) ?? null;
  const by = run?.kind === "scene" ? run.cause.chain.at(-1) : undefined;
  if (!run || by === undefined) return run;
  // For a scene that an automation activated, the automation is the answer.
  const [parent] = await runs.list({ of: by, to: entry.at, begun: true, limit: 1 });
  return parent ?? run;
}

function whoWords(
  { at, origin }: AuditEntry,
  run: Run | null,
  { conversation }: WhyQuestion,
  wording: RunWording,
): Phrase {
  if (run && (origin.kind === "scene" || origin.kind === "schedule")) return byRunWords(run, wording);
  // A speaker in a room has one conversation for everybody who talks to it.
  const same = wording.now - at < SAME_PERSON_MS;
  return originWords(origin, same ? conversation : undefined, wording.resident);
}

/** A run as the author of a command: "by the automation "Hall light" (the hall Motion sensor detects motion)". */
function byRunWords(run: Run, wording: RunWording): Phrase {
  const name = runName(run, wording);
  const cause = causeWords(run.cause, wording.automation(run.of), wording);
  switch (run.kind) {
    case "timer":
      return run.name ? message("causes.byTimerNamed", { timer: run.name }) : message("causes.byTimer");
    case "scene":
      return run.cause.type === "undo"
        ? message("causes.bySceneUndone", { scene: name })
        : message("causes.bySceneRun", { scene: name, cause });
    case "automation":
      return message("causes.byAutomationRun", { automation: name, cause });
    default:
      return run.kind satisfies never;
  }
}
