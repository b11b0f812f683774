/**
 * A Jia that is killed: the real planner on a real database file, in compressed time. Every effect is one line in a file
 * that is only appended to, written by one system call, so that what was done before the kill is known.
 *
 * Arguments: database, effects file, clock (JSON: real start, virtual start, speed).
 */
import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { HomePlanner, TimerScheduler } from "../../../src/automation/index.ts";
import type { Clock } from "../../../src/home/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { described, testHome } from "../../support/home.ts";
import { DEFINITIONS, type KillClock } from "./definitions.ts";

const [database = "", effects = "", clockText = "{}"] = process.argv.slice(2);
const { real, virtual, speed }: KillClock = JSON.parse(clockText);
/** Milliseconds of compressed time, the same line in every process of a lane. */
const clock: Clock = { now: () => virtual + (Date.now() - real) * speed };

const store = await openStore({ path: database });
const { home } = testHome([described("lamp"), described("hall")], { clock, audit: store.audit });
home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: false }], cause: "report" }]);

/** setTimeout in compressed time. */
const scheduler = new TimerScheduler({ now: () => clock.now() / speed });
const planner = new HomePlanner({
  home,
  clock,
  scheduler: { wake: (at, callback) => scheduler.wake(at / speed, callback) },
  storage: store,
  messages: null,
  sinks: { post: () => Promise.resolve(), say: () => Promise.resolve(true) },
  lease: store.lease,
  // The oracle counts every run there ever was.
  keepRuns: 1_000_000,
  failed: (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  },
});
planner.subscribe((event) => {
  if (event.type !== "notice") return;
  const { run, message } = event;
  appendFileSync(effects, `${JSON.stringify({ of: run.of, run: run.id, due: run.cause.dueAt, message })}\n`);
});
await planner.start();
for (const definition of DEFINITIONS) {
  if (planner.automations.get(definition.id ?? "")) continue;
  await planner.automations.save(definition, { origin: { kind: "person" } });
}
// The first process of a lane leaves its compiled code to the others: they start twice as fast.
if (process.env["JIA_KEEP_COMPILED"]) flushCompileCache();
process.stdout.write("ready\n");
