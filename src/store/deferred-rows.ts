/** Merges rows that wait to be written into rows that were read, so that readers see everything that was done. */
import type { Selectable } from "kysely";
import type { RunFilter } from "../automation/index.ts";
import type { AuditFilter, AuditRow } from "./audit-rows.ts";
import type { DeferredRow } from "./deferred-writes.ts";
import type { RunRow } from "./run-rows.ts";
import type { Tables } from "./schema.ts";

type WholeRun = Selectable<Tables["runs"]>;
type DeferredOf<Table extends DeferredRow["table"]> = readonly Extract<DeferredRow, { readonly table: Table }>[];

/** Rows of the audit with waiting ones, newest first, at most `limit`. */
export function auditWithDeferred(
  rows: readonly AuditRow[],
  late: DeferredOf<"audit">,
  filter: AuditFilter,
  limit: number,
): AuditRow[] {
  if (late.length === 0) return [...rows];
  const completed = new Map(late.flatMap(({ id, row }) => (id === null ? [] : [[id, row] as const])));
  const known = rows.map((row) => ({ ...row, ...completed.get(row.id) }));
  const written = new Set(known.map(contentOf));
  const added = late.flatMap(({ id, row }, index) => {
    const whole = { ...row, id: UNWRITTEN + index };
    return id === null && fitsAudit(whole, filter) && !written.has(contentOf(row)) ? [whole] : [];
  });
  return [...known, ...added].sort((a, b) => b.at - a.at || b.id - a.id).slice(0, limit);
}

/** The first of the temporary ids of waiting entries: behind all others, in their order. */
const UNWRITTEN = 2 ** 52;

function contentOf({ at, device, origin_json, command, outcomes }: Omit<AuditRow, "id">): string {
  return JSON.stringify([at, device, origin_json, command, outcomes]);
}

function isBehind<Id extends string | number>(
  { at, id }: { readonly at: number; readonly id: Id },
  before: { readonly at: number; readonly id: Id },
): boolean {
  return at < before.at || (at === before.at && id < before.id);
}

function fitsAudit(row: AuditRow, { device, origin, from, to, before }: AuditFilter): boolean {
  return (
    (before === undefined || isBehind(row, before)) &&
    (device === undefined || row.device === device) &&
    (origin === undefined || row.origin === origin) &&
    (from === undefined || row.at >= from) &&
    (to === undefined || row.at <= to)
  );
}

/** Rows of runs with waiting ones, newest first, at most `limit`; of one run the last write counts. */
export function runsWithDeferred(
  rows: readonly WholeRun[],
  late: DeferredOf<"runs">,
  filter: RunFilter,
  limit: number,
): WholeRun[] {
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const { row } of late) all.set(row.id, { ...all.get(row.id), ...wholeRun(row) });
  return [...all.values()]
    .filter((row) => fitsRun(row, filter))
    .sort((a, b) => b.started_at - a.started_at || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

/** A run's row with every column, as it will be read. */
export function wholeRun(row: RunRow): WholeRun {
  const empty = { trigger: null, due_at: null, finished_at: null, missed_count: null, missed_last: null };
  return { ...empty, checkpoint: null, ...row };
}

function fitsRun(row: WholeRun, { of, status, begun, from, to, before }: RunFilter): boolean {
  return (
    (before === undefined || isBehind({ at: row.started_at, id: row.id }, before)) &&
    (of === undefined || row.definition === of) &&
    (status === undefined || row.status === status) &&
    (!begun || (row.status !== "skipped" && row.status !== "missed")) &&
    (from === undefined || row.started_at >= from) &&
    (to === undefined || row.started_at <= to)
  );
}
