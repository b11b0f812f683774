import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../language/index.ts";
import { LANGUAGES, type Localized } from "../language/index.ts";

/** What a model is told about one tool. */
export interface ToolText {
  readonly description: string;
  /** Keyed by the path of the parameter: `writes[].device`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Every sentence that a model reads, from the Markdown files of prompts/, per language. */
export interface Prompts {
  /** Keyed by file name without `.md`: `system`, `message`, `no-call`. */
  readonly texts: ReadonlyMap<string, Localized>;
  /** Keyed by tool name. */
  readonly tools: ReadonlyMap<string, Readonly<Record<Language, ToolText>>>;
}

/** The prompts/ folder of this installation. */
export const PROMPTS_FOLDER = fileURLToPath(new URL("../../prompts", import.meta.url));

/**
 * Reads prompts/: `<language>/<name>.md` and `<language>/tools/<tool>.md`.
 * @throws when the folder cannot be read, or a file is missing in one of the languages
 */
export function loadPrompts(folder = PROMPTS_FOLDER): Prompts {
  return {
    texts: readLocalized(folder, "", (text) => text),
    tools: readLocalized(folder, "tools", parseToolText),
  };
}

/** The text of this name with `{{key}}` replaced by `values[key]`. */
export function promptText(
  prompts: Prompts,
  name: string,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = prompts.texts.get(name);
  if (!text) throw new Error(`prompts/${language}/${name}.md is missing`);
  return text[language].replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}

function readLocalized<Content>(
  folder: string,
  under: string,
  parse: (text: string) => Content,
): Map<string, Record<Language, Content>> {
  const names = new Set(LANGUAGES.flatMap((language) => markdownFiles(join(folder, language, under))));
  return new Map(
    [...names].sort().map((name) => {
      const read = (language: Language) =>
        parse(
          readFileSync(join(folder, language, under, `${name}.md`), "utf8")
            .replaceAll("\r\n", "\n")
            .trim(),
        );
      return [name, { en: read("en"), zh: read("zh") }];
    }),
  );
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3));
}

/** A description, then one line a parameter: `` - `writes[].device`: its handle ``. */
function parseToolText(text: string): ToolText {
  const description: string[] = [];
  const parameters = new Map<string, string>();
  for (const line of text.split("\n")) {
    const match = /^- `([\w.[\]]+)`[:：]\s*(.+)$/.exec(line);
    if (match?.[1] && match[2]) parameters.set(match[1], match[2]);
    else description.push(line);
  }
  return { description: description.join("\n").trim(), parameters };
}
