import type { Insertable, Selectable } from "kysely";
import type { Run, RunRecord } from "../automation/index.ts";
import type { Tables } from "./schema.ts";

export function runRow({ run, checkpoint }: RunRecord): Insertable<Tables["runs"]> {
  return {
    id: run.id,
    kind: run.kind,
    definition: run.of,
    name: run.name,
    status: run.status,
    reason: run.reason,
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
    reason: row.reason,
    cause: JSON.parse(row.cause),
    origin: JSON.parse(row.origin),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    conditions: JSON.parse(row.conditions),
    steps: JSON.parse(row.steps),
    missed,
  };
}

export function runRecordOf(row: Selectable<Tables["runs"]>): RunRecord {
  return { run: runOf(row), checkpoint: row.checkpoint === null ? null : JSON.parse(row.checkpoint) };
}
