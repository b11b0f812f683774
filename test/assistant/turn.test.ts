import { describe, expect, it } from "vitest";
import type { Conversation, LocalResult, TurnEvent } from "../../src/assistant/contract.ts";
import { IDLE_MS } from "../../src/assistant/conversations.ts";
import { testAssistant } from "../support/assistant.ts";
import { calls, delta, words } from "../support/model-server.ts";
import { strictModelServer } from "../support/strict-model-server.ts";
import { until } from "../support/until.ts";

const server = strictModelServer();

const understood = (reply: string): LocalResult => ({
  handled: true,
  reply,
  expectsReply: false,
  outcomes: [],
  calls: [],
});

describe("the local engine comes first", () => {
  it("asks no model for what the local engine understands", async () => {
    const { assistant, local } = testAssistant(server);
    server.play();
    local.answer = () => understood("It is noon.");
    const result = await assistant.ask({ text: "what time is it", room: "Kitchen" });
    expect(result).toMatchObject({ reply: "It is noon.", path: "local", expectsReply: false });
    expect(result.usage).toBeUndefined();
    expect(local.asked[0]).toMatchObject({ text: "what time is it", room: "kitchen", language: "en" });
  });

  it("local engine and model share one conversation", async () => {
    const { assistant, local, conversations } = testAssistant(server);
    local.answer = ({ text }) =>
      text === "hello" ? understood("Hello!") : { handled: false, hints: { devices: [], rooms: [], kinds: [] } };
    server.play(
      calls([
        {
          tool: "set_properties",
          args: { writes: [{ device: "living-lamp", property: "light.on", value: true }], say: "On." },
        },
      ]),
    );
    const { conversation } = await assistant.ask({ text: "hello" });
    await assistant.ask({ text: "make it cosy here", conversation });
    expect(server.requests[0]?.body.messages.slice(1, 3)).toEqual([
      { role: "user", content: "hello" },
      { role: "assistant", content: "Hello!" },
    ]);
    const { exchanges, focus, undo } = await conversations.open(conversation, "en", null);
    expect(exchanges.map(({ path }) => path)).toEqual(["local", "model"]);
    expect(focus).toMatchObject({ devices: ["miot:living-lamp"], rooms: ["living"], address: "light.on" });
    expect(undo).toMatchObject([{ before: false, value: true }]);
  });

  it("a text that is not plain goes to the model, and is answered locally when no model answers", async () => {
    const { assistant, local } = testAssistant(server);
    local.answer = ({ plainOnly }) =>
      plainOnly
        ? { handled: false, unclear: true, hints: { devices: [], rooms: [], kinds: [] } }
        : understood("The lamp is on.");
    server.play(words("Which other one?"));
    const answered = await assistant.ask({ text: "how bright is it next to the other one" });
    expect(answered).toMatchObject({ path: "model", reply: "Which other one?" });
    server.play({ status: 401, body: {} });
    const alone = await assistant.ask({ text: "how bright is it next to the other one" });
    expect(alone).toMatchObject({ path: "local", reply: "The lamp is on." });
    expect(local.asked.map(({ plainOnly }) => plainOnly ?? false)).toEqual([true, true, false]);
    // The next turn does not wait for that model.
    const next = await assistant.ask({ text: "how bright is it next to the other one" });
    expect(next).toMatchObject({ path: "local", reply: "The lamp is on." });
    expect(local.asked.at(-1)?.plainOnly).toBeUndefined();
  });

  it("with existing set, only an existing conversation is continued", async () => {
    const { assistant, local } = testAssistant(server);
    local.answer = () => understood("Hello!");
    const lost = assistant.ask({ text: "hello", conversation: "teatime", existing: true });
    await expect(lost).rejects.toMatchObject({ code: "not-found" });
    expect(local.asked).toEqual([]);
    await assistant.ask({ text: "hello", conversation: "teatime" });
    const again = await assistant.ask({ text: "hello again", conversation: "teatime", existing: true });
    expect(again).toMatchObject({ reply: "Hello!", conversation: "teatime" });
  });

  it("the model gets the state of devices that the text seems to name", async () => {
    const { assistant, local } = testAssistant(server);
    local.answer = () => ({ handled: false, hints: { devices: ["miot:living-lamp"], rooms: [], kinds: [] } });
    server.play(words("Hm?"));
    await assistant.ask({ text: "the lamp, you know", room: "living" });
    const message = server.requests[0]?.body.messages.at(-1)?.content ?? "";
    expect(message).toContain('living-lamp "Floor lamp": on=false');
    expect(message).toContain("Thursday 2026-01-01 20:00 (Asia/Shanghai)");
    expect(message).toContain('the speaker\'s room is living "Living room"');
    expect(message).not.toContain("kitchen-ceiling");
  });

  it("without a model the reply says so, and gives each recognised name in the language once", async () => {
    const { assistant, local } = testAssistant(null);
    const { reply } = await assistant.ask({ text: "make it cosy" });
    expect(reply).toBe("Sorry, I didn't get that.");
    const devices = ["miot:living-lamp", "miot:living-lamp"];
    local.answer = () => ({ handled: false, hints: { devices, rooms: [], kinds: [] } });
    expect((await assistant.ask({ text: "romance for the floor lamp" })).reply).toBe(
      "Sorry, I didn't get that. I only caught the floor lamp.",
    );
    expect((await assistant.ask({ text: "弄得温馨一点" })).reply).toBe("抱歉，我没听懂。我只听出了落地灯。");
  });

  it("an internal error is told and logged, and the conversation continues", async () => {
    const { assistant, local, errors } = testAssistant(null);
    local.answer = () => {
      throw new Error("boom");
    };
    const { reply, conversation } = await assistant.ask({ text: "hello" });
    expect(reply).toContain("boom");
    expect(errors).toHaveLength(1);
    local.answer = () => understood("Hello!");
    expect((await assistant.ask({ text: "hello", conversation })).reply).toBe("Hello!");
  });
});

