import { JiaError, nearest } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { Command, CommandContext, ExitCode } from "./command.ts";
import { reportError } from "./errors.ts";
import { commandHelp, overview } from "./help.ts";
import { languageFor } from "./locale.ts";
import { parseInput } from "./parse.ts";
import { styleFor } from "./style.ts";

export type Process = Omit<CommandContext, "language" | "style">;

/** Runs one command line and gives its exit code; never throws. */
export async function runCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  process: Process,
): Promise<ExitCode> {
  let language: Language = "en";
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
    if (!command) throw unknownVerb(verb, commands, language);
    const input = parseInput(command, rest, language);
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

function unknownVerb(verb: string, commands: readonly Command[], language: Language): JiaError {
  const names = commands.map(({ name }) => name);
  const near = nearest(verb, names);
  const zh = language === "zh";
  const guess = near ? (zh ? `，是否要用“${near}”？` : `. Did you mean "${near}"?`) : zh ? "。" : ".";
  const list = zh ? `可用的命令：${names.join("、")}` : `There are: ${names.join(", ")}`;
  return new JiaError("usage", {
    detail: zh ? `没有命令“${verb}”${guess}\n${list}` : `There is no command "${verb}"${guess}\n${list}`,
  });
}
