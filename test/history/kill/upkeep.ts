/**
 * Summarises a history day by day, through forty days, and then waits to be killed.
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
// A bounded span: a quick machine would otherwise reach the end of what is kept before it is killed.
for (let now = Number(from); now < Number(from) + 40 * DAY; now += DAY / 2) {
  await backend.tend(now, { raw: DAY, five: 3 * DAY, hour: 3_650 * DAY, states: 730 * DAY });
}
process.stdout.write("done\n");
setInterval(() => undefined, 60_000);
