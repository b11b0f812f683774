import {
  type Clock,
  type Device,
  type DeviceId,
  type Home,
  type HomeEvent,
  type Outcome,
  type Spec,
  succeeded,
} from "../../../home/index.ts";
import type { People } from "../../port.ts";
import type { Waker } from "../../waker.ts";
import type { NewNotice, Notices } from "../port.ts";
import {
  type HealthProbe,
  MINUTE_MS,
  type NoticeWatch,
  type WatchCondition,
  type WatchContext,
  type WatchName,
} from "./watch.ts";

export interface HomeWatchOptions {
  readonly home: Home;
  readonly people: Pick<People, "subscribe">;
  readonly clock: Clock;
  readonly waker: Waker;
  readonly notices: Notices;
  /** The enabled watches. */
  readonly watches: readonly NoticeWatch[];
  readonly probes: readonly HealthProbe[];
  readonly context: Omit<WatchContext, "home" | "now">;
  readonly failed: (error: unknown) => void;
}

/** A condition that holds and was not told yet. */
interface Pending {
  readonly device: DeviceId;
  readonly since: number;
  /** When to look again, in milliseconds since the epoch; infinite: at the device's next report. */
  lookAt: number;
}

/** How often the probes run, and how long one has to fail before it is reported, in milliseconds. */
const PROBE_MS = 30_000;
const WRONG_MS = 60_000;
/** How long to wait until all reports about an end are in, and how long before it a command counts as its cause, in milliseconds. */
const SETTLES_MS = 3000;
const ENDED_MS = 60_000;

/**
 * Runs the watches. Open notices are the record of what was told, so a restart tells nothing twice, and ends notices whose
 * cause ended meanwhile.
 */
export class HomeWatch {
  readonly #options: HomeWatchOptions;
  /** Keyed by subject. */
  readonly #pending = new Map<string, Pending>();
  /** Devices that reported something since the start; retained messages do not count. */
  readonly #heard = new Set<DeviceId>();
  /** The watches that apply to a spec, keyed by spec. */
  #ofSpec = new WeakMap<Spec, readonly NoticeWatch[]>();
  /** Since when a probe fails, keyed by name, in milliseconds since the epoch. */
  readonly #wrong = new Map<string, number>();
  /** When a command last stopped a device or switched it off, keyed by device id, in milliseconds since the epoch. */
  readonly #stopped = new Map<DeviceId, number>();
  /** Cancels the waits of notices that are about to be told. */
  readonly #settling = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #cancelWake: (() => void) | null = null;
  #cancelProbe: (() => void) | null = null;
  #work = 0;

  constructor(options: HomeWatchOptions) {
    this.#options = options;
  }

