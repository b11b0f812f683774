import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { describeUnderstanding } from "../assistant/local/describe.ts";
import { LocalAssistant, understand } from "../assistant/local/index.ts";
import { systemClock } from "../home/index.ts";
import { LANGUAGES, type Language, languageOf, SPOKEN_WORDS } from "../language/index.ts";
import { readHomeFile, SpecLibrary } from "../library/index.ts";
import { createDirectHome } from "../simulator/direct.ts";
import { defineCommand } from "./command.ts";

/** Prints what the local understanding would do for each sentence, without doing it. */
export const understandCommand = defineCommand({
  name: "understand",
  summary: {
    en: "Show what sentences on standard input would do, without doing it.",
    zh: "显示标准输入中的句子会做什么，但不执行。",
  },
  usage: "",
  details: {
    en: "One sentence a line in, one JSON object a line out: the commands it would give, the question it would ask, or that it is not understood.",
    zh: "每行一句输入，每行一个 JSON 输出：会发出的命令、会提出的问题，或表示没有听懂。",
  },
  examples: ["echo 'turn off the lights' | jia understand --home devices/homes/house.json --room kitchen"],
  flags: {
    home: {
      kind: "text",
      value: "FILE",
      about: {
        en: "The home file (devices/homes/flat.json when left out).",
        zh: "家庭文件（默认 devices/homes/flat.json）。",
      },
    },
    room: {
      kind: "text",
      value: "ROOM",
      about: { en: "Id or name of the speaker's room.", zh: "说话人所在房间的 id 或名称。" },
    },
    language: {
      kind: "text",
      value: "LANGUAGE",
      about: { en: "en or zh; that of each sentence when left out.", zh: "en 或 zh；默认按每句话判断。" },
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
  return LANGUAGES.find((language) => language === given) ?? languageOf(text);
}
