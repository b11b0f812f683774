/** The data of channels, which send notices to phones, and of their outbox. */
import type { NoticeLevel, Phrase } from "../../home/index.ts";

/** Hours in which a channel is silent, in the home's zone: `22:00` to `07:00`. Notices of that time are sent at their end. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** Whether alarms wait as well. */
  readonly alarms: boolean;
}

/** A configured way to reach somebody. */
export interface Channel {
  readonly id: string;
  /** Name of its provider: `ntfy`, `telegram`. */
  readonly way: string;
  readonly name: string;
  /** Id of the person that it reaches; null: everybody. */
  readonly person: string | null;
  /** The levels that it sends. */
  readonly levels: readonly NoticeLevel[];
  readonly quiet: QuietHours | null;
  readonly enabled: boolean;
  /** The public values of its provider, keyed by field. */
  readonly settings: Readonly<Record<string, string>>;
  /** The secret values of its provider, keyed by field: tokens, keys, addresses that contain one. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; null for a channel of jia.yaml. */
  readonly createdAt: number | null;
}

/** The state of sending by a channel. Times are milliseconds since the epoch. */
export interface ChannelState {
  readonly channel: string;
  /** Failed messages in a row. */
  readonly failures: number;
  readonly failingSince: number | null;
  /** Why the last one failed. */
  readonly failure: Phrase | null;
  readonly workedAt: number | null;
  /** Whether its receiver is known to replace a repeated message. */
  readonly replaces: boolean;
}

/** How the sending of a notice ended. `expired`: too late · `over`: its cause had ended · `unknown`: perhaps sent. */
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
  /** Not sent before; 0: at once. */
  readonly dueAt: number;
  readonly notAfter: number;
  readonly attempts: number;
  /** Id of the message that contains it, once sending began. */
  readonly message: string | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
}
