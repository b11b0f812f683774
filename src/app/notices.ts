import type { Logger } from "pino";
import type { Outlets, Planner, PlannerEvent, Run } from "../automation/index.ts";
import type { Clock, Home, Phrase } from "../home/index.ts";
import { message, namedPhrase } from "../language/index.ts";
import { type NewNotice, NoticeCenter, type Notices } from "../people/notices/index.ts";
import type { Store } from "../store/index.ts";

/** What a rule tells again within this is only counted, in milliseconds: who rings twice is told twice. */
const AGAIN_MS = 60_000;

/** The feed of this home. The planner starts and stops it: of several instances the one that runs the schedules tells. */
export function createNotices(home: Home, store: Store, clock: Clock, log: Logger): NoticeCenter {
  return new NoticeCenter({
    home,
    clock,
    storage: store.notices,
    failed: (error) => log.error({ err: error }, "a notice could not be kept"),
  });
}

/** A step of a rule tells people something. */
export async function tellOfAction(
  notices: Notices,
  { message: text, level, run }: Parameters<NonNullable<Outlets["tell"]>>[0],
): Promise<void> {
  const source = sourceOf(run);
  await notices.tell({ level, text, subject: `${source}/${text}`, source, countedMs: AGAIN_MS });
}

/** Tells of rules that run by themselves and fail, until the returned function is called. */
export function tellOfRuns(planner: Planner, notices: Notices): () => void {
  return planner.subscribe((event) => {
    const told = noticeOf(event, planner);
    // What cannot be kept is in the log.
    if (told) void notices.tell(told);
  });
}

function noticeOf(event: PlannerEvent, planner: Planner): NewNotice | null {
  if (event.type === "notice" && event.by === "planner") {
    const source = sourceOf(event.run);
    return { level: event.level, text: event.message, subject: `${source}/planner`, source };
  }
  if (event.type !== "run-finished") return null;
  const { run } = event;
  // Whoever ran it by hand has seen what came of it.
  if (run.kind !== "automation" || run.status !== "failed" || run.cause.by !== undefined) return null;
  const source = sourceOf(run);
  const text = message("notices.runFailed", { name: nameOf(run, planner), reason: run.reason });
  return { level: "warning", text, subject: `${source}/failed`, source };
}

function nameOf(run: Run, planner: Planner): Phrase {
  const definition = planner.automations.get(run.of)?.definition;
  return definition ? namedPhrase(definition) : run.name;
}

function sourceOf({ kind, of }: Run): string {
  return `${kind}/${of}`;
}
