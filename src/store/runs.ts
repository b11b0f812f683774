import type { Run, RunFilter, RunRecord, RunStorage } from "../automation/index.ts";
import type { Database } from "./database.ts";
import { runsWithDeferred, wholeRun } from "./deferred-rows.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { GroupCommit } from "./group-commit.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { runOf, runRecordOf, runRow, upsertRuns } from "./run-rows.ts";

/** LIKE pattern of the checkpoints of runs that have not begun. */
const CLAIMED = '{"position":[]%';

export class RunRepository implements RunStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;
  readonly #late: DeferredWrites;
  readonly #saves: GroupCommit<RunRecord>;
  readonly #upsert: ReturnType<typeof upsertRuns>;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
    this.#upsert = upsertRuns(database.db);
    this.#saves = new GroupCommit((records) => this.#write(records));
  }

  save(record: RunRecord): Promise<void> {
    const { id } = record.run;
    const late = { table: "runs", row: runRow(record) } as const;
    return this.#late.orLater(`run ${id}`, undefined, () => this.#saves.add(id, record), [late]);
  }

  async get(id: string): Promise<Run | undefined> {
    const late = this.#late.rows("runs").findLast(({ row: each }) => each.id === id);
    const row = late
      ? wholeRun(late.row)
      : await this.#database.db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
    return row && readRows([row], "run", runOf, this.#unreadable)[0];
  }

  /** Runs, newest first, with those that wait to be written. */
  async list(filter: RunFilter): Promise<Run[]> {
    const late = this.#late.rows("runs");
    let query = this.#database.db.selectFrom("runs").selectAll();
    if (filter.of !== undefined) query = query.where("definition", "=", filter.of);
    if (filter.status !== undefined) query = query.where("status", "=", filter.status);
    if (filter.begun) query = query.where("status", "not in", ["skipped", "missed"]);
    if (filter.from !== undefined) query = query.where("started_at", ">=", filter.from);
    if (filter.to !== undefined) query = query.where("started_at", "<=", filter.to);
    const { before } = filter;
    if (before) {
      query = query.where((where) =>
        where.or([
          where("started_at", "<", before.at),
          where.and([where("started_at", "=", before.at), where("id", "<", before.id)]),
        ]),
      );
    }
    const limit = filter.limit ?? 50;
    // A waiting row may change whether a run matches the filter, so as many more rows are read.
    const rows = await query
      .orderBy("started_at", "desc")
      .orderBy("id", "desc")
      .limit(limit + late.length)
      .execute();
    return readRows(runsWithDeferred(rows, late, filter, limit), "run", runOf, this.#unreadable);
  }

  async unfinished(): Promise<RunRecord[]> {
    const rows = await this.#database.db
      .selectFrom("runs")
      .selectAll()
      .where("checkpoint", "is not", null)
      .orderBy("started_at")
      .orderBy("id")
      .execute();
    return readRows(rows, "run", runRecordOf, this.#unreadable);
  }

  async lastStart(automation: string): Promise<number | null> {
    const row = await this.#database.db
      .selectFrom("runs")
      .select((select) => select.fn.max("started_at").as("at"))
      .where("definition", "=", automation)
      .where("status", "not in", ["skipped", "missed"])
      .where((where) => where.or([where("checkpoint", "is", null), where("checkpoint", "not like", CLAIMED)]))
      .executeTakeFirst();
    return row?.at ?? null;
  }

  async prune(before: number, keep: number): Promise<void> {
    const { db } = this.#database;
    await db.deleteFrom("runs").where("checkpoint", "is", null).where("started_at", "<", before).execute();
    for (const skipped of ["=", "!="] as const) await this.#pruneCrowded(skipped, keep);
  }

  /** Deletes the oldest runs of definitions with more than `keep`. @param skipped "=" for skipped runs, "!=" for all others */
  async #pruneCrowded(skipped: "=" | "!=", keep: number): Promise<void> {
    const { db } = this.#database;
    const crowded = await db
      .selectFrom("runs")
      .select("definition")
      .where("status", skipped, "skipped")
      .groupBy("definition")
      .having((having) => having.fn.countAll(), ">", keep)
      .execute();
    for (const { definition } of crowded) {
      const oldest = await db
        .selectFrom("runs")
        .select("started_at")
        .where("definition", "=", definition)
        .where("status", skipped, "skipped")
        .orderBy("started_at", "desc")
        .offset(keep)
        .limit(1)
        .executeTakeFirst();
      if (!oldest) continue;
      await db
        .deleteFrom("runs")
        .where("definition", "=", definition)
        .where("status", skipped, "skipped")
        .where("checkpoint", "is", null)
        .where("started_at", "<=", oldest.started_at)
        .execute();
    }
  }

  async #write(records: readonly RunRecord[]): Promise<void> {
    await this.#database.transaction((db) => this.#upsert.write(db, records.map(runRow)));
  }
}
