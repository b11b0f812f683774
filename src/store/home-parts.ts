import { z } from "zod";
import type { DeviceId, PlaceOverride } from "../home/index.ts";
import type { Database } from "./database.ts";
import { type RowKind, readRows, type UnreadableHandler } from "./read-rows.ts";

/** A group of devices that a person made. */
export interface StoredGroup {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly DeviceId[];
  readonly order?: number;
  readonly icon?: string;
}

/** The values of the parts of a home that people made or changed, by their kind. */
export interface HomeParts {
  readonly room: PlaceOverride;
  readonly floor: PlaceOverride;
  readonly group: StoredGroup;
}

const PlaceForm = z.object({
  made: z.literal(true).exactOptional(),
  name: z.string().exactOptional(),
  aliases: z.array(z.string()).exactOptional(),
  floor: z.string().nullable().exactOptional(),
  order: z.number().exactOptional(),
  icon: z.string().exactOptional(),
});
const GroupForm = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  members: z.array(z.string()),
  order: z.number().exactOptional(),
  icon: z.string().exactOptional(),
});
const FORMS: { readonly [Kind in keyof HomeParts]: z.ZodType<HomeParts[Kind]> } = {
  room: PlaceForm,
  floor: PlaceForm,
  group: GroupForm,
};

/** Rooms, floors and groups as people made or changed them. */
export class HomePartRepository {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  /** All of a kind, keyed by id. */
  async all<Kind extends keyof HomeParts>(kind: Kind): Promise<ReadonlyMap<string, HomeParts[Kind]>> {
    const rows = await this.#database.db
      .selectFrom("home_parts")
      .selectAll()
      .where("kind", "=", kind)
      .orderBy("id")
      .execute();
    const read = ({ id, data }: { readonly id: string; readonly data: string }) =>
      [id, FORMS[kind].parse(JSON.parse(data))] as const;
    return new Map(readRows(rows, kind satisfies RowKind, read, this.#unreadable));
  }

  /** @param value null: nothing is set any more */
  async set<Kind extends keyof HomeParts>(
    kind: Kind,
    id: string,
    value: HomeParts[Kind] | null,
    at: number,
  ): Promise<void> {
    await this.#database.durably(async (db) => {
      if (value === null) {
        await db.deleteFrom("home_parts").where("kind", "=", kind).where("id", "=", id).execute();
        return;
      }
      const row = { data: JSON.stringify(value), updated_at: at };
      await db
        .insertInto("home_parts")
        .values({ kind, id, ...row })
        .onConflict((conflict) => conflict.columns(["kind", "id"]).doUpdateSet(row))
        .execute();
    });
  }
}
