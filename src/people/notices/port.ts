/**
 * The port of notices: a feed of what people should know. Any part of Jia may `tell` a notice; channels send it to phones. Times
 * are milliseconds since the epoch.
 */
import type { Command, DeviceId, Execution, NoticeLevel, Origin, Phrase } from "../../home/index.ts";

/** A remedy for a notice. `commands`: executed on request, within the policy · `question`: a question to ask Jia. */
export type NoticeAct =
  | { readonly kind: "commands"; readonly commands: readonly Command[]; readonly label: Phrase }
  | { readonly kind: "question"; readonly text: Phrase };

/** A notice to be told. */
export interface NewNotice {
  readonly level: NoticeLevel;
  /**
   * The key of its cause: `leak/miot:123`. A notice with the same key within a while is counted as a repetition, and not sent
   * again.
   */
  readonly subject: string;
  /** A message, so that each reader gets it in their own language; a person's own text stays as it is. */
  readonly text: Phrase;
  /** The part of Jia that tells it: `watch/leak`, `automation/night-lights`. */
  readonly source: string;
  readonly device?: DeviceId | null;
  /** Id of a room. */
  readonly room?: string | null;
  readonly act?: NoticeAct | null;
  /** Its cause lasts until `end` is called for the subject: water on the floor, an open door. */
  readonly lasting?: boolean;
  /** Ids of its readers; everybody when left out or null. */
  readonly to?: readonly string[] | null;
  /** Milliseconds in which repetitions are only counted; by level when left out. */
  readonly countedMs?: number;
  /** Milliseconds in which it is worth sending; by level when left out. */
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
  /** When it was told first and last. */
  readonly at: number;
  readonly lastAt: number;
  /** How often it was told, repetitions included. */
  readonly count: number;
  /** When its cause ended; null: not yet, or the cause does not last. */
  readonly endedAt: number | null;
  /** It is not sent after this. */
  readonly notAfter: number;
}

/** A reader: the id of a person; null: everybody, or somebody unknown. */
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
  /** true: only ended ones · false: only others. */
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
  /** `told`: new · `counted`: a repetition · `raised`: a repetition with a higher level · `ended`: its cause is over. */
  | { readonly type: "told" | "counted" | "raised" | "ended"; readonly notice: Notice; readonly at: number }
  | { readonly type: "read"; readonly ids: readonly string[]; readonly reader: Reader; readonly at: number };

/** The feed. */
export interface Notices {
  /** Whether another instance keeps the feed; it is empty here. */
  readonly standsBy: boolean;
  /**
   * Tells people something; resolves when it is stored. When the store cannot be written it is told all the same, and stored
   * later. null: this instance stands by, and nothing is told.
   */
  tell(notice: NewNotice): Promise<Notice | null>;
  /** Ends the lasting notice of a subject: its cause is over. */
  end(subject: string): Promise<void>;
  /** The lasting notice of a subject that is not over. */
  open(subject: string): Notice | undefined;
  get(id: string): Notice | undefined;
  /** Newest first; 100 when no limit is given. */
  list(filter?: NoticeFilter): readonly Notice[];
  unread(reader: Reader): UnreadCount;
  isRead(notice: Notice, reader: Reader): boolean;
  /** Marks these, or all, as read. @returns how many were unread */
  markRead(ids: readonly string[] | "all", reader: Reader): Promise<number>;
  /**
   * Executes the commands of a notice, through the home and its policy.
   * @throws JiaError `not-found` when there is no such notice, `conflict` when it has no commands
   */
  act(id: string, origin: Origin, signal?: AbortSignal): Promise<Execution>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: NoticeEvent) => void): () => void;
}
