import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { homeFilePath } from "../app/home-files.ts";
import { describeUnderstanding } from "../assistant/local/describe.ts";
import { explainSentence, LocalAssistant, type SentenceExplanation } from "../assistant/local/index.ts";
import { systemClock } from "../home/index.ts";
import { type Language, languageOf, languages, message, SPOKEN_WORDS } from "../language/index.ts";
import { readHomeFile, SpecLibrary } from "../library/index.ts";
import { createDirectHome } from "../simulator/direct-home.ts";
import { defineCommand } from "./command.ts";
import { fittedLines } from "./terminal/layout.ts";
import { explanationLines } from "./words/understanding.ts";

/** Prints how each sentence is understood and what it would do, without doing it. */
export const understandCommand = defineCommand({
  name: "understand",
  summary: message("say.understandSummary"),
  usage: "",
  details: message("say.understandDetails"),
  examples: ["echo 'turn off the lights' | jia understand --home devices/homes/house.json"],
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
    json: { kind: "switch", about: message("say.understandJson") },
    language: {
      kind: "text",
      value: "LANGUAGE",
      get about() {
        return message("say.understandLanguage", { languages: languages() });
      },
    },
  },
  async run({ flags }, { cwd, root, stdin, stdout, signal, language: reader, style }) {
    const specs = new SpecLibrary(resolve(root, "devices"));
    const path =
      flags.home === undefined
        ? resolve(root, "devices/homes/flat.json")
        : homeFilePath(resolve(cwd, flags.home), root);
    const { home } = createDirectHome(readHomeFile(path, specs), { policy: "off", words: SPOKEN_WORDS });
    const local = new LocalAssistant({ home, clock: systemClock });
    local.start();
    const room = flags.room === undefined ? null : (home.layout.findRoom(flags.room)?.id ?? null);
    for await (const line of createInterface({ input: stdin, signal })) {
      const text = line.trim();
      if (text === "") continue;
      const language = languageFor(flags.language, text);
      const dialogue = local.dialogueContext(null, language, room);
      const explained = explainSentence(text, dialogue, null);
      const lines = flags.json
        ? [JSON.stringify(asData(text, explained))]
        : explanationLines(text, explained, reader, style);
      stdout.write(
        `${flags.json ? lines.join("\n") : fittedLines(lines.map((line) => (stdout.isTTY === true ? loose(line) : line)).join("\n"), stdout)}\n`,
      );
    }
    local.stop();
    return 0;
  },
});

/** The line with spaces at which its JSON can be broken. */
function loose(line: string): string {
  return line.replaceAll(/(?<=["}\]\w]),(?=["{[])/g, ", ");
}

/** An explanation as data, without fields that only the process needs. */
function asData(text: string, { parts, decision, needed, readings }: SentenceExplanation): object {
  const { kind, confidence, reason, understanding } = decision;
  return {
    text,
    ...describeUnderstanding(understanding),
    parts,
    decision: { kind, confidence, needed, reason },
    readings: readings.map(({ understanding: meant, ...rest }) => ({ ...rest, ...describeUnderstanding(meant) })),
  };
}

function languageFor(given: string | undefined, text: string): Language {
  return languages().find((language) => language === given) ?? languageOf(text);
}
