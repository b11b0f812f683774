import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Origin } from "../../../src/home/index.ts";
import { HomeMemory, LONGEST_TEXT, MOST_ENTRIES, type NewEntry } from "../../../src/people/memory/index.ts";
import { openStore, type StoreLocation } from "../../../src/store/index.ts";
import { ManualClock } from "../../support/clock.ts";
import { FAMILY, peopleOf } from "../../support/people-of.ts";

const HOME: Origin = { kind: "api" };
const as = (person: string): Origin => ({ kind: "conversation", conversation: "c", text: "something said", person });
const fact = (text: string, more: Partial<NewEntry> = {}): NewEntry => ({ kind: "fact", text, ...more }) as NewEntry;
const time = (name: string, clock: string, weekdays: readonly number[] = []): NewEntry => ({
  kind: "time",
  name,
  clock,
  weekdays,
  text: `${name} is at ${clock}`,
});

const KINDS: readonly NewEntry[] = [
  { kind: "name", name: "den", of: { type: "room", id: "study" }, text: "I call the study the den" },
  time("bedtime", "23:00", [1, 2, 3, 4, 5]),
  {
    kind: "preference",
    of: { type: "kind", id: "light", room: "living" },
    property: "brightness",
    value: 40,
    part: "evening",
    text: "我喜欢客厅灯晚上调到40%",
  },
  fact("the vet is Dr Lang"),
];

async function started(location: StoreLocation = { path: ":memory:" }, clock = new ManualClock()) {
  const store = await openStore(location, clock);
  const memory = new HomeMemory({ storage: store.memory, clock, people: peopleOf(FAMILY) });
  await memory.start();
  return { store, memory, clock };
}

async function opened() {
  const bench = await started();
  onTestFinished(() => bench.store.close());
  return bench;
}

const texts = (memory: HomeMemory, origin: Origin) => memory.list(origin).map(({ text }) => text);

describe("the memory", () => {
  it("keeps entries of every kind over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-memory-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const location = { path: join(folder, "jia.db") };
    const first = await started(location);
    for (const entry of KINDS) {
      await first.memory.add(entry, as("emma"));
      first.clock.advance(1);
    }
    const before = first.memory.list(as("emma"));
    await first.store.close();
    const second = await started(location);
    expect(second.memory.list(as("emma"))).toEqual(before);
    expect(before.map(({ kind, by }) => [kind, by])).toEqual([
      ["name", "emma"],
      ["time", "emma"],
      ["preference", "emma"],
      ["fact", "emma"],
    ]);
    await second.store.close();
  });

  it("has one time of a name for each day; a time for every day replaces all", async () => {
    const { memory } = await opened();
    await memory.add(time("bedtime", "23:00", [1, 2, 3, 4, 5]), HOME);
    await memory.add(time("bedtime", "00:00", [5, 6, 7]), HOME);
    const times = () => memory.list(HOME).map((each) => each.kind === "time" && [each.clock, each.weekdays.join("")]);
    expect(times()).toEqual([
      ["00:00", "567"],
      ["23:00", "1234"],
    ]);
    const { replaced } = await memory.add(time("Bedtime", "22:00"), HOME);
    expect(replaced).toHaveLength(2);
    expect(times()).toEqual([["22:00", ""]]);
  });

  it("does not change, and notes no change, when an entry is added again", async () => {
    const { memory } = await opened();
    const { entry } = await memory.add(fact("the vet is Dr Lang"), HOME);
    expect(await memory.add(fact("The vet is Dr. Lang"), HOME)).toMatchObject({ known: true, entry: { id: entry.id } });
    expect(await memory.changes(HOME)).toHaveLength(1);
  });

  it("drops entries at their end, also over a restart", async () => {
    const { memory, clock, store } = await opened();
    await memory.add(fact("the plumber has the key", { until: clock.now() + 1_000 }), HOME);
    clock.advance(999);
    expect(texts(memory, HOME)).toEqual(["the plumber has the key"]);
    clock.advance(1);
    expect(texts(memory, HOME)).toEqual([]);
    const again = new HomeMemory({ storage: store.memory, clock, people: peopleOf(FAMILY) });
    await again.start();
    expect((await again.changes(HOME)).map(({ change }) => change)).toEqual(["expire", "add"]);
  });

  it("calls listeners for each change, also when another listener fails", async () => {
    const { memory } = await opened();
    let told = 0;
    memory.subscribe(() => {
      throw new Error("a listener of the test fails");
    });
    const end = memory.subscribe(() => {
      told += 1;
    });
    const { entry } = await memory.add(fact("one"), HOME);
    await memory.forget([entry.id], HOME);
    end();
    await memory.add(fact("two"), HOME);
    expect(told).toBe(2);
  });
});

