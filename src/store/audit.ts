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

  constructor(database: Database) {
    this.#database = database;
  }

  async record(entry: AuditEntry): Promise<void> {
    await this.#database.db
      .insertInto("audit")
      .values({
        at: entry.at,
        origin: entry.origin.kind,
        origin_json: JSON.stringify(entry.origin),
        device: entry.command.device,
        command: JSON.stringify(entry.command),
        outcomes: JSON.stringify(entry.outcomes),
        ms: entry.ms,
      })
      .execute();
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
