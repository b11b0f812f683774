import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { cleanText, JiaError, type Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { migrationsFor } from "../migrations/index.ts";
import { OWNER_KEY, type Owner, OwnerRow } from "../owner.ts";
import { jsonOrUndefined } from "../settings.ts";

/** The setting that marks a file as a backup. */
export const BACKUP_KEY = "backup";
const BackupRow = z.object({ form: z.literal(1), version: z.string(), at: z.number() });
export type BackupRow = z.output<typeof BackupRow>;

/** The contents of a backup. */
export interface BackupContents {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** The version that made it and when (milliseconds since the epoch); null for a plain copy of a `jia.db`. */
  readonly made: BackupRow | null;
  /** null when no home claimed the store. */
  readonly owner: Owner | null;
  readonly scenes: number;
  readonly automations: number;
  readonly timers: number;
  /** The number of series of its history; null: without the history. */
  readonly history: number | null;
}

/**
 * Checks whether a file is intact and can be restored by this version. Changes nothing.
 * @throws JiaError `invalid-backup` with the reason, `store-newer`
 */
export function checkBackup(file: string): BackupContents {
  const { size } = fileAt(file);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 0 });
    const faults = integrityFaults(database);
    if (faults !== null) throw invalid(file, message("store.damaged", { detail: faults }));
    refuseForeign(database, file);
    const count = (table: string): number =>
      Number(z.object({ n: z.number() }).parse(database?.prepare(`SELECT count(*) AS n FROM ${table}`).get()).n);
    return {
      file,
      size,
      made: setting(database, BACKUP_KEY, BackupRow),
      owner: setting(database, OWNER_KEY, OwnerRow),
      scenes: tables(database).has("scenes") ? count("scenes") : 0,
      automations: tables(database).has("automations") ? count("automations") : 0,
      timers: tables(database).has("timers") ? count("timers") : 0,
      history: tables(database).has("history_series") ? count("history_series") : null,
    };
  } catch (error) {
    if (error instanceof JiaError) throw error;
    throw invalid(file, message("store.damaged", { detail: cleanText(String(error), 200) }), error);
  } finally {
    database?.close();
  }
}

/** The faults that SQLite finds in a file; null when it is intact. */
export function integrityFaults(database: DatabaseSync): string | null {
  const rows = z
    .array(z.object({ integrity_check: z.string() }))
    .parse(database.prepare("PRAGMA integrity_check(3)").all());
  const faults = rows.map(({ integrity_check }) => integrity_check).filter((text) => text !== "ok");
  return faults.length === 0 ? null : cleanText(faults.join("; "), 200);
}

function fileAt(file: string): { readonly size: number } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw invalid(file, message("store.notThere"));
  if (!found.isFile()) throw invalid(file, message("store.noFile"));
  return found;
}

/** Refuses a file that is not Jia's, or of a newer version. @throws JiaError `invalid-backup`, `store-newer` */
function refuseForeign(database: DatabaseSync, file: string): void {
  const found = tables(database);
  if (!found.has("kysely_migration") || !found.has("settings") || !found.has("audit")) {
    throw invalid(file, message("store.notJia"));
  }
  // Jia makes none. They would run with whatever Jia does on the restored file.
  const added = database.prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").get();
  if (added) throw invalid(file, message("store.notJia"));
  const known = Object.keys(migrationsFor("sqlite"));
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(database.prepare("SELECT name FROM kysely_migration").all());
  const newer = names.find(({ name }) => !known.includes(name));
  if (newer) throw new JiaError("store-newer", { where: file, found: newer.name, known: known.at(-1) ?? "" });
}

function tables(database: DatabaseSync): ReadonlySet<string> {
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map(({ name }) => name),
  );
}

function setting<Schema extends z.ZodType>(
  database: DatabaseSync,
  key: string,
  schema: Schema,
): z.output<Schema> | null {
  const row = database.prepare("SELECT value FROM settings WHERE key = ?").get(key);
  if (!row) return null;
  const parsed = schema.safeParse(jsonOrUndefined(z.object({ value: z.string() }).parse(row).value));
  return parsed.success ? parsed.data : null;
}

function invalid(file: string, reason: Message, cause?: unknown): JiaError {
  return new JiaError("invalid-backup", { file, reason }, cause);
}
