/**
 * What other rooms see of notices: a feed of what people should know. Anything may `tell` one; ways to send them to phones
 * stand behind it. Times are milliseconds since the epoch.
 */
import type { Command, DeviceId, Execution, NoticeLevel, Origin, Phrase } from "../../home/index.ts";

/** What helps: `commands` are done when somebody asks for it, as the policy says · `question` is what to ask Jia about it. */
export type NoticeAct =
  | { readonly kind: "commands"; readonly commands: readonly Command[]; readonly label: Phrase }
  | { readonly kind: "question"; readonly text: Phrase };

/** Something that people should know. */
export interface NewNotice {
  readonly level: NoticeLevel;
  /**
   * What it is about, as a key: `leak/miot:123`. What is told again under the same key within a while is counted, and not
   * sent again.
   */
  readonly subject: string;
  /** A message, where Jia made it, so that each reads it in their own language; what a person wrote stands as it is. */
  readonly text: Phrase;
  /** Which part of Jia tells it: `watch/leak`, `automation/night-lights`. */
  readonly source: string;
  readonly device?: DeviceId | null;
  /** Id of a room. */
  readonly room?: string | null;
  readonly act?: NoticeAct | null;
  /** It is about something that lasts until `end` is called for its subject: water on the floor, an open door. */
  readonly lasting?: boolean;
  /** Ids of the people whom it is for; everybody when it is left out or null. */
  readonly to?: readonly string[] | null;
  /** For how many milliseconds the same subject is only counted; by the level when it is left out. */
  readonly countedMs?: number;
  /** For how many milliseconds it is worth being sent; by the level when it is left out. */
  readonly worthMs?: number;
}

/** A notice of the feed. */
export interface Notice {
  readonly id: string;
  readonly level: NoticeLevel;
  readonly subject: string;
  readonly text: Phrase;
  readonly source: string;
  readonly device: DeviceId | null;
  readonly room: string | null;
  readonly act: NoticeAct | null;
  readonly lasting: boolean;
  /** null: everybody. */
  readonly to: readonly string[] | null;
  /** When it was first told, and when last. */
  readonly at: number;
  readonly lastAt: number;
  /** How often it was told. */
  readonly count: number;
  /** Since when what it is about is over; null: it is not, or is nothing that lasts. */
  readonly endedAt: number | null;
  /** It is not sent after this. */
  readonly notAfter: number;
}

/** Who reads: the id of a person; null: everybody, or somebody of whom nobody knows who it is. */
export type Reader = string | null;

export interface NoticeFilter {
  /** Only those for this reader; all when it is left out. */
  readonly reader?: Reader;
  /** Only those that this reader has not read. */
  readonly unread?: boolean;
  /** Those of this level and above. */
  readonly level?: NoticeLevel;
  readonly device?: DeviceId;
  readonly room?: string;
  /** true: only what is over · false: only what is not. */
  readonly ended?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

export interface UnreadCount {
  readonly count: number;
  /** How many of them are alarms. */
  readonly alarms: number;
}

export type NoticeEvent =
  /** `told`: new · `counted`: told again · `raised`: told again, and worse · `ended`: what it is about is over. */
  | { readonly type: "told" | "counted" | "raised" | "ended"; readonly notice: Notice; readonly at: number }
  | { readonly type: "read"; readonly ids: readonly string[]; readonly reader: Reader; readonly at: number };

/** The feed. */
export interface Notices {
  /** Another instance tells and sends: the feed is not known here. */
  readonly standsBy: boolean;
  /**
   * Tells people something; resolves when it is kept. Where the store cannot be written it is told all the same, and kept once
   * it can be. Whoever stands by tells nothing.
   */
  tell(notice: NewNotice): Promise<Notice | null>;
  /** What the notices of this subject are about is over. */
  end(subject: string): Promise<void>;
  /** The one of this subject that is about something lasting which is not over. */
  open(subject: string): Notice | undefined;
  get(id: string): Notice | undefined;
  /** Newest first; 100 when no limit is given. */
  list(filter?: NoticeFilter): readonly Notice[];
  unread(reader: Reader): UnreadCount;
  isRead(notice: Notice, reader: Reader): boolean;
  /** Marks these, or all, as read; gives how many were not. */
  markRead(ids: readonly string[] | "all", reader: Reader): Promise<number>;
  /**
   * Does what helps, through the home and its policy.
   * @throws JiaError `not-found` when there is no such notice, `conflict` when nothing can be done about it
   */
  act(id: string, origin: Origin, signal?: AbortSignal): Promise<Execution>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: NoticeEvent) => void): () => void;
}
