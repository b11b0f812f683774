import { type Language, languageOf, messages as messagesIn } from "../language/index.ts";
import { oneLine, type PlainMessage } from "./messages.ts";
import { firstSaid, type Task } from "./tasks.ts";

/** Longest title, in words or in characters of scripts without spaces. */
const MAX_TITLE = { words: 6, characters: 16, units: 60 };

/**
 * The answer to a task of a chat program, in the form that it asks for. It comes from the messages alone.
 * @param language the language to answer in where the chat shows none
 */
export function taskAnswer({ kind, json }: Task, messages: readonly PlainMessage[], language?: Language): string {
  const said = firstSaid(messages);
  const { openai } = messagesIn(language ?? languageOf(said));
  switch (kind) {
    case "title": {
      const title = titleOf(said);
      if (json !== null) return JSON.stringify({ [json]: title || openai.newChat });
      // Without a chat to name, a person may have asked: they are told why nothing happens.
      return title || openai.notSaid;
    }
    case "tags":
      return JSON.stringify({ [json ?? "tags"]: [openai.tag] });
    case "list":
      return JSON.stringify({ [json ?? "items"]: [] });
    case "text":
      return JSON.stringify({ [json ?? "text"]: "" });
    case "emoji":
      return json === null ? "🏠" : JSON.stringify({ [json]: "🏠" });
    case "other":
      return json === null ? openai.notSaid : "{}";
    default:
      return kind satisfies never;
  }
}

/** The first words of a sentence, as a title. */
function titleOf(said: string): string {
  const line = oneLine(said).replace(/^["'“”‘’「」\s]+|["'“”‘’「」\s.。!！?？,，;；:：]+$/gu, "");
  const spaced = /\s/.test(line);
  const short = spaced
    ? line.split(/\s+/).slice(0, MAX_TITLE.words).join(" ")
    : [...line].slice(0, /\p{Script=Han}/u.test(line) ? MAX_TITLE.characters : MAX_TITLE.units).join("");
  return short.slice(0, MAX_TITLE.units).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
