/** Stores notices, channels and the outbox; the store implements it. Writes resolve when they are committed. */
import type { Channel, ChannelState, OutboxEntry } from "./channel.ts";
import type { Notice, Reader } from "./port.ts";

/** The mark that a reader has read a notice. */
export interface NoticeRead {
  readonly notice: string;
  readonly reader: Reader;
  readonly at: number;
}

export interface NoticeStorage {
  /** All notices, in the order in which they were first told. */
  all(): Promise<readonly Notice[]>;
  reads(): Promise<readonly NoticeRead[]>;
  /** Inserts, or replaces what changes. */
  save(notice: Notice): Promise<void>;
  saveReads(reads: readonly NoticeRead[]): Promise<void>;
  /** Deletes notices and their readers. */
  remove(ids: readonly string[]): Promise<void>;
}

/** Until when a person gets only alarms, in milliseconds since the epoch; null is everybody. */
export interface QuietUntil {
  readonly person: string | null;
  readonly until: number;
}

export interface ChannelStorage {
  /** In the order in which they were added. */
  all(): Promise<readonly Channel[]>;
  /** Inserts or replaces. */
  save(channel: Channel): Promise<void>;
  /** Deletes a channel and its state. */
  remove(id: string): Promise<void>;
  states(): Promise<readonly ChannelState[]>;
  saveState(state: ChannelState): Promise<void>;
  quietUntil(): Promise<readonly QuietUntil[]>;
  saveQuietUntil(quiet: QuietUntil): Promise<void>;
}

export interface OutboxStorage {
  /** Entries that wait, and entries that were being sent when the process ended; oldest first. */
  unsettled(): Promise<readonly OutboxEntry[]>;
  /** The notices with entries, settled or not. */
  noted(): Promise<readonly Pick<OutboxEntry, "notice" | "level">[]>;
  /** Inserts, or replaces what changes. */
  save(entries: readonly OutboxEntry[]): Promise<void>;
  /** Saves the result of sends that this instance began, unless another instance has settled them since. */
  saveCutOff(entries: readonly OutboxEntry[]): Promise<void>;
  /** Deletes entries that were settled before `before`. */
  prune(before: number): Promise<void>;
}
