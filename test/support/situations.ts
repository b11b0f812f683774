/** Situations and what Jia says in them, in both languages: test/assistant/situations/ holds what readers found natural. */
import { readFileSync } from "node:fs";
import { Conversations } from "../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { Assistant } from "../../src/assistant/turn.ts";
import { parseHomeFile, type Value } from "../../src/home/index.ts";
import { type Language, SPOKEN_WORDS } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { startPlanner } from "./assistant-planner.ts";
import { SimulatedTime } from "./simulated-time.ts";

export interface Situation {
  /** What is the case, for the reader. */
  readonly about: string;
  /** Where the person is; null: not known. */
  readonly room: string | null;
  /** The state that differs from the house's own, by device and address. */
  readonly state?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** A status by its description in the spec, by device. */
  readonly status?: Readonly<Record<string, string>>;
  /** Devices that cannot be reached. */
  readonly offline?: readonly string[];
  /** The rules that come with Jia are on. */
  readonly policy?: true;
  /** What is said: one sentence, or one after the other; the reply is to the last. */
  readonly say: Readonly<Record<SituationLanguage, string | readonly string[]>>;
  readonly reply: Readonly<Record<SituationLanguage, string>>;
}

export type SituationLanguage = "en" | "zh";

export const SITUATIONS_FILE = "test/assistant/situations/spoken.json";

export function readSituations(): Situation[] {
  return JSON.parse(readFileSync(SITUATIONS_FILE, "utf8")) as Situation[];
}

const library = new SpecLibrary("devices");
const house: unknown = JSON.parse(readFileSync("devices/homes/house.json", "utf8"));

/** What is replied to the last sentence, by an assistant without a model, in the house on a Wednesday at 10:00. */
export async function replyIn(situation: Situation, language: SituationLanguage): Promise<string> {
  const { stop, assistant } = await assistantIn(situation);
  const conversation = crypto.randomUUID();
  const said = situation.say[language];
  let reply = "";
  for (const text of typeof said === "string" ? [said] : said) {
    const asked = { text, conversation, language: language as Language, room: situation.room };
    ({ reply } = await assistant.ask(asked, AbortSignal.timeout(10_000)));
  }
  await stop();
  return reply;
}

async function assistantIn({ state = {}, status = {}, offline = [], policy }: Situation) {
  const file = parseHomeFile(house, "house.json", library);
  const clock = new SimulatedTime("2026-06-03T09:00:00Z");
  const devices = file.devices.map((device) => {
    const own = status[device.id];
    const property = own === undefined ? undefined : [...device.spec.properties.values()].find(isStatus);
    const value = property?.values.find(({ description }) => description === own)?.value;
    return {
      ...device,
      online: !offline.includes(device.id),
      state: new Map<string, Value>([
        ...device.state,
        ...Object.entries(state[device.id] ?? {}),
        ...(property && value !== undefined ? [[property.address, value] as const] : []),
      ]),
    };
  });
  const options = { clock, words: SPOKEN_WORDS, ...(policy ? {} : { policy: "off" as const }) };
  const { home } = createDirectHome({ ...file, devices }, options);
  const { planner, stop: stopPlanner } = await startPlanner(home, clock.now(), clock);
  const local = new LocalAssistant({ home, clock, planner });
  local.start();
  const assistant = new Assistant({ home, clock, conversations: new Conversations({ clock }), local, model: null });
  const stop = async (): Promise<void> => {
    local.stop();
    await stopPlanner();
  };
  return { assistant, stop };
}

function isStatus({ type }: { readonly type: string }): boolean {
  return type === "status" || type === "run-status";
}
