/** Prompts that a person picks from a list, in the person's language. */
import { type GetPromptResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { cleanText } from "../../home/index.ts";
import { type Language, languageNamed, messages } from "../../language/index.ts";

type Arguments = Readonly<Record<string, string>>;

/** All prompts, with the names of their arguments. */
const PROMPTS = [
  { name: "good_night_check", key: "goodNight", required: [] },
  { name: "leaving_check", key: "leaving", required: [] },
  { name: "explain_why", key: "explainWhy", required: ["device"] },
] as const;

/** The list for a reader of a language. */
export function listPrompts(language: Language) {
  const words = messages(language).mcp;
  return PROMPTS.map(({ name, key, required }) => ({
    name,
    title: words[key].title,
    description: words[key].about,
    arguments: [
      ...required.map((each) => ({ name: each, description: words.argument[each], required: true })),
      { name: "language", description: words.argument.language, required: false },
    ],
  }));
}

/**
 * The words of a prompt.
 * @throws ProtocolError for a prompt that is not there, or without what it needs
 */
export function getPrompt(name: string, given: Arguments, language: Language): GetPromptResult {
  const prompt = PROMPTS.find((each) => each.name === name);
  if (!prompt) throw invalid(`Unknown prompt: ${cleanText(name, 100)}`);
  for (const each of prompt.required) if (!given[each]?.trim()) throw invalid(`Missing argument: ${each}`);
  const words = messages(languageNamed(given["language"] ?? "") ?? language).mcp;
  const text =
    prompt.key === "explainWhy"
      ? words.explainWhy.text({ device: cleanText(given["device"] ?? "", 100) })
      : words[prompt.key].text;
  return {
    description: words[prompt.key].about,
    messages: [{ role: "user", content: { type: "text", text } }],
  };
}

function invalid(problem: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, problem);
}
