import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { floorsResource } from "../../src/api/resources/floors.ts";
import { PlaceStore } from "../../src/app/places.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { described, testHome } from "../support/home.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const DEVICES = [
  described("lamp", { name: "Lamp", room: "Living room" }),
  described("spot", { name: "Spot", room: "Study" }),
];

/** A home with a floor and a room of its file over a store, like one start of Jia. */
async function started(path: string, standsBy = false) {
  const { home, clock } = testHome([], {
    floors: [{ id: "ground", name: "Ground floor", aliases: [] }],
    rooms: [{ id: "hall", name: "Hall", aliases: [], floor: "ground" }],
  });
  const store = await openStore({ path }, clock, () => undefined);
  cleanups.push(() => store.close());
  const { audit } = store;
  const places = new PlaceStore({ home, rows: store.homeParts, clock, audit, standsBy: () => standsBy });
  await places.reload();
  home.apply(DEVICES.map((device) => ({ kind: "device", device })));
  const app = await testApiOn(home, clock, { places, resources: [floorsResource.bind({ home, places })] });
  cleanups.push(() => app.close());
  const local = new LocalAssistant({ home, clock, planner: null });
  local.start();
  cleanups.push(() => local.stop());
  const ask = async (
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, text: answer.payload, headers: answer.headers, json: () => answer.json() };
  };
  const rooms = async () => (await ask("GET", "/api/rooms")).json().rooms;
  return { home, ask, rooms, audit, index: local.index };
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "jia-places-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return join(folder, "jia.db");
}

it("a room that a person makes is there at once and after a restart, and takes devices", async () => {
  const path = databaseFile();
  const { ask, home, audit } = await started(path);
  const made = await ask("POST", "/api/rooms", {
    name: "书房 二",
    aliases: ["Den"],
    floor: "Ground floor",
    icon: "book",
  });
  expect([made.status, decodeURIComponent(String(made.headers["location"]))]).toEqual([201, "/api/rooms/书房-二"]);
  const shown = {
    ...{ id: "书房-二", name: "书房 二", aliases: ["Den"], floor: "ground", order: null, icon: "book" },
    ...{ source: "person", changed: [], devices: [] },
  };
  expect(made.json()).toEqual(shown);
  expect((await audit.list({ limit: 1 }))[0]).toMatchObject({ command: { device: "room:书房-二" } });
  home.override("test:lamp", { room: { id: "书房-二", name: "书房 二" } });
  expect((await ask("GET", "/api/rooms/den")).json().devices).toEqual([home.device("test:lamp")?.handle]);
  const again = await started(path);
  expect((await again.ask("GET", "/api/rooms/Den")).json()).toEqual(shown);
});

it("a renamed room keeps its id, devices that name it as before stay in it, and its words are understood at once", async () => {
  const path = databaseFile();
  const { ask, home, index } = await started(path);
  const set = { name: "Lounge", aliases: ["den"], floor: "ground", order: 2, icon: "sofa" };
  const changed = await ask("PATCH", "/api/rooms/living-room", set);
  expect(changed.json()).toMatchObject({
    id: "living-room",
    source: "device",
    ...set,
    changed: expect.arrayContaining(Object.keys(set)),
  });
  expect(home.device("test:lamp")?.room).toMatchObject({ id: "living-room", name: "Lounge" });
  expect(index.rooms.map(({ name }) => name)).toContain("Lounge");
  expect(index.devices.get("test:lamp")?.device.room?.name).toBe("Lounge");
  home.apply([{ kind: "device", device: described("new", { room: "Living room" }) }]);
  expect(home.device("test:new")?.room?.id).toBe("living-room");
  expect(home.layout.rooms.map(({ id }) => id)).toEqual(["hall", "living-room", "study"]);
  const again = await started(path);
  expect(again.home.device("test:lamp")?.room?.name).toBe("Lounge");
  const back = Object.fromEntries(Object.keys(set).map((field) => [field, null]));
  expect((await again.ask("PATCH", "/api/rooms/Lounge", back)).json()).toMatchObject({
    ...{ name: "Living room", aliases: [], floor: null, order: null, icon: null, changed: [] },
  });
  expect((await started(path)).home.device("test:lamp")?.room?.name).toBe("Living room");
});

it("a room of a gateway that a person renamed keeps the name when the gateway describes it again", async () => {
  const { ask, home } = await started(databaseFile());
  const describe = (name: string) =>
    home.apply([{ kind: "room", room: { id: "r1", name, aliases: [], floor: null }, floor: null }]);
  describe("Bath");
  await ask("PATCH", "/api/rooms/r1", { name: "Spa" });
  describe("Bathroom");
  expect((await ask("GET", "/api/rooms/r1")).json()).toMatchObject({ name: "Spa", source: "gateway" });
  expect((await ask("PATCH", "/api/rooms/r1", { name: null })).json()).toMatchObject({ name: "Bathroom" });
});

