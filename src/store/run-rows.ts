import type { Insertable, Kysely, Selectable } from "kysely";
import type { Run, RunRecord } from "../automation/index.ts";
import type { Localized } from "../language/index.ts";
import { BulkWrite } from "./bulk.ts";
import type { Tables } from "./schema.ts";

type RunRow = Insertable<Tables["runs"]>;

/** In the order of `runRow`. */
const COLUMNS = [
  "id",
  "kind",
  "definition",
  "name",
  "status",
  "reason",
  "cause",
  "trigger",
  "due_at",
  "origin",
  "started_at",
  "finished_at",
  "conditions",
  "steps",
  "missed_count",
  "missed_last",
  "checkpoint",
] as const satisfies (keyof RunRow)[];

/** Inserts runs; one whose due time has its row already is left out. Returns the ids that are new. */
export function insertRuns(db: Kysely<Tables>): BulkWrite<RunRow> {
  return new BulkWrite<RunRow>(COLUMNS, (rows) =>
    db
      .insertInto("runs")
      .values([...rows])
      .onConflict((conflict) => conflict.doNothing())
      .returning("id"),
  );
}

/** Inserts runs, or replaces what changes while they run. */
export function upsertRuns(db: Kysely<Tables>): BulkWrite<RunRow> {
  return new BulkWrite<RunRow>(COLUMNS, (rows) =>
    db
      .insertInto("runs")
      .values([...rows])
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((set) => ({
          status: set.ref("excluded.status"),
          reason: set.ref("excluded.reason"),
          finished_at: set.ref("excluded.finished_at"),
          conditions: set.ref("excluded.conditions"),
          steps: set.ref("excluded.steps"),
          checkpoint: set.ref("excluded.checkpoint"),
        })),
      ),
  );
}

export function runRow({ run, checkpoint }: RunRecord): RunRow {
  return {
    id: run.id,
    kind: run.kind,
    definition: run.of,
    name: run.name,
    status: run.status,
    reason: JSON.stringify(run.reason),
    cause: JSON.stringify(run.cause),
    trigger: run.cause.trigger,
    due_at: run.cause.dueAt,
    origin: JSON.stringify(run.origin),
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    conditions: JSON.stringify(run.conditions),
    steps: JSON.stringify(run.steps),
    missed_count: run.missed?.count ?? null,
    missed_last: run.missed?.lastDueAt ?? null,
    checkpoint: checkpoint === null ? null : JSON.stringify(checkpoint),
  };
}

export function runOf(row: Selectable<Tables["runs"]>): Run {
  const missed =
    row.missed_count === null || row.missed_last === null
      ? null
      : { count: row.missed_count, lastDueAt: row.missed_last };
  return {
    id: row.id,
    kind: row.kind as Run["kind"],
    of: row.definition,
    name: row.name,
    status: row.status as Run["status"],
    reason: localizedOf(row.reason.startsWith("{") ? JSON.parse(row.reason) : row.reason),
    cause: withWords(JSON.parse(row.cause)),
    origin: JSON.parse(row.origin),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    conditions: JSON.parse(row.conditions).map(withWords),
    steps: JSON.parse(row.steps).map(withWords),
    missed,
  };
}

/** Rows of earlier versions hold words in English alone. */
function localizedOf(words: string | Localized): Localized {
  return typeof words === "string" ? { en: words, zh: words } : words;
}

function withWords<Part extends { readonly detail: string | Localized }>(part: Part): Part & { detail: Localized } {
  return { ...part, detail: localizedOf(part.detail) };
}

export function runRecordOf(row: Selectable<Tables["runs"]>): RunRecord {
  return { run: runOf(row), checkpoint: row.checkpoint === null ? null : JSON.parse(row.checkpoint) };
}
