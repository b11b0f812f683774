import { cleanText } from "../home/index.ts";

/** A message of a client, as far as Jia reads it. */
export interface PlainMessage {
  /** `system` stands for every role that gives instructions, `other` for results of tools and unknown roles. */
  readonly role: "system" | "user" | "assistant" | "other";
  /** Its text parts; lines are kept. */
  readonly text: string;
  /** It has parts that are no text: pictures, sound, files. */
  readonly more: boolean;
}

/** Longest text of one message that is looked at, in UTF-16 units: more than any sentence, and than a prompt with a quoted chat needs. */
const MAX_MESSAGE = 8_000;

/** The messages of a chat completion, or the items of a response's input. */
export function plainMessages(given: readonly { readonly [field: string]: unknown }[]): PlainMessage[] {
  return given.map(({ role, content, type }) => {
    const { text, more } = textOfContent(content);
    return { role: roleOf(role, type), text: text.slice(0, MAX_MESSAGE), more };
  });
}

/** The messages of a response's input: a text, or items; instructions come first. */
export function inputMessages(
  input: string | readonly { readonly [field: string]: unknown }[],
  instructions: unknown,
): PlainMessage[] {
  const items = typeof input === "string" ? [{ role: "user", content: input }] : input;
  const first = typeof instructions === "string" ? [{ role: "system", content: instructions }] : [];
  return plainMessages([...first, ...items]);
}

/** One line of text without control characters, for comparing and for what a person is to see. */
export function oneLine(text: string): string {
  return cleanText(text, MAX_MESSAGE);
}

function roleOf(role: unknown, type: unknown): PlainMessage["role"] {
  if (type !== undefined && type !== "message") return "other";
  switch (role) {
    case "system":
    case "developer":
      return "system";
    case "user":
    case "assistant":
      return role;
    default:
      return "other";
  }
}

function textOfContent(content: unknown): Pick<PlainMessage, "text" | "more"> {
  if (typeof content === "string") return { text: content, more: false };
  if (!Array.isArray(content)) return { text: "", more: false };
  const texts: string[] = [];
  let more = false;
  for (const part of content as readonly unknown[]) {
    if (typeof part === "string") texts.push(part);
    else if (typeof part === "object" && part !== null && "text" in part && typeof part.text === "string") {
      texts.push(part.text);
    } else if (typeof part === "object" && part !== null && "refusal" in part) continue;
    else more = true;
  }
  return { text: texts.join("\n"), more };
}