it("rooms and floors are listed in the order that people set", async () => {
  const { ask, rooms } = await started(databaseFile());
  await ask("PATCH", "/api/rooms/study", { order: 1 });
  await ask("PATCH", "/api/rooms/hall", { order: 3 });
  expect((await rooms()).map(({ id }: { id: string }) => id)).toEqual(["study", "hall", "living-room"]);
  await ask("POST", "/api/floors", { name: "Cellar", order: -1 });
  expect((await ask("GET", "/api/floors?fields=id")).json().floors).toEqual([{ id: "cellar" }, { id: "ground" }]);
});

it.each([
  [
    "en",
    "Lamp is in this room. Move it first.",
    "the home file describes it",
    '"living ROOM" is already a name of the room Living room',
  ],
  ["zh", "“Lamp”还在这个房间里，请先移走。", "它写在家庭文件里", "“living ROOM”已是房间“Living room”的名称"],
])(
  "rooms in use, rooms of the home file and taken names are refused with what to do (%s)",
  async (language, used, file, taken) => {
    const { ask, home } = await started(databaseFile());
    const said = { "accept-language": language };
    for (const [method, url, body, text] of [
      ["DELETE", "/api/rooms/living-room", undefined, used],
      ["DELETE", "/api/rooms/hall", undefined, file],
      ["POST", "/api/rooms", { name: "living ROOM" }, taken],
      ["PATCH", "/api/rooms/study", { aliases: ["living ROOM"] }, taken],
    ] as const) {
      const answer = await ask(method, url, body, said);
      expect([url, answer.status]).toEqual([url, 409]);
      expect(answer.text).toContain(JSON.stringify(text).slice(1, -1));
    }
    expect(home.layout.rooms.map(({ name }) => name)).toEqual(["Hall", "Living room", "Study"]);
  },
);

it("an empty room that a person or only a device named can be deleted, and a floor without rooms", async () => {
  const path = databaseFile();
  const { ask, home, rooms } = await started(path);
  await ask("POST", "/api/rooms", { name: "Attic" });
  home.apply([{ kind: "removed", id: "test:spot" }]);
  for (const room of ["attic", "study"]) expect((await ask("DELETE", `/api/rooms/${room}`)).status).toBe(200);
  expect((await rooms()).map(({ id }: { id: string }) => id)).toEqual(["hall", "living-room"]);
  expect((await ask("DELETE", "/api/rooms/attic")).status).toBe(404);
  const floor = await ask("POST", "/api/floors", { name: "Upstairs" });
  expect(floor.headers["location"]).toBe("/api/floors/upstairs");
  await ask("PATCH", "/api/rooms/hall", { floor: "upstairs" });
  expect((await ask("DELETE", "/api/floors/upstairs")).status).toBe(409);
  await ask("PATCH", "/api/rooms/hall", { floor: "" });
  expect((await ask("GET", "/api/rooms/hall")).json().floor).toBeNull();
  expect((await ask("DELETE", "/api/floors/upstairs")).status).toBe(200);
  expect((await started(path)).home.layout.floors.map(({ id }) => id)).toEqual(["ground"]);
});

it("of two who read the same room or floor one changes it", async () => {
  const { ask } = await started(databaseFile());
  for (const path of ["/api/rooms/study", "/api/floors/ground"]) {
    const headers = { "if-match": String((await ask("GET", path)).headers["etag"]) };
    const both = await Promise.all(["One", "Two"].map((name) => ask("PATCH", path, { name }, headers)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await ask("DELETE", path, undefined, headers)).status).toBe(412);
  }
});

it("bodies without a change, empty names, unknown floors and more than 200 floors are refused", async () => {
  const { ask } = await started(databaseFile());
  for (const body of [{}, { name: "\u200B" }, { colour: 1 }]) {
    expect((await ask("PATCH", "/api/rooms/study", body)).status, JSON.stringify(body)).toBe(400);
  }
  expect((await ask("PATCH", "/api/rooms/study", { floor: "moon" })).status).toBe(404);
  await ask("POST", "/api/rooms", { name: "Attic" });
  expect((await ask("PATCH", "/api/rooms/attic", { name: null })).status).toBe(400);
  for (let count = 1; count < 200; count += 1) await ask("POST", "/api/floors", { name: `F${count}` });
  expect((await ask("POST", "/api/floors", { name: "One more" })).status).toBe(409);
});

it("an instance that stands by changes no room and no floor", async () => {
  const { ask, home } = await started(databaseFile(), true);
  for (const [method, path] of [
    ["POST", "/api/rooms"],
    ["PATCH", "/api/rooms/study"],
    ["DELETE", "/api/rooms/study"],
    ["POST", "/api/floors"],
    ["PATCH", "/api/floors/ground"],
    ["DELETE", "/api/floors/ground"],
  ] as const) {
    const { status, text } = await ask(method, path, method === "DELETE" ? undefined : { name: "New" });
    expect([path, status, text.includes("stands-by")]).toEqual([path, 503, true]);
  }
  expect(home.layout.rooms.map(({ name }) => name)).toEqual(["Hall", "Living room", "Study"]);
});
