import type { AuditReader } from "../automation/index.ts";
import type { AuditEntry, AuditSink, DeviceId, Origin } from "../home/index.ts";
import { BulkWrite } from "./bulk.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Database } from "./open.ts";

export interface AuditFilter {
  readonly device?: DeviceId;
  /** Kind of origin. */
  readonly origin?: Origin["kind"];
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** A row of the audit, in the order of its columns. */
interface AuditRow {
  readonly at: number;
  readonly origin: Origin["kind"];
  readonly origin_json: string;
  readonly device: string;
  readonly command: string;
  readonly outcomes: string;
  readonly ms: number;
}

const COLUMNS = ["at", "origin", "origin_json", "device", "command", "outcomes", "ms"] as const;

/**
 * Every command that was ever given, by whom, and what came of it. It stands on the path of every command: a command by
 * itself is written at once; the others of the same turn of the event loop are one commit together.
 */
export class AuditRepository implements AuditSink, AuditReader {
  readonly #database: Database;
  /** SQL that takes a row's columns in order. Compiled once: building it costs more than running it. */
  readonly #insert: string;
  readonly #together: GroupCommit<AuditRow>;
  /** A row was written in this turn of the event loop. */
  #crowded = false;
  #next = 0;

  constructor(database: Database) {
    this.#database = database;
    const many = new BulkWrite<AuditRow>(COLUMNS, (rows) => database.db.insertInto("audit").values(rows));
    this.#insert = database.db
      .insertInto("audit")
      .values({ at: 0, origin: "person", origin_json: "", device: "", command: "", outcomes: "", ms: 0 })
      .compile().sql;
    this.#together = new GroupCommit(async (rows) => {
      await database.transaction((db) => many.write(db, rows));
    });
  }

  async record({ at, origin, command, outcomes, ms }: AuditEntry): Promise<void> {
    const row: AuditRow = {
      at,
      origin: origin.kind,
      origin_json: JSON.stringify(origin),
      device: command.device,
      command: JSON.stringify(command),
      outcomes: JSON.stringify(outcomes),
      ms,
    };
    if (this.#crowded) {
      this.#next += 1;
      await this.#together.add(String(this.#next), row);
      return;
    }
    this.#crowded = true;
    setImmediate(() => {
      this.#crowded = false;
    });
    await this.#database.write(
      this.#insert,
      COLUMNS.map((column) => row[column]),
    );
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
    return rows.map((row) => ({
      at: row.at,
      origin: JSON.parse(row.origin_json),
      command: JSON.parse(row.command),
      outcomes: JSON.parse(row.outcomes),
      ms: row.ms,
    }));
  }

  forDevice(device: DeviceId, before: number, limit: number): Promise<AuditEntry[]> {
    return this.list({ device, to: before, limit });
  }

  /** Forgets entries from before `before`. */
  async prune(before: number): Promise<void> {
    await this.#database.db.deleteFrom("audit").where("at", "<", before).execute();
  }
}