describe("a conversation", () => {
  it("ends when idle, and keeps the caller's id", async () => {
    const { assistant, local, clock } = testAssistant(null);
    local.answer = ({ conversation }) => understood(String(conversation.exchanges.length));
    const first = await assistant.ask({ text: "one", conversation: "kitchen-speaker" });
    expect(first.conversation).toBe("kitchen-speaker");
    clock.advance(IDLE_MS);
    expect((await assistant.ask({ text: "two", conversation: "kitchen-speaker" })).reply).toBe("1");
    clock.advance(IDLE_MS + 1);
    expect((await assistant.ask({ text: "three", conversation: "kitchen-speaker" })).reply).toBe("0");
    const odd = await assistant.ask({ text: "four", conversation: "../../etc" });
    expect(odd.conversation).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is saved after every turn and loaded from the store", async () => {
    const saved = new Map<string, Conversation>();
    const store = {
      load: (id: string) => Promise.resolve(saved.get(id) ?? null),
      save: (conversation: Conversation) => {
        saved.set(conversation.id, structuredClone(conversation));
        return Promise.resolve();
      },
    };
    const before = testAssistant(null, { store });
    before.local.answer = () => understood("Hello!");
    const { conversation } = await before.assistant.ask({ text: "hello" });
    const after = testAssistant(null, { store });
    after.local.answer = (request) => understood(String(request.conversation.exchanges.length));
    expect((await after.assistant.ask({ text: "again", conversation })).reply).toBe("1");
  });

  it("runs one turn at a time, in the order of the requests", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("First.", { delay: 60 }), words("Second."));
    const ended: string[] = [];
    const ask = async (text: string) => ended.push((await assistant.ask({ text, conversation: "c" })).reply);
    await Promise.all([ask("one?"), ask("two?")]);
    expect(ended).toEqual(["First.", "Second."]);
    expect(server.requests[1]?.body.messages.map(({ content }) => content)).toContain("First.");
  });

  it("answers a number in the language of the turn before", async () => {
    const { assistant, local } = testAssistant(null);
    local.answer = ({ language }) => understood(language);
    const { conversation } = await assistant.ask({ text: "你好" });
    expect((await assistant.ask({ text: "25", conversation })).reply).toBe("zh");
  });

  it("asks back for an empty text, and refuses one that is too long", async () => {
    const { assistant } = testAssistant(null);
    expect(await assistant.ask({ text: " \u0007 " })).toMatchObject({ reply: "What shall I do?", expectsReply: true });
    expect((await assistant.ask({ text: "on ".repeat(2000) })).reply).toContain("too long");
  });
});

describe("a cancelled turn", () => {
  it("stops the model and says so", async () => {
    const { assistant } = testAssistant(server);
    server.play({ events: [delta({ content: "One moment. It is" })], end: "hang" });
    const controller = new AbortController();
    const result = await assistant.ask({ text: "are you there?" }, controller.signal, (event) => {
      if (event.type === "text") controller.abort();
    });
    expect(result.reply).toBe("Stopped before it was done.");
    await until("the closed connection", () => server.abandoned === 1);
  });

  it("tells its effects until then", async () => {
    const { assistant } = testAssistant(server);
    const args = { writes: [{ device: "living-lamp", property: "light.on", value: true }] };
    server.play(calls([{ tool: "set_properties", args }]));
    const controller = new AbortController();
    const result = await assistant.ask({ text: "make it cosy" }, controller.signal, (event) => {
      if (event.type === "outcome") controller.abort();
    });
    expect(result.reply).toBe("The floor lamp is on. Stopped before it was done.");
  });

  it("ends when its reader stops, and the next turn can run", async () => {
    const { assistant } = testAssistant(server);
    server.play({ events: [delta({ content: "One moment. It is" })], end: "hang" }, words("Here."));
    for await (const event of assistant.run({ text: "are you there?", conversation: "c" })) {
      if (event.type === "text") break;
    }
    expect((await assistant.ask({ text: "are you there?", conversation: "c" })).reply).toBe("Here.");
  });
});

it("a turn yields its events in order, done last", async () => {
  const { assistant } = testAssistant(server);
  const args = { writes: [{ device: "living-lamp", property: "light.on", value: true }], say: "On." };
  server.play(calls([{ tool: "set_properties", args }]));
  const events: TurnEvent[] = [];
  for await (const event of assistant.run({ text: "lamp on, please" })) events.push(event);
  expect(events.map(({ type }) => type)).toEqual(["started", "call", "outcome", "text", "done"]);
});

it("a turn runs although the stored conversation cannot be read", async () => {
  const store = { load: () => Promise.reject(new Error("no database")), save: () => Promise.resolve() };
  const { assistant, local, errors } = testAssistant(null, { store });
  local.answer = () => understood("Hello!");
  expect((await assistant.ask({ text: "hello", conversation: "kitchen" })).reply).toBe("Hello!");
  expect(errors).toHaveLength(1);
});

it("a turn returns its result although the conversation cannot be saved", async () => {
  const store = { load: () => Promise.resolve(null), save: () => Promise.reject(new Error("disk full")) };
  const { assistant, local, errors } = testAssistant(null, { store });
  local.answer = () => understood("Hello!");
  expect((await assistant.ask({ text: "hello" })).reply).toBe("Hello!");
  expect(errors).toHaveLength(1);
});
