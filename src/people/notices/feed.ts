import { NOTICE_LEVELS, type NoticeLevel } from "../../home/index.ts";
import type { NewNotice, Notice, NoticeFilter, Reader, UnreadCount } from "./port.ts";
import type { NoticeRead } from "./storage.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long repetitions of a subject are only counted, keyed by level. Milliseconds. */
const COUNTED_MS: Readonly<Record<NoticeLevel, number>> = {
  info: 60 * MINUTE,
  warning: 30 * MINUTE,
  alarm: 10 * MINUTE,
};
/** How long a notice is worth sending, keyed by level. Milliseconds. */
const WORTH_MS: Readonly<Record<NoticeLevel, number>> = {
  info: 30 * MINUTE,
  warning: 30 * MINUTE,
  alarm: 60 * MINUTE,
};
/** How long, in milliseconds, and how many notices are kept that are over or do not last. */
export const KEEP_MS = 90 * DAY;
export const KEEP = 1_000;
/** How many are listed without a limit. */
const LISTED = 100;

/** The effect of a notice on the feed. `told`: new · `counted`: a repetition · `raised`: a repetition with a higher level. */
export interface FeedChange {
  readonly what: "told" | "counted" | "raised";
  readonly notice: Notice;
}

/** The notices and their readers. Pure: the caller stores the changes. */
export class Feed {
  /** Keyed by id, in the order in which they were first told. */
  readonly #notices = new Map<string, Notice>();
  /** Id of the newest notice of a subject, keyed by subject. */
  readonly #newest = new Map<string, string>();
  /** Readers, keyed by id of the notice. */
  readonly #readers = new Map<string, Set<Reader>>();

  /** Replaces the feed by stored notices. */
  load(notices: readonly Notice[], reads: readonly NoticeRead[]): void {
    this.clear();
    for (const notice of notices) this.#put(notice);
    for (const { notice, reader } of reads) this.#noteRead(notice, reader);
  }

  clear(): void {
    this.#notices.clear();
    this.#newest.clear();
    this.#readers.clear();
  }

  get size(): number {
    return this.#notices.size;
  }

  get(id: string): Notice | undefined {
    return this.#notices.get(id);
  }

  /** The lasting notice of a subject that is not over. */
  open(subject: string): Notice | undefined {
    const newest = this.#notices.get(this.#newest.get(subject) ?? "");
    return newest?.lasting && newest.endedAt === null ? newest : undefined;
  }

  /** Adds a notice, or counts it as a repetition. @param id for a new notice */
  tell(given: NewNotice, now: number, id: string): FeedChange {
    const before = this.#notices.get(this.#newest.get(given.subject) ?? "");
    const worth = now + (given.worthMs ?? WORTH_MS[given.level]);
    if (before && isRepeat(before, given, now)) {
      const raised = levelRank(given.level) > levelRank(before.level);
      const notice: Notice = {
        ...before,
        level: raised ? given.level : before.level,
        text: given.text,
        act: given.act ?? before.act,
        lastAt: now,
        count: before.count + 1,
        endedAt: null,
        notAfter: raised ? worth : before.notAfter,
      };
      this.#put(notice);
      // Nobody has read the raised notice yet.
      if (raised) this.#readers.delete(notice.id);
      return { what: raised ? "raised" : "counted", notice };
    }
    const notice: Notice = {
      id,
      level: given.level,
      subject: given.subject,
      text: given.text,
      source: given.source,
      device: given.device ?? null,
      room: given.room ?? null,
      act: given.act ?? null,
      lasting: given.lasting ?? false,
      to: given.to ?? null,
      at: now,
      lastAt: now,
      count: 1,
      endedAt: null,
      notAfter: worth,
    };
    this.#put(notice);
    return { what: "told", notice };
  }

