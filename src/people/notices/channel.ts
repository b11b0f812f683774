/** Ways to send notices to people's phones, as they are configured, and what is to be sent by them. */
import type { NoticeLevel, Phrase } from "../../home/index.ts";

/** Hours in which a channel is silent, in the home's zone: `22:00` to `07:00`. What comes meanwhile is sent at their end. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** Alarms wait as well. */
  readonly alarms: boolean;
}

/** A way to reach somebody. */
export interface Channel {
  readonly id: string;
  /** Which kind of way it is: `ntfy`, `telegram`. */
  readonly way: string;
  readonly name: string;
  /** Id of the person that it reaches; null: everybody. */
  readonly person: string | null;
  /** What is sent by it. */
  readonly levels: readonly NoticeLevel[];
  readonly quiet: QuietHours | null;
  readonly enabled: boolean;
  /** What its way needs to know, keyed by setting. */
  readonly settings: Readonly<Record<string, string>>;
  /** The same for what is never told: tokens, keys, addresses that hold one. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; null for one of jia.yaml, which only that changes. */
  readonly createdAt: number | null;
}

/** How sending by a channel goes. Times are milliseconds since the epoch. */
export interface ChannelState {
  readonly channel: string;
  /** Messages in a row that it did not take. */
  readonly failures: number;
  readonly failingSince: number | null;
  /** Why the last one failed. */
  readonly failure: Phrase | null;
  readonly workedAt: number | null;
  /** Its receiver has shown that it replaces a message that comes twice. */
  readonly replaces: boolean;
}

/** How the sending of a notice ended: `expired`: it was too late · `over`: what it was about was over · `unknown`: perhaps sent. */
export const SETTLED_STATES = ["sent", "failed", "expired", "over", "unknown"] as const;
export const OUTBOX_STATES = ["waiting", "sending", ...SETTLED_STATES] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** One notice that is to be sent by one channel. Times are milliseconds since the epoch. */
export interface OutboxEntry {
  readonly id: string;
  readonly notice: string;
  readonly channel: string;
  readonly level: NoticeLevel;
  readonly state: OutboxState;
  /** Not before; 0: at once. */
  readonly dueAt: number;
  readonly notAfter: number;
  readonly attempts: number;
  /** Id of the message that it is sent in, once that was begun. */
  readonly message: string | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
}
