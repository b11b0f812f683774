/** The port of the channels: everything but their secrets. */
import type { NoticeLevel, Phrase } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Channel, ChannelState, QuietHours } from "./channel.ts";
import type { ChannelProvider } from "./provider.ts";

/** A channel without its secrets. */
export interface ChannelInfo extends Omit<Channel, "secrets" | "createdAt"> {
  /** Names of the secrets that are set. */
  readonly secrets: readonly string[];
  /** The host of its receiver. */
  readonly host: string;
  /** Whether it comes from jia.yaml, and can only be changed there. */
  readonly fromFile: boolean;
  readonly state: Pick<ChannelState, "failures" | "failingSince" | "failure" | "workedAt">;
}

/** A channel to be added. */
export interface ChannelDraft {
  /** Made from the name when it is left out. */
  readonly id?: string;
  readonly way: string;
  readonly name: string;
  readonly person?: string | null;
  /** All when left out. */
  readonly levels?: readonly NoticeLevel[];
  readonly quiet?: QuietHours | null;
  readonly enabled?: boolean;
  /** Settings and secrets, keyed by field of the provider. */
  readonly values: Readonly<Record<string, string>>;
}

/** Changes of a channel. A field that is left out stays; null removes a value. */
export interface ChannelPatch {
  readonly name?: string;
  readonly person?: string | null;
  readonly levels?: readonly NoticeLevel[];
  readonly quiet?: QuietHours | null;
  readonly enabled?: boolean;
  readonly values?: Readonly<Record<string, string | null>>;
}

export type TestResult = { readonly ok: true } | { readonly ok: false; readonly why: Phrase };

/** The channels of a home. */
export interface Channels {
  /** Whether another instance sends, and nothing can be changed here. */
  readonly standsBy: boolean;
  readonly ways: readonly Pick<ChannelProvider, "name" | "about" | "fields" | "subscribed">[];
  list(): readonly ChannelInfo[];
  /** @throws JiaError `not-found` with the nearest one */
  get(id: string): ChannelInfo;
  /** The channel of a provider with this secret. */
  holding(way: string, field: string, secret: string): ChannelInfo | undefined;
  /** @throws JiaError `invalid-request`, `denied` for a forbidden address, `conflict` */
  add(draft: ChannelDraft): Promise<ChannelInfo>;
  /** @throws JiaError as `add`, `not-found`, and `conflict` for a channel of jia.yaml */
  change(id: string, patch: ChannelPatch): Promise<ChannelInfo>;
  remove(id: string): Promise<ChannelInfo>;
  /** Sends one test message now, also in quiet hours. */
  test(id: string, language: Language): Promise<TestResult>;
  /** Until when a person, or everybody (null), gets only alarms, in milliseconds since the epoch; null: not set, or over. */
  quietUntil(person: string | null): number | null;
  /** @param until null ends it */
  setQuietUntil(person: string | null, until: number | null): Promise<void>;
}
