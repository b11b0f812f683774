import { cleanText, type Home, JiaError } from "../home/index.ts";
import { type Language, languageNamed, languages } from "../language/index.ts";

/** The name of the one model; a room and a language may follow, each after a colon. */
export const MODEL = "jia";

/** What a model's name says. */
export interface ModelChoice {
  /** The name as the client gave it. */
  readonly name: string;
  /** Id of the room that the speaker is in. */
  readonly room?: string;
  readonly language?: Language;
}

/** The names that a client can choose from: `jia`, and one for each room. */
export function modelNames({ layout }: Pick<Home, "layout">): string[] {
  return [MODEL, ...layout.rooms.map(({ id }) => `${MODEL}:${id}`)];
}

/**
 * Reads a model's name. No name is `jia`.
 * @throws JiaError `unknown-model`, with the names that there are
 */
export function chosenModel(given: string | null | undefined, home: Pick<Home, "layout">): ModelChoice {
  const name = given == null || given.trim() === "" ? MODEL : given.trim();
  const [family, ...marks] = name.split(":").map((part) => part.trim());
  let choice: ModelChoice = { name };
  let known = family?.toLowerCase() === MODEL;
  for (const mark of marks) {
    const room = home.layout.findRoom(mark);
    const language = room ? null : markedLanguage(mark);
    if (room && choice.room === undefined) choice = { ...choice, room: room.id };
    else if (language !== null && choice.language === undefined) choice = { ...choice, language };
    else known = false;
  }
  if (known) return choice;
  throw new JiaError("unknown-model", {
    model: cleanText(name),
    known: modelNames(home).join(", "),
    languages: languages().join(", "),
    param: "model",
  });
}

/** Only a whole tag or name: a mistyped room must not be taken for a language. */
function markedLanguage(mark: string): Language | null {
  const language = languageNamed(mark);
  const lower = mark.toLowerCase();
  return language !== null && (lower === language || lower.startsWith(`${language}-`)) ? language : null;
}
