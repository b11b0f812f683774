/** What notices need kept. The store implements this; every call that writes resolves when the write is committed. */
import type { Channel, ChannelState, OutboxEntry } from "./channel.ts";
import type { Notice, Reader } from "./port.ts";

/** That somebody has read a notice. */
export interface NoticeRead {
  readonly notice: string;
  readonly reader: Reader;
  readonly at: number;
}

export interface NoticeStorage {
  /** Every notice that is kept, in the order in which they were first told. */
  all(): Promise<readonly Notice[]>;
  reads(): Promise<readonly NoticeRead[]>;
  /** Inserts, or replaces what changes. */
  save(notice: Notice): Promise<void>;
  saveReads(reads: readonly NoticeRead[]): Promise<void>;
  /** Forgets notices, and who has read them. */
  remove(ids: readonly string[]): Promise<void>;
}

/** Until when a person wants nothing but alarms; null is everybody. */
export interface QuietUntil {
  readonly person: string | null;
  readonly until: number;
}

export interface ChannelStorage {
  /** In the order in which they were added. */
  all(): Promise<readonly Channel[]>;
  /** Inserts or replaces. */
  save(channel: Channel): Promise<void>;
  /** Forgets a channel and its state. */
  remove(id: string): Promise<void>;
  states(): Promise<readonly ChannelState[]>;
  saveState(state: ChannelState): Promise<void>;
  quietUntil(): Promise<readonly QuietUntil[]>;
  saveQuietUntil(quiet: QuietUntil): Promise<void>;
}

export interface OutboxStorage {
  /** What waits, and what was being sent when the process ended; oldest first. */
  unsettled(): Promise<readonly OutboxEntry[]>;
  /** Of which notices it is noted that they are to be sent, settled or not. */
  noted(): Promise<readonly Pick<OutboxEntry, "notice" | "level">[]>;
  /** Inserts, or replaces what changes. */
  save(entries: readonly OutboxEntry[]): Promise<void>;
  /** Saves how the sending of entries ended that this instance began, where no other has settled them since. */
  saveCutOff(entries: readonly OutboxEntry[]): Promise<void>;
  /** Forgets what was settled before `before`. */
  prune(before: number): Promise<void>;
}
