/** The providers of channels. Each is a descriptor, implemented where the network is. */
import type { Message, NoticeLevel, Phrase } from "../../home/index.ts";
import type { Channel } from "./channel.ts";
import type { Notice } from "./port.ts";

/** A field of a provider's configuration. */
export interface ProviderField {
  readonly name: string;
  /** Never shown again: a token, a key, an address that contains one. */
  readonly secret: boolean;
  readonly required: boolean;
  /** The value when none is given. */
  readonly default?: string;
  /** An explanation for people. */
  readonly about: Message;
}

/** A message to send: one notice, or several together. */
export interface PushMessage {
  /** The same when the message is repeated. */
  readonly id: string;
  /** The worst of its notices. */
  readonly level: NoticeLevel;
  readonly title: string;
  readonly text: string;
  /** Each of its notices with its text. */
  readonly parts: readonly { readonly notice: Notice; readonly text: string }[];
  /** The label of the remedy, for a single notice with commands. */
  readonly act: string | null;
  /** Its address in the browser; null when the address for phones is not configured. */
  readonly link: string | null;
  /** How many milliseconds the message is kept for a phone that is off. */
  readonly worthMs: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The result of sending. */
export type SendResult =
  /** The receiver has it. `replaces`: the answer shows that a message with a known id replaces the earlier one. */
  | { readonly kind: "sent"; readonly replaces?: boolean }
  /** The receiver refuses it; no retry. `gone`: the receiver does not exist any more. */
  | { readonly kind: "refused"; readonly why: Phrase; readonly gone: boolean }
  /** A retry may work. `perhaps`: it may have arrived already · `afterMs`: earliest retry in so many milliseconds. */
  | {
      readonly kind: "failed";
      readonly why: Phrase;
      readonly perhaps: boolean;
      readonly afterMs: number | null;
    };

/** A provider of channels: a push service. */
export interface ChannelProvider {
  /** The name in configurations: `ntfy`. */
  readonly name: string;
  readonly about: Message;
  readonly fields: readonly ProviderField[];
  /** Its channels are made by a browser's subscription, not by settings. */
  readonly subscribed?: true;
  /**
   * What a receiver does with a repeated message. `replaced`: shows it once · `shown`: shows it twice · `learned`: depends on its
   * version, and its answers tell.
   */
  repeats(channel: Pick<Channel, "settings">): "replaced" | "shown" | "learned";
  /**
   * Checks the values of a channel, keyed by field.
   * @throws JiaError `invalid-request`, `denied` for a forbidden address
   */
  check(values: Readonly<Record<string, string>>): void;
  /** The host of the receiver, for people; never a path. */
  host(channel: Pick<Channel, "settings" | "secrets">): string;
  send(message: PushMessage, channel: Channel, signal: AbortSignal): Promise<SendResult>;
}
