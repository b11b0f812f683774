import { afterEach, describe, expect, it } from "vitest";
import { peopleResource } from "../../src/api/resources/people.ts";
import { registerPersonData } from "../../src/app/people.ts";
import { Conversations } from "../../src/assistant/conversations.ts";
import { testApiOn } from "../support/api.ts";
import { described, set, testHome } from "../support/home.ts";
import { testPeople } from "../support/people.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The API of people, with a function that sends requests; `as`: with the token of a person. */
async function peopleApi() {
  const { people, registry, store, clock } = await testPeople();
  const { home } = testHome([described("lamp")], { clock, people, pins: people.pins, audit: store.audit });
  const conversations = new Conversations({ clock, store: store.conversations });
  registerPersonData(people, store, conversations);
  const app = await testApiOn(home, clock, { people, resources: [peopleResource.bind({ people })] });
  open.push(app, store);
  const ask = async (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json(), text: answer.payload };
  };
  const as = async (person: string) => ({ authorization: `Bearer ${(await people.tokens.make(person, "")).token}` });
  return { ask, as, people, registry, store, clock, home, conversations };
}

describe("/api/people", () => {
  it("adds, lists, changes and removes people", async () => {
    const { ask } = await peopleApi();
    const made = await ask("POST", "/api/people", { name: "Emma", aliases: ["Mum"], room: "Emma's room" });
    expect([made.status, made.body.person.id, made.body.person.room]).toEqual([201, "emma", "emmas-room"]);
    expect((await ask("PATCH", "/api/people/mum", { language: "zh", aliases: null })).body.person).toEqual({
      id: "emma",
      name: "Emma",
      role: "adult",
      room: "emmas-room",
      language: "zh",
    });
    const { body } = await ask("GET", "/api/people");
    expect(body.people).toMatchObject([
      { hasPin: false, over: false, presence: { home: null, room: null, since: null } },
    ]);
    expect((await ask("DELETE", "/api/people/emma")).status).toBe(200);
    const gone = await ask("GET", "/api/people/emma", undefined, { "accept-language": "zh" });
    expect([gone.status, gone.body.detail]).toEqual([404, "没有成员“emma”。"]);
  });

  it("names every problem of a draft, in the language of the reader", async () => {
    const { ask } = await peopleApi();
    const draft = { name: "", role: "king", until: "soon" };
    const { status, body } = await ask("POST", "/api/people", draft, { "accept-language": "zh" });
    expect(status).toBe(400);
    for (const field of ["name", "role", "until"]) expect(body.detail).toContain(field);
  });

  it("is for adults: a child sees who is at home, sets its own presence, and changes nobody", async () => {
    const { ask, as, registry } = await peopleApi();
    await registry.add({
      name: "Ann",
      limits: { kinds: ["light"] },
      signs: [{ type: "webhook", key: "0123456789abcdef" }],
    });
    await registry.add({ name: "Leo", role: "child" });
    const leo = await as("leo");
    const { text, status } = await ask("GET", "/api/people", undefined, leo);
    expect([status, text.includes("0123456789abcdef"), text.includes("limits")]).toEqual([200, false, false]);
    expect((await ask("POST", "/api/people/leo/presence", { home: true }, leo)).body.presence.home).toBe(true);
    for (const [method, url, payload] of [
      ["POST", "/api/people", { name: "Zoe" }],
      ["PATCH", "/api/people/leo", { role: "adult" }],
      ["DELETE", "/api/people/ann", undefined],
      ["POST", "/api/people/ann/presence", { home: false }],
      ["GET", "/api/people/ann/presence?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z", undefined],
      ["PUT", "/api/people/leo/pin", { pin: "1234" }],
      ["POST", "/api/people/ann/tokens", {}],
      ["GET", "/api/people/ann/data", undefined],
      ["DELETE", "/api/people/ann/data", undefined],
      ["GET", "/api/people/file", undefined],
      ["POST", "/api/people/file", { people: [], apply: true, prune: true }],
    ] as const) {
      const refused = await ask(method, url, payload, leo);
      expect([refused.status, refused.body.detail], url).toEqual([
        403,
        "Jia refuses this request: only an adult of this home may do that.",
      ]);
    }
    expect((await ask("PATCH", "/api/people/leo", { aliases: ["L"] }, await as("ann"))).status).toBe(200);
  });

  it("sets a PIN that no answer has; to change one, a person's token needs the present PIN", async () => {
    const { ask, as, people, registry, clock } = await peopleApi();
    await registry.add({ name: "Ann" });
    const set = await ask("PUT", "/api/people/ann/pin", { pin: "4711" });
    expect([set.status, set.body.hasPin, set.text.includes("4711")]).toEqual([200, true, false]);
    const bad = await ask("PUT", "/api/people/ann/pin", { pin: "47x1" });
    expect([bad.status, bad.body.code, bad.text.includes("47x1")]).toEqual([400, "invalid-request", false]);
    const ann = await as("ann");
    expect((await ask("PUT", "/api/people/ann/pin", { pin: "0000" }, ann)).body.code).toBe("pin-needed");
    expect((await ask("PUT", "/api/people/ann/pin", { pin: "0000" }, { ...ann, "x-jia-pin": "4712" })).status).toBe(
      403,
    );
    clock.advance(10_000);
    expect((await ask("PUT", "/api/people/ann/pin", { pin: "0000" }, { ...ann, "x-jia-pin": "4711" })).status).toBe(
      200,
    );
    expect(await people.pins.check("0000", { kind: "api" }, [])).toBe("ann");
    expect((await ask("PUT", "/api/people/ann/pin", { pin: null })).body.hasPin).toBe(false);
  });

  it("makes tokens that are shown once, lists and revokes them", async () => {
    const { ask, registry } = await peopleApi();
    await registry.add({ name: "Ann" });
    const made = await ask("POST", "/api/people/ann/tokens", { name: "phone" });
    expect([made.status, made.body.name]).toEqual([201, "phone"]);
    const { text, body } = await ask("GET", "/api/people/ann/tokens");
    expect([body.tokens.length, text.includes(made.body.token)]).toEqual([1, false]);
    expect((await ask("DELETE", `/api/people/ann/tokens/${made.body.id}`)).status).toBe(200);
    expect((await ask("DELETE", `/api/people/ann/tokens/${made.body.id}`)).status).toBe(404);
  });

  it("takes presence by the key of a person, and by no other", async () => {
    const { ask, registry, clock } = await peopleApi();
    const key = "0123456789abcdef";
    await registry.add({ name: "Ann", signs: [{ type: "webhook", key }] });
    expect((await ask("POST", `/api/presence/${key}`, { state: "home" })).status).toBe(202);
    const wrong = await ask("POST", "/api/presence/0123456789abcdeX", { state: "home" });
    expect([wrong.status, wrong.text.includes("0123456789abcdeX")]).toEqual([404, false]);
    const { body } = await ask("GET", "/api/people/ann");
    expect(body.presence).toEqual({ home: true, room: null, since: new Date(clock.now()).toISOString() });
    expect(body.signs).toMatchObject([{ type: "webhook", says: true }]);
  });
});

