import type { FastifyInstance } from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { memoryResource } from "../../src/api/resources/memory.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { HomeMemory } from "../../src/people/memory/index.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";
import { FAMILY, peopleOf } from "../support/people-of.ts";

/** The API of a house with a memory; requests act as the person of the header. */
async function memoryApi(): Promise<{ readonly app: FastifyInstance; readonly memory: HomeMemory }> {
  const clock = new ManualClock();
  const home = exampleHome("house");
  const store = await openStore({ path: ":memory:" }, clock);
  const memory = new HomeMemory({ storage: store.memory, clock, people: peopleOf(FAMILY) });
  await memory.start();
  const local = new LocalAssistant({ home, clock, memory });
  local.start();
  const remembering = { memory, indexFor: local.indexFor.bind(local), scene: () => null };
  const people = {
    named: (name: string) => FAMILY.find(({ id }) => id === name),
    get: (name: string) => FAMILY.find(({ id }) => id === name),
    list: () => FAMILY,
    tokens: { personOf: () => Promise.resolve(null) },
  };
  const app = await testApiOn(home, clock, { people, resources: [memoryResource.bind({ home, clock, remembering })] });
  onTestFinished(async () => {
    await app.close();
    local.stop();
    await store.close();
  });
  return { app, memory };
}

type Method = "GET" | "POST" | "PUT" | "DELETE";
interface Asking {
  readonly person?: string;
  readonly language?: string;
}

async function call(app: FastifyInstance, method: Method, url: string, payload?: object, asking: Asking = {}) {
  const { person, language = "en" } = asking;
  const headers = { "accept-language": language, ...(person !== undefined && { "x-jia-person": person }) };
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json<Record<string, never> & { [key: string]: unknown }>() };
}

it("entries are added in words and by kind, listed, changed and deleted", async () => {
  const { app } = await memoryApi();
  const made = await call(app, "POST", "/api/memory", { text: "my bedtime is eleven" });
  expect(made).toMatchObject({
    status: 201,
    body: {
      kind: "time",
      name: "bedtime",
      clock: "23:00",
      weekdays: [],
      person: null,
      description: "bedtime is 23:00",
    },
  });
  const dinner = { kind: "time", name: "dinner", clock: "18:30", weekdays: ["sat", "sun"] };
  expect((await call(app, "POST", "/api/memory", dinner)).body).toMatchObject(dinner);
  const listed = await call(app, "GET", "/api/memory", undefined, { language: "zh" });
  expect(listed.body["entries"]).toHaveLength(2);
  for (const description of ["晚上11点睡觉", "周末晚上6点半吃晚饭"]) {
    expect(listed.body["entries"]).toContainEqual(expect.objectContaining({ description }));
  }
  const path = `/api/memory/${String(made.body["id"])}`;
  expect((await call(app, "PUT", path, { text: "my bedtime is ten" })).body).toMatchObject({ clock: "22:00" });
  expect((await call(app, "DELETE", path)).body).toMatchObject({ clock: "22:00" });
  expect((await call(app, "DELETE", path)).status).toBe(404);
});

it.each([
  [{ kind: "name", name: "den", of: { type: "room", id: "study" } }, "the den is the study"],
  [
    { kind: "preference", of: { type: "kind", id: "light", room: "living" }, property: "brightness", value: 40 },
    "you like the lights in the living room at 40%",
  ],
  [{ kind: "fact", text: "bin day is Thursday" }, '"bin day is Thursday"'],
])("an entry of every kind is taken in the form in which it is given out: %j", async (draft, description) => {
  const { app } = await memoryApi();
  expect(await call(app, "POST", "/api/memory", draft)).toMatchObject({ status: 201, body: { ...draft, description } });
});

it.each([
  [{ text: "my PIN is 1234" }, 400, "memory-secret"],
  [{ text: "call the living room TV the office" }, 409, "memory-name-taken"],
  [{ kind: "name", name: "office", of: { type: "device", id: "living-tv" } }, 409, "memory-name-taken"],
  [{ kind: "name", name: "lights", of: { type: "room", id: "study" } }, 400, "invalid-request"],
  [{ text: "the thing in the hall is called Kalle" }, 409, "ambiguous-name"],
  [{ text: "our yoga class is at seven" }, 400, "invalid-request"],
  [{ text: "x".repeat(301) }, 400, "invalid-request"],
  [{ kind: "time", name: "dinner", clock: "25:00" }, 400, "invalid-request"],
  [{ kind: "dream", text: "of sheep" }, 400, "invalid-request"],
])("an entry that cannot be remembered is refused: %j", async (draft, status, code) => {
  const { app, memory } = await memoryApi();
  expect(await call(app, "POST", "/api/memory", draft)).toMatchObject({ status, body: { code } });
  expect(memory.ofHome()).toEqual([]);
});

it("everybody sees the entries of the home, and of personal ones only their own", async () => {
  const { app } = await memoryApi();
  await call(app, "POST", "/api/memory", { text: "bin day is Thursday" }, { person: "tom" });
  const own = await call(app, "POST", "/api/memory", { text: "my locker is blue" }, { person: "emma" });
  const texts = async (asking: Asking) => {
    const { body } = await call(app, "GET", "/api/memory", undefined, asking);
    const entries: unknown = body["entries"];
    return (entries as readonly { readonly text: string }[]).map(({ text }) => text).sort();
  };
  expect(own.body).toMatchObject({ person: "emma" });
  expect(await texts({})).toEqual(["bin day is Thursday"]);
  expect(await texts({ person: "tom" })).toEqual(["bin day is Thursday"]);
  expect(await texts({ person: "emma" })).toEqual(["bin day is Thursday", "my locker is blue"]);
  expect(await texts({ person: "gast" })).toEqual([]);
  const path = `/api/memory/${String(own.body["id"])}`;
  expect((await call(app, "DELETE", path, undefined, { person: "tom" })).status).toBe(404);
  expect((await call(app, "POST", "/api/memory", { text: "hello" }, { person: "gast" })).body).toMatchObject({
    code: "memory-denied",
  });
});

it("changes are listed with author and time, without contents", async () => {
  const { app } = await memoryApi();
  await call(app, "POST", "/api/memory", { text: "bin day is Thursday" }, { person: "tom" });
  const { body } = await call(app, "GET", "/api/memory/changes");
  expect(body["changes"]).toMatchObject([
    { change: "add", kind: "fact", origin: { kind: "api", person: "tom" }, at: "2026-01-01T12:00:00.000Z" },
  ]);
  expect(JSON.stringify(body)).not.toContain("Thursday");
});

it("a list can be imported again and again, and deletes other entries when asked to", async () => {
  const { app, memory } = await memoryApi();
  await call(app, "POST", "/api/memory", { text: "the vet is Dr Lang" });
  const entries = [
    { kind: "time", name: "bedtime", clock: "23:00" },
    { kind: "fact", text: "bin day is Thursday" },
  ];
  const apply = async (prune: boolean) => (await call(app, "POST", "/api/memory/apply", { entries, prune })).body;
  expect(await apply(false)).toEqual({ added: 2, changed: 0, same: 0, forgotten: 0 });
  expect(await apply(false)).toEqual({ added: 0, changed: 0, same: 2, forgotten: 0 });
  expect(await apply(true)).toEqual({ added: 0, changed: 0, same: 2, forgotten: 1 });
  expect(memory.ofHome()).toHaveLength(2);
});
