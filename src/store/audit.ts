import { sql } from "kysely";
import type { AuditReader } from "../automation/index.ts";
import {
  type AuditEntry,
  type AuditIntent,
  type AuditNote,
  type AuditSink,
  type DeviceId,
  JiaError,
} from "../home/index.ts";
import {
  type AuditFilter,
  type AuditRow,
  auditEntry,
  auditRow,
  completeAudit,
  insertAudit,
  insertAuditNow,
  type NewAuditRow,
  type NumberedEntry,
} from "./audit-rows.ts";
import type { BulkWrite } from "./bulk.ts";
import type { Database } from "./database.ts";
import { auditWithDeferred as withLate } from "./deferred-rows.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { GroupCommit } from "./group-commit.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";

/** Longest wait of a command for its row, in milliseconds: a server that hangs must not keep a light off. */
const BEGIN_MS = 1_500;
const NO_ANSWER = "no answer";

/** The newest rows that are searched for open ones: far more than can be in progress at once. */
const NEWEST = 10_000;

/** Most entries: about half a gigabyte, if an automation commands something every second. */
const KEEP = 1_000_000;

/** Entries that one transaction of `forgetPerson` rewrites. */
const FORGOTTEN_AT_ONCE = 200;

/** A new row, with its id once it is written. */
interface Insertion {
  readonly row: NewAuditRow;
  id: number | null;
}

type Write = { readonly insert: Insertion } | { readonly complete: AuditRow };

/**
 * The audit: every command, with its origin and its outcomes.
 *
 * A command has its row before it is sent, and the row has the outcome before that is reported. The first write of a turn of the
 * event loop is made at once, so that a single command waits for nothing else; the others of that turn are one commit.
 */
