import { NOTICE_LEVELS, type NoticeLevel } from "../../home/index.ts";
import type { NewNotice, Notice, NoticeFilter, Reader, UnreadCount } from "./port.ts";
import type { NoticeRead } from "./storage.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** For how long the same subject is only counted, by level. Milliseconds. */
const COUNTED_MS: Readonly<Record<NoticeLevel, number>> = {
  info: 60 * MINUTE,
  warning: 30 * MINUTE,
  alarm: 10 * MINUTE,
};
/** For how long a notice is worth being sent, by level. Milliseconds. */
const WORTH_MS: Readonly<Record<NoticeLevel, number>> = {
  info: 30 * MINUTE,
  warning: 30 * MINUTE,
  alarm: 60 * MINUTE,
};
/** What is over, or nothing that lasts, is kept for so long, and so many of it. */
export const KEEP_MS = 90 * DAY;
export const KEEP = 1_000;
/** So many are listed where nobody says how many. */
const LISTED = 100;

/** What came of telling something: `told`: a new notice · `counted`: it was told already · `raised`: and it is worse now. */
export interface Told {
  readonly what: "told" | "counted" | "raised";
  readonly notice: Notice;
}

/** The notices that are kept, and who has read them: pure decisions over what is told. */
export class Feed {
  /** Keyed by id, in the order in which they were first told. */
  readonly #notices = new Map<string, Notice>();
  /** The newest of each subject, keyed by subject: its id. */
  readonly #newest = new Map<string, string>();
  /** Who has read each, keyed by its id. */
  readonly #readers = new Map<string, Set<Reader>>();

  /** Takes what was kept. */
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

  /** The notice of a subject that lasts and is not over. */
  open(subject: string): Notice | undefined {
    const newest = this.#notices.get(this.#newest.get(subject) ?? "");
    return newest?.lasting && newest.endedAt === null ? newest : undefined;
  }

  /** @param id of a new notice */
  tell(given: NewNotice, now: number, id: string): Told {
    const before = this.#notices.get(this.#newest.get(given.subject) ?? "");
    const worth = now + (given.worthMs ?? WORTH_MS[given.level]);
    if (before && isSame(before, given, now)) {
      const raised = rank(given.level) > rank(before.level);
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
      // What is worse now was not read yet.
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

  /** What lasts is over; null when nothing of that subject lasts. */
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
      if (!isFor(notice, reader) || this.isRead(notice, reader)) continue;
      count += 1;
      if (notice.level === "alarm") alarms += 1;
    }
    return { count, alarms };
  }

  /** What everybody has read is read by each. */
  isRead({ id }: Notice, reader: Reader): boolean {
    const readers = this.#readers.get(id);
    return readers !== undefined && (readers.has(reader) || readers.has(null));
  }

  /** Ids of those that were not read until now. */
  markRead(ids: readonly string[] | "all", reader: Reader): string[] {
    const wanted = ids === "all" ? [...this.#notices.keys()] : ids;
    return wanted.filter((id) => {
      const notice = this.#notices.get(id);
      if (!notice || !isFor(notice, reader) || this.isRead(notice, reader)) return false;
      this.#noteRead(id, reader);
      return true;
    });
  }

  /** Forgets what is old or too much, but nothing that lasts; gives the ids. */
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
    if (reader !== undefined && !isFor(notice, reader)) return false;
    if (unread && this.isRead(notice, reader ?? null)) return false;
    if (level !== undefined && rank(notice.level) < rank(level)) return false;
    if (device !== undefined && notice.device !== device) return false;
    if (room !== undefined && notice.room !== room) return false;
    if (ended !== undefined && ended !== (notice.endedAt !== null)) return false;
    return (from === undefined || notice.lastAt >= from) && (to === undefined || notice.lastAt <= to);
  }
}

/** How urgent a level is: more is worse. */
export function rank(level: NoticeLevel): number {
  return NOTICE_LEVELS.indexOf(level);
}

/** Whether a notice is for a reader; everybody is told of all. */
export function isFor({ to }: Pick<Notice, "to">, reader: Reader): boolean {
  return to === null || reader === null || to.includes(reader);
}

/** Whether something that is told was told before. */
function isSame(before: Notice, given: NewNotice, now: number): boolean {
  if (before.lasting && before.endedAt === null) return true;
  // A clock that was set back must not make anything new.
  return now - before.at < (given.countedMs ?? COUNTED_MS[before.level]);
}
