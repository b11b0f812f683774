import type { Insertable, Kysely, Selectable } from "kysely";
import type { Run, RunRecord } from "../automation/index.ts";
import type { Phrase } from "../home/index.ts";
import { BulkWrite } from "./bulk.ts";
import { outcomesOf } from "./outcome-rows.ts";
import { checkedForm, RunForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

/** A run's row as it is written. */
export type RunRow = Insertable<Tables["runs"]>;

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

/** Inserts runs, except those whose due time has a row already. Returns the ids of the new rows. */
export function insertRuns(db: Kysely<Tables>): BulkWrite<RunRow> {
  return new BulkWrite<RunRow>(COLUMNS, (rows) =>
    db
      .insertInto("runs")
      .values([...rows])
      .onConflict((conflict) => conflict.doNothing())
      .returning("id"),
  );
}

/** Inserts runs, or updates the columns that change while they run. */
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

/** The run of a row. @throws Error when a column has an invalid value */
export function runOf(row: Selectable<Tables["runs"]>): Run {
  const missed =
    row.missed_count === null || row.missed_last === null
      ? null
      : { count: row.missed_count, lastDueAt: row.missed_last };
  const run: Run = {
    id: row.id,
    kind: row.kind as Run["kind"],
    of: row.definition,
    name: row.name,
    status: row.status as Run["status"],
    reason: reasonOf(row.reason),
    cause: withWords(JSON.parse(row.cause)),
    origin: JSON.parse(row.origin),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    conditions: JSON.parse(row.conditions).map(withWords),
    steps: JSON.parse(row.steps).map((step: Step) => ({ ...withWords(step), outcomes: outcomesOf(step.outcomes) })),
    missed,
  };
  return checkedForm(run, RunForm);
}

/** A step in a row. */
type Step = Run["steps"][number];

/** Words in a row: of this version, of one with a text for each language tag, or of one with a single text. */
type StoredWords = Phrase | Readonly<Record<string, string>>;

function phraseOf(words: StoredWords): Phrase {
  if (typeof words === "string" || isPhrase(words)) return words;
  return Object.values(words).every((text) => text === "") ? "" : { texts: words };
}

function isPhrase(words: Exclude<StoredWords, string>): words is Exclude<Phrase, string> {
  return "key" in words || "texts" in words;
}

/** The reason in a row. The first versions stored it as plain text, not as JSON. */
function reasonOf(reason: string): Phrase {
  if (!/^["{]/.test(reason)) return reason;
  try {
    return phraseOf(JSON.parse(reason));
  } catch {
    return reason;
  }
}

function withWords<Part extends { readonly detail: StoredWords }>(part: Part): Part & { detail: Phrase } {
  return { ...part, detail: phraseOf(part.detail) };
}

export function runRecordOf(row: Selectable<Tables["runs"]>): RunRecord {
  return { run: runOf(row), checkpoint: row.checkpoint === null ? null : JSON.parse(row.checkpoint) };
}
