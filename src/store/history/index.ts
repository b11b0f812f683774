/** The history in a SQLite file of its own, or in PostgreSQL. */
export { examineHistory, type HistoryFindings } from "./examine.ts";
export { HISTORY_FILE, historyFileFor as historyBeside } from "./file.ts";
export { PostgresHistory } from "./postgres.ts";
export { SqliteHistory } from "./sqlite.ts";