  start(): void {
    const { home, people } = this.#options;
    this.#ends.push(home.subscribe((event) => this.#note(event)));
    this.#ends.push(
      people.subscribe((event) => {
        for (const { name, ofPeople } of this.#options.watches) {
          const notice = ofPeople?.(event, home);
          if (notice) this.#track(this.#options.notices.tell({ ...notice, source: sourceOf(name) }));
        }
      }),
    );
    for (const device of home.devices) this.#look(device);
    this.#plan();
    this.#probe();
  }

  stop(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#cancelWake?.();
    this.#cancelProbe?.();
    for (const end of this.#settling) end();
    this.#settling.clear();
    this.#stopped.clear();
    this.#pending.clear();
    this.#heard.clear();
    this.#wrong.clear();
  }

  /** Resolves when only timers are left; for simulations. */
  async settled(): Promise<void> {
    while (this.#work > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  #note(event: HomeEvent): void {
    switch (event.type) {
      case "device-removed":
        this.#forget(event.device);
        return;
      case "property-changed":
      case "property-cleared":
        if (event.cause !== "retained") this.#heard.add(event.device.id);
        break;
      case "event-occurred":
        this.#heard.add(event.device.id);
        break;
      case "device-added":
      case "device-updated":
      case "availability-changed":
        break;
      case "executed":
        for (const outcome of event.outcomes) if (endsWork(outcome)) this.#stopped.set(outcome.device, event.at);
        return;
      default:
        return;
    }
    this.#happened(event.device.spec, event);
    this.#look(event.device);
    this.#plan();
  }

  #happened(spec: Spec, event: HomeEvent): void {
    for (const { name, happened, settles } of this.#watchesOf(spec)) {
      const found = happened?.(event, this.#watchContext());
      if (!found) continue;
      const notice = { ...found, source: sourceOf(name) };
      if (settles && "device" in event) this.#settle(notice, event.device, settles);
      else this.#track(this.#options.notices.tell(notice));
    }
  }

  /** Tells a notice after a short wait, unless a command was the cause or it does not hold any more. */
  #settle(notice: NewNotice, device: Device, settles: (device: Device) => boolean): void {
    const { clock, waker, notices } = this.#options;
    const at = clock.now();
    const end = waker.wake(at + SETTLES_MS, () => {
      this.#settling.delete(end);
      const stopped = this.#stopped.get(device.id) ?? Number.NEGATIVE_INFINITY;
      if (stopped >= at - ENDED_MS || !settles(device)) return;
      this.#track(notices.tell(notice));
    });
    this.#settling.add(end);
  }

  /** Judges all conditions of a device. */
  #look(device: Device): void {
    for (const { name, conditions } of this.#watchesOf(device.spec)) {
      for (const condition of conditions?.(device, this.#watchContext()) ?? []) this.#judge(condition, device, name);
    }
  }

  #judge(condition: WatchCondition, { id }: Device, name: WatchName): void {
    const { notices } = this.#options;
    const { subject, holds } = condition;
    if (holds !== true) {
      this.#pending.delete(subject);
      if (holds === false && notices.open(subject)) this.#track(notices.end(subject));
      return;
    }
    if (notices.open(subject)) {
      this.#pending.delete(subject);
      return;
    }
    const now = this.#options.clock.now();
    const since = this.#pending.get(subject)?.since ?? condition.since ?? now;
    const lookAt = this.#tellableFrom(condition, id, since, now);
    if (lookAt > now) {
      this.#pending.set(subject, { device: id, since, lookAt });
      return;
    }
    this.#pending.delete(subject);
    this.#track(notices.tell({ ...condition.notice(), subject, source: sourceOf(name), lasting: true }));
  }

  /** The earliest time at which a condition may be told, in milliseconds since the epoch. */
  #tellableFrom({ live, afterMs, from }: WatchCondition, device: DeviceId, since: number, now: number): number {
    if (live && !this.#heard.has(device)) return Number.POSITIVE_INFINITY;
    const due = since + afterMs;
    if (due > now || !from) return due;
    // While somebody moves it is checked every minute.
    return Math.max(due, from() ?? now + MINUTE_MS);
  }

  /** Ends the notices of a removed device. */
  #forget({ id }: Device): void {
    this.#heard.delete(id);
    for (const [subject, { device }] of this.#pending) if (device === id) this.#pending.delete(subject);
    const { notices } = this.#options;
    for (const { subject, source, lasting } of notices.list({ device: id, ended: false })) {
      if (lasting && source.startsWith("watch/")) this.#track(notices.end(subject));
    }
  }

  /** Sets the wake-up for the next condition. */
  #plan(): void {
    let first = Number.POSITIVE_INFINITY;
    for (const { lookAt } of this.#pending.values()) first = Math.min(first, lookAt);
    this.#cancelWake?.();
    this.#cancelWake = Number.isFinite(first) ? this.#options.waker.wake(first, () => this.#wake()) : null;
  }

  #wake(): void {
    const { home, clock } = this.#options;
    const now = clock.now();
    const due = new Set([...this.#pending.values()].flatMap(({ device, lookAt }) => (lookAt <= now ? [device] : [])));
    for (const id of due) {
      const device = home.device(id);
      if (device) this.#look(device);
    }
    this.#plan();
  }

  /** Runs the probes, and plans the next run. */
  #probe(): void {
    const { probes, clock, notices, waker } = this.#options;
    const now = clock.now();
    for (const { name, problem } of probes) {
      const subject = `trouble/${name}`;
      const text = problem();
      if (text === null) {
        this.#wrong.delete(name);
        if (notices.open(subject)) this.#track(notices.end(subject));
        continue;
      }
      const since = this.#wrong.get(name) ?? now;
      this.#wrong.set(name, since);
      if (now - since < WRONG_MS || notices.open(subject)) continue;
      this.#track(notices.tell({ level: "warning", subject, text, source: sourceOf("trouble"), lasting: true }));
    }
    this.#cancelProbe = waker.wake(now + PROBE_MS, () => this.#probe());
  }

  #watchesOf(spec: Spec): readonly NoticeWatch[] {
    const known = this.#ofSpec.get(spec);
    if (known) return known;
    const found = this.#options.watches.filter((watch) => watch.applies(spec));
    this.#ofSpec.set(spec, found);
    return found;
  }

  #watchContext(): WatchContext {
    const { home, clock, context } = this.#options;
    return { ...context, home, now: clock.now() };
  }

  #track(work: Promise<unknown>): void {
    this.#work += 1;
    work.catch(this.#options.failed).finally(() => {
      this.#work -= 1;
    });
  }
}

/** Whether an outcome stopped a device or switched it off. */
function endsWork(outcome: Outcome): boolean {
  if (!succeeded(outcome)) return false;
  if ("property" in outcome) return /\.on$/.test(outcome.property) && outcome.value === false;
  return /\.(?:stop|cancel|end|abort|turn-off)/.test(outcome.action);
}

function sourceOf(name: WatchName): string {
  return `watch/${name}`;
}
