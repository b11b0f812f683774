/**
 * A home whose lamps go on and off until the process is killed. What they did is appended to a file, a line for each change,
 * written by one system call before the home hears of it.
 *
 * Arguments: file or address of the history, file of what happened.
 */
import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { threadBackend } from "../../../src/app/history/thread-backend.ts";
import { HomeHistory, LocalBackend } from "../../../src/history/index.ts";
import { systemClock } from "../../../src/home/index.ts";
import { PostgresHistory } from "../../../src/store/history/index.ts";
import { openDatabase } from "../../../src/store/index.ts";
import { KEEPING } from "../../support/history.ts";
import { described, testHome } from "../../support/home.ts";

const [where = "", happened = ""] = process.argv.slice(2);
const names = Array.from({ length: 20 }, (_, index) => `lamp-${index}`);
const { home } = testHome(
  names.map((name) => described(name)),
  { clock: systemClock },
);
const backend = where.startsWith("postgres:")
  ? new LocalBackend(new PostgresHistory(await openDatabase({ url: where })), () => wait(0))
  : threadBackend(where);
const history = new HomeHistory({
  home,
  clock: systemClock,
  backend,
  selection: { include: [], exclude: [] },
  keeping: KEEPING,
  tariff: null,
  mains: [],
  lost: () => undefined,
  failed: (error) => {
    throw error;
  },
});
await history.start();
for (let step = 0; ; step += 1) {
  const name = names[step % names.length];
  const value = Math.floor(step / names.length) % 2 === 0;
  appendFileSync(happened, `${systemClock.now()} test:${name} ${value}\n`);
  home.apply([{ kind: "values", id: `test:${name}`, values: [{ address: "light.on", value }], cause: "report" }]);
  await wait(2);
}
