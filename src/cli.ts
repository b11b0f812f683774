import { enableCompileCache, flushCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** How long a command may take to finish after Ctrl-C before the process ends all the same, in milliseconds. */
const GRACE_MS = 2_000;
/** Signals closer together than this are one: a terminal sends Ctrl-C to us and to the launcher, which passes it on. */
const SAME_MS = 500;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Compiled once, started in half the time; a folder that cannot be written is no harm. Before anything else is loaded.
enableCompileCache(join(root, "node_modules", ".cache", "jia"));

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

const args = process.argv.slice(2);
// Told by the launcher, and no setting of Jia.
const { JIA_CALLED_AS: program = "jia", ...env } = process.env;
const [{ commandsFor }, { runCommandLine }] = await Promise.all([
  import("./commands/lazy.ts"),
  import("./commands/line/run.ts"),
]);
const commands = await commandsFor(args);
// Written now: after an installation it takes a second or two, and at the end Ctrl-C would have to wait for it.
flushCompileCache();
process.exitCode = await runCommandLine(commands, args, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env,
  cwd: process.cwd(),
  root,
  program,
  signal: stop.signal,
});
