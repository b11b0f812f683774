import type { Selectable } from "kysely";
import { z } from "zod";
import type { DeviceId, DeviceOverride } from "../home/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import type { Tables } from "./schema.ts";

const OverrideForm = z.object({
  name: z.string().exactOptional(),
  otherNames: z.array(z.string()).exactOptional(),
  aliases: z.array(z.string()).exactOptional(),
  room: z.object({ id: z.string(), name: z.string() }).nullable().exactOptional(),
  hidden: z.boolean().exactOptional(),
  favourite: z.boolean().exactOptional(),
  order: z.number().exactOptional(),
  icon: z.string().exactOptional(),
});

/** What people set for devices over what others say of them. */
export class DeviceOverrideRepository {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<ReadonlyMap<DeviceId, DeviceOverride>> {
    const rows = await this.#database.db.selectFrom("device_overrides").selectAll().execute();
    return new Map(readRows(rows, "device", overrideOf, this.#unreadable));
  }

  /** @param set null: nothing is set any more */
  async set(id: DeviceId, set: DeviceOverride | null, at: number): Promise<void> {
    await this.#database.durably(async (db) => {
      if (set === null) {
        await db.deleteFrom("device_overrides").where("id", "=", id).execute();
        return;
      }
      const row = { data: JSON.stringify(set), updated_at: at };
      await db
        .insertInto("device_overrides")
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    });
  }
}

function overrideOf({ id, data }: Selectable<Tables["device_overrides"]>): readonly [DeviceId, DeviceOverride] {
  return [id, OverrideForm.parse(JSON.parse(data))];
}
