import { Writable } from "node:stream";
import { type Logger, pino } from "pino";

/** Names of pino's levels, keyed by their numbers. */
const LEVELS: Readonly<Record<number, string>> = { 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

/** The log of the process, on standard error: one JSON a line for machines, one short line for a person at a terminal. */
export function createLogger(level: string, stderr: Writable & { readonly isTTY?: boolean }): Logger {
  const options = {
    level,
    base: null,
    redact: ["password", "token", "key", "apiKey", "headers.authorization", "pin", 'headers["x-jia-pin"]'],
  };
  return stderr.isTTY ? pino(options, shortLines(stderr)) : pino(options, stderr);
}

function shortLines(stderr: Writable): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      stderr.write(shortLine(chunk.toString()), () => done());
    },
  });
}

/** "12:00:01 warn  request failed: Error: …" */
function shortLine(json: string): string {
  const { time, level, msg, err } = JSON.parse(json) as {
    time: number;
    level: number;
    msg?: string;
    err?: { message?: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const parts = [msg, err?.message].filter((part) => part !== undefined && part !== "");
  return `${clock} ${LEVELS[level] ?? level} ${parts.join(": ")}\n`;
}