describe("access to the memory", () => {
  it("is the owner's alone for personal entries, and everybody's for the home's", async () => {
    const { memory } = await opened();
    await memory.add(fact("bin day is Thursday"), as("emma"));
    await memory.add(fact("my locker is blue", { personal: true }), as("emma"));
    expect(texts(memory, as("emma"))).toEqual(["bin day is Thursday", "my locker is blue"]);
    expect(texts(memory, as("tom"))).toEqual(["bin day is Thursday"]);
    expect(texts(memory, HOME)).toEqual(["bin day is Thursday"]);
  });

  it.each([
    ["a guest", as("gast")],
    ["somebody who is none of the people", as("nobody")],
    ["a stranger", { kind: "conversation", conversation: "c", stranger: true } as Origin],
  ])("is not %s", async (_, origin) => {
    const { memory } = await opened();
    const { entry } = await memory.add(fact("the key is under the pot"), HOME);
    expect(memory.list(origin)).toEqual([]);
    expect(await memory.changes(origin)).toEqual([]);
    await expect(memory.add(fact("let me in"), origin)).rejects.toMatchObject({ code: "memory-denied" });
    await expect(memory.forget([entry.id], origin)).rejects.toMatchObject({ code: "memory-denied" });
    await expect(memory.change(entry.id, fact("x"), origin)).rejects.toMatchObject({ code: "memory-denied" });
    expect(texts(memory, HOME)).toEqual(["the key is under the pot"]);
  });

  it("lets a child have its own and see the home's, and change nothing of the home's", async () => {
    const { memory } = await opened();
    const { entry } = await memory.add(fact("bin day is Thursday"), as("tom"));
    const own = await memory.add(fact("the hamster is called Flo"), as("leo"));
    expect(own.entry.person).toBe("leo");
    expect(texts(memory, as("leo"))).toEqual(["bin day is Thursday", "the hamster is called Flo"]);
    await expect(memory.forget([entry.id], as("leo"))).rejects.toMatchObject({ code: "memory-denied" });
    await expect(memory.change(entry.id, fact("never"), as("leo"))).rejects.toMatchObject({ code: "memory-denied" });
    expect(await memory.forget([own.entry.id], as("leo"))).toHaveLength(1);
  });

  it("is denied for other people's entries, also by id and in the list of changes", async () => {
    const { memory } = await opened();
    const { entry } = await memory.add(fact("my locker is blue", { personal: true }), as("emma"));
    expect(await memory.forget([entry.id], as("tom"))).toEqual([]);
    await expect(memory.change(entry.id, fact("red"), as("tom"))).rejects.toMatchObject({ code: "not-found" });
    expect(await memory.changes(as("tom"))).toEqual([]);
    expect(texts(memory, as("emma"))).toEqual(["my locker is blue"]);
  });

  it("ends with the person: entries and the notes of their changes are erased", async () => {
    const { memory } = await opened();
    await memory.add(fact("bin day is Thursday"), as("emma"));
    await memory.add(fact("my locker is blue", { personal: true }), as("emma"));
    expect(memory.ofPerson("emma").map(({ text }) => text)).toEqual(["my locker is blue"]);
    expect(await memory.erase("emma")).toBe(1);
    expect(memory.owners).toEqual([]);
    expect(texts(memory, as("emma"))).toEqual(["bin day is Thursday"]);
    expect(JSON.stringify(await memory.changes(as("emma")))).not.toContain('emma","text');
  });
});

describe("the limits of the memory", () => {
  it("allow a number of entries for each owner", async () => {
    const { memory } = await opened();
    for (let at = 0; at < MOST_ENTRIES; at += 1) await memory.add(fact(`fact number ${at}`), HOME);
    await expect(memory.add(fact("one more"), HOME)).rejects.toMatchObject({ code: "memory-full" });
    expect(memory.list(HOME)).toHaveLength(MOST_ENTRIES);
    expect((await memory.add(fact("mine", { personal: true }), as("emma"))).entry.person).toBe("emma");
    expect(memory.list(HOME)).toHaveLength(MOST_ENTRIES);
  });

  it("refuse texts that are too long or empty, and clean the rest", async () => {
    const { memory } = await opened();
    await expect(memory.add(fact("a".repeat(LONGEST_TEXT + 1)), HOME)).rejects.toMatchObject({
      code: "memory-too-long",
    });
    await expect(memory.add(fact("\u0007 \u200b"), HOME)).rejects.toMatchObject({ code: "invalid-request" });
    const { entry } = await memory.add(fact("the vet\n\n is\u0000 Dr \u202eLang"), HOME);
    expect(entry.text).toBe("the vet is Dr Lang");
  });

  it.each([
    "my PIN is 1234",
    "the code for the alarm is 99 12",
    "the wifi password is hunter two",
    "pay with 4111 1111 1111 1111",
    "send it to DE89 3704 0044 0532 0130 00",
    "use sk-or-v1-0123456789abcdef0123456789",
    "the API key is in here: 8f14e45fceea167a5a36dedd4bea2543",
    "门锁密码是一二三四",
    "我的银行卡号是6222021234567890128",
    "验证码 889900",
  ])("refuse a secret, and note only that one was refused: %s", async (text) => {
    const { memory } = await opened();
    await expect(memory.add(fact(text), as("emma"))).rejects.toMatchObject({ code: "memory-secret" });
    expect(memory.list(as("emma"))).toEqual([]);
    const noted = await memory.changes(as("emma"));
    expect(noted).toMatchObject([{ change: "refuse", entry: null }]);
    expect(JSON.stringify(noted)).not.toContain(text.slice(-4));
  });

  it.each([
    "grandma's number is 020 7946 0018",
    "the meeting is on 2026-12-24 at 18:30",
    "the router is in the cupboard under the stairs",
    "my size is 42 and Leo's is 128",
    "车牌号是京A12345",
    "兽医的电话是13800138000",
  ])("allow a text without a secret: %s", async (text) => {
    const { memory } = await opened();
    expect((await memory.add(fact(text), HOME)).entry.text).toBe(text);
  });

  it("keep texts out of the notes of changes, which hold who, what kind and when", async () => {
    const { memory, clock } = await opened();
    const { entry } = await memory.add(fact("the vet is Dr Lang"), as("emma"));
    clock.advance(5);
    await memory.change(entry.id, fact("the vet is Dr Kim"), as("tom"));
    await memory.forget([entry.id], as("tom"));
    const noted = await memory.changes(as("emma"));
    expect(noted.map(({ change, origin, at }) => [change, origin.person, at - clock.now()])).toEqual([
      ["forget", "tom", 0],
      ["change", "tom", 0],
      ["add", "emma", -5],
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/Lang|Kim|something said/);
  });
});
