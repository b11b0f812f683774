import { parseArgs } from "node:util";
import { cleanText, JiaError, nearest } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { Command, Flags, Input } from "./command.ts";

/** The options that every command takes. */
export const COMMON_FLAGS = {
  help: { kind: "switch", short: "h", about: { en: "Show this help.", zh: "显示此帮助。" } },
  language: {
    kind: "text",
    value: "en|zh",
    about: {
      en: "The language of what is printed and answered; by default that of the system (LC_ALL, LANG).",
      zh: "输出和回答所用的语言；默认跟随系统（LC_ALL、LANG）。",
    },
  },
} as const satisfies Flags;

export type ParsedInput = Input<Flags> & { readonly help: boolean };

/**
 * Reads the words after a verb.
 * @throws JiaError `usage` that names every unknown option with the nearest known one
 */
export function parseInput(command: Command, args: readonly string[], language: Language): ParsedInput {
  const flags: Flags = { ...COMMON_FLAGS, ...command.flags };
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
  const problems: string[] = [];
  const values: Record<string, string | boolean | string[] | undefined> = {};
  for (const [name, flag] of Object.entries(flags)) {
    values[name] = flag.kind === "switch" ? false : flag.multiple ? [] : undefined;
  }
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flags[token.name];
    if (!flag) {
      problems.push(unknownFlag(token.rawName, Object.keys(flags), language));
    } else if (flag.kind === "switch") {
      if (token.value === undefined) values[token.name] = true;
      else problems.push(noValue(token.rawName, language));
    } else if (token.value === undefined || (!token.inlineValue && /^--\w/.test(token.value))) {
      problems.push(needsValue(token.rawName, flag.value ?? "VALUE", language));
    } else if (flag.multiple) {
      const list = values[token.name];
      if (Array.isArray(list)) list.push(token.value);
    } else {
      values[token.name] = token.value;
    }
  }
  const help = values["help"] === true;
  if (!help && problems.length === 0) problems.push(...countProblems(command, positionals.length, language));
  if (!help && problems.length > 0) {
    const hint = language === "zh" ? `用法见：jia ${command.name} --help` : `See: jia ${command.name} --help`;
    throw new JiaError("usage", { detail: [...problems, hint].join("\n") });
  }
  return { flags: values as ParsedInput["flags"], positionals, help };
}

function countProblems(command: Command, count: number, language: Language): string[] {
  const { min, max } = command.positionals ?? { min: 0, max: 0 };
  const usage = `jia ${command.name} ${command.usage}`.trim();
  if (count < min) return [language === "zh" ? `缺少参数：${usage}` : `Something is missing: ${usage}`];
  if (count > max) return [language === "zh" ? `参数过多：${usage}` : `There are too many words: ${usage}`];
  return [];
}

function unknownFlag(raw: string, known: readonly string[], language: Language): string {
  const near = nearest(raw.replace(/^-+/, ""), known);
  const shown = cleanText(raw);
  if (language === "zh") return `未知的选项 ${shown}${near ? `，是否要用 --${near}？` : "。"}`;
  return `There is no option ${shown}${near ? `. Did you mean --${near}?` : "."}`;
}

function noValue(raw: string, language: Language): string {
  return language === "zh" ? `${raw} 是开关，不带值。` : `${raw} is a switch and takes no value.`;
}

function needsValue(raw: string, value: string, language: Language): string {
  return language === "zh" ? `${raw} 需要一个值：${raw} ${value}` : `${raw} needs a value: ${raw} ${value}`;
}
