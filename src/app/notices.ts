import type { Logger } from "pino";
import {
  MotionLog,
  type NotificationSinks,
  type Planner,
  type PlannerEvent,
  type Run,
  type Timer,
  TimerScheduler,
} from "../automation/index.ts";
import type { Config } from "../config/index.ts";
import { type Clock, type Home, homeMessage, type Message, type Phrase } from "../home/index.ts";
import { type Language, message, namedPhrase, temperatureUnitOf, textOf, withTemperatures } from "../language/index.ts";
import {
  type Channels,
  HomeNotices,
  type NewNotice,
  type NoticeCenter,
  type Notices,
} from "../people/notices/index.ts";
import { HomeWatch, type Probe, WATCHES, type WatchName } from "../people/notices/watch/index.ts";
import type { People } from "../people/port.ts";
import type { Store } from "../store/index.ts";
import { specText } from "../understanding/ground/spec-text.ts";
import { configuredChannels } from "./channels/configured.ts";
import { Vapid, waysToSend } from "./channels/index.ts";
import { isDeviceInState } from "./modes.ts";
import { OutgoingPost } from "./outgoing.ts";

/** How long after its end a timer is still worth a notice, in milliseconds. */
const RING_MS = 10 * 60_000;
/** A notice that a rule repeats within this time is only counted, in milliseconds. */
const AGAIN_MS = 60_000;

