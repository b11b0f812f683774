import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { describeUnderstanding } from "../assistant/local/describe.ts";
import { LocalAssistant, understand } from "../assistant/local/index.ts";
import { systemClock } from "../home/index.ts";
import { type Language, languageOf, languages, message, SPOKEN_WORDS } from "../language/index.ts";
import { readHomeFile, SpecLibrary } from "../library/index.ts";
import { createDirectHome } from "../simulator/direct.ts";
import { defineCommand } from "./command.ts";

/** Prints what the local understanding would do for each sentence, without doing it. */
export const understandCommand = defineCommand({
  name: "understand",
  summary: message("say.understandSummary"),
  usage: "",
  details: message("say.understandDetails"),
  examples: ["echo 'turn off the lights' | jia understand --home devices/homes/house.json --room kitchen"],
  flags: {
    home: {
      kind: "text",
      value: "FILE",
      about: message("say.understandHome"),
    },
    room: {
      kind: "text",
      value: "ROOM",
      about: message("say.understandRoom"),
    },
    language: {
      kind: "text",
      value: "LANGUAGE",
      get about() {
        return message("say.understandLanguage", { languages: languages() });
      },
    },
  },
  async run({ flags }, { cwd, root, stdin, stdout, signal }) {
    const specs = new SpecLibrary(resolve(root, "devices"));
    const path = flags.home === undefined ? resolve(root, "devices/homes/flat.json") : resolve(cwd, flags.home);
    const { home } = createDirectHome(readHomeFile(path, specs), { policy: "off", words: SPOKEN_WORDS });
    const local = new LocalAssistant({ home, clock: systemClock });
    local.start();
    const room = flags.room === undefined ? null : (home.layout.findRoom(flags.room)?.id ?? null);
    for await (const line of createInterface({ input: stdin, signal })) {
      const text = line.trim();
      if (text === "") continue;
      const language = languageFor(flags.language, text);
      const situation = local.situation(null, language, room);
      stdout.write(`${JSON.stringify({ text, ...describeUnderstanding(understand(text, situation, null)) })}\n`);
    }
    local.stop();
    return 0;
  },
});

function languageFor(given: string | undefined, text: string): Language {
  return languages().find((language) => language === given) ?? languageOf(text);
}
