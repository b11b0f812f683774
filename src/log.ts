import { once } from "node:events";
import { basename, dirname } from "node:path";
import { Writable } from "node:stream";
import { type Logger, pino } from "pino";
import { createStream } from "rotating-file-stream";
import { cleanText } from "./home/index.ts";
import { logContext } from "./log-context.ts";

/** Names of pino's levels, keyed by their numbers. */
const LEVELS: Readonly<Record<number, string>> = { 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

/** A log file: when it is full it becomes `path.1`, what was `path.1` becomes `path.2`, and so on. */
export interface RotatedFile {
  readonly path: string;
  /** Size at which it is full. */
  readonly megabytes: number;
  /** How many full files are kept. */
  readonly keep: number;
}

/** A log with its file. */
export interface ProcessLog {
  readonly log: Logger;
  /** Writes what is left. The log is not used any more. */
  close(): Promise<void>;
}

/** The log of the process, on standard error: one JSON a line for machines, one short line for a person at a terminal. */
export function createLogger(level: string, stderr: Writable & { readonly isTTY?: boolean }): Logger {
  return pino(pinoOptions(level), stderr.isTTY ? shortLines(stderr) : stderr);
}

/**
 * The log of the process on standard error, and in a file as JSON lines where one is given. A file that cannot be
 * written is told of once on standard error; the process goes on without it.
 */
export function openLog(
  level: string,
  stderr: Writable & { readonly isTTY?: boolean },
  file: RotatedFile | null,
): ProcessLog {
  if (!file) return { log: createLogger(level, stderr), close: () => Promise.resolve() };
  const { path, megabytes, keep } = file;
  const rotating = createStream(basename(path), {
    path: dirname(path),
    size: `${megabytes}M`,
    rotate: keep,
    mode: 0o600,
  });
  let usable = true;
  const failed = (error: Error): void => {
    if (usable) stderr.write(`${path}: ${error.message}\n`);
    usable = false;
  };
  rotating.on("error", failed);
  rotating.on("warning", failed);
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (usable) rotating.write(chunk);
      done();
    },
  });
  const shown = stderr.isTTY ? shortLines(stderr) : stderr;
  const streams = [shown, lines].map((stream) => ({ level: "debug", stream }) as const);
  const log = pino(pinoOptions(level), pino.multistream(streams as Parameters<typeof pino.multistream>[0]));
  return {
    log,
    async close() {
      if (!usable) return;
      rotating.end();
      await once(rotating, "finish").catch(failed);
    },
  };
}

function pinoOptions(level: string) {
  return {
    level,
    base: null,
    redact: ["password", "token", "key", "apiKey", "headers.authorization", "pin", 'headers["x-jia-pin"]'],
    mixin: logContext,
    serializers: { err: loggedError },
  };
}

/** An error for the log, without the bytes of a message that could not be read: they may hold a password. */
function loggedError(error: unknown): unknown {
  const logged: unknown = error instanceof Error ? pino.stdSerializers.err(error) : error;
  if (typeof logged !== "object" || logged === null || !("rawPacket" in logged)) return logged;
  const { rawPacket: _, ...rest } = logged;
  return rest;
}

function shortLines(stderr: Writable): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      stderr.write(shortLine(chunk.toString()), () => done());
    },
  });
}

/** Most characters of a text on a terminal. */
const MOST_SHOWN = 2_000;

/** "12:00:01 warn  request failed: Error: …" */
function shortLine(json: string): string {
  const { time, level, msg, err } = JSON.parse(json) as {
    time: number;
    level: number;
    msg?: string;
    err?: { message?: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const parts = [msg, err?.message].flatMap((part) => (part ? [cleanText(part, MOST_SHOWN)] : []));
  return `${clock} ${LEVELS[level] ?? level} ${parts.join(": ")}\n`;
}