export class AuditRepository implements AuditSink, AuditReader {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;
  readonly #late: DeferredWrites;
  readonly #inserts: BulkWrite<NewAuditRow>;
  readonly #completions: BulkWrite<AuditRow>;
  readonly #insertsNow: BulkWrite<NewAuditRow>;
  /** SQL with the parameters outcomes, ms, open and id. Compiled once: building it costs more than running it. */
  readonly #completion: string;
  readonly #together: GroupCommit<Write>;
  /** Whether a row was written in this turn of the event loop. */
  #crowded = false;
  #next = 0;
  #recorded = 0;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    const { db } = database;
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
    this.#inserts = insertAudit(db);
    this.#insertsNow = insertAuditNow(db);
    this.#completions = completeAudit(db);
    this.#completion = db
      .updateTable("audit")
      .set({ outcomes: "", ms: 0, open: null })
      .where("id", "=", 0)
      .compile().sql;
    this.#together = new GroupCommit((writes) => this.#write(writes));
  }

  async begin(intent: AuditIntent): Promise<AuditNote> {
    const row = auditRow({ ...intent, ms: 0 }, true);
    const inserted = this.#insert(row);
    if (typeof inserted === "number") return this.#note(inserted, row);
    const id = await within(BEGIN_MS, inserted);
    if (id !== undefined) return this.#note(id, row);
    this.#database.state.failed(new JiaError("store-unavailable", { where: "PostgreSQL", detail: NO_ANSWER }));
    return {
      complete: (outcomes, ms) => {
        // The late answer of the server is not awaited.
        inserted.then((known) => this.#note(known, row).complete(outcomes, ms)).catch(() => undefined);
        return Promise.resolve();
      },
    };
  }

  async record(entry: AuditEntry): Promise<void> {
    const row = auditRow(entry, false);
    this.#recorded += 1;
    const late = { table: "audit", id: null, row } as const;
    await this.#late.orLater(`audit new ${this.#recorded}`, 0, async () => this.#insert(row), [late]);
  }

  /**
   * Closes the commands that were in progress when the process before ended; their outcomes stay `unknown`.
   * @returns how many there were
   */
  async closeInterrupted(): Promise<number> {
    const closed = await this.#database.db
      .updateTable("audit")
      .set({ open: null })
      .where("id", ">", (audit) => audit.selectFrom("audit").select(sql<number>`max(id) - ${NEWEST}`.as("id")))
      .where("open", "is not", null)
      .executeTakeFirst();
    return Number(closed.numUpdatedRows);
  }

  /** Entries, newest first, with those that wait to be written. */
  async list(filter: AuditFilter = {}): Promise<AuditEntry[]> {
    return (await this.numbered(filter)).map(({ entry }) => entry);
  }

  /** Entries as `list` gives them, with their numbers. */
  async numbered(filter: AuditFilter): Promise<NumberedEntry[]> {
    // Before the rows are read: an entry that is written meanwhile is found twice rather than not at all.
    const late = this.#late.rows("audit");
    let query = this.#database.db.selectFrom("audit").selectAll();
    if (filter.device !== undefined) query = query.where("device", "=", filter.device);
    if (filter.origin !== undefined) query = query.where("origin", "=", filter.origin);
    if (filter.from !== undefined) query = query.where("at", ">=", filter.from);
    if (filter.to !== undefined) query = query.where("at", "<=", filter.to);
    const { before } = filter;
    if (before) {
      query = query.where((where) =>
        where.or([where("at", "<", before.at), where.and([where("at", "=", before.at), where("id", "<", before.id)])]),
      );
    }
    const limit = filter.limit ?? 100;
    const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute();
    const numbered = (row: AuditRow) => ({ id: Number(row.id), entry: auditEntry(row) });
    return readRows(withLate(rows, late, filter, limit), "audit entry", numbered, this.#unreadable);
  }

  forDevice(device: DeviceId, before: number, limit: number): Promise<AuditEntry[]> {
    return this.list({ device, to: before, limit });
  }

  /** The newest entries of a person's commands, newest first. */
  async ofPerson(person: string, limit = 1_000): Promise<AuditEntry[]> {
    const rows = await this.#database.db
      .selectFrom("audit")
      .selectAll()
      .where("origin_json", "like", likePerson(person))
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return readRows(rows, "audit entry", auditEntry, this.#unreadable);
  }

  /** Removes person and text from a person's entries; the commands stay. @returns the number of entries */
  async forgetPerson(person: string): Promise<number> {
    let forgotten = 0;
    let last = 0;
    for (;;) {
      const rows = await this.#database.db
        .selectFrom("audit")
        .select(["id", "origin_json"])
        .where("id", ">", last)
        .where("origin_json", "like", likePerson(person))
        .orderBy("id")
        .limit(FORGOTTEN_AT_ONCE)
        .execute();
      if (rows.length === 0) return forgotten;
      await this.#database.transaction(async (db) => {
        for (const { id, origin_json } of rows) {
          const { person: _person, text: _text, ...origin } = JSON.parse(origin_json);
          await db
            .updateTable("audit")
            .set({ origin_json: JSON.stringify(origin) })
            .where("id", "=", id)
            .execute();
        }
      });
      forgotten += rows.length;
      last = rows.at(-1)?.id ?? last;
    }
  }

  /** Deletes entries before `before`, and the oldest beyond `keep`. */
  async prune(before: number, keep = KEEP): Promise<void> {
    const { db } = this.#database;
    await db.deleteFrom("audit").where("at", "<", before).execute();
    await db
      .deleteFrom("audit")
      .where("id", "<=", (audit) => audit.selectFrom("audit").select(sql<number>`max(id) - ${keep}`.as("id")))
      .execute();
  }

  #note(id: number, row: NewAuditRow): AuditNote {
    return {
      complete: (outcomes, ms) => {
        const whole = { id, ...row, outcomes: JSON.stringify(outcomes), ms, open: null };
        const late = { table: "audit", id, row: whole } as const;
        return this.#late.orLater(`audit ${id}`, undefined, () => this.#complete(whole), [late]);
      },
    };
  }

  /** Inserts a row. @returns its id: at once when it is the first write of its turn and the database is free */
  #insert(row: NewAuditRow): number | Promise<number> {
    if (!this.#first()) return this.#inserted(row, (insert) => this.#add({ insert }));
    return this.#insertNow(row) ?? this.#inserted(row, (insert) => this.#write([{ insert }]));
  }

  #insertNow(row: NewAuditRow): number | null {
    const { sql: text, values } = this.#insertsNow.one(row);
    return this.#database.writeNow(text, values);
  }

  async #inserted(row: NewAuditRow, write: (insert: Insertion) => Promise<void>): Promise<number> {
    const insert: Insertion = { row, id: null };
    await write(insert);
    if (insert.id === null) throw new Error("The database gave the new row of the audit no id.");
    return insert.id;
  }

  async #complete(row: AuditRow): Promise<void> {
    await (this.#first() ? this.#write([{ complete: row }]) : this.#add({ complete: row }));
  }

  #add(write: Write): Promise<void> {
    this.#next += 1;
    return this.#together.add(String(this.#next), write);
  }

  /** One write is one statement, several are one transaction. */
  async #write(writes: readonly Write[]): Promise<void> {
    const [only] = writes;
    if (only && writes.length === 1) await this.#writeOne(only);
    else await this.#writeTogether(writes);
  }

  async #writeOne(write: Write): Promise<void> {
    if ("complete" in write) {
      const { outcomes, ms, open, id } = write.complete;
      await this.#database.write(this.#completion, [outcomes, ms, open, id]);
      return;
    }
    const { insert } = write;
    insert.id = this.#insertNow(insert.row);
    if (insert.id !== null) return;
    const [added] = await this.#inserts.write<{ id: number }>(this.#database.db, [insert.row]);
    insert.id = added?.id ?? null;
  }

  async #writeTogether(writes: readonly Write[]): Promise<void> {
    const insertions = writes.flatMap((write) => ("insert" in write ? write.insert : []));
    const completed = writes.flatMap((write) => ("complete" in write ? write.complete : []));
    await this.#database.transaction(async (db) => {
      const ids = await this.#inserts.write<{ id: number }>(
        db,
        insertions.map(({ row }) => row),
      );
      // A statement numbers its rows in their order, but need not answer in it.
      const sorted = ids.map(({ id }) => id).sort((a, b) => a - b);
      for (const [index, insertion] of insertions.entries()) insertion.id = sorted[index] ?? null;
      await this.#completions.write(db, completed);
    });
  }

  /** Whether this is the first write in this turn of the event loop. */
  #first(): boolean {
    if (this.#crowded) return false;
    this.#crowded = true;
    setImmediate(() => {
      this.#crowded = false;
    });
    return true;
  }
}

/** The result of `work` within `ms` milliseconds; undefined when it takes longer. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The LIKE pattern for origins of a person. Ids contain no wildcards. */
function likePerson(person: string): string {
  return `%"person":${JSON.stringify(person)}%`;
}
