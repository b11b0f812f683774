import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Conversation, NOTHING_OPEN, type OpenItem } from "../../src/assistant/index.ts";
import { systemClock } from "../../src/home/index.ts";
import { textOf } from "../../src/language/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { moveExchanges } from "../../src/store/migrations/0013-exchanges.ts";

let store: Store;
let warnings: string[];

beforeEach(async () => {
  warnings = [];
  store = await openStore({ path: ":memory:" }, systemClock, (what) => warnings.push(textOf(what, "en")));
});
afterEach(() => store.close());

async function loaded(data: unknown): Promise<Conversation | null> {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  await store.database.db.insertInto("conversations").values({ id: "a", data: text, updated_at: 1 }).execute();
  await moveExchanges(store.database.db);
  return await store.conversations.load("a");
}

async function kept(conversation: Conversation): Promise<Conversation | null> {
  await store.conversations.save(conversation);
  return await store.conversations.load(conversation.id);
}

const exchange = { at: 1, text: "unlock the door", reply: "Sure?", path: "local" as const, outcomes: [] };
const asked = { question: "Sure?", language: "en" as const, expiresAt: 60_000 };
const said = {
  text: "unlock it",
  room: null,
  focus: { devices: ["d"], rooms: [], address: null },
  previous: null,
  picked: null,
};
const call = { tool: "set_timer", arguments: { duration: "5m" }, subject: "timer", approves: [] };
const commands = [{ kind: "set" as const, device: "d", properties: [{ address: "lock.locked", value: false }] }];

const ITEMS: readonly OpenItem[] = [
  {
    ...asked,
    kind: "commands",
    confirmation: "c",
    commands,
    behind: [
      { kind: "sentence", said, only: [{ at: 1, does: commands, back: commands }] },
      { kind: "sentence", said, only: [{ at: 1, does: [], back: null, consent: "token" }] },
      { kind: "call", call, devices: ["d"] },
    ],
  },
  { ...asked, kind: "call", call: { ...call, approves: commands }, behind: [] },
  { ...asked, kind: "call", call: { ...call, consent: "token" }, behind: [] },
  {
    ...asked,
    kind: "sentence",
    said: { ...said, picked: { at: 0, targets: [{ device: "d", service: null }] } },
    only: null,
  },
  { ...asked, kind: "devices", said, at: 0, options: [{ device: "d", service: "switch-2" }] },
  { ...asked, kind: "plans", change: { op: "add", milliseconds: 5 }, options: [{ kind: "timer", id: "t" }] },
  {
    ...asked,
    kind: "plans",
    change: {
      op: "move",
      to: {
        kind: "moment",
        moment: {
          hour: 7,
          minute: 30,
          exact: true,
          part: { name: "morning", hours: ["06:00", "12:00"] },
          day: 1,
          date: { month: 12, day: 24 },
          weekdays: [4],
          recurring: false,
          sun: null,
        },
      },
    },
    options: [{ kind: "automation", id: "r" }],
  },
  { ...asked, kind: "whom", said },
  { ...asked, kind: "gone" },
];

function conversation(open: readonly OpenItem[] = []): Conversation {
  return {
    id: "a",
    language: "en",
    room: null,
    focus: null,
    open: { ...NOTHING_OPEN, items: open },
    undo: [],
    exchanges: [exchange],
  };
}

describe("a stored conversation", () => {
  it.each(ITEMS.map((item) => [item.kind, item] as const))("keeps what is open: %s", async (_, item) => {
    expect(await kept(conversation([item]))).toEqual(conversation([item]));
  });

  it("keeps the former times of changed plans, for an undo after a restart", async () => {
    const focus = {
      devices: [],
      rooms: [],
      address: null,
      frame: null,
      plans: [{ kind: "timer" as const, id: "t" }],
      moved: [
        { plan: { kind: "timer" as const, id: "t" }, before: { kind: "timer" as const, milliseconds: 60_000 } },
        {
          plan: { kind: "automation" as const, id: "r" },
          before: { kind: "rule" as const, at: "07:00", weekdays: ["mon" as const] },
        },
        {
          plan: { kind: "automation" as const, id: "s" },
          before: { kind: "rule" as const, at: "08:00", weekdays: null },
        },
      ],
    };
    expect((await kept({ ...conversation(), focus }))?.focus).toEqual(focus);
  });

  it("keeps no frames, no more than 40 exchanges and 200 outcomes", async () => {
    const outcome = { device: "d", property: "light.on", value: true, before: false, status: "confirmed" as const };
    const long: Conversation = {
      ...conversation(),
      focus: { devices: ["d"], rooms: [], address: null, frame: { act: "on" } },
      undo: Array(300).fill(outcome),
      exchanges: Array.from({ length: 50 }, (_, at) => ({ ...exchange, at })),
    };
    for (const each of long.exchanges) await store.conversations.save({ ...long, exchanges: [each] });
    const back = await kept({ ...long, exchanges: long.exchanges.map((each) => ({ ...each, at: each.at + 50 })) });
    expect(back?.focus).toEqual({ devices: ["d"], rooms: [], address: null, frame: null });
    expect([back?.undo.length, back?.exchanges.length, back?.exchanges.at(-1)?.at]).toEqual([200, 40, 99]);
  });

  it.each([
    ["no JSON", "{"],
    ["another version", { ...conversation(), version: 99 }],
    ["another version of what is open", { ...conversation(), version: 1, open: { version: 99, items: [] } }],
    [
      "an unknown kind of what is open",
      { ...conversation(), version: 1, open: { version: 1, items: [{ kind: "x" }] } },
    ],
    ["something else", { version: 1, hello: "world" }],
    ["null", null],
    ["an old one without an id", { language: "en" }],
  ])("that does not fit is told once and dropped: %s", async (_, data) => {
    expect(await loaded(data)).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(await store.conversations.load("a")).toBeNull();
    expect(warnings).toHaveLength(1);
  });
});

describe("a conversation that an earlier version stored", () => {
  const old = {
    id: "a",
    language: "zh",
    room: "living",
    focus: {
      devices: ["d"],
      rooms: ["living"],
      address: "light.on",
      plans: [{ kind: "timer", id: "t" }],
      frame: { act: "on", heads: [] },
    },
    question: null,
    confirmation: null,
    undo: [{ device: "d", property: "light.on", value: true, before: false, status: "confirmed" }],
    exchanges: [exchange, { ...exchange, messages: [{ role: "tool", tool_call_id: "c", content: "{}" }] }],
  };

  it("is read: exchanges, focus and undo are kept", async () => {
    const { question: _, confirmation: __, focus, ...rest } = old;
    const { frame: ___, ...about } = focus;
    expect(await loaded(old)).toEqual({ ...rest, focus: { ...about, frame: null }, open: NOTHING_OPEN });
  });

  it("answers a late yes to its open question as too late", async () => {
    const confirmation = { id: "c", commands: [], rules: [], expiresAt: 7 };
    expect((await loaded({ ...old, confirmation }))?.open.items).toEqual([
      { kind: "gone", question: "", language: "zh", expiresAt: 7 },
    ]);
  });

  it("loses only its unreadable parts", async () => {
    const damaged = { ...old, focus: "?", undo: [{ status: "?" }], exchanges: [{ text: 1 }, exchange] };
    expect(await loaded(damaged)).toMatchObject({ focus: null, undo: [], exchanges: [exchange] });
  });
});
