import { JiaError } from "../../home/index.ts";
import { type Language, languageNamed, languageOf, languages, message } from "../../language/index.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the system by LC_ALL, LC_MESSAGES, LANG; the default when they name none that Jia speaks. */
export function systemLanguage(env: Environment): Language {
  return languageNamed(env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "") ?? languageOf("");
}

/**
 * The language of the command line: of `--language`, otherwise of the system.
 * @throws JiaError `usage` for a language that Jia does not speak
 */
export function languageFor(args: readonly string[], env: Environment): Language {
  const inline = args.find((arg) => arg.startsWith("--language="))?.slice("--language=".length);
  const index = args.indexOf("--language");
  const given = inline ?? (index >= 0 ? args[index + 1] : undefined);
  if (given === undefined) return systemLanguage(env);
  const language = languageNamed(given);
  if (language) return language;
  throw new JiaError("usage", { detail: message("cli.unknownLanguage", { given, languages: languages() }) });
}
