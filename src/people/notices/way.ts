/** Kinds of ways to send: each is a descriptor of one list, made where the network is. */
import type { Message, NoticeLevel, Phrase } from "../../home/index.ts";
import type { Channel } from "./channel.ts";
import type { Notice } from "./port.ts";

/** One thing that a way needs to know. */
export interface WayField {
  readonly name: string;
  /** Never told once it is given: a token, a key, an address that holds one. */
  readonly secret: boolean;
  readonly required: boolean;
  /** What it is when nobody says. */
  readonly default?: string;
  /** What it is, for people. */
  readonly about: Message;
}

/** What is sent: one notice, or several together. */
export interface PushMessage {
  /** The same when it is sent again. */
  readonly id: string;
  /** The worst of its notices. */
  readonly level: NoticeLevel;
  readonly title: string;
  readonly text: string;
  /** Each of its notices with its text. */
  readonly parts: readonly { readonly notice: Notice; readonly text: string }[];
  /** What helps, where it is about one notice and something does. */
  readonly act: string | null;
  /** Where it is shown in the browser; null where nobody said how phones reach Jia. */
  readonly link: string | null;
  /** For how many milliseconds it is worth being kept for a phone that is off. */
  readonly worthMs: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What came of sending. */
export type Sent =
  /** The receiver has it. `replaces`: it has shown that a message with the id of another one replaces that. */
  | { readonly kind: "sent"; readonly replaces?: boolean }
  /** It will not take it: not tried again. `gone`: nobody is there any more, and never will be. */
  | { readonly kind: "refused"; readonly why: Phrase; readonly gone: boolean }
  /** It may take it later. `perhaps`: it may have it already · `afterMs`: not before so many milliseconds. */
  | {
      readonly kind: "failed";
      readonly why: Phrase;
      readonly perhaps: boolean;
      readonly afterMs: number | null;
    };

/** A kind of way to send. */
export interface Way {
  /** Stands in configurations: `ntfy`. */
  readonly name: string;
  readonly about: Message;
  readonly fields: readonly WayField[];
  /** It comes to be in another way than by somebody writing its settings: a browser subscribes. */
  readonly subscribed?: true;
  /**
   * What a receiver does with a message that comes twice: `replaced`: it shows one · `shown`: it shows two · `learned`: that
   * depends on its version, and its answers tell.
   */
  repeats(channel: Pick<Channel, "settings">): "replaced" | "shown" | "learned";
  /**
   * Looks at what was given.
   * @throws JiaError `invalid-request`, `denied` for an address that nothing may be sent to
   */
  check(values: Readonly<Record<string, string>>): void;
  /** Where it leads, as people are told: a host, never a path. */
  host(channel: Pick<Channel, "settings" | "secrets">): string;
  send(message: PushMessage, channel: Channel, signal: AbortSignal): Promise<Sent>;
}
