import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { exampleHome } from "../../bench/support/homes.ts";
import { conversationMarkdown, titleOf } from "../../src/api/conversation-json.ts";
import { conversationsResource } from "../../src/api/resources/conversations.ts";
import { Conversations, KeptConversations, newConversation } from "../../src/assistant/index.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";

const PEOPLE = [
  { id: "ann", name: "Ann", role: "adult", hasPin: false },
  { id: "bob", name: "Bob", role: "child", hasPin: false },
] as const;

/** The API over two conversations: one of Ann and Bob, one of Bob. */
async function conversationsApi() {
  const clock = new ManualClock();
  const home = exampleHome("flat");
  const store = await openStore({ path: ":memory:" }, clock);
  const live = new Conversations({ clock, store: store.conversations });
  const say = async (id: string, text: string, person: string) => {
    clock.advance(60_000);
    const conversation = await live.open(id, "en", null);
    const messages = [
      {
        role: "assistant" as const,
        content: null,
        tool_calls: [
          { id: "c", type: "function" as const, function: { name: "set_device", arguments: '{"on":true}' } },
        ],
      },
    ];
    const outcomes = [
      { device: "miot:living-floor-lamp", property: "light.on", value: true, status: "confirmed" as const },
    ];
    const said = { text, reply: "OK *now*.", path: "model" as const, outcomes, messages };
    conversation.exchanges.push({ at: clock.now(), person, client: "tablet", ...said });
    await live.close(conversation);
  };
  await say("shared", "Turn on the lamp. And then the other one!", "ann");
  await say("shared", "# off", "bob");
  await say("own", "关灯", "bob");
  const conversations = new KeptConversations(store.exchanges, live);
  const people = {
    named: (name: string) => PEOPLE.find(({ id }) => id === name),
    get: (name: string) => PEOPLE.find(({ id }) => id === name),
    list: () => PEOPLE,
    tokens: { personOf: () => Promise.resolve(null) },
  };
  const resource = conversationsResource.bind({ home, conversations, people });
  const app = await testApiOn(home, clock, { people, resources: [resource] });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  const call = async (method: "GET" | "DELETE", url: string, person?: string, language = "en") => {
    const headers = { "accept-language": language, ...(person !== undefined && { "x-jia-person": person }) };
    const answer = await app.inject({ method, url: `/api/conversations${url}`, headers });
    return { status: answer.statusCode, text: answer.body, type: answer.headers["content-type"] };
  };
  const get = async (url: string, person?: string): Promise<unknown> =>
    JSON.parse((await call("GET", url, person)).text);
  return { call, get, live };
}

it("conversations are listed with title, turns, person and program, and by pages", async () => {
  const { get } = await conversationsApi();
  expect(await get("")).toMatchObject({
    conversations: [
      { id: "own", title: "关灯", turns: 1, person: "bob", client: "tablet" },
      { id: "shared", title: "Turn on the lamp", turns: 2, person: "ann" },
    ],
    next: null,
  });
  const page = (await get("?limit=1")) as { readonly next: string };
  expect(await get(`?limit=1&cursor=${page.next}`)).toMatchObject({ conversations: [{ id: "shared" }], next: null });
  expect(await get("?cursor=oops")).toMatchObject({ code: "invalid-request" });
});

it("a conversation is shown with its calls and outcomes, the newest page first", async () => {
  const { get } = await conversationsApi();
  const newest = z.looseObject({ next: z.string() }).parse(await get("/shared?limit=1"));
  expect(newest).toMatchObject({
    exchanges: [
      {
        number: 2,
        person: "bob",
        text: "# off",
        calls: [{ tool: "set_device", arguments: { on: true } }],
        outcomes: [{ device: "living-floor-lamp", property: "light.on", value: true, status: "confirmed" }],
      },
    ],
    next: expect.any(String),
  });
  expect(await get(`/shared?limit=1&cursor=${newest.next}`)).toMatchObject({ exchanges: [{ number: 1 }], next: null });
  expect(await get("/nothing")).toMatchObject({ code: "not-found" });
});

it("a person sees and deletes only what that person said", async () => {
  const { call, get, live } = await conversationsApi();
  expect(await get("", "ann")).toMatchObject({ conversations: [{ id: "shared", turns: 1, person: "ann" }] });
  expect(await get("/shared", "ann")).toMatchObject({ exchanges: [{ person: "ann" }] });
  for (const method of ["GET", "DELETE"] as const) expect((await call(method, "/own", "ann")).status).toBe(404);
  expect((await call("GET", "/own/export", "ann")).status).toBe(404);
  expect((await call("DELETE", "/shared", "ann")).text).toBe('{"deleted":1}');
  expect(await get("/shared")).toMatchObject({ exchanges: [{ person: "bob" }] });
  expect((await live.open("shared", "en", null)).exchanges.map(({ person }) => person)).toEqual(["bob"]);
  expect((await call("DELETE", "/shared")).status).toBe(200);
  expect((await call("GET", "/shared")).status).toBe(404);
  expect((await live.open("shared", "en", null)).exchanges).toEqual([]);
});

it("a conversation is exported as JSON, and as Markdown in which what was said makes no marks", async () => {
  const { call, get } = await conversationsApi();
  expect(await get("/shared/export")).toMatchObject({ exchanges: [{ number: 1 }, { number: 2 }] });
  const { text, type } = await call("GET", "/shared/export?format=markdown");
  expect(type).toBe("text/markdown; charset=utf-8");
  expect(text).toContain("# Turn on the lamp\n");
  expect(text).toContain("**Bob**");
  expect(text).toContain(": \\# off");
  expect(text).toContain("**Jia**: OK \\*now\\*.");
});

it("somebody unknown has a name in the reader's language", () => {
  const exchange = { at: 0, text: "hi", reply: "Hello.", path: "local" as const, outcomes: [] };
  const words = { speaker: () => "有人", jia: "Jia", zone: "Asia/Shanghai" };
  expect(conversationMarkdown([{ number: 1, exchange }], words)).toBe(
    "# hi\n\n## 1970-01-01\n\n**有人** (08:00): hi\n\n**Jia**: Hello.\n",
  );
});

it.each([
  ["Turn on 1.5 lamps. Now", "Turn on 1.5 lamps"],
  ["几点了？快说", "几点了？"],
  ["x".repeat(100), `${"x".repeat(59)}…`],
])("the title of %j is %j", (text, title) => expect(titleOf(text)).toBe(title));

it("a conversation without exchanges is not listed", async () => {
  const { get, live } = await conversationsApi();
  await live.close(newConversation("empty", "en"));
  expect(await get("/empty")).toMatchObject({ code: "not-found" });
});
