import { onTestFinished } from "vitest";
import type { HomeFile } from "../../src/home/index.ts";
import { openStore } from "../../src/store/index.ts";
import type { ModelServer } from "./model-server.ts";
import { openTalk } from "./open-talk.ts";
import { testPeople } from "./people.ts";

interface PinTalkOptions {
  /** What is not understood goes to it. */
  readonly model?: ModelServer;
  /** Of Ann; null: she has none. */
  readonly pin?: string | null;
  /** Instead of the flat. */
  readonly file?: HomeFile;
}

/** A conversation in the hall of the flat, where Ann (adult) has the PIN 4711. */
export async function pinTalk({ model, pin = "4711", file }: PinTalkOptions = {}) {
  const { people, registry, store } = await testPeople();
  onTestFinished(() => store.close());
  await registry.add({ name: "Ann" });
  if (pin !== null) await people.pins.set("ann", pin);
  const kept = await openStore({ path: ":memory:" });
  onTestFinished(() => kept.close());
  const talked = await openTalk(model ?? null, "flat", {
    ...{ people, room: "hallway", audited: true, store: kept.conversations },
    ...(file && { file }),
  });
  return {
    ...talked,
    /** What was kept of what was said. */
    texts: async () => (await kept.conversations.load("talk"))?.exchanges.map(({ text }) => text) ?? [],
    /** All that is kept: the conversation and the audit. */
    stored: async () =>
      JSON.stringify([await kept.conversations.load("talk"), await talked.audit?.list({ limit: 50 })]),
    /** Wrong PINs that were counted. */
    wrong: async () => (await store.pins.tries("door conversation"))?.wrong ?? 0,
  };
}
