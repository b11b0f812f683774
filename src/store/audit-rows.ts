import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import type { AuditEntry, DeviceId, Origin } from "../home/index.ts";
import { BulkWrite } from "./bulk.ts";
import { outcomesOf } from "./outcome-rows.ts";
import { CommandForm, checkedForm, DurationForm, MomentForm, OriginForm, OutcomesForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

/** Which entries of the audit are read; all where nothing is given. `from` and `to` are inclusive, in milliseconds since the epoch. */
export interface AuditFilter {
  readonly device?: DeviceId;
  /** Kind of origin. */
  readonly origin?: Origin["kind"];
  readonly from?: number;
  readonly to?: number;
  /** Only entries that are behind this one in the list. */
  readonly before?: { readonly at: number; readonly id: number };
  readonly limit?: number;
}

/** An entry with its number, which orders those of one moment. */
export interface NumberedEntry {
  readonly id: number;
  readonly entry: AuditEntry;
}

export type AuditRow = Selectable<Tables["audit"]>;
export type NewAuditRow = Omit<AuditRow, "id">;

/** In the order in which values are bound. */
const COLUMNS = [
  "at",
  "origin",
  "origin_json",
  "device",
  "command",
  "outcomes",
  "ms",
  "open",
] as const satisfies (keyof NewAuditRow)[];

/** Inserts rows; returns their ids. The database numbers the rows in their order. */
export function insertAudit(db: Kysely<Tables>): BulkWrite<NewAuditRow> {
  return new BulkWrite<NewAuditRow>(COLUMNS, (rows) => insertion(db, rows).returning("id"));
}

/** Inserts rows and returns nothing: for `Database.writeNow`, which knows the id. */
export function insertAuditNow(db: Kysely<Tables>): BulkWrite<NewAuditRow> {
  return new BulkWrite<NewAuditRow>(COLUMNS, (rows) => insertion(db, rows));
}

function insertion(db: Kysely<Tables>, rows: readonly NewAuditRow[]) {
  return db.insertInto("audit").values([...rows]);
}

/** Updates the columns that change with the outcome. It takes whole rows, so that many are one statement. */
export function completeAudit(db: Kysely<Tables>): BulkWrite<AuditRow> {
  return new BulkWrite<AuditRow>(["id", ...COLUMNS], (rows) =>
    db
      .insertInto("audit")
      .values([...rows])
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((set) => ({
          outcomes: set.ref("excluded.outcomes"),
          ms: set.ref("excluded.ms"),
          open: set.ref("excluded.open"),
        })),
      ),
  );
}

/** The row of an entry. @param open whether its outcome is still missing */
export function auditRow({ at, origin, command, outcomes, ms }: AuditEntry, open: boolean): NewAuditRow {
  return {
    at,
    origin: origin.kind,
    origin_json: JSON.stringify(origin),
    device: command.device,
    command: JSON.stringify(command),
    outcomes: JSON.stringify(outcomes),
    ms,
    open: open ? 1 : null,
  };
}

const EntryForm = z.looseObject({
  at: MomentForm,
  origin: OriginForm,
  command: CommandForm,
  outcomes: OutcomesForm,
  ms: DurationForm,
});

/** The entry of a row. @throws Error when a column has an invalid value */
export function auditEntry(row: AuditRow): AuditEntry {
  const entry: AuditEntry = {
    at: row.at,
    origin: JSON.parse(row.origin_json),
    command: JSON.parse(row.command),
    outcomes: outcomesOf(JSON.parse(row.outcomes)),
    ms: row.ms,
  };
  return checkedForm(entry, EntryForm);
}
