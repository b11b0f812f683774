import { type AuditEntry, type NotedOutcome, succeeded } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { originWords } from "./describe/origins.ts";
import { outcomeWords } from "./describe/outcomes.ts";
import { runWords } from "./describe/run.ts";
import type { Wording } from "./describe/wording.ts";
import { deviceWords, momentWords, say } from "./describe/words.ts";
import type { Explanation, WhyQuestion } from "./port.ts";
import type { AuditReader, RunStorage } from "./storage.ts";
import type { Run } from "./trace.ts";

export interface ExplainOptions extends Wording {
  readonly audit: AuditReader;
  readonly runs: RunStorage;
}

/** How many audit entries of a device are looked through. */
const DEPTH = 200;
/** How many runs around the moment are looked through. */
const RUNS = 20;

/** The device has not answered yet, or Jia ended before it did. */
const UNKNOWN: Readonly<Record<Language, string>> = {
  en: "; it was sent, but what came of it is not known",
  zh: "；指令已发出，但结果未知",
};

/** Finds the command that made a device as it is, who gave it, and the run behind that. */
export async function explain(
  question: WhyQuestion,
  language: Language,
  options: ExplainOptions,
): Promise<Explanation> {
  const { home, audit, now } = options;
  const device = home.device(question.device);
  const id = device?.id ?? question.device;
  const name = device ? deviceWords(device, language) : id;
  const entries = await audit.forDevice(id, question.at ?? now, DEPTH);
  for (const entry of entries) {
    const outcomes = entry.outcomes.filter((outcome) => changed(outcome) && about(outcome, question.address));
    if (outcomes.length === 0) continue;
    const run = await runBehind(entry, options);
    const what = outcomes.map((outcome) => outcomeWords(outcome, language, home)).join(say(language, ", ", "，"));
    const when = momentWords(entry.at, now, home.timezone, language);
    const who = whoWords(entry, run, language, options);
    const whether = outcomes.some(({ status }) => status === "unknown") ? UNKNOWN[language] : "";
    const text = say(
      language,
      `${capital(name)}: ${what}, ${when}, ${who}${whether}.`,
      `${name}：${when}，${what}，${who}${whether}。`,
    );
    return { text, cause: { at: entry.at, origin: entry.origin, outcomes, run } };
  }
  return {
    text: say(
      language,
      `Jia did not do that to ${name}: it was changed by hand, by another app, or longer ago than is kept.`,
      `Jia 没有操作过${name}：可能是手动或其他应用所为，或已超出保留期限。`,
    ),
    cause: null,
  };
}

/** What is not known may be what did it, and is the last that Jia did. */
function changed(outcome: NotedOutcome): boolean {
  return outcome.status === "unknown" || (succeeded(outcome) && outcome.status !== "unchanged");
}

function about(outcome: NotedOutcome, address: string | undefined): boolean {
  return address === undefined || ("property" in outcome ? outcome.property : outcome.action) === address;
}

/** The run whose step that was: of the same definition, under way at that moment. */
async function runBehind(entry: AuditEntry, { runs }: ExplainOptions): Promise<Run | null> {
  if (entry.origin.kind !== "schedule" && entry.origin.kind !== "scene") return null;
  const found = await runs.list({ of: entry.origin.id, to: entry.at, begun: true, limit: RUNS });
  const run = found.find(({ finishedAt }) => finishedAt === null || finishedAt >= entry.at - entry.ms) ?? null;
  const by = run?.kind === "scene" ? run.cause.chain.at(-1) : undefined;
  if (!run || by === undefined) return run;
  // A scene that an automation activated: the automation is the answer.
  const [parent] = await runs.list({ of: by, to: entry.at, begun: true, limit: 1 });
  return parent ?? run;
}

function whoWords(entry: AuditEntry, run: Run | null, language: Language, options: ExplainOptions): string {
  const { origin } = entry;
  return run && (origin.kind === "scene" || origin.kind === "schedule")
    ? byRunWords(run, language, options)
    : originWords(origin, language);
}

/** "by the automation "Hall light" (the hall Motion sensor detects motion)". */
function byRunWords(run: Run, language: Language, wording: Wording): string {
  const { name, cause } = runWords(run, wording.automation(run.of), language, wording);
  switch (run.kind) {
    case "timer": {
      const called = run.name ? say(language, ` "${run.name}"`, `“${run.name}”`) : "";
      return say(language, `because the timer${called} ended`, `因为定时器${called}到时`);
    }
    case "scene":
      return run.cause.type === "undo"
        ? say(language, `because the scene "${name}" was undone`, `因为撤销了场景“${name}”`)
        : say(language, `by the scene "${name}" (${cause})`, `由场景“${name}”（${cause}）`);
    case "automation":
      return say(language, `by the automation "${name}" (${cause})`, `由自动化“${name}”（${cause}）`);
    default:
      return run.kind satisfies never;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
