import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { type Conversation, NOTHING_OPEN } from "../../src/assistant/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { testAssistant } from "../support/assistant.ts";

const folder = mkdtempSync(join(tmpdir(), "jia-conversations-"));
const path = join(folder, "jia.db");
let store: Store;

afterEach(async () => {
  await store.close();
  rmSync(path, { force: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;

function conversation(id: string, at: number): Conversation {
  return {
    id,
    language: "zh",
    room: "living",
    focus: { devices: ["miot:living-lamp"], rooms: ["living"], address: "light.on", frame: { any: 1 } },
    open: NOTHING_OPEN,
    undo: [],
    exchanges: [{ at, text: "开灯", reply: "好了", path: "local", outcomes: [] }],
  };
}

it("keeps a conversation over a restart, without parsed data", async () => {
  store = await openStore({ path });
  await store.conversations.save(conversation("a", 5));
  await store.close();
  store = await openStore({ path });
  expect(await store.conversations.load("a")).toEqual({
    ...conversation("a", 5),
    focus: { devices: ["miot:living-lamp"], rooms: ["living"], address: "light.on", frame: null },
  });
  expect(await store.conversations.load("b")).toBeNull();
});

it("replaces a saved conversation, and deletes it after a month", async () => {
  store = await openStore({ path });
  await store.conversations.save(conversation("a", 5));
  await store.conversations.save({ ...conversation("a", 6), room: "kitchen" });
  expect((await store.conversations.load("a"))?.room).toBe("kitchen");
  await store.conversations.save(conversation("b", 6 + 31 * DAY));
  expect(await store.conversations.load("a")).toBeNull();
});

it("carries a conversation from one process to the next", async () => {
  store = await openStore({ path });
  const first = testAssistant(null, { store: store.conversations });
  first.local.answer = () => ({ handled: true, reply: "Hello!", expectsReply: false, outcomes: [], calls: [] });
  await first.assistant.ask({ text: "hello", conversation: "kitchen" });
  const second = testAssistant(null, { store: store.conversations });
  await second.assistant.ask({ text: "and now?", conversation: "kitchen" });
  const { exchanges } = await second.conversations.open("kitchen", "en", null);
  expect(exchanges.map(({ text }) => text)).toEqual(["hello", "and now?"]);
});
