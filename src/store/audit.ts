import { sql } from "kysely";
import type { AuditReader } from "../automation/index.ts";
import type { AuditEntry, AuditIntent, AuditNote, AuditSink, DeviceId, Origin } from "../home/index.ts";
import { type AuditRow, auditEntry, auditRow, completeAudit, insertAudit, type NewAuditRow } from "./audit-rows.ts";
import type { BulkWrite } from "./bulk.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Database } from "./open.ts";
import { readable, type Unreadable } from "./readable.ts";

export interface AuditFilter {
  readonly device?: DeviceId;
  /** Kind of origin. */
  readonly origin?: Origin["kind"];
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** Rows among which those are that a process left open: far more than can be under way at once. */
const NEWEST = 10_000;

/** Entries that are kept at most: about half a gigabyte, should an automation command something every second. */
const KEEP = 1_000_000;

/** A new row, and its id once it is there. */
interface Insertion {
  readonly row: NewAuditRow;
  id: number | null;
}

type Write = { readonly insert: Insertion } | { readonly complete: AuditRow };

/**
 * Every command that was ever given, by whom, and what came of it.
 *
 * A command has its row before it is sent, and its outcome in it before that is reported. The first write of a turn of the
 * event loop is made at once, so that a single command waits for nothing but it; the others of that turn are one commit.
 */
export class AuditRepository implements AuditSink, AuditReader {
  readonly #database: Database;
  readonly #unreadable: Unreadable;
  readonly #inserts: BulkWrite<NewAuditRow>;
  readonly #completions: BulkWrite<AuditRow>;
  /** SQL that takes outcomes, ms, open and id. Compiled once: building it costs more than running it. */
  readonly #completion: string;
  readonly #together: GroupCommit<Write>;
  /** A row was written in this turn of the event loop. */
  #crowded = false;
  #next = 0;

  constructor(database: Database, unreadable: Unreadable) {
    const { db } = database;
    this.#database = database;
    this.#unreadable = unreadable;
    this.#inserts = insertAudit(db);
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
    const id = await this.#insert(row);
    return {
      complete: (outcomes, ms) => this.#complete({ id, ...row, outcomes: JSON.stringify(outcomes), ms, open: null }),
    };
  }

  async record(entry: AuditEntry): Promise<void> {
    await this.#insert(auditRow(entry, false));
  }

  /**
   * How many commands were under way when the process before this ended; from now on they are not counted again. Their
   * outcomes stay `unknown`.
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

  /** Newest first. */
  async list(filter: AuditFilter = {}): Promise<AuditEntry[]> {
    let query = this.#database.db.selectFrom("audit").selectAll();
    if (filter.device !== undefined) query = query.where("device", "=", filter.device);
    if (filter.origin !== undefined) query = query.where("origin", "=", filter.origin);
    if (filter.from !== undefined) query = query.where("at", ">=", filter.from);
    if (filter.to !== undefined) query = query.where("at", "<=", filter.to);
    const rows = await query
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(filter.limit ?? 100)
      .execute();
    return readable(rows, "audit entry", auditEntry, this.#unreadable);
  }

  forDevice(device: DeviceId, before: number, limit: number): Promise<AuditEntry[]> {
    return this.list({ device, to: before, limit });
  }

  /** Forgets entries from before `before`, and the oldest of more than `keep`. */
  async prune(before: number, keep = KEEP): Promise<void> {
    const { db } = this.#database;
    await db.deleteFrom("audit").where("at", "<", before).execute();
    await db
      .deleteFrom("audit")
      .where("id", "<=", (audit) => audit.selectFrom("audit").select(sql<number>`max(id) - ${keep}`.as("id")))
      .execute();
  }

  /** The id of the new row. */
  async #insert(row: NewAuditRow): Promise<number> {
    const insert: Insertion = { row, id: null };
    await (this.#first() ? this.#write([{ insert }]) : this.#add({ insert }));
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
    const { sql: text, values } = this.#inserts.one(insert.row);
    const [added] = await this.#database.write<{ id: number }>(text, values);
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
