/**
 * Summarises a history day by day until the process is killed.
 *
 * Arguments: file or address of the history, milliseconds since the epoch to begin at.
 */
import { setImmediate as turn } from "node:timers/promises";
import { LocalBackend } from "../../../src/history/index.ts";
import { PostgresHistory, SqliteHistory } from "../../../src/store/history/index.ts";
import { openDatabase } from "../../../src/store/index.ts";

const DAY = 86_400_000;
const [where = "", from = ""] = process.argv.slice(2);
const storage = where.startsWith("postgres:")
  ? new PostgresHistory(await openDatabase({ url: where }))
  : new SqliteHistory(where);
const backend = new LocalBackend(storage, () => turn());
process.stdout.write("begun\n");
for (let now = Number(from); ; now += DAY / 2) {
  await backend.tend(now, { raw: DAY, five: 3 * DAY, hour: 3_650 * DAY, states: 730 * DAY });
}
