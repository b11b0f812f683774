import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { CliCommand, ExitCode } from "../../src/commands/command.ts";
import { runCommandLine } from "../../src/commands/line/run.ts";
import { OWNER_TOKEN } from "./owner.ts";

export interface RunResult {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string;
  /** Variables, beside the owner's token of tests (`JIA_TOKEN`; "" takes it out). */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** How it was called: `jia` where it is left out. */
  readonly program?: string;
  /** It prints to a terminal of so many columns; without it to pipes. */
  readonly columns?: number;
  /** Told of every piece that is printed. */
  readonly onOutput?: (piece: string) => void;
}

/** Runs a command line in this process, as `cli.ts` would, and gives what it printed. */
export async function run(
  commands: readonly CliCommand[],
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { onOutput, columns } = options;
  const screen = columns === undefined ? {} : { isTTY: true, columns };
  const stdout = Object.assign(new PassThrough(), screen);
  const stderr = Object.assign(new PassThrough(), screen);
  if (onOutput) for (const stream of [stdout, stderr]) stream.on("data", (piece) => onOutput(String(piece)));
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommandLine(commands, args, {
    stdin: Readable.from(options.stdin === undefined ? [] : [options.stdin]),
    stdout,
    stderr,
    env: { JIA_TOKEN: OWNER_TOKEN, ...options.env },
    cwd: options.cwd ?? process.cwd(),
    root: process.cwd(),
    program: options.program ?? "jia",
    signal: options.signal ?? new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, out, err };
}
