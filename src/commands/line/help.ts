import { type Language, message, messages, textOf } from "../../language/index.ts";
import type { CliCommand, CliFlag, CliFlags } from "../command.ts";
import { padEnd, textWidth, wrap } from "../terminal/layout.ts";
import type { Style } from "../terminal/style.ts";
import { asCalled } from "./called-as.ts";
import { COMMON_FLAGS } from "./parse.ts";

/** The reader of a help text, and its width. */
export interface HelpReader {
  readonly language: Language;
  readonly style: Style;
  /** The width of its lines in columns. */
  readonly width: number;
  /** How the command line was called. */
  readonly program: string;
}

/** The columns that the exit codes take, with spaces. */
const EXIT_CODES = 7;

/** The help of the whole command line: every verb with one line. */
export function overview(commands: readonly CliCommand[], reader: HelpReader): string {
  const { language, style, program, width } = reader;
  const { cli } = messages(language);
  const verbs = commands.map(({ name, summary }) => [name, textOf(summary, language)] as const);
  const lines = [cli.title, "", cli.overviewUsage, "", ...columns(verbs, style, width), "", cli.moreHelp];
  return [
    ...lines.map((line) => wrap(asCalled(line, program), width)),
    // Continuation lines are indented to the text beside the code.
    wrap(cli.exitCodes, width, EXIT_CODES),
  ].join("\n");
}

/** The help of one verb. */
export function commandHelp(command: CliCommand, reader: HelpReader): string {
  const { language, style, program, width } = reader;
  const { cli } = messages(language);
  const flags: CliFlags = { ...command.flags, ...COMMON_FLAGS };
  const rows = Object.entries(flags).map(([name, flag]) => [spell(name, flag), textOf(flag.about, language)] as const);
  const usage = textOf(message("cli.usage", { command: `${command.name} ${command.usage}`.trimEnd() }), language);
  const shown = (text: string): string => (command.onPath ? text : asCalled(text, program));
  const prose = (text: string): string => wrap(shown(text), width);
  return [
    prose(textOf(command.summary, language)),
    ...(command.details ? ["", prose(textOf(command.details, language))] : []),
    "",
    wrap(asCalled(usage, program), width, 4),
    "",
    cli.options,
    ...columns(rows, style, width),
    // People copy a command line, so it is not broken into lines.
    ...(command.examples ? ["", cli.examples, ...command.examples.map((line) => `  ${shown(line)}`)] : []),
  ].join("\n");
}

/** Names with their meanings beside them, in lines of at most `width` columns. */
function columns(rows: readonly (readonly [string, string])[], style: Style, width: number): string[] {
  const left = Math.max(...rows.map(([name]) => textWidth(name)));
  const indent = left + 4;
  return rows.map(([name, about]) => {
    const beside = wrap(about, width - indent).replaceAll("\n", `\n${" ".repeat(indent)}`);
    return `  ${style.bold(padEnd(name, left))}  ${beside}`;
  });
}

function spell(name: string, flag: CliFlag): string {
  const short = flag.short ? `-${flag.short}, ` : "";
  return `${short}--${name}${flag.kind === "text" ? ` ${flag.value ?? "VALUE"}` : ""}`;
}
