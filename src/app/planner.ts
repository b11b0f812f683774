import type { Logger } from "pino";
import { HomePlanner, type MessageSource, TimerScheduler } from "../automation/index.ts";
import { type Clock, cleanText, type Home, MAX_TEXT } from "../home/index.ts";
import type { Store } from "../store/index.ts";

/** How long a webhook may take to answer, in milliseconds. */
const POST_MS = 10_000;

/** Scenes, automations and timers of this home, kept in the store; on a shared one, one instance at a time runs them. */
export function createPlanner(
  home: Home,
  store: Store,
  messages: MessageSource,
  clock: Clock,
  log: Logger,
): HomePlanner {
  const planner = new HomePlanner({
    home,
    clock,
    scheduler: new TimerScheduler(clock),
    storage: store,
    messages,
    lease: store.lease,
    outlets: {
      post: postNotice,
      // Nothing but the home's own speakers speaks yet: the run's trace says that nobody could be told.
      say: () => Promise.resolve(false),
    },
    failed: (error) => log.error({ err: error }, "an automation failed"),
  });
  planner.subscribe((event) => {
    if (event.type !== "notice") return;
    log.info({ automation: event.run.of, run: event.run.id }, `notice: ${cleanText(event.message, MAX_TEXT)}`);
  });
  return planner;
}

async function postNotice(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    redirect: "error",
    signal: AbortSignal.timeout(POST_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}
