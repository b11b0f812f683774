import { z } from "zod";
import {
  MEMORY_KINDS,
  type MemoryChange,
  type MemoryEntry,
  type MemoryStorage,
  type MemoryWrite,
  NAMED_THINGS,
  PREFERENCE_DAY_PARTS,
} from "../people/memory/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { MomentForm, OriginForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

/** Most noted changes; the oldest are deleted first. */
const MOST_CHANGES = 2_000;

/** The entries of the memory, and the notes of its changes. */
export class MemoryRepository implements MemoryStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<MemoryEntry[]> {
    const rows = await this.#database.db.selectFrom("memory").selectAll().orderBy("at").orderBy("id").execute();
    return readRows(rows, "memory", entryOf, this.#unreadable);
  }

  async write({ saved, forgotten, changes }: MemoryWrite): Promise<void> {
    await this.#database.durably(async (db) => {
      if (forgotten.length > 0) await db.deleteFrom("memory").where("id", "in", forgotten).execute();
      for (const entry of saved) {
        const row = rowOf(entry);
        await db
          .insertInto("memory")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      }
      if (changes.length === 0) return;
      await db.insertInto("memory_changes").values(changes.map(changeRow)).execute();
      const oldest = db.selectFrom("memory_changes").select("id").orderBy("id", "desc").offset(MOST_CHANGES).limit(1);
      await db.deleteFrom("memory_changes").where("id", "<=", oldest).execute();
    });
  }

  async changes(people: readonly (string | null)[], limit: number): Promise<MemoryChange[]> {
    const named = people.filter((person) => person !== null);
    const rows = await this.#database.db
      .selectFrom("memory_changes")
      .selectAll()
      .where((where) =>
        where.or([
          ...(named.length > 0 ? [where("person", "in", named)] : []),
          ...(people.includes(null) ? [where("person", "is", null)] : []),
        ]),
      )
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return readRows(rows, "change of the memory", changeOf, this.#unreadable);
  }

  async erase(person: string): Promise<number> {
    let count = 0;
    await this.#database.durably(async (db) => {
      const { numDeletedRows } = await db.deleteFrom("memory").where("person", "=", person).executeTakeFirst();
      count = Number(numDeletedRows);
      await db.updateTable("memory").set({ by: null }).where("by", "=", person).execute();
      await db.deleteFrom("memory_changes").where("person", "=", person).execute();
    });
    return count;
  }
}

function rowOf({ id, person, text, at, by, until, kind, ...content }: MemoryEntry): Tables["memory"] {
  return { id, person, kind, text, content: JSON.stringify(content), at, by, until };
}

const Value = z.union([z.boolean(), z.number(), z.string()]);
const Id = z.string().min(1).max(300);
const Weekday = z.int().min(1).max(7);

/** The content of an entry, by kind. */
const Content = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("name"), name: Id, of: z.object({ type: z.enum(NAMED_THINGS), id: Id }) }),
  z.object({
    kind: z.literal("time"),
    name: Id,
    clock: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    weekdays: z.array(Weekday),
  }),
  z.object({
    kind: z.literal("preference"),
    of: z
      .discriminatedUnion("type", [
        z.object({ type: z.enum(["room", "device"]), id: Id }),
        z.object({ type: z.literal("kind"), id: Id, room: Id.exactOptional() }),
      ])
      .nullable(),
    property: Id,
    value: Value,
    part: z.enum(PREFERENCE_DAY_PARTS).nullable(),
  }),
  z.object({ kind: z.literal("fact") }),
]);

/** The entry of a row. @throws when this version does not know its form */
function entryOf({ id, person, kind, text, content, at, by, until }: Tables["memory"]): MemoryEntry {
  const parsed = Content.parse({ ...JSON.parse(content), kind });
  return { ...parsed, id, person, text, at: MomentForm.parse(at), by, until: MomentForm.nullable().parse(until) };
}

function changeRow({ at, change, kind, entry, person, origin }: MemoryChange): Omit<Tables["memory_changes"], "id"> {
  return { at, change, kind, entry, person, origin: JSON.stringify(origin) };
}

const Change = z.object({
  at: MomentForm,
  change: z.enum(["add", "change", "forget", "expire", "refuse"]),
  kind: z.enum(MEMORY_KINDS),
  entry: z.string().nullable(),
  person: z.string().nullable(),
  origin: OriginForm,
});

/** The change of a row. @throws when this version does not know its form */
function changeOf({ origin, ...row }: Omit<Tables["memory_changes"], "id">): MemoryChange {
  return Change.parse({ ...row, origin: JSON.parse(origin) }) as MemoryChange;
}
