/** The history in a SQLite file of its own, or in PostgreSQL. */
export { PostgresHistory } from "./postgres.ts";
export { SqliteHistory } from "./sqlite.ts";
