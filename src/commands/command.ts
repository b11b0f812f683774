import type { Readable, Writable } from "node:stream";
import type { Phrase } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { CompletionSource } from "./line/completion-scripts.ts";
import type { Style } from "./terminal/style.ts";

/** One option of a command: `--name VALUE` or, for a switch, `--name`. */
export interface CliFlag {
  readonly kind: "text" | "switch";
  /** Whether it may be given several times; its value is a list then. */
  readonly multiple?: true;
  /** One letter: `-h`. */
  readonly short?: string;
  /** The name of the value in the help: `FILE`. */
  readonly value?: string;
  readonly about: Phrase;
}

/** The type of a flag's value. */
type FlagValue<Of extends CliFlag> = Of extends { kind: "switch" }
  ? boolean
  : Of extends { multiple: true }
    ? readonly string[]
    : string | undefined;

export type CliFlags = Readonly<Record<string, CliFlag>>;
export type FlagValues<Of extends CliFlags> = { readonly [Name in keyof Of]: FlagValue<Of[Name]> };

export interface CommandInput<Of extends CliFlags> {
  /** The values of the flags. `language`: the value of --language, undefined when it follows the system. */
  readonly flags: FlagValues<Of> & { readonly language: string | undefined };
  readonly positionals: readonly string[];
}

/** The process around a command. Commands use nothing else of it. */
export interface CommandContext {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** The project's folder, where devices/ and prompts/ are. */
  readonly root: string;
  /** How this command line was called, for commands in its output: `jia`, `./jia`, `npm run jia --`. */
  readonly program: string;
  /** The language of everything that the command prints. */
  readonly language: Language;
  /** Colours for standard output; plain when it is not a terminal. */
  readonly style: Style;
  /** Aborted by Ctrl-C and SIGTERM: the command finishes only what it must, and returns. */
  readonly signal: AbortSignal;
}

/**
 * How a command ends: 0 it worked · 1 it did not (an outcome was not good, a check failed) · 2 wrong usage or
 * configuration · 3 something it needs is not available (a Jia that answers and lets it in, a broker, a port, a
 * folder, the store) · 130 stopped by Ctrl-C.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** A verb of the command line. */
export interface CliCommand<Of extends CliFlags = CliFlags> {
  readonly name: string;
  readonly summary: Phrase;
  /** The words after the verb: `[TEXT]`. The help adds the options. */
  readonly usage: string;
  /** Shown in the help after the summary. */
  readonly details?: Phrase;
  /** Whether its details and examples name `jia` on the PATH, however it was called. */
  readonly onPath?: true;
  /** Complete command lines for the help, each with `jia` as the program. */
  readonly examples?: readonly string[];
  readonly flags: Of;
  /** How many words may follow the verb; none when it is left out. */
  readonly positionals?: { readonly min: number; readonly max: number };
  /** The words that shells complete at each place after the verb; none when left out. */
  readonly places?: readonly CompletionSource[];
  run(input: CommandInput<Of>, context: CommandContext): Promise<ExitCode>;
}

/** Keeps the types of a command's flags, so that `input.flags` is exact in `run`. */
export function defineCommand<const Of extends CliFlags>(command: CliCommand<Of>): CliCommand {
  return command as CliCommand<CliFlags>;
}
