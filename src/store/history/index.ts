/** The history in a SQLite file of its own, or in PostgreSQL. */
export { SqliteHistory } from "./sqlite.ts";
