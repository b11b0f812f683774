/** What other rooms see of the ways to send notices: everything but what is secret. */
import type { NoticeLevel, Phrase } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Channel, ChannelState, QuietHours } from "./channel.ts";
import type { Way } from "./way.ts";

/** A channel without its secrets. */
export interface ChannelInfo extends Omit<Channel, "secrets" | "createdAt"> {
  /** Names of the secrets that are set. */
  readonly secrets: readonly string[];
  /** Where it leads: a host. */
  readonly host: string;
  /** It stands in jia.yaml, and is changed there. */
  readonly fromFile: boolean;
  readonly state: Pick<ChannelState, "failures" | "failingSince" | "failure" | "workedAt">;
}

/** A channel as somebody asks for it. */
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
  /** Settings and secrets, keyed by field of the way. */
  readonly values: Readonly<Record<string, string>>;
}

/** What is changed; values that are left out stay, null takes one away. */
export interface ChannelPatch {
  readonly name?: string;
  readonly person?: string | null;
  readonly levels?: readonly NoticeLevel[];
  readonly quiet?: QuietHours | null;
  readonly enabled?: boolean;
  readonly values?: Readonly<Record<string, string | null>>;
}

export type TestResult = { readonly ok: true } | { readonly ok: false; readonly why: Phrase };

/** The ways to send notices. */
export interface Channels {
  /** Another instance sends: nothing can be changed here. */
  readonly standsBy: boolean;
  readonly ways: readonly Pick<Way, "name" | "about" | "fields" | "subscribed">[];
  list(): readonly ChannelInfo[];
  /** @throws JiaError `not-found` with the nearest one */
  get(id: string): ChannelInfo;
  /** The one of a way whose secret is this. */
  holding(way: string, field: string, secret: string): ChannelInfo | undefined;
  /** @throws JiaError `invalid-request`, `denied` for an address that nothing may be sent to, `conflict` */
  add(draft: ChannelDraft): Promise<ChannelInfo>;
  /** @throws JiaError also `not-found`, and `conflict` for one that stands in jia.yaml */
  change(id: string, patch: ChannelPatch): Promise<ChannelInfo>;
  remove(id: string): Promise<ChannelInfo>;
  /** Sends one message now, in this language, whatever the hour. */
  test(id: string, language: Language): Promise<TestResult>;
  /** Until when a person, or everybody, wants nothing but alarms; null: nobody said, or it is over. */
  quietUntil(person: string | null): number | null;
  /** @param until null ends it */
  setQuietUntil(person: string | null, until: number | null): Promise<void>;
}