  /** Ends the lasting notice of a subject; null when there is none. */
  end(subject: string, now: number): Notice | null {
    const open = this.open(subject);
    if (!open) return null;
    const notice = { ...open, endedAt: now };
    this.#put(notice);
    return notice;
  }

  list(filter: NoticeFilter = {}): Notice[] {
    const found: Notice[] = [];
    const newest = [...this.#notices.values()].reverse().sort((a, b) => b.lastAt - a.lastAt);
    for (const notice of newest) {
      if (found.length >= (filter.limit ?? LISTED)) break;
      if (this.#fits(notice, filter)) found.push(notice);
    }
    return found;
  }

  unread(reader: Reader): UnreadCount {
    let count = 0;
    let alarms = 0;
    for (const notice of this.#notices.values()) {
      if (!isNoticeFor(notice, reader) || this.isRead(notice, reader)) continue;
      count += 1;
      if (notice.level === "alarm") alarms += 1;
    }
    return { count, alarms };
  }

  /** Whether a reader has read a notice. What was read for everybody (null) is read by each. */
  isRead({ id }: Notice, reader: Reader): boolean {
    const readers = this.#readers.get(id);
    return readers !== undefined && (readers.has(reader) || readers.has(null));
  }

  /** Marks notices as read. @returns ids of those that were unread */
  markRead(ids: readonly string[] | "all", reader: Reader): string[] {
    const wanted = ids === "all" ? [...this.#notices.keys()] : ids;
    return wanted.filter((id) => {
      const notice = this.#notices.get(id);
      if (!notice || !isNoticeFor(notice, reader) || this.isRead(notice, reader)) return false;
      this.#noteRead(id, reader);
      return true;
    });
  }

  /** Deletes old or excess notices, but none that lasts. @returns their ids */
  prune(now: number): string[] {
    const over = [...this.#notices.values()].filter(({ lasting, endedAt }) => !lasting || endedAt !== null);
    const gone = over.filter(({ lastAt }, at) => now - lastAt > KEEP_MS || at < over.length - KEEP);
    for (const { id, subject } of gone) {
      this.#notices.delete(id);
      this.#readers.delete(id);
      if (this.#newest.get(subject) === id) this.#newest.delete(subject);
    }
    return gone.map(({ id }) => id);
  }

  #put(notice: Notice): void {
    this.#notices.set(notice.id, notice);
    this.#newest.set(notice.subject, notice.id);
  }

  #noteRead(notice: string, reader: Reader): void {
    const readers = this.#readers.get(notice) ?? new Set();
    this.#readers.set(notice, readers.add(reader));
  }

  #fits(notice: Notice, filter: NoticeFilter): boolean {
    const { reader, unread, level, device, room, ended, from, to } = filter;
    if (reader !== undefined && !isNoticeFor(notice, reader)) return false;
    if (unread && this.isRead(notice, reader ?? null)) return false;
    if (level !== undefined && levelRank(notice.level) < levelRank(level)) return false;
    if (device !== undefined && notice.device !== device) return false;
    if (room !== undefined && notice.room !== room) return false;
    if (ended !== undefined && ended !== (notice.endedAt !== null)) return false;
    return (from === undefined || notice.lastAt >= from) && (to === undefined || notice.lastAt <= to);
  }
}

/** The rank of a level; higher is more urgent. */
export function levelRank(level: NoticeLevel): number {
  return NOTICE_LEVELS.indexOf(level);
}

/** Whether a notice is for a reader; null (everybody) gets all. */
export function isNoticeFor({ to }: Pick<Notice, "to">, reader: Reader): boolean {
  return to === null || reader === null || to.includes(reader);
}

/** Whether a new notice repeats an earlier one. */
function isRepeat(before: Notice, given: NewNotice, now: number): boolean {
  if (before.lasting && before.endedAt === null) return true;
  // A clock that was set back gives a negative difference, which counts as a repetition.
  return now - before.at < (given.countedMs ?? COUNTED_MS[before.level]);
}
