import { atMost, type Clock } from "../../home/index.ts";
import type { Waker } from "../waker.ts";
import type { Channel, OutboxEntry, OutboxState } from "./channel.ts";
import { ChannelQueue } from "./channel-queue.ts";
import type { ChannelRegistry } from "./channel-registry.ts";
import type { ChannelHealth } from "./health.ts";
import type { Notice } from "./port.ts";
import type { PushMessage, SendResult } from "./provider.ts";
import { backOffMs, routesOf, sendWindow } from "./routes.ts";
import type { OutboxStorage } from "./storage.ts";

export interface DispatcherOptions {
  readonly clock: Clock;
  readonly waker: Waker;
  readonly storage: OutboxStorage;
  readonly registry: ChannelRegistry;
  readonly health: ChannelHealth;
  /** IANA zone of the home. */
  readonly timezone: string;
  readonly notice: (id: string) => Notice | undefined;
  /** Composes one message of notices for the reader of a channel. */
  readonly compose: (id: string, notices: readonly Notice[], channel: Channel, worthMs: number) => PushMessage;
  /** Called for errors that nobody awaits. */
  readonly failed: (error: unknown) => void;
  readonly newId?: () => string;
}

/** How long settled entries are kept, in milliseconds. */
const KEEP_MS = 2 * 86_400_000;
/** Longest pause that a server may ask for, in milliseconds. */
const LONGEST_HOLD_MS = 15 * 60_000;
/** How long a stop waits for the sends that it aborts, in milliseconds. */
const STOP_MS = 3_000;
/** Most channels that are sent to at the same time. */
const AT_ONCE = 8;

