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
  /** Origins (scheme, host, port) that may be sent to without a yes. */
  readonly allowed: readonly string[];
  readonly noticeServices: NoticeServices;
  readonly modes: HomeModes;
  readonly people: HomePeople;
  /**
   * Other data that another instance may change. It is read again while this one stands by, and before it takes over.
   */
  readonly kept: readonly { reload(): Promise<void> }[];
}

/** The planner of this home, over the store. On a shared store, one instance at a time runs it. */
export function createPlanner(parts: PlannerParts): HomePlanner {
  const { home, store, messages, clock, log, allowed, noticeServices, modes, people, kept } = parts;
  const outgoing = new OutgoingPost(allowed);
  const planner = new HomePlanner({
    home,
    clock,
    scheduler: new TimerScheduler(clock),
    storage: store,
    messages,
    // The lock of the folder keeps others from a SQLite file. A lease would only add a risk: on a full disk it runs
    // out, and everything stops.
    ...(store.database.kind === "postgres" && { lease: store.lease }),
    allowed,
    // Of several instances, only the one that runs the schedules sends notices.
    beforeActive: async () => {
      await people.takeOver();
      await modes.reload();
      for (const part of kept) await part.reload();
      await noticeServices.start();
    },
    onceActive: () => people.presences.look(),
    whileStandingBy: async () => {
      await people.reload();
      await modes.reload();
      for (const part of kept) await part.reload();
    },
    household: modesForAutomations(modes),
    residents: residentsOf(people),
    afterActive: () => noticeServices.stop(),
    sinks: outletsOf(noticeServices.center, (url, body) => outgoing.post(url, body)),
    clockSet: (jump) => log.warn(`the clock was set by ${jump / 1000} s: due times are worked out anew`),
    failed: (error) => log.error({ err: error }, "an automation failed"),
  });
  planner.subscribe((event) => {
    if (event.type !== "notice") return;
    log.info({ automation: event.run.of, run: event.run.id }, `notice: ${cleanText(event.message, MAX_TEXT)}`);
  });
  return planner;
}
