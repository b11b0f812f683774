import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Conversations } from "../src/assistant/conversations.ts";
import { LocalAssistant } from "../src/assistant/local/index.ts";
import { Assistant } from "../src/assistant/turn.ts";
import { systemClock } from "../src/home/index.ts";
import { openStore } from "../src/store/index.ts";
import { type BenchRow, compared, median } from "./row.ts";
import { startRoundTrip } from "./support/round-trip.ts";

/** What a person says, keyed by language; said in turn with "off" so that every one changes something. */
const SENTENCES = {
  en: ["turn on the study lamp", "turn off the study lamp"],
  zh: ["打开书房的台灯", "关掉书房的台灯"],
} as const;
const ROUNDS = 2000;
const WARMING = 300;

/**
 * From the sentence to the device's confirmed report by the local path, and on to the reply with the audit and the
 * conversation in a database file: against mqtt.js that publishes and awaits the same two messages.
 */
export async function run(): Promise<BenchRow[]> {
  return [...(await say("en", "Lamp", "Study")), ...(await say("zh", "台灯", "书房"))];
}

async function say(language: "en" | "zh", name: string, room: string): Promise<BenchRow[]> {
  const [on, off] = SENTENCES[language];
  const folder = mkdtempSync(join(tmpdir(), "jia-bench-"));
  const store = await openStore({ path: join(folder, "jia.db") });
  const world = await startRoundTrip(name, room, store.audit);
  const { home } = world;
  const local = new LocalAssistant({ home, clock: systemClock });
  local.start();
  const conversations = new Conversations({ clock: systemClock, store: store.conversations });
  const assistant = new Assistant({ home, clock: systemClock, conversations, local, model: null });
  const bare: number[] = [];
  const reported: number[] = [];
  const replied: number[] = [];
  let reportedAt = 0;
  home.subscribe(({ type }) => {
    if (type === "property-changed") reportedAt = performance.now();
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const turnOn = round % 2 === 0;
    let began = performance.now();
    await world.bare(turnOn);
    const alone = performance.now() - began;
    began = performance.now();
    const { outcomes } = await assistant.ask({ text: turnOn ? off : on });
    const through = performance.now() - began;
    if (outcomes[0]?.status !== "confirmed") throw new Error(`not confirmed: ${JSON.stringify(outcomes)}`);
    if (round < WARMING) continue;
    bare.push(alone * 1000);
    reported.push((reportedAt - began) * 1000);
    replied.push(through * 1000);
  }
  local.stop();
  await world.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  return [
    compared(
      `a sentence (${language}) to its confirmed report, against the two bare messages`,
      median(reported),
      median(bare),
      "µs",
      2,
    ),
    compared(`on to the reply, with audit and conversation in the database`, median(replied), median(bare), "µs"),
  ];
}
