import { parseArgs } from "node:util";
import { cleanText, JiaError, type Message, nearest } from "../../home/index.ts";
import { languages, message } from "../../language/index.ts";
import type { CliCommand, CliFlags, CommandInput } from "../command.ts";

/** The options that every command takes. */
export const COMMON_FLAGS = {
  help: { kind: "switch", short: "h", about: message("cli.help") },
  language: {
    kind: "text",
    get value() {
      return languages().join("|");
    },
    about: message("cli.language"),
  },
} as const satisfies CliFlags;

export type ParsedInput = CommandInput<CliFlags> & { readonly help: boolean };

/**
 * Reads the words after a verb.
 * @throws JiaError `usage` that names every unknown option with the nearest known one
 */
export function parseInput(command: CliCommand, args: readonly string[]): ParsedInput {
  const flags: CliFlags = { ...COMMON_FLAGS, ...command.flags };
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      {
        type: flag.kind === "switch" ? ("boolean" as const) : ("string" as const),
        multiple: flag.multiple ?? false,
        ...(flag.short && { short: flag.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const problems: Message[] = [];
  const values: Record<string, string | boolean | string[] | undefined> = {};
  for (const [name, flag] of Object.entries(flags)) {
    values[name] = flag.kind === "switch" ? false : flag.multiple ? [] : undefined;
  }
  const positionals: string[] = [];
  const numbers = new Set<number>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    // "-2m" is a word, because no option begins with a digit; the parser gives each of its letters as an option.
    const word = args[token.index] ?? "";
    if (/^-\d/.test(word)) {
      if (!numbers.has(token.index)) positionals.push(word);
      numbers.add(token.index);
      continue;
    }
    const flag = flags[token.name];
    if (!flag) {
      problems.push(unknownFlag(token.rawName, Object.keys(flags)));
    } else if (flag.kind === "switch") {
      if (token.value === undefined) values[token.name] = true;
      else problems.push(message("cli.takesNoValue", { option: token.rawName }));
    } else if (token.value === undefined || (!token.inlineValue && /^--\w/.test(token.value))) {
      problems.push(message("cli.needsValue", { option: token.rawName, value: flag.value ?? "VALUE" }));
    } else if (flag.multiple) {
      const list = values[token.name];
      if (Array.isArray(list)) list.push(token.value);
    } else {
      values[token.name] = token.value;
    }
  }
  const help = values["help"] === true;
  if (!help && problems.length === 0) problems.push(...countProblems(command, positionals.length));
  if (!help && problems.length > 0) {
    const lines = [...problems, message("cli.seeHelp", { command: command.name })];
    throw new JiaError("usage", { detail: message("cli.wrongUse", { lines }) });
  }
  return { flags: values as ParsedInput["flags"], positionals, help };
}

function countProblems(command: CliCommand, count: number): Message[] {
  const { min, max } = command.positionals ?? { min: 0, max: 0 };
  const usage = `jia ${command.name} ${command.usage}`.trim();
  if (count < min) return [message("cli.missingWords", { usage })];
  if (count > max) return [message("cli.tooManyWords", { usage })];
  return [];
}

function unknownFlag(raw: string, known: readonly string[]): Message {
  return message("cli.unknownOption", { option: cleanText(raw), near: nearest(raw.replace(/^-+/, ""), known) });
}
