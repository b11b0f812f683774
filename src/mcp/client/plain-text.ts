import { cleanText } from "../../home/index.ts";

/** Most UTF-16 units of one answer that a model reads. */
const MAX_ANSWER = 6_000;
/** Marks with which chat templates separate messages and calls: `<|im_start|>`, `[INST]`, `<tool_call>`. */
const TEMPLATE_MARKS =
  /<\|[^|>\n]{0,40}\|>|\[\/?(?:INST|SYS)\]|<<\/?SYS>>|<\/?(?:tool_calls?|tool_response|think|system|user|assistant|s)>/giu;
/** An image or link of Markdown, whose address would leave the house when it is shown; its words stay. */
const MARKDOWN_LINK = /!?\[([^\]\n]{0,200})\]\([^)\n]{0,2000}\)/gu;
const ADDRESS = /\b(?:https?|wss?|ftp|file|data|javascript):[^\s"'<>)]{3,}/giu;

/**
 * A stranger's text as plain data for a model: without control and invisible characters, marks of chat templates,
 * addresses and images, and cut to 6,000 characters.
 */
export function plainText(text: string): string {
  const lines = text
    .slice(0, MAX_ANSWER * 4)
    .replace(MARKDOWN_LINK, "$1")
    .replace(ADDRESS, "(link)")
    .replace(TEMPLATE_MARKS, " ")
    .split("\n")
    .map((line) => cleanText(line, MAX_ANSWER))
    .filter((line) => line !== "");
  const whole = lines.join("\n");
  return whole.length <= MAX_ANSWER ? whole : `${whole.slice(0, MAX_ANSWER)}… (cut)`;
}
