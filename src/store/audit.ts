import type { AuditReader } from "../automation/index.ts";
import type { AuditEntry, AuditSink, DeviceId, Origin } from "../home/index.ts";
import type { Database } from "./open.ts";

export interface AuditFilter {
  readonly device?: DeviceId;
  /** Kind of origin. */
  readonly origin?: Origin["kind"];
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** Every command that was ever given, by whom, and what came of it. It stands on the path of every command: one insert. */
export class AuditRepository implements AuditSink, AuditReader {
  readonly #database: Database;
  /** SQL that takes a row's columns in order. Compiled once: building it costs more than running it. */
  readonly #insert: string;

  constructor(database: Database) {
    this.#database = database;
    const row = { at: 0, origin: "person", origin_json: "", device: "", command: "", outcomes: "", ms: 0 } as const;
    this.#insert = database.db.insertInto("audit").values(row).compile().sql;
  }

  async record({ at, origin, command, outcomes, ms }: AuditEntry): Promise<void> {
    const texts = [JSON.stringify(origin), command.device, JSON.stringify(command), JSON.stringify(outcomes)];
    await this.#database.write(this.#insert, [at, origin.kind, ...texts, ms]);
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
