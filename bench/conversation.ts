import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Conversations } from "../src/assistant/conversations.ts";
import { systemClock } from "../src/home/index.ts";
import { openStore } from "../src/store/index.ts";
import { type BenchRow, compared, median } from "./row.ts";

const TURNS = 40;
const TALKS = 400;
const WARMING = 50;

/** What keeping a turn costs, in a database file: the fortieth of a conversation against the first. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "jia-bench-"));
  const store = await openStore({ path: join(folder, "jia.db") });
  const conversations = new Conversations({ clock: systemClock, store: store.conversations });
  const first: number[] = [];
  const last: number[] = [];
  for (let talk = 0; talk < TALKS; talk += 1) {
    const conversation = await conversations.open(`talk-${talk}`, "en", null);
    for (let turn = 1; turn <= TURNS; turn += 1) {
      conversation.exchanges.push(exchange(turn));
      await new Promise((resolve) => setImmediate(resolve));
      const began = performance.now();
      await conversations.close(conversation);
      const took = (performance.now() - began) * 1000;
      if (talk < WARMING) continue;
      if (turn === 1) first.push(took);
      if (turn === TURNS) last.push(took);
    }
  }
  await store.close();
  rmSync(folder, { recursive: true });
  const name = "keeping the 40th turn of a conversation, against the first";
  return [compared(name, median(last), median(first), "µs", 1.5)];
}

/** A turn of a usual length, with the calls of a model. */
function exchange(turn: number) {
  const outcome = { device: "miot:1", property: "light.on", value: turn % 2 === 0, status: "confirmed" } as const;
  const content = JSON.stringify({ outcomes: [outcome], note: "x".repeat(400) });
  return {
    at: systemClock.now(),
    text: "turn on the lamp in the living room, please",
    reply: "The lamp is on.",
    path: "model" as const,
    outcomes: [outcome],
    messages: [{ role: "tool" as const, tool_call_id: `call-${turn}`, content }],
  };
}