export interface NoticeParts {
  readonly config: Config;
  /** Checks of parts of Jia that may fail. */
  readonly probes: readonly Probe[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: Home;
  readonly people: People;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The feed and the channels of the process. */
export interface NoticeServices {
  readonly center: NoticeCenter;
  readonly channels: Channels;
  /** The key pair that browsers subscribe with. */
  readonly vapid: Vapid;
  /**
   * Starts telling and sending. Of several instances only the one that runs the schedules does so: the planner starts
   * and stops it.
   */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A part that does not work, for /ready and the doctor; null when all do. */
  hint(): Phrase | null;
}

/** The feed of notices with its channels and watches. */
export function createNotices(parts: NoticeParts): NoticeServices {
  const { config, env, home, people, store, clock, log } = parts;
  const failed = (error: unknown) => log.error({ err: error }, "a notice could not be kept or sent");
  const vapid = new Vapid(store.settings, clock, config["notices.contact"]);
  const ways = waysToSend(new OutgoingPost(config["policy.outgoing"]), vapid);
  const configured = configuredChannels(config["notices.channels"], ways, env);
  for (const problem of configured.problems) log.warn(textOf(problem, home.language));
  const notices = new HomeNotices({
    home,
    clock,
    waker: new TimerScheduler(clock),
    storage: store,
    ways,
    configured: configured.channels,
    link: config["notices.link"],
    languageOf: (person) => languageFor(person, people, home),
    isPerson: (id) => people.get(id) !== undefined,
    failed,
  });
  const watch = createWatch(parts, notices.center, failed);
  return {
    center: notices.center,
    channels: notices.channels,
    vapid,
    async start() {
      await notices.start();
      watch.start();
    },
    async stop() {
      watch.stop();
      await notices.stop();
    },
    hint: () => hintOf(configured.problems, notices.failing()),
  };
}

/** The watches that are switched on. */
function createWatch(
  { config, probes, home, people, clock }: NoticeParts,
  notices: Notices,
  failed: (error: unknown) => void,
): HomeWatch {
  const isOn = (name: WatchName): boolean => config[`notices.watch.${name}`];
  const motion = new MotionLog(home, clock.now());
  // Never ended: it costs nothing, and earlier motion counts.
  home.subscribe((event) => motion.note(event));
  return new HomeWatch({
    home,
    people,
    clock,
    waker: new TimerScheduler(clock),
    notices,
    watches: WATCHES.filter(({ name }) => isOn(name)),
    probes: isOn("trouble") ? probes : [],
    context: {
      minutes: {
        door: config["notices.minutes.door"],
        contact: config["notices.minutes.contact"],
        offline: config["notices.minutes.offline"],
        heat: config["notices.minutes.heat"],
      },
      isSo: (state, device) => isDeviceInState(state, device, clock.now()),
      works: (description) => specText().working.test(description),
      seesMotion: (device) => MotionLog.canTell(device),
      quiet: (devices) => motion.quiet(devices, clock.now()),
    },
    failed,
  });
}

function languageFor(person: string | null, people: People, home: Home): Language {
  const own = person === null ? null : (people.get(person)?.language ?? null);
  return own === null ? home.language : withTemperatures(own, temperatureUnitOf(home.language));
}

function hintOf(problems: readonly Message[], failing: readonly string[]): Phrase | null {
  const told = [...problems, ...(failing.length > 0 ? [message("channels.failing", { names: failing })] : [])];
  if (told.length === 0) return null;
  return homeMessage("several", { parts: told });
}

/**
 * The ways in which steps of runs reach people: the feed, also for speech where no speaker of the home reads texts
 * aloud.
 */
export function outletsOf(notices: Pick<Notices, "tell">, post: NotificationSinks["post"]): NotificationSinks {
  return {
    post,
    tell: async ({ message: text, level, to, run }) => {
      const source = sourceOf(run);
      // The same text to different people makes different notices.
      const subject = [source, text, ...(to ?? [])].join("/");
      await notices.tell({ level, text, subject, source, to, countedMs: AGAIN_MS });
    },
    say: async (text, run) => {
      const source = sourceOf(run);
      await notices.tell({ level: "info", text, subject: `${source}/${text}`, source, countedMs: AGAIN_MS });
      return true;
    },
  };
}

/**
 * Tells people of automations that fail, and of timers that ring, until the returned function is called.
 * @param on which of the two are told; notices of the planner about a run are told in any case
 */
export function notifyOfRuns(
  planner: Planner,
  notices: Notices,
  on: { readonly rules: boolean; readonly timers: boolean } = { rules: true, timers: true },
): () => void {
  return planner.subscribe((event) => {
    const isTold = event.type === "timer-finished" ? on.timers : on.rules || event.type === "notice";
    const told = isTold ? noticeOf(event, planner) : null;
    // A notice that cannot be stored is in the log.
    if (told) void notices.tell(told);
  });
}

function noticeOf(event: PlannerEvent, planner: Planner): NewNotice | null {
  if (event.type === "notice" && event.by === "planner") {
    const source = sourceOf(event.run);
    return { level: event.level, text: event.message, subject: `${source}/planner`, source };
  }
  if (event.type === "timer-finished") return noticeOfTimer(event.timer);
  if (event.type !== "run-finished") return null;
  const { run } = event;
  // Whoever ran it by hand has seen the result.
  if (run.kind !== "automation" || run.status !== "failed" || run.cause.by !== undefined) return null;
  const source = sourceOf(run);
  const text = message("notices.runFailed", { name: nameOf(run, planner), reason: run.reason });
  return { level: "warning", text, subject: `${source}/failed`, source };
}

/** The notice of a timer without commands, for whoever set it, where that is known; null for others. */
function noticeOfTimer({ id, name, commands, rings, origin }: Timer): NewNotice | null {
  if (commands.length > 0) return null;
  const source = `timer/${id}`;
  const to = origin.person === undefined ? null : [origin.person];
  const text = message("notices.rings", { as: rings ?? "timer", name });
  return { level: "info", text, subject: source, source, to, worthMs: RING_MS };
}

function nameOf(run: Run, planner: Planner): Phrase {
  const definition = planner.automations.get(run.of)?.definition;
  return definition ? namedPhrase(definition) : run.name;
}

function sourceOf({ kind, of }: Run): string {
  return `${kind}/${of}`;
}