/**
 * Sends notices. Each pair of notice and channel is an entry of the outbox that is stored before it is sent and settled after.
 * An entry that was being sent when a process ended is sent again only if its receiver shows it once.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  /** Unsettled entries, keyed by id. */
  readonly #entries = new Map<string, OutboxEntry>();
  /** Keyed by id of the channel. */
  readonly #paces = new Map<string, ChannelQueue>();
  /** Ids of channels with a send in progress. */
  readonly #busy = new Set<string>();
  readonly #newId: () => string;
  #stopping = new AbortController();
  #cancelWake: (() => void) | null = null;
  #active = false;
  /** Tasks in progress. */
  readonly #work = new Set<Promise<unknown>>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#newId = options.newId ?? (() => crypto.randomUUID());
  }

  /** Continues with the entries of the store. */
  async start(): Promise<void> {
    const { storage, clock } = this.#options;
    this.#stopping = new AbortController();
    await storage.prune(clock.now() - KEEP_MS);
    const cutOff: OutboxEntry[] = [];
    for (const entry of await storage.unsettled()) {
      if (entry.state === "sending") cutOff.push(entry);
      else this.#entries.set(entry.id, entry);
    }
    this.#active = true;
    await this.#settleCutOff(cutOff);
    this.look();
  }

  /** Aborts sends in progress, and stores whether they may have arrived. */
  async stop(): Promise<void> {
    this.#active = false;
    this.#stopping.abort();
    this.#cancelWake?.();
    this.#cancelWake = null;
    this.#entries.clear();
    this.#paces.clear();
    await atMost(STOP_MS, Promise.allSettled(this.#work));
  }

  /** Adds notices that the process stored just before it ended, without their entries in the outbox. */
  async addMissed(notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const noted = new Set((await this.#options.storage.noted()).map(({ notice, level }) => `${notice} ${level}`));
    for (const notice of notices) if (!noted.has(`${notice.id} ${notice.level}`)) await this.add(notice);
  }

  /** Adds a notice to the outbox; resolves once that is stored. */
  async add(notice: Notice): Promise<void> {
    if (!this.#active) return;
    const { registry } = this.#options;
    const now = this.#options.clock.now();
    const entries = routesOf(notice, registry.reaching()).map((channel): OutboxEntry => {
      return {
        id: this.#newId(),
        notice: notice.id,
        channel: channel.id,
        level: notice.level,
        state: "waiting",
        ...sendWindow(channel, notice, now, this.#sendConditions(channel)),
        attempts: 0,
        message: null,
        createdAt: now,
        settledAt: null,
      };
    });
    // A raised notice replaces its own entries that were not tried yet.
    const before = [...this.#entries.values()].filter((each) => each.notice === notice.id && isUntried(each));
    await this.#settle(before, "over");
    for (const entry of entries) this.#entries.set(entry.id, entry);
    await this.#save(entries);
    this.look();
  }

  /** Plans entries that were not tried yet again, after channels changed. */
  replan(): void {
    const { clock, registry, notice } = this.#options;
    const now = clock.now();
    const moved = [...this.#entries.values()].flatMap((entry): OutboxEntry[] => {
      if (!isUntried(entry)) return [];
      const channel = registry.get(entry.channel);
      const about = notice(entry.notice);
      if (!channel || !about) return [];
      const { dueAt, notAfter } = sendWindow(channel, about, now, this.#sendConditions(channel));
      return dueAt === entry.dueAt ? [] : [{ ...entry, dueAt, notAfter: Math.max(notAfter, entry.notAfter) }];
    });
    for (const entry of moved) this.#entries.set(entry.id, entry);
    this.#track(this.#save(moved).then(() => this.look()));
  }

  /** The number of waiting entries. */
  get waiting(): number {
    return this.#entries.size;
  }

  /** Resolves when only timers are left; for simulations. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }

  /** Sends the due entries, and sets the wake-up for the next ones. */
  look(): void {
    if (!this.#active) return;
    const waiting = Map.groupBy(this.#entries.values(), ({ channel }) => channel);
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const [id, entries] of waiting) {
      if (this.#busy.has(id)) continue;
      if (this.#busy.size >= AT_ONCE) break;
      wakeAt = Math.min(wakeAt, this.#lookAt(id, entries));
    }
    this.#cancelWake?.();
    this.#cancelWake = Number.isFinite(wakeAt) ? this.#options.waker.wake(wakeAt, () => this.look()) : null;
  }

  /** Starts to send the due entries of one channel. @returns when to look again, in milliseconds since the epoch */
  #lookAt(id: string, entries: readonly OutboxEntry[]): number {
    const { clock, registry } = this.#options;
    const now = clock.now();
    const left = entries.filter((entry) => !this.#settleLate(entry, now));
    const channel = registry.get(id);
    if (!channel?.enabled) {
      // The channel was disabled or removed.
      this.#track(this.#settle(left, channel ? "expired" : "failed"));
      return Number.POSITIVE_INFINITY;
    }
    const pace = this.#paces.get(id) ?? new ChannelQueue(now);
    this.#paces.set(id, pace);
    const next = pace.next(left, now);
    switch (next.kind) {
      case "send":
        this.#busy.add(id);
        this.#track(
          this.#send(channel, next.entries, next.message ?? this.#newId(), pace).finally(() => {
            this.#busy.delete(id);
            this.look();
          }),
        );
        return Number.POSITIVE_INFINITY;
      case "wait":
        return next.at;
      case "nothing":
        return Number.POSITIVE_INFINITY;
      default:
        return next satisfies never;
    }
  }

  /** Settles an entry that is too late, or whose cause has ended; alarms are sent although it ended. @returns whether it was settled */
  #settleLate(entry: OutboxEntry, now: number): boolean {
    const notice = this.#options.notice(entry.notice);
    const over = entry.level !== "alarm" && (!notice || notice.endedAt !== null);
    const late = now > entry.notAfter;
    if (!over && !late) return false;
    this.#track(this.#settle([entry], late ? "expired" : "over"));
    return true;
  }

  async #send(channel: Channel, entries: readonly OutboxEntry[], message: string, pace: ChannelQueue): Promise<void> {
    const { clock, registry, health } = this.#options;
    const begun = entries.map((entry) => ({
      ...entry,
      state: "sending" as const,
      message,
      attempts: entry.attempts + 1,
    }));
    for (const entry of begun) this.#entries.set(entry.id, entry);
    await this.#save(begun);
    const sent = await this.#sendNow(channel, begun, message);
    const now = clock.now();
    if (!this.#active) {
      await this.#noteCutOff(begun, sent, now);
      return;
    }
    switch (sent.kind) {
      case "sent":
        pace.holdUntil = 0;
        await this.#settle(begun, "sent");
        await health.worked(channel, now, sent.replaces === true);
        return;
      case "refused":
        await this.#settle(begun, "failed");
        if (sent.gone) this.#paces.delete(channel.id);
        await health.refused(channel, now, sent);
        return;
      case "failed": {
        // A server may not ask for days of silence: the notices would be worth nothing by then.
        const asked = Math.min(sent.afterMs ?? 0, LONGEST_HOLD_MS);
        const wait = Math.max(backOffMs(begun[0]?.attempts ?? 1), asked);
        pace.holdUntil = now + wait;
        const shownOnce = registry.replaces(channel);
        await this.#again(begun, now + wait, sent.perhaps, shownOnce);
        await health.failed(channel, now, sent.why);
        return;
      }
      default:
        sent satisfies never;
    }
  }

  async #sendNow(channel: Channel, entries: readonly OutboxEntry[], id: string): Promise<SendResult> {
    const { clock, registry, compose, notice, failed } = this.#options;
    const way = registry.wayOf(channel);
    const notices = entries.flatMap((entry) => notice(entry.notice) ?? []);
    const worthMs = Math.max(0, Math.min(...entries.map(({ notAfter }) => notAfter)) - clock.now());
    try {
      if (!way) throw new Error(`there is no way "${channel.way}"`);
      return await way.send(compose(id, notices, channel, worthMs), channel, this.#stopping.signal);
    } catch (error) {
      // A mistake of our own: a retry would fail again.
      failed(error);
      return { kind: "refused", why: "", gone: false };
    }
  }

  /** Queues failed entries again, while they are in time and cannot be shown twice; an alarm may be shown twice rather than never. */
  async #again(entries: readonly OutboxEntry[], dueAt: number, perhaps: boolean, shownOnce: boolean): Promise<void> {
    const left: OutboxEntry[] = [];
    for (const entry of entries) {
      if (perhaps && !shownOnce && entry.level !== "alarm") await this.#settle([entry], "unknown");
      else if (dueAt > entry.notAfter) await this.#settle([entry], "failed");
      else left.push({ ...entry, state: "waiting", dueAt, message: perhaps ? entry.message : null });
    }
    for (const entry of left) this.#entries.set(entry.id, entry);
    await this.#save(left);
  }

  /** Stores the result of sends that a stop aborted; unknown results stay as they are. */
  async #noteCutOff(entries: readonly OutboxEntry[], sent: SendResult, now: number): Promise<void> {
    const state = sent.kind === "sent" ? "sent" : sent.kind === "failed" && !sent.perhaps ? "waiting" : null;
    if (state === null) return;
    const settledAt = state === "sent" ? now : null;
    const settled = entries.map((entry): OutboxEntry => ({ ...entry, state, settledAt }));
    await this.#options.storage.saveCutOff(settled).catch(this.#options.failed);
  }

  /** Settles entries that were being sent when the process before ended; perhaps they arrived. Alarms are sent again. */
  async #settleCutOff(entries: readonly OutboxEntry[]): Promise<void> {
    const { registry, clock } = this.#options;
    const now = clock.now();
    for (const entry of entries) {
      const channel = registry.get(entry.channel);
      const again = channel && (registry.replaces(channel) || entry.level === "alarm");
      if (again && now <= entry.notAfter) {
        const waiting: OutboxEntry = { ...entry, state: "waiting", dueAt: 0 };
        this.#entries.set(waiting.id, waiting);
        await this.#save([waiting]);
      } else await this.#settle([entry], "unknown");
    }
  }

  async #settle(entries: readonly OutboxEntry[], state: OutboxState): Promise<void> {
    const settledAt = this.#options.clock.now();
    for (const { id } of entries) this.#entries.delete(id);
    await this.#save(entries.map((entry) => ({ ...entry, state, settledAt })));
  }

  /** Stores entries; a failure is reported, and they are sent all the same. */
  async #save(entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length === 0) return;
    try {
      await this.#options.storage.save(entries);
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #sendConditions(channel: Channel): { readonly timezone: string; readonly quietUntil: number } {
    return { timezone: this.#options.timezone, quietUntil: this.#options.registry.silenceOf(channel) };
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(this.#options.failed).finally(() => this.#work.delete(tracked));
    this.#work.add(tracked);
  }
}

function isUntried({ state, attempts }: OutboxEntry): boolean {
  return state === "waiting" && attempts === 0;
}
