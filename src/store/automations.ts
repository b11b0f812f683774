import type { Transaction } from "kysely";
import { z } from "zod";
import type {
  Automation,
  AutomationStorage,
  DueClaim,
  Hold,
  Saved,
  SavedWithCursors,
  TriggerCursor,
} from "../automation/index.ts";
import type { Database } from "./database.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { definitionRow, savedOf, unknownForm } from "./definitions.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { checkedForm, MomentForm } from "./row-forms.ts";
import { insertRuns, runRow } from "./run-rows.ts";
import type { Tables } from "./schema.ts";

/** Ids in one statement: far below the limits on bound values of both databases. */
const CHUNK = 400;
/** Automations in one statement; each may have fifty cursors. */
const SAVED = 100;

export class AutomationRepository implements AutomationStorage {
  readonly #database: Database;
  readonly #late: DeferredWrites;
  readonly #unreadable: UnreadableHandler;
  readonly #insert: ReturnType<typeof insertRuns>;
  /** The number of claims so far, for unique keys of late writes. */
  #claims = 0;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
    this.#insert = insertRuns(database.db);
  }

  async all(): Promise<Saved<Automation>[]> {
    const rows = await this.#database.db
      .selectFrom("automations")
      .selectAll()
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    const read = (row: (typeof rows)[number]): Saved<Automation> => {
      const saved = savedOf<Automation>(row);
      if (!Array.isArray(saved.definition.triggers) || !Array.isArray(saved.definition.actions)) throw unknownForm();
      // The column says whether it is enabled; the JSON is from the last save.
      const { enabled: _, ...definition } = saved.definition;
      return { ...saved, definition: row.enabled === 1 ? definition : { ...definition, enabled: false } };
    };
    return readRows(rows, "automation", read, this.#unreadable);
  }

  async save(saved: Saved<Automation>, cursors: readonly TriggerCursor[] = []): Promise<void> {
    await this.#database.durably((db) => saveAutomations(db, [{ saved, cursors }]));
  }

  async rewrite(definition: Automation): Promise<void> {
    await this.#database.durably(async (db) => {
      const row = { definition: JSON.stringify(definition) };
      await db.updateTable("automations").set(row).where("id", "=", definition.id).execute();
    });
  }

  async setEnabled(id: string, enabled: boolean, at: number, cursors: readonly TriggerCursor[]): Promise<void> {
    await this.#database.durably(async (db) => {
      await db
        .updateTable("automations")
        .set({ enabled: enabled ? 1 : 0, updated_at: at })
        .where("id", "=", id)
        .execute();
      await db.deleteFrom("holds").where("automation", "=", id).execute();
      await replaceCursors(
        db,
        [id],
        cursors.map((cursor) => cursorRow(id, cursor)),
      );
    });
  }

  async remove(id: string): Promise<void> {
    await this.#database.durably((db) => removeAutomation(db, id));
  }

  async cursors(): Promise<TriggerCursor[]> {
    const rows = await this.#database.db.selectFrom("cursors").selectAll().execute();
    const named = rows.map((row) => ({ id: `${row.automation} ${row.trigger}`, ...row }));
    // A trigger without a readable cursor continues from now.
    return readRows(named, "due time", cursorOf, this.#unreadable);
  }

  resetCursors(cursors: readonly TriggerCursor[]): Promise<void> {
    this.#claims += 1;
    return this.#late.orLater(`claim ${this.#claims}`, undefined, () => this.#resetCursors(cursors));
  }

  async #resetCursors(cursors: readonly TriggerCursor[]): Promise<void> {
    await this.#database.durably(async (db) => {
      for (const cursor of cursors) {
        await db
          .updateTable("cursors")
          .set({ settled_to: cursor.settledTo })
          .where("automation", "=", cursor.automation)
          .where("trigger", "=", cursor.trigger)
          .execute();
        await db
          .deleteFrom("runs")
          .where("definition", "=", cursor.automation)
          .where("trigger", "=", cursor.trigger)
          .where("status", "=", "missed")
          .where("due_at", ">", cursor.settledTo)
          .execute();
      }
    });
  }

  claim(claims: readonly DueClaim[]): Promise<readonly DueClaim[]> {
    this.#claims += 1;
    // This process alone holds the file, so claims that cannot be written yet are its own.
    const late = claims.flatMap(({ runs }) => runs.map((record) => ({ table: "runs" as const, row: runRow(record) })));
    return this.#late.orLater(`claim ${this.#claims}`, claims, () => this.#claim(claims), late);
  }

  #claim(claims: readonly DueClaim[]): Promise<DueClaim[]> {
    return this.#database.transaction(async (db) => {
      const won: DueClaim[] = [];
      for (const [settledTo, group] of Map.groupBy(claims, (claim) => claim.settledTo)) {
        won.push(...(await moveCursors(db, settledTo, group)));
      }
      // A due time with a row ran before the clock was set back: it does not run again.
      const rows = won.flatMap((claim) => claim.runs.map(runRow));
      const inserted = new Set((await this.#insert.write<{ id: string }>(db, rows)).map(({ id }) => id));
      return won.map((claim) => ({ ...claim, runs: claim.runs.filter(({ run }) => inserted.has(run.id)) }));
    });
  }

  async holds(): Promise<Hold[]> {
    const rows = await this.#database.db.selectFrom("holds").selectAll().execute();
    const named = rows.map((hold) => ({ id: `${hold.automation} ${hold.trigger} ${hold.device}`, hold }));
    return readRows(named, "hold", ({ hold }) => checkedForm(hold, HoldForm), this.#unreadable);
  }

  saveHold(hold: Hold): Promise<void> {
    return this.#late.orLater(keyOfHold(hold), undefined, () => this.#saveHold(hold));
  }

  removeHold(hold: Omit<Hold, "since">): Promise<void> {
    return this.#late.orLater(keyOfHold(hold), undefined, () => this.#removeHold(hold));
  }

  async #saveHold(hold: Hold): Promise<void> {
    await this.#database.db
      .insertInto("holds")
      .values(hold)
      .onConflict((conflict) =>
        conflict.columns(["automation", "trigger", "device"]).doUpdateSet({ since: hold.since }),
      )
      .execute();
  }

  async #removeHold({ automation, trigger, device }: Omit<Hold, "since">): Promise<void> {
    await this.#database.db
      .deleteFrom("holds")
      .where("automation", "=", automation)
      .where("trigger", "=", trigger)
      .where("device", "=", device)
      .execute();
  }
}

