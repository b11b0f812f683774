import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, languages, primarySubtag } from "../language/index.ts";

/** The texts of one tool for a model. */
export interface ToolText {
  readonly description: string;
  /** Keyed by the path of the parameter: `writes[].device`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Contents keyed by the primary subtag of a language ("en"). The default language always has an entry. */
export type PerLanguage<Content> = ReadonlyMap<string, Content>;

/** All texts that a model reads, from the Markdown files of prompts/, by language. */
export interface Prompts {
  /** Keyed by file name without `.md`: `system`, `message`, `no-call`. */
  readonly texts: ReadonlyMap<string, PerLanguage<string>>;
  /** Keyed by tool name. */
  readonly tools: ReadonlyMap<string, PerLanguage<ToolText>>;
  /** Keyed by the name of a tool for small models. */
  readonly smallTools: ReadonlyMap<string, PerLanguage<ToolText>>;
}

/** The prompts/ folder of this installation. */
export const PROMPTS_FOLDER = fileURLToPath(new URL("../../prompts", import.meta.url));

/**
 * Reads prompts/: `<language>/<name>.md` and `<language>/{tools,small-tools}/<tool>.md`, for every language that has a folder.
 * @throws when the folder cannot be read, or a file is missing in the default language
 */
export function loadPrompts(folder = PROMPTS_FOLDER): Prompts {
  return {
    texts: readTexts(folder, "", (text) => text),
    tools: readTexts(folder, "tools", parseToolText),
    smallTools: readTexts(folder, "small-tools", parseToolText),
  };
}

/** The content in a language, otherwise in the default language. @throws Error when the default has none */
export function inLanguage<Content>(texts: PerLanguage<Content>, language: Language): Content {
  const found = texts.get(primarySubtag(language)) ?? texts.get(defaultLanguage());
  if (found === undefined) throw new Error("a text is missing in the default language");
  return found;
}

/** Applies `change` to the content of each language. */
export function mapByLanguage<From, To>(texts: PerLanguage<From>, change: (content: From) => To): PerLanguage<To> {
  return new Map([...texts].map(([language, content]) => [language, change(content)]));
}

/** The text `name`, with each `{{key}}` replaced by `values[key]` or nothing. @throws Error when there is no such text */
export function promptText(
  prompts: Prompts,
  name: string,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  const texts = prompts.texts.get(name);
  if (!texts) throw new Error(`prompts/*/${name}.md is missing`);
  return inLanguage(texts, language).replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}

function readTexts<Content>(
  folder: string,
  under: string,
  parse: (text: string) => Content,
): Map<string, PerLanguage<Content>> {
  const found = new Map<string, Map<string, Content>>();
  for (const language of subfolders(folder)) {
    for (const name of markdownFiles(join(folder, language, under))) {
      const text = readFileSync(join(folder, language, under, `${name}.md`), "utf8");
      const texts = found.get(name) ?? new Map<string, Content>();
      found.set(name, texts.set(language, parse(text.replaceAll("\r\n", "\n").trim())));
    }
  }
  for (const [name, texts] of found) {
    const file = join(defaultLanguage(), under, `${name}.md`);
    if (!texts.has(defaultLanguage())) throw new Error(`prompts/${file} is missing`);
  }
  return found;
}

function defaultLanguage(): string {
  return languages()[0] ?? "";
}

function subfolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function markdownFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
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
