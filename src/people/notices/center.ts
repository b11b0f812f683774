import { type Clock, cleanText, type Execution, type Home, JiaError, MAX_TEXT, type Origin } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { Feed } from "./feed.ts";
import type { NewNotice, Notice, NoticeEvent, NoticeFilter, Notices, Reader, UnreadCount } from "./port.ts";
import type { NoticeStorage } from "./storage.ts";

/** Longest subject of a notice, in UTF-16 units. */
const MAX_SUBJECT = 200;
/** Old notices are deleted after this many new ones. */
const PRUNE_EVERY = 50;

export interface NoticeCenterOptions {
  readonly home: Pick<Home, "execute">;
  readonly clock: Clock;
  readonly storage: NoticeStorage;
  /** Queues a notice to be sent; resolves once that is stored. */
  readonly send?: (notice: Notice) => Promise<void>;
  /** Called when something cannot be stored. */
  readonly failed: (error: unknown) => void;
  /** Makes the id of a notice. */
  readonly newId?: () => string;
}

/** The running feed: stores notices, queues them to be sent, and emits events. */
export class NoticeCenter implements Notices {
  readonly #options: NoticeCenterOptions;
  readonly #feed = new Feed();
  readonly #listeners = new Set<(event: NoticeEvent) => void>();
  #active = false;
  #sincePruned = 0;

  constructor(options: NoticeCenterOptions) {
    this.#options = options;
  }

  get standsBy(): boolean {
    return !this.#active;
  }

  /** Loads the stored notices and takes new ones from now on. */
  async start(): Promise<void> {
    const { storage } = this.#options;
    this.#feed.load(await storage.all(), await storage.reads());
    this.#active = true;
  }

  /** Takes no more notices: another instance goes on, or the process ends. */
  stop(): void {
    this.#active = false;
    this.#feed.clear();
  }

  async tell(given: NewNotice): Promise<Notice | null> {
    if (!this.#active) return null;
    const { clock, newId = () => crypto.randomUUID() } = this.#options;
    const at = clock.now();
    const { what, notice } = this.#feed.tell(cleaned(given), at, newId());
    await this.#kept(() => this.#options.storage.save(notice));
    if (what !== "counted") await this.#kept(async () => await this.#options.send?.(notice));
    this.#emit({ type: what, notice, at });
    if (what === "told") await this.#prune(at);
    return notice;
  }

  async end(subject: string): Promise<void> {
    if (!this.#active) return;
    const at = this.#options.clock.now();
    const notice = this.#feed.end(subject.slice(0, MAX_SUBJECT), at);
    if (!notice) return;
    await this.#kept(() => this.#options.storage.save(notice));
    this.#emit({ type: "ended", notice, at });
  }

  open(subject: string): Notice | undefined {
    return this.#feed.open(subject.slice(0, MAX_SUBJECT));
  }

  get(id: string): Notice | undefined {
    return this.#feed.get(id);
  }

  list(filter: NoticeFilter = {}): readonly Notice[] {
    return this.#feed.list(filter);
  }

  unread(reader: Reader): UnreadCount {
    return this.#feed.unread(reader);
  }

  isRead(notice: Notice, reader: Reader): boolean {
    return this.#feed.isRead(notice, reader);
  }

  async markRead(ids: readonly string[] | "all", reader: Reader): Promise<number> {
    const at = this.#options.clock.now();
    const marked = this.#feed.markRead(ids, reader);
    if (marked.length === 0) return 0;
    await this.#kept(() => this.#options.storage.saveReads(marked.map((notice) => ({ notice, reader, at }))));
    this.#emit({ type: "read", ids: marked, reader, at });
    return marked.length;
  }

  async act(id: string, origin: Origin, signal?: AbortSignal): Promise<Execution> {
    const notice = this.#feed.get(id);
    if (!notice) throw new JiaError("not-found", { what: message("notices.noticeNamed", { id: cleanText(id) }) });
    if (notice.act?.kind !== "commands") throw new JiaError("conflict", { detail: message("notices.nothingHelps") });
    return await this.#options.home.execute(notice.act.commands, origin, signal ? { signal } : {});
  }

  subscribe(listener: (event: NoticeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #prune(now: number): Promise<void> {
    this.#sincePruned += 1;
    if (this.#sincePruned < PRUNE_EVERY) return;
    this.#sincePruned = 0;
    const gone = this.#feed.prune(now);
    if (gone.length > 0) await this.#kept(() => this.#options.storage.remove(gone));
  }

  /** Stores something; a failure is reported, and people get the notice all the same. */
  async #kept(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #emit(event: NoticeEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }
}

function cleaned(given: NewNotice): NewNotice {
  const { text, subject } = given;
  return {
    ...given,
    subject: subject.slice(0, MAX_SUBJECT),
    text: typeof text === "string" ? cleanText(text, MAX_TEXT) : text,
  };
}
