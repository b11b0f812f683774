import { versionOf } from "../../app/version.ts";
import { JiaError, nearest } from "../../home/index.ts";
import { allPacks, message } from "../../language/index.ts";
import type { CliCommand, CommandContext, ExitCode } from "../command.ts";
import { proseWidth } from "../terminal/layout.ts";
import { styleFor } from "../terminal/style.ts";
import { reportError } from "./errors.ts";
import { commandHelp, overview } from "./help.ts";
import { languageFor, systemLanguage } from "./locale.ts";
import { parseInput } from "./parse.ts";

export type ProcessContext = Omit<CommandContext, "language" | "style">;

/** Runs one command line and gives its exit code; never throws. */
export async function runCommandLine(
  commands: readonly CliCommand[],
  args: readonly string[],
  process: ProcessContext,
): Promise<ExitCode> {
  let language = systemLanguage(process.env);
  try {
    language = languageFor(args, process.env);
    const style = styleFor(process.stdout, process.env);
    const { stdout, program, root } = process;
    const reader = { language, style, program, width: proseWidth(stdout) };
    // The language may stand before the verb as well.
    const [verb = "--help", ...words] = withoutLanguage(args);
    const at = args.indexOf(verb);
    const rest = args.filter((_, index) => index !== at);
    if (verb === "--version" || verb === "-V") {
      stdout.write(`jia ${versionOf(root)}\n`);
      return 0;
    }
    if (verb === "--help" || verb === "-h" || verb === "help") {
      const [about] = words.filter((word) => !word.startsWith("-"));
      const help = about === undefined ? overview(commands, reader) : commandHelp(verbOf(about, commands), reader);
      stdout.write(`${help}\n`);
      return 0;
    }
    const command = verbOf(verb, commands);
    const input = parseInput(command, rest);
    if (input.help) {
      stdout.write(`${commandHelp(command, reader)}\n`);
      return 0;
    }
    return await command.run(input, { ...process, language, style });
  } catch (error) {
    if (process.signal.aborted && isAbort(error)) return 130;
    return reportError(error, { ...process, language }, styleFor(process.stderr, process.env).bad("✗"));
  }
}

/** The words without `--language X`, which was read already. */
function withoutLanguage(args: readonly string[]): string[] {
  return args.filter(
    (word, index) => word !== "--language" && args[index - 1] !== "--language" && !word.startsWith("--language="),
  );
}

function isAbort(error: unknown): boolean {
  return (
    (error instanceof Error && error.name === "AbortError") || (error instanceof JiaError && error.code === "cancelled")
  );
}

/** The commands that a word means in any language: for "schedules", automations and what is planned. */
function otherWords(word: string): string[] {
  const tables = allPacks().flatMap((pack) => Object.entries(pack.messages.cli.commandWords));
  const found = tables.filter(([, words]) => words.split(", ").includes(word.toLowerCase()));
  return [...new Set(found.map(([command]) => `jia ${command}`))];
}

/**
 * The command of a verb.
 * @throws JiaError `usage` with the nearest verb
 */
function verbOf(verb: string, commands: readonly CliCommand[]): CliCommand {
  const found = commands.find(({ name }) => name === verb);
  if (found) return found;
  const names = commands.map(({ name }) => name);
  const near = nearest(verb, names);
  const lines = [
    message("cli.unknownCommand", { name: verb, near: near === null ? otherWords(verb) : [near] }),
    message("cli.commands", { names }),
  ];
  throw new JiaError("usage", { detail: message("cli.wrongUse", { lines }) });
}
