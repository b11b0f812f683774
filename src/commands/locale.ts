import { JiaError } from "../home/index.ts";
import type { Language } from "../language/index.ts";

/**
 * The language of the command line: `--language` where it stands among the words, else LC_ALL, LC_MESSAGES, LANG.
 * @throws JiaError `usage` for a language that Jia does not speak
 */
export function languageFor(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const system = (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "").toLowerCase().startsWith("zh")
    ? "zh"
    : "en";
  const inline = args.find((arg) => arg.startsWith("--language="))?.slice("--language=".length);
  const index = args.indexOf("--language");
  const given = inline ?? (index >= 0 ? args[index + 1] : undefined);
  if (given === undefined) return system;
  const language = languageNamed(given);
  if (language) return language;
  const detail =
    system === "zh"
      ? `--language "${given}" 无效：请用 en 或 zh。`
      : `--language "${given}" is not spoken here: give en or zh.`;
  throw new JiaError("usage", { detail });
}

/** "zh-CN", "中文" and "en_GB.UTF-8" as languages; null for another one. */
export function languageNamed(text: string): Language | null {
  const lower = text.trim().toLowerCase();
  if (/^(zh|cn|中文|chinese)/.test(lower)) return "zh";
  if (/^(en|english|英文|英语)/.test(lower)) return "en";
  return null;
}
