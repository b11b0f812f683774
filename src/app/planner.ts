import type { Logger } from "pino";
import { HomePlanner, type MessageSource, TimerScheduler } from "../automation/index.ts";
import { type Clock, cleanText, type Home, MAX_TEXT } from "../home/index.ts";
import type { HomePeople } from "../people/index.ts";
import type { HomeModes } from "../people/modes/index.ts";
import type { Store } from "../store/index.ts";
import { modesForAutomations } from "./modes.ts";
import { type NoticeServices, outletsOf } from "./notices.ts";
import { OutgoingPost } from "./outgoing.ts";
import { residentsOf } from "./people.ts";

interface PlannerParts {
  readonly home: Home;
  readonly store: Store;
  readonly messages: MessageSource;
  readonly clock: Clock;
  readonly log: Logger;
  /** Origins that may be sent to unasked. */
  readonly allowed: readonly string[];
  readonly told: NoticeServices;
  readonly modes: HomeModes;
  readonly people: HomePeople;
  /** What else another instance may change: it is read again while this one stands by, and before it takes over. */
  readonly kept: readonly { reload(): Promise<void> }[];
}

/** Scenes, automations and timers of this home, kept in the store; on a shared one, one instance at a time runs them. */
export function createPlanner(parts: PlannerParts): HomePlanner {
  const { home, store, messages, clock, log, allowed, told, modes, people, kept } = parts;
  const outgoing = new OutgoingPost(allowed);
  const planner = new HomePlanner({
    home,
    clock,
    scheduler: new TimerScheduler(clock),
    storage: store,
    messages,
    // The folder's lock keeps others from a file: a lease that a full disk lets run out would stop everything.
    ...(store.database.kind === "postgres" && { lease: store.lease }),
    allowed,
    // Whoever runs the schedules tells people: of several instances only one.
    beforeActive: async () => {
      await people.takeOver();
      await modes.reload();
      for (const part of kept) await part.reload();
      await told.start();
    },
    onceActive: () => people.presences.look(),
    whileStandingBy: async () => {
      await people.reload();
      await modes.reload();
      for (const part of kept) await part.reload();
    },
    household: modesForAutomations(modes),
    residents: residentsOf(people),
    afterActive: () => told.stop(),
    outlets: outletsOf(told.center, (url, body) => outgoing.post(url, body)),
    clockSet: (jump) => log.warn(`the clock was set by ${jump / 1000} s: due times are worked out anew`),
    failed: (error) => log.error({ err: error }, "an automation failed"),
  });
  planner.subscribe((event) => {
    if (event.type !== "notice") return;
    log.info({ automation: event.run.of, run: event.run.id }, `notice: ${cleanText(event.message, MAX_TEXT)}`);
  });
  return planner;
}
