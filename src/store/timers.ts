import type { Selectable } from "kysely";
import { z } from "zod";
import { RING_KINDS, type RunRecord, type Timer, type TimerStorage } from "../automation/index.ts";
import type { Database } from "./database.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { CommandForm, checkedForm, DurationForm, MomentForm, OriginForm } from "./row-forms.ts";
import { runRow } from "./run-rows.ts";
import type { Tables } from "./schema.ts";

export class TimerRepository implements TimerStorage {
  readonly #database: Database;
  readonly #late: DeferredWrites;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
  }

  async all(): Promise<Timer[]> {
    const rows = await this.#database.db.selectFrom("timers").selectAll().orderBy("created_at").orderBy("id").execute();
    return readRows(rows, "timer", timerOf, this.#unreadable);
  }

  async save(timer: Timer): Promise<void> {
    const row = timerRow(timer);
    await this.#database.durably((db) =>
      db
        .insertInto("timers")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#database.durably((db) => db.deleteFrom("timers").where("id", "=", id).execute());
  }

  finish(id: string, run: RunRecord): Promise<boolean> {
    return this.#late.orLater(`timer ${id}`, true, () => this.#finish(id, run), [{ table: "runs", row: runRow(run) }]);
  }

  #finish(id: string, run: RunRecord): Promise<boolean> {
    return this.#database.transaction(async (db) => {
      const taken = await db.deleteFrom("timers").where("id", "=", id).returning("id").executeTakeFirst();
      if (!taken) return false;
      // A late write: the run with its outcomes may exist already.
      await db
        .insertInto("runs")
        .values(runRow(run))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return true;
    });
  }
}

function timerRow(timer: Timer): Tables["timers"] {
  return {
    id: timer.id,
    name: timer.name,
    due_at: timer.state.kind === "running" ? timer.state.dueAt : null,
    remaining_ms: timer.state.kind === "paused" ? timer.state.remainingMs : null,
    duration_ms: timer.durationMs,
    commands: JSON.stringify(timer.commands),
    rings: timer.rings,
    approved: timer.approved ? 1 : 0,
    origin: JSON.stringify(timer.origin),
    room: timer.room,
    created_at: timer.createdAt,
  };
}

const TimerForm = z.looseObject({
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("running"), dueAt: MomentForm }),
    z.object({ kind: z.literal("paused"), remainingMs: DurationForm }),
  ]),
  durationMs: DurationForm,
  commands: z.array(CommandForm),
  origin: OriginForm,
  createdAt: MomentForm,
});

const RingsForm = z.enum(RING_KINDS).nullable();

/** The timer of a row. @throws Error when a column has an invalid value */
function timerOf(row: Selectable<Tables["timers"]>): Timer {
  const timer: Timer = {
    id: row.id,
    name: row.name,
    state:
      row.due_at === null
        ? { kind: "paused", remainingMs: row.remaining_ms ?? 0 }
        : { kind: "running", dueAt: row.due_at },
    durationMs: row.duration_ms,
    commands: JSON.parse(row.commands),
    rings: RingsForm.parse(row.rings),
    approved: row.approved === 1,
    origin: JSON.parse(row.origin),
    room: row.room,
    createdAt: row.created_at,
  };
  return checkedForm(timer, TimerForm);
}
