import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "./commands/index.ts";
import { runCommandLine } from "./commands/run.ts";

/** How long a command may take to finish after Ctrl-C before the process ends all the same, in milliseconds. */
const GRACE_MS = 2_000;
/** Signals closer together than this are one: a terminal sends Ctrl-C to us and to the launcher, which passes it on. */
const SAME_MS = 500;

const stop = new AbortController();
let first: number | null = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    const now = performance.now();
    // A second Ctrl-C means now.
    if (first !== null && now - first > SAME_MS) process.exit(130);
    if (first !== null) return;
    first = now;
    stop.abort();
    setTimeout(() => process.exit(130), GRACE_MS).unref();
  });
}
// `jia devices | head` closes the pipe early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  signal: stop.signal,
});