describe("people as a file", () => {
  it("are exported without PINs; importing that again changes nothing, and PINs stay", async () => {
    const { ask, people, registry } = await peopleApi();
    await registry.add({ name: "Ann", aliases: ["A"], limits: { hours: { from: "07:00", to: "21:00" } } });
    await people.pins.set("ann", "4711");
    const { body, text } = await ask("GET", "/api/people/file");
    expect(text).not.toMatch(/4711|scrypt|pin/i);
    expect((await ask("POST", "/api/people/file", { ...body, apply: true })).body.changes).toEqual([
      { id: "ann", name: "Ann", change: "same", fields: [] },
    ]);
    const file = {
      people: [
        { name: "Ann", role: "adult" },
        { name: "Leo", role: "child" },
      ],
    };
    const changes = [
      { id: "ann", name: "Ann", change: "change", fields: ["aliases", "limits"] },
      { id: "leo", name: "Leo", change: "add", fields: [] },
    ];
    expect((await ask("POST", "/api/people/file", file)).body.changes).toEqual(changes);
    expect(people.list()).toHaveLength(1);
    expect((await ask("POST", "/api/people/file", { ...file, apply: true })).body.changes).toEqual(changes);
    expect(people.list().map(({ id, hasPin }) => [id, hasPin])).toEqual([
      ["ann", true],
      ["leo", false],
    ]);
    await ask("POST", "/api/people/file", { people: [{ name: "Leo", role: "child" }], apply: true, prune: true });
    expect(people.list().map(({ id }) => id)).toEqual(["leo"]);
  });

  it("are refused as a whole, with every problem and its place", async () => {
    const { ask, people, registry } = await peopleApi();
    await registry.add({ name: "Ann" });
    const webhook = { type: "webhook", key: "0123456789abcdef" };
    const given = [
      { name: "Emma", pin: "4711" },
      { id: "zoe", name: "ANN" },
      { id: "leo", name: "Leo", signs: [webhook] },
      { id: "mia", name: "Mia", signs: [webhook] },
      { id: "leo", name: "Leonard" },
    ];
    const { status, body, text } = await ask("POST", "/api/people/file", { people: given, apply: true });
    expect(status).toBe(400);
    for (const place of ["people[0]", "people[1].name", "people[3].signs", "people[4].id"]) {
      expect(body.detail).toContain(place);
    }
    expect(text).not.toContain("4711");
    expect(people.list().map(({ id }) => id)).toEqual(["ann"]);
  });
});

