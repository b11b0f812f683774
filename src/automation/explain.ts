import {
  type AuditEntry,
  actionName,
  type Home,
  type Language,
  type NotedOutcome,
  propertyName,
  succeeded,
  valueText,
} from "../home/index.ts";
import type { Automation } from "./definition/index.ts";
import { triggerWords } from "./describe/triggers.ts";
import { deviceWords, momentWords, say } from "./describe/words.ts";
import type { Explanation, WhyQuestion } from "./port.ts";
import type { AuditReader, RunStorage } from "./storage.ts";
import type { Run } from "./trace.ts";

export interface ExplainOptions {
  readonly home: Home;
  readonly audit: AuditReader;
  readonly runs: RunStorage;
  readonly now: number;
  readonly automation: (id: string) => Automation | undefined;
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
    const who = originWords(entry, run, language, options);
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
  const found = await runs.list({ of: entry.origin.id, to: entry.at, limit: RUNS });
  const during = found.filter(
    (run) =>
      run.status !== "skipped" && run.status !== "missed" && (run.finishedAt === null || run.finishedAt >= entry.at),
  );
  const run = during[0] ?? null;
  const by = run?.kind === "scene" ? run.cause.chain.at(-1) : undefined;
  if (!run || by === undefined) return run;
  // A scene that an automation activated: the automation is the answer.
  const [parent] = (await runs.list({ of: by, to: entry.at, limit: RUNS })).filter(
    ({ status }) => status !== "skipped",
  );
  return parent ?? run;
}

function outcomeWords(outcome: NotedOutcome, language: Language, home: Home): string {
  const spec = home.device(outcome.device)?.spec;
  if ("action" in outcome) {
    const action = spec?.actions.get(outcome.action);
    return action ? actionName(action, language) : outcome.action;
  }
  const property = spec?.properties.get(outcome.property);
  if (!property) return `${outcome.property} = ${outcome.value}`;
  return `${propertyName(property, language)} ${valueText(property, outcome.value, language)}`;
}

function originWords(entry: AuditEntry, run: Run | null, language: Language, options: ExplainOptions): string {
  const { origin } = entry;
  switch (origin.kind) {
    case "person":
      return say(language, `by ${origin.name ?? "a person"}`, `由${origin.name ?? "人"}操作`);
    case "conversation":
      return origin.text === undefined
        ? say(language, "asked for in a conversation", "在对话中要求")
        : say(language, `because somebody said "${origin.text}"`, `因为有人说“${origin.text}”`);
    case "api":
      return say(language, "through the API", "通过 API");
    case "mcp":
      return say(
        language,
        `through MCP${origin.client ? ` (${origin.client})` : ""}`,
        `通过 MCP${origin.client ? `（${origin.client}）` : ""}`,
      );
    case "scene":
    case "schedule":
      return run
        ? runWords(run, language, options)
        : say(
            language,
            `by ${origin.kind} "${origin.id}"`,
            `由${origin.kind === "scene" ? "场景" : "自动化"}“${origin.id}”`,
          );
    default:
      return origin satisfies never;
  }
}

function runWords(run: Run, language: Language, { home, automation, now }: ExplainOptions): string {
  if (run.kind === "timer") {
    const name = run.name ? say(language, ` "${run.name}"`, `“${run.name}”`) : "";
    return say(language, `because the timer${name} ended`, `因为定时器${name}到时`);
  }
  if (run.kind === "scene") return say(language, `by the scene "${run.name}"`, `由场景“${run.name}”`);
  const trigger = run.cause.trigger === null ? undefined : automation(run.of)?.triggers[run.cause.trigger];
  const why = trigger ? triggerWords(trigger, language, home, now) : say(language, "run by hand", "手动运行");
  const detail = run.cause.detail ? say(language, `: ${run.cause.detail}`, `：${run.cause.detail}`) : "";
  return say(language, `by the automation "${run.name}" (${why}${detail})`, `由自动化“${run.name}”（${why}${detail}）`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