function keyOfHold({ automation, trigger, device }: Omit<Hold, "since">): string {
  return `hold ${trigger} ${device} ${automation}`;
}

/** Inserts or replaces automations within a transaction, many with one statement: a file may have thousands. */
export async function saveAutomations(db: Transaction<Tables>, all: readonly SavedWithCursors[]): Promise<void> {
  for (let start = 0; start < all.length; start += SAVED) await saveSome(db, all.slice(start, start + SAVED));
}

async function saveSome(db: Transaction<Tables>, some: readonly SavedWithCursors[]): Promise<void> {
  const rows = some.map(({ saved }) => ({
    ...definitionRow(saved),
    enabled: saved.definition.enabled === false ? 0 : 1,
  }));
  const ids = rows.map(({ id }) => id);
  await db
    .insertInto("automations")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({
        name: ref("excluded.name"),
        definition: ref("excluded.definition"),
        approved: ref("excluded.approved"),
        enabled: ref("excluded.enabled"),
        created_at: ref("excluded.created_at"),
        updated_at: ref("excluded.updated_at"),
      })),
    )
    .execute();
  await db.deleteFrom("holds").where("automation", "in", ids).execute();
  const cursors = some.flatMap(({ saved, cursors }) => cursors.map((cursor) => cursorRow(saved.definition.id, cursor)));
  await replaceCursors(db, ids, cursors);
}

/** Deletes an automation within a transaction. Its cursors and holds go with it (foreign keys); its runs stay as explanations. */
export async function removeAutomation(db: Transaction<Tables>, id: string): Promise<void> {
  await db.deleteFrom("automations").where("id", "=", id).execute();
}

async function replaceCursors(
  db: Transaction<Tables>,
  automations: readonly string[],
  rows: readonly Tables["cursors"][],
): Promise<void> {
  await db.deleteFrom("cursors").where("automation", "in", automations).execute();
  if (rows.length > 0) await db.insertInto("cursors").values(rows).execute();
}

function cursorRow(automation: string, { trigger, settledTo }: TriggerCursor): Tables["cursors"] {
  return { automation, trigger, settled_to: settledTo };
}

const CursorForm = z.looseObject({ trigger: z.number(), settledTo: MomentForm });
const HoldForm = z.looseObject({ trigger: z.number(), since: MomentForm });

/** The cursor of a row. @throws Error when a column has an invalid value */
function cursorOf({ automation, trigger, settled_to: settledTo }: Tables["cursors"]): TriggerCursor {
  return checkedForm({ automation, trigger, settledTo }, CursorForm);
}

/** Moves cursors that are still behind to the same moment, many with one statement: many are due at seven. @returns the claims whose cursor moved */
async function moveCursors(
  db: Transaction<Tables>,
  settledTo: number,
  claims: readonly DueClaim[],
): Promise<DueClaim[]> {
  const won: DueClaim[] = [];
  for (const [trigger, group] of Map.groupBy(claims, (claim) => claim.trigger)) {
    for (let start = 0; start < group.length; start += CHUNK) {
      const part = group.slice(start, start + CHUNK);
      const moved = await db
        .updateTable("cursors")
        .set({ settled_to: settledTo })
        .where("trigger", "=", trigger)
        .where("settled_to", "<", settledTo)
        .where(
          "automation",
          "in",
          part.map((claim) => claim.automation),
        )
        .returning("automation")
        .execute();
      const ids = new Set(moved.map((row) => row.automation));
      won.push(...part.filter((claim) => ids.has(claim.automation)));
    }
  }
  return won;
}
