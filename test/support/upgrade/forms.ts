/** The forms in which things are stored: migrations and tables, the schemas of definitions, and what stands in JSON columns. */
import { sql } from "kysely";
import { z } from "zod";
import { Automation, Scene } from "../../../src/automation/index.ts";
import type { Database, StoreKind } from "../../../src/store/index.ts";

/** `type`, with `?` where null is allowed, keyed by table and column. */
export type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Forms {
  /** The newest migration. */
  readonly migration: string;
  readonly tables: Readonly<Record<StoreKind, Tables>>;
  /** JSON schemas of what people write. */
  readonly definitions: { readonly automation: unknown; readonly scene: unknown };
  /** Every path in a JSON column with the types found there, keyed by table and column. */
  readonly json: Readonly<Record<string, readonly string[]>>;
}

export const DEFINITIONS: Forms["definitions"] = {
  automation: z.toJSONSchema(Automation, { io: "input" }),
  scene: z.toJSONSchema(Scene, { io: "input" }),
};

export async function tablesOf({ db }: Database): Promise<Tables> {
  const tables = await db.introspection.getTables();
  return Object.fromEntries(
    tables
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, columns }) => [
        name,
        Object.fromEntries(columns.map((column) => [column.name, `${column.dataType}${column.isNullable ? "?" : ""}`])),
      ]),
  );
}

export async function newestMigration({ db }: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db);
  return rows[0]?.name ?? "";
}

export async function jsonForms(database: Database): Promise<Forms["json"]> {
  const forms: Record<string, string[]> = {};
  for (const [table, columns] of Object.entries(await tablesOf(database))) {
    for (const column of Object.keys(columns)) {
      const { rows } = await sql<{ cell: unknown }>`select ${sql.ref(column)} as cell from ${sql.table(table)}`.execute(
        database.db,
      );
      const paths = new Set<string>();
      for (const { cell } of rows) {
        // Names and words are no JSON.
        if (typeof cell === "string" && /^[[{]/.test(cell)) notePaths(JSON.parse(cell), "", paths);
      }
      if (paths.size > 0) forms[`${table}.${column}`] = [...paths].sort();
    }
  }
  return forms;
}

/** No version reads it: what the local engine made of a sentence is dropped when a conversation is loaded. */
const UNREAD = ".focus.frame";

function notePaths(value: unknown, path: string, paths: Set<string>): void {
  if (path === UNREAD) return;
  if (Array.isArray(value)) {
    paths.add(`${path}[]`);
    for (const each of value) notePaths(each, `${path}[]`, paths);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value))
      notePaths(each, isName(key) ? `${path}.${key}` : `${path}.*`, paths);
  } else paths.add(`${path} ${value === null ? "null" : typeof value}`);
}

/** Keys that are data (addresses, names that people gave) are all one. */
function isName(key: string): boolean {
  return /^[a-z][A-Za-z]*(?:_[a-z]+)*$/.test(key);
}
