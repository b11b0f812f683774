import { atMost, type Clock } from "../../home/index.ts";
import type { Waker } from "../waker.ts";
import type { Channel, OutboxEntry, OutboxState } from "./channel.ts";
import type { ChannelKeeper } from "./channel-keeper.ts";
import type { ChannelHealth } from "./health.ts";
import { ChannelPace } from "./outbox.ts";
import type { Notice } from "./port.ts";
import { backOffMs, routesOf, timesOf } from "./routes.ts";
import type { OutboxStorage } from "./storage.ts";
import type { PushMessage, Sent } from "./way.ts";

export interface DispatcherOptions {
  readonly clock: Clock;
  readonly waker: Waker;
  readonly storage: OutboxStorage;
  readonly keeper: ChannelKeeper;
  readonly health: ChannelHealth;
  /** IANA zone of the home. */
  readonly timezone: string;
  readonly notice: (id: string) => Notice | undefined;
  /** Puts notices into one message for who reads this channel. */
  readonly compose: (id: string, notices: readonly Notice[], channel: Channel, worthMs: number) => PushMessage;
  /** Told of errors that nobody waits for: the log. */
  readonly failed: (error: unknown) => void;
  readonly newId?: () => string;
}

/** What was settled is kept for so long, in milliseconds. */
const KEEP_MS = 2 * 86_400_000;
/** So long a server may ask to be left alone, in milliseconds. */
const LONGEST_HOLD_MS = 15 * 60_000;
/** A stop waits so long for what it cuts off, in milliseconds. */
const STOP_MS = 3_000;
/** Channels that are sent to at the same time. */
const AT_ONCE = 8;

