import { cleanText, type ErrorCode, JiaError } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { fitted } from "../terminal/layout.ts";
import { phraseAsCalled } from "./called-as.ts";

/** Exit codes of errors that are neither wrong usage nor a plain failure, keyed by error code. */
const EXIT_CODES: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  usage: 2,
  "invalid-config": 2,
  "invalid-home": 2,
  "invalid-file": 2,
  "open-secret": 2,
  "invalid-request": 2,
  "not-running": 3,
  "port-taken": 3,
  "mqtt-port-taken": 3,
  "store-unavailable": 3,
  "store-newer": 3,
  "invalid-backup": 2,
  "store-locked": 3,
  "store-full": 3,
  "store-read-only": 3,
  "store-moved": 3,
  "store-damaged": 3,
  "store-not-on-disk": 3,
  "folder-unusable": 3,
  "folder-in-use": 3,
  "other-home": 3,
  "other-home-backup": 3,
  "broker-unreachable": 3,
  "missing-program": 3,
  "other-simulator": 3,
  unauthorized: 3,
  forbidden: 3,
  "too-many-requests": 3,
  stopping: 3,
  cancelled: 130,
};

/** Prints an error as one block on standard error and gives the exit code for it. */
export function reportError(
  error: unknown,
  context: Pick<CommandContext, "stderr" | "env" | "language" | "program">,
  mark: string,
): ExitCode {
  const known = error instanceof JiaError ? error : new JiaError("internal", { detail: summary(error) }, error);
  const { stderr, language, program } = context;
  const phrase = { key: `errors.${known.code}`, values: { ...known.details, commandLine: true } };
  stderr.write(`${fitted(`${mark} ${phraseAsCalled(phrase, language, program)}`, stderr, 2)}\n`);
  if (context.env["JIA_DEBUG"] && known.cause) context.stderr.write(`${stackOf(known.cause)}\n`);
  else if (known.code === "internal") context.stderr.write(`${messages(context.language).cli.debugHint}\n`);
  return EXIT_CODES[known.code] ?? 1;
}

function summary(error: unknown): string {
  return cleanText(error instanceof Error ? `${error.name}: ${error.message}` : String(error), 300);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
