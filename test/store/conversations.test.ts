import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { type Conversation, NOTHING_OPEN } from "../../src/assistant/index.ts";
import { systemClock } from "../../src/home/index.ts";
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

/** A conversation whose last exchange is of a person, and says something. */
function turn(id: string, at: number, text: string, person?: string, before: Conversation["exchanges"] = []) {
  const said = { at, ...(person && { person }), text, reply: "ok", path: "local" as const, outcomes: [] };
  return { ...conversation(id, at), exchanges: [...before, said] };
}

it("a conversation that begins anew after a pause keeps what was said before, and does not go on with it", async () => {
  store = await openStore({ path });
  await store.conversations.save(turn("a", 1, "one"));
  await store.conversations.save(turn("a", 900_000, "two"));
  expect((await store.conversations.load("a"))?.exchanges.map(({ text }) => text)).toEqual(["two"]);
  const kept = await store.exchanges.of("a", null, 10);
  expect(kept.map(({ number, exchange: { text } }) => [number, text])).toEqual([
    [1, "one"],
    [2, "two"],
  ]);
});

it("conversations are listed by their last turn, a page at a time, and for a person only with what that person said", async () => {
  store = await openStore({ path });
  const first = turn("a", 1, "good morning", "ann");
  await store.conversations.save(first);
  await store.conversations.save(turn("b", 2, "lights", "bob"));
  await store.conversations.save(turn("a", 3, "and now?", "bob", first.exchanges));
  const listed = async (person: string | null) =>
    (await store.exchanges.list(person, 10)).map(({ id, turns, from, to, first }) => [
      id,
      turns,
      from,
      to,
      first?.text,
    ]);
  expect(await listed(null)).toEqual([
    ["a", 2, 1, 3, "good morning"],
    ["b", 1, 2, 2, "lights"],
  ]);
  expect(await listed("ann")).toEqual([["a", 1, 1, 1, "good morning"]]);
  const [newest] = await store.exchanges.list(null, 1);
  expect(newest?.id).toBe("a");
  expect((await store.exchanges.list(null, 10, newest ?? null)).map(({ id }) => id)).toEqual(["b"]);
  expect((await store.exchanges.of("a", "bob", 10)).map(({ exchange }) => exchange.text)).toEqual(["and now?"]);
  expect((await store.exchanges.of("a", null, 1, 2)).map(({ number }) => number)).toEqual([1]);
});

it("what a person said is deleted by itself, and a conversation with its last exchange", async () => {
  store = await openStore({ path });
  const first = turn("a", 1, "mine", "ann");
  await store.conversations.save(first);
  await store.conversations.save(turn("a", 2, "yours", "bob", first.exchanges));
  await store.conversations.save(turn("b", 3, "also mine", "ann"));
  expect((await store.exchanges.saidBy("ann")).map(({ exchange: { text } }) => text)).toEqual(["also mine", "mine"]);
  expect(await store.exchanges.forgetPerson("ann")).toBe(2);
  expect(await store.conversations.load("b")).toBeNull();
  const left = await store.conversations.load("a");
  expect([left?.focus, left?.exchanges.map(({ text }) => text)]).toEqual([null, ["yours"]]);
  expect(await store.exchanges.remove("a", null)).toBe(1);
  expect(await store.conversations.load("a")).toBeNull();
});

it("an exchange that cannot be read is left out and told of, and the others are read", async () => {
  const told: unknown[] = [];
  store = await openStore({ path }, systemClock, (what) => told.push(what));
  const first = turn("a", 1, "one");
  await store.conversations.save(first);
  await store.conversations.save(turn("a", 2, "two", undefined, first.exchanges));
  await store.database.db.updateTable("exchanges").set({ data: "{oops" }).where("number", "=", 1).execute();
  expect((await store.conversations.load("a"))?.exchanges.map(({ text }) => text)).toEqual(["two"]);
  expect((await store.exchanges.list(null, 10)).map(({ id, first }) => [id, first])).toEqual([["a", null]]);
  expect(told).toHaveLength(1);
});

it("no more than five hundred exchanges of a conversation are kept, and conversations as long as it is set", async () => {
  store = await openStore({ path });
  for (let at = 1; at <= 510; at += 1) await store.conversations.save(turn("a", at, `${at}`));
  const kept = await store.exchanges.of("a", null, 1_000);
  expect([kept.length, kept[0]?.exchange.text, kept.at(-1)?.exchange.text]).toEqual([500, "11", "510"]);
  store.conversations.keepFor(DAY);
  await store.conversations.save(turn("b", 1.5 * DAY, "later"));
  expect(await store.exchanges.of("a", null, 1_000)).toEqual([]);
});
