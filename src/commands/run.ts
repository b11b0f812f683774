import { JiaError, nearest } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { Command, CommandContext, ExitCode } from "./command.ts";
import { reportError } from "./errors.ts";
import { commandHelp, overview } from "./help.ts";
import { languageFor, systemLanguage } from "./locale.ts";
import { parseInput } from "./parse.ts";
import { styleFor } from "./style.ts";

export type Process = Omit<CommandContext, "language" | "style">;

/** Runs one command line and gives its exit code; never throws. */
export async function runCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  process: Process,
): Promise<ExitCode> {
  let language = systemLanguage(process.env);
  try {
    language = languageFor(args, process.env);
    const style = styleFor(process.stdout, process.env);
    const [verb = "--help", ...rest] = args;
    if (verb === "--help" || verb === "-h" || verb === "help") {
      const asked = commands.find(({ name }) => name === rest[0]);
      process.stdout.write(`${asked ? commandHelp(asked, language, style) : overview(commands, language, style)}\n`);
      return 0;
    }
    const command = commands.find(({ name }) => name === verb);
    if (!command) throw unknownVerb(verb, commands);
    const input = parseInput(command, rest);
    if (input.help) {
      process.stdout.write(`${commandHelp(command, language, style)}\n`);
      return 0;
    }
    return await command.run(input, { ...process, language, style });
  } catch (error) {
    if (process.signal.aborted && isAbort(error)) return 130;
    return reportError(error, { ...process, language }, styleFor(process.stderr, process.env).bad("✗"));
  }
}

function isAbort(error: unknown): boolean {
  return (
    (error instanceof Error && error.name === "AbortError") || (error instanceof JiaError && error.code === "cancelled")
  );
}

function unknownVerb(verb: string, commands: readonly Command[]): JiaError {
  const names = commands.map(({ name }) => name);
  const lines = [
    message("cli.unknownCommand", { name: verb, near: nearest(verb, names) }),
    message("cli.commands", { names }),
  ];
  return new JiaError("usage", { detail: message("cli.wrongUse", { lines }) });
}