describe("the stored data of a person", () => {
  it("is shown from every source, and erased: commands stay in the audit without their author", async () => {
    const { ask, people, registry, home, store, conversations, clock } = await peopleApi();
    await registry.add({ name: "Ann" });
    await registry.add({ name: "Leo" });
    for (const person of ["ann", "leo"]) {
      const talk = { kind: "conversation", conversation: "c", text: `words of ${person}`, person } as const;
      await home.execute([set("lamp", { "light.on": person === "ann" })], talk);
      const conversation = await conversations.open("c", "en", null);
      const said = { at: clock.now(), text: `words of ${person}`, reply: "ok", path: "local", outcomes: [] } as const;
      conversation.exchanges.push({ ...said, person });
      await conversations.close(conversation);
      people.presences.say(person, true);
    }
    await people.presences.settled();
    let remembered = ["likes it warm"];
    people.data.register({
      name: "memory",
      read: () => Promise.resolve(remembered),
      erase: () => {
        const count = remembered.length;
        remembered = [];
        return Promise.resolve(count);
      },
    });
    const shown = await ask("GET", "/api/people/ann/data");
    expect(Object.entries(shown.body.data).map(([name, things]) => [name, (things as unknown[]).length])).toEqual([
      ["presence", 1],
      ["conversations", 1],
      ["audit", 1],
      ["memory", 1],
    ]);
    expect(shown.text).toContain("words of ann");
    expect(shown.text).not.toContain("words of leo");
    expect((await ask("DELETE", "/api/people/ann/data")).body.erased).toEqual({
      presence: 1,
      conversations: 1,
      audit: 1,
      memory: 1,
    });
    expect((await ask("GET", "/api/people/ann/data")).body.data).toEqual({
      presence: [],
      conversations: [],
      audit: [],
      memory: [],
    });
    const entries = await store.audit.list();
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/ann/);
    expect(JSON.stringify(await store.conversations.load("c"))).not.toContain("words of ann");
    expect((await conversations.open("c", "en", null)).exchanges.map(({ text }) => text)).toEqual(["words of leo"]);
  });
});
