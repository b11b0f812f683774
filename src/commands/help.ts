import { type Language, message, messages, textOf } from "../language/index.ts";
import type { Command, Flag, Flags } from "./command.ts";
import { COMMON_FLAGS } from "./parse.ts";
import { padEnd, type Style, textWidth } from "./style.ts";

/** The help of the whole command line: every verb with one line. */
export function overview(commands: readonly Command[], language: Language, style: Style): string {
  const { cli } = messages(language);
  const width = Math.max(...commands.map(({ name }) => name.length));
  const verbs = commands.map(
    ({ name, summary }) => `  ${style.bold(padEnd(name, width))}  ${textOf(summary, language)}`,
  );
  return [cli.title, "", cli.overviewUsage, "", ...verbs, "", cli.moreHelp, cli.exitCodes].join("\n");
}

/** The help of one verb. */
export function commandHelp(command: Command, language: Language, style: Style): string {
  const { cli } = messages(language);
  const flags: Flags = { ...command.flags, ...COMMON_FLAGS };
  const rows = Object.entries(flags).map(([name, flag]) => [spell(name, flag), textOf(flag.about, language)] as const);
  const width = Math.max(...rows.map(([left]) => textWidth(left)));
  return [
    textOf(command.summary, language),
    ...(command.details ? ["", textOf(command.details, language)] : []),
    "",
    textOf(message("cli.usage", { command: `${command.name} ${command.usage}`.trimEnd() }), language),
    "",
    cli.options,
    ...rows.map(([left, about]) => `  ${style.bold(padEnd(left, width))}  ${about}`),
    ...(command.examples ? ["", cli.examples, ...command.examples.map((line) => `  ${line}`)] : []),
  ].join("\n");
}

function spell(name: string, flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : "";
  return `${short}--${name}${flag.kind === "text" ? ` ${flag.value ?? "VALUE"}` : ""}`;
}