/**
 * Sends what is told. Each notice and channel is an entry that is kept before it is sent and settled after: what was being
 * sent when a process ended is sent again only where its receiver shows it once.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  /** What is not settled, keyed by id. */
  readonly #entries = new Map<string, OutboxEntry>();
  /** Keyed by id of the channel. */
  readonly #paces = new Map<string, ChannelPace>();
  /** Ids of channels that are being sent to. */
  readonly #busy = new Set<string>();
  readonly #newId: () => string;
  #stopping = new AbortController();
  #cancelWake: (() => void) | null = null;
  #active = false;
  /** What is under way. */
  readonly #work = new Set<Promise<unknown>>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#newId = options.newId ?? (() => crypto.randomUUID());
  }

  /** Goes on with what is in the store. */
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

  /** Cuts off what is under way, and notes of it whether it may have arrived. */
  async stop(): Promise<void> {
    this.#active = false;
    this.#stopping.abort();
    this.#cancelWake?.();
    this.#cancelWake = null;
    this.#entries.clear();
    this.#paces.clear();
    await atMost(STOP_MS, Promise.allSettled(this.#work));
  }

  /** What was told just before the process ended, and of which it was not noted any more that it is to be sent. */
  async addMissed(notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const noted = new Set((await this.#options.storage.noted()).map(({ notice, level }) => `${notice} ${level}`));
    for (const notice of notices) if (!noted.has(`${notice.id} ${notice.level}`)) await this.add(notice);
  }

  /** Notes that a notice is to be sent; resolves once that is kept. */
  async add(notice: Notice): Promise<void> {
    if (!this.#active) return;
    const { keeper } = this.#options;
    const now = this.#options.clock.now();
    const entries = routesOf(notice, keeper.reaching()).map((channel): OutboxEntry => {
      return {
        id: this.#newId(),
        notice: notice.id,
        channel: channel.id,
        level: notice.level,
        state: "waiting",
        ...timesOf(channel, notice, now, this.#around(channel)),
        attempts: 0,
        message: null,
        createdAt: now,
        settledAt: null,
      };
    });
    // It is worse than what was to be sent of it: that is not sent as well.
    const before = [...this.#entries.values()].filter((each) => each.notice === notice.id && isUntried(each));
    await this.#settle(before, "over");
    for (const entry of entries) this.#entries.set(entry.id, entry);
    await this.#save(entries);
    this.look();
  }

  /** Something about channels was changed: what has not been tried yet is due as they are now. */
  replan(): void {
    const { clock, keeper, notice } = this.#options;
    const now = clock.now();
    const moved = [...this.#entries.values()].flatMap((entry): OutboxEntry[] => {
      if (!isUntried(entry)) return [];
      const channel = keeper.get(entry.channel);
      const about = notice(entry.notice);
      if (!channel || !about) return [];
      const { dueAt, notAfter } = timesOf(channel, about, now, this.#around(channel));
      return dueAt === entry.dueAt ? [] : [{ ...entry, dueAt, notAfter: Math.max(notAfter, entry.notAfter) }];
    });
    for (const entry of moved) this.#entries.set(entry.id, entry);
    this.#track(this.#save(moved).then(() => this.look()));
  }

  /** How many notices wait to be sent. */
  get waiting(): number {
    return this.#entries.size;
  }

  /** Resolves when nothing is under way but waits: for simulations. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }

  /** Sends what is due, and sets the wake-up for what is not. */
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

  /** Begins to send what is due of one channel; gives when to look again, at the latest. */
  #lookAt(id: string, entries: readonly OutboxEntry[]): number {
    const { clock, keeper } = this.#options;
    const now = clock.now();
    const left = entries.filter((entry) => !this.#settleLate(entry, now));
    const channel = keeper.get(id);
    if (!channel?.enabled) {
      // Nobody is to be reached by it any more.
      this.#track(this.#settle(left, channel ? "expired" : "failed"));
      return Number.POSITIVE_INFINITY;
    }
    const pace = this.#paces.get(id) ?? new ChannelPace(now);
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

  /** Whether it is not worth being sent any more: too late, or about something that is over. An alarm is told all the same. */
  #settleLate(entry: OutboxEntry, now: number): boolean {
    const notice = this.#options.notice(entry.notice);
    const over = entry.level !== "alarm" && (!notice || notice.endedAt !== null);
    const late = now > entry.notAfter;
    if (!over && !late) return false;
    this.#track(this.#settle([entry], late ? "expired" : "over"));
    return true;
  }

  async #send(channel: Channel, entries: readonly OutboxEntry[], message: string, pace: ChannelPace): Promise<void> {
    const { clock, keeper, health } = this.#options;
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
        // A server that asks for days of silence shall not have them: its notices would be worth nothing by then.
        const asked = Math.min(sent.afterMs ?? 0, LONGEST_HOLD_MS);
        const wait = Math.max(backOffMs(begun[0]?.attempts ?? 1), asked);
        pace.holdUntil = now + wait;
        const shownOnce = keeper.replaces(channel);
        await this.#again(begun, now + wait, sent.perhaps, shownOnce);
        await health.failed(channel, now, sent.why);
        return;
      }
      default:
        sent satisfies never;
    }
  }

  async #sendNow(channel: Channel, entries: readonly OutboxEntry[], id: string): Promise<Sent> {
    const { clock, keeper, compose, notice, failed } = this.#options;
    const way = keeper.wayOf(channel);
    const notices = entries.flatMap((entry) => notice(entry.notice) ?? []);
    const worthMs = Math.max(0, Math.min(...entries.map(({ notAfter }) => notAfter)) - clock.now());
    try {
      if (!way) throw new Error(`there is no way "${channel.way}"`);
      return await way.send(compose(id, notices, channel, worthMs), channel, this.#stopping.signal);
    } catch (error) {
      // A mistake of ours: the same would fail again.
      failed(error);
      return { kind: "refused", why: "", gone: false };
    }
  }

  /** What was not taken is tried again while it is worth it, and where it cannot be shown twice; alarms rather twice than never. */
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

  /** What was under way when this instance stopped; where nobody knows whether it arrived it stays so. */
  async #noteCutOff(entries: readonly OutboxEntry[], sent: Sent, now: number): Promise<void> {
    const state = sent.kind === "sent" ? "sent" : sent.kind === "failed" && !sent.perhaps ? "waiting" : null;
    if (state === null) return;
    const settledAt = state === "sent" ? now : null;
    const settled = entries.map((entry): OutboxEntry => ({ ...entry, state, settledAt }));
    await this.#options.storage.saveCutOff(settled).catch(this.#options.failed);
  }

  /** What was being sent when a process ended: perhaps it arrived. Alarms rather twice than never. */
  async #settleCutOff(entries: readonly OutboxEntry[]): Promise<void> {
    const { keeper, clock } = this.#options;
    const now = clock.now();
    for (const entry of entries) {
      const channel = keeper.get(entry.channel);
      const again = channel && (keeper.replaces(channel) || entry.level === "alarm");
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

  /** Where the store cannot be written people are told all the same. */
  async #save(entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length === 0) return;
    try {
      await this.#options.storage.save(entries);
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #around(channel: Channel): { readonly timezone: string; readonly quietUntil: number } {
    return { timezone: this.#options.timezone, quietUntil: this.#options.keeper.silenceOf(channel) };
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(this.#options.failed).finally(() => this.#work.delete(tracked));
    this.#work.add(tracked);
  }
}

function isUntried({ state, attempts }: OutboxEntry): boolean {
  return state === "waiting" && attempts === 0;
}
