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

/** For so many milliseconds it is worth telling that a timer is over. */
const RING_MS = 10 * 60_000;
/** What a rule tells again within this is only counted, in milliseconds: who rings twice is told twice. */
const AGAIN_MS = 60_000;

export interface NoticeParts {
  readonly config: Config;
  /** What of Jia itself may not work. */
  readonly probes: readonly Probe[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: Home;
  readonly people: People;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The feed with the ways to send it, as the process has it. */
export interface NoticeServices {
  readonly center: NoticeCenter;
  readonly channels: Channels;
  /** What browsers subscribe with. */
  readonly vapid: Vapid;
  /** Of several instances the one that runs the schedules tells and sends: the planner starts and stops it. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What does not work, for /ready and the doctor; null when all does. */
  hint(): Phrase | null;
}

/** What this home tells its people, and by which ways. */
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

/** What Jia looks out for by itself, as far as it is switched on. */
function createWatch(
  { config, probes, home, people, clock }: NoticeParts,
  notices: Notices,
  failed: (error: unknown) => void,
): HomeWatch {
  const isOn = (name: WatchName): boolean => config[`notices.watch.${name}`];
  const motion = new MotionLog(home, clock.now());
  // For as long as the process lives: it costs nothing, and who moved before counts.
  home.subscribe((event) => motion.note(event));
  return new HomeWatch({
    home,
    people,
    clock,
    waker: new TimerScheduler(clock),
    notices,
    watches: WATCHES.filter(({ name }) => isOn(name)),
    probes: isOn("trouble") ? probes : [],
    around: {
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

/** How the steps of runs reach people: by the feed, also where they should speak and no speaker of the home reads a text. */
export function outletsOf(notices: Pick<Notices, "tell">, post: NotificationSinks["post"]): NotificationSinks {
  return {
    post,
    tell: async ({ message: text, level, to, run }) => {
      const source = sourceOf(run);
      // Said to one person, it is not the same as said to another.
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
 * Tells of rules that run by themselves and fail, and of timers that ring, until the returned function is called.
 * @param on which of these are told; what the planner itself tells of a run always is
 */
export function notifyOfRuns(
  planner: Planner,
  notices: Notices,
  on: { readonly rules: boolean; readonly timers: boolean } = { rules: true, timers: true },
): () => void {
  return planner.subscribe((event) => {
    const isTold = event.type === "timer-finished" ? on.timers : on.rules || event.type === "notice";
    const told = isTold ? noticeOf(event, planner) : null;
    // What cannot be kept is in the log.
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
  // Whoever ran it by hand has seen what came of it.
  if (run.kind !== "automation" || run.status !== "failed" || run.cause.by !== undefined) return null;
  const source = sourceOf(run);
  const text = message("notices.runFailed", { name: nameOf(run, planner), reason: run.reason });
  return { level: "warning", text, subject: `${source}/failed`, source };
}

/** What counts down to nothing but a ring; who set it is told, where that is known. */
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
