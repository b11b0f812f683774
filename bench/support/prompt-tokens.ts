import { HiddenFilter } from "../../src/assistant/hidden/hidden-filter.ts";
import { hintsOf, LocalAssistant } from "../../src/assistant/local/index.ts";
import { memoryNow } from "../../src/assistant/model/now/memory.ts";
import { noticesNow } from "../../src/assistant/model/now/notices.ts";
import { PromptBuilder } from "../../src/assistant/model/prompt.ts";
import { loadPrompts, type Prompts, promptText } from "../../src/assistant/prompts.ts";
import { createTools } from "../../src/assistant/tools/index.ts";
import { NO_HISTORY } from "../../src/history/index.ts";
import type { Home } from "../../src/home/index.ts";
import type { Language } from "../../src/language/index.ts";
import { LONGEST_TEXT } from "../../src/people/memory/index.ts";
import type { Notice } from "../../src/people/notices/index.ts";
import { startPlanner } from "../../test/support/assistant-planner.ts";
import { ManualClock } from "../../test/support/clock.ts";
import { heldMemory } from "../../test/support/held-memory.ts";
import { standIns } from "./stand-ins.ts";
import { tokensOf } from "./tokens.ts";

/** Tokens of what a model is told before it says a word, by part. */
export interface PromptTokens {
  readonly rules: number;
  /** Schemas and texts, with those still to come. */
  readonly tools: number;
  readonly catalogue: number;
  /** The largest block of now of the sentences, without the sentence. */
  readonly now: number;
  /** What is remembered, where very much of it fits a sentence. */
  readonly remembered: number;
}

/** Said in the room that has most devices: names nothing, names one thing, names many. In English where a language has none. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "it feels odd in here",
    "make the ceiling light a little nicer",
    "all the lights, somehow",
    "what is the kitchen like",
  ],
  zh: ["这里感觉怪怪的", "吸顶灯弄得好看一点", "所有的灯，随便吧", "厨房怎么样"],
};

/** What a turn in this home sends, in this language. */
export async function promptTokens(home: Home, language: Language): Promise<PromptTokens> {
  const prompts = loadPrompts();
  const clock = new ManualClock();
  const local = new LocalAssistant({ home, clock });
  local.start();
  const builder = new PromptBuilder(home, prompts);
  const rules = tokensOf(promptText(prompts, "system", language, { home: "Home", catalogue: "" }));
  const catalogue = tokensOf(builder.system(language)) - rules;
  const { planner, stop } = await startPlanner(home, clock.now());
  const remembering = { memory: await heldMemory(clock), indexFor: () => local.index, scene: () => null };
  const tools = createTools(home, prompts, { planner, history: NO_HISTORY, remembering });
  const wire = tools.map((tool) => ({ type: "function", function: { name: tool.name, ...tool.described(language) } }));
  const all = [
    ...wire,
    ...standIns(
      tools.map(({ name }) => name),
      language,
    ),
  ];
  const byRoom = Map.groupBy(home.devices, ({ room: each }) => each?.id ?? "");
  const [room = ""] = [...byRoom.keys()].sort((a, b) => (byRoom.get(b)?.length ?? 0) - (byRoom.get(a)?.length ?? 0));
  const unread = unreadAlarms(home, language, prompts, clock.now());
  const blocks = (SENTENCES[language] ?? SENTENCES["en"] ?? []).flatMap((text) => {
    const { devices, rooms, more = 0 } = hintsOf(text, local.dialogueContext(null, language, room || null));
    const moment = { text, language, room: room || null, now: clock.now(), devices, rooms, more };
    return ["", unread].map((alarms) => {
      const message = builder.message({ ...moment, unread: alarms });
      return tokensOf(message.text) - tokensOf(text);
    });
  });
  const remembered = await rememberedTokens(home, language, { builder, clock, prompts });
  local.stop();
  await stop();
  return { rules, tools: tokensOf(JSON.stringify(all)), catalogue, now: Math.max(...blocks), remembered };
}

/** Alarms in a home where very much has gone off, and nobody has read a word of it. */
function unreadAlarms(home: Home, language: Language, prompts: Prompts, now: number): string {
  const alarm = (text: string, at: number): Notice => {
    const about = { device: null, room: null, act: null, to: null, lasting: true, endedAt: null, notAfter: now };
    return {
      ...about,
      id: `n${at}`,
      level: "alarm",
      subject: text,
      text,
      source: "bench",
      at: now,
      lastAt: now,
      count: 1,
    };
  };
  const alarms = Array.from({ length: 50 }, (_, at) =>
    alarm(`Water in the ${"very ".repeat(20)}large cellar ${at}`, at),
  );
  const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
  const around = { hidden: new HiddenFilter(home), home, origin: { kind: "api" } as const, language, now, more };
  return noticesNow({ ...around, notices: { list: () => alarms } }).text;
}

/** What somebody tells, so that all of it fits one sentence: short, and as long as may be. */
const TOLD: Readonly<Record<string, readonly [sentence: string, fact: string, filler: string]>> = {
  en: ["what was it with the vet again", "the vet opens at nine on day", " and takes cash only"],
  zh: ["兽医那边是怎么回事来着", "兽医九点开门第", "而且只收现金"],
};

async function rememberedTokens(
  home: Home,
  language: Language,
  { builder, clock, prompts }: { builder: PromptBuilder; clock: ManualClock; prompts: Prompts },
): Promise<number> {
  const memory = await heldMemory(clock);
  const origin = { kind: "api" } as const;
  const [text = "", fact = "", filler = ""] = TOLD[language] ?? TOLD["en"] ?? [];
  for (let at = 0; at < 40; at += 1) {
    const long = at % 2 === 0 ? filler.repeat(60) : "";
    await memory.add({ kind: "fact", text: `${fact}${at}${long}`.slice(0, LONGEST_TEXT) }, origin);
  }
  const hidden = new HiddenFilter(home);
  const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
  const around = { home, hidden, memory, scene: () => null, origin, text, more };
  const { text: remembered } = memoryNow({ ...around, now: clock.now() });
  const moment = { text, language, room: null, now: clock.now(), devices: [] };
  const without = builder.message(moment);
  return tokensOf(builder.message({ ...moment, remembered }).text) - tokensOf(without.text);
}
