import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { deviceMarksResource } from "../../src/api/resources/device-marks.ts";
import { DeviceOverrideStore } from "../../src/app/device-overrides.ts";
import { EssentialMarkStore } from "../../src/app/essential-marks.ts";
import type { HomeEvent } from "../../src/home/index.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { described, testHome } from "../support/home.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const DEVICES = [
  described("lamp", { name: "Floor lamp", room: "Living room" }),
  described("spot", { name: "Spot", room: "Study" }),
  described("desk", { name: "Desk lamp", room: "Study" }),
];

/** A home over a store, like one start of Jia. */
async function started(path: string) {
  const { home, clock } = testHome(DEVICES);
  const store = await openStore({ path }, clock, () => undefined);
  cleanups.push(() => store.close());
  const marks = new EssentialMarkStore(home, store.settings, clock, () => false, store.audit);
  const overrides = new DeviceOverrideStore(home, store.deviceOverrides, clock, () => false, store.audit);
  await overrides.reload();
  const app = await testApiOn(home, clock, {
    resources: [deviceMarksResource.bind({ home, marks, overrides, clock })],
  });
  cleanups.push(() => app.close());
  const change = (id: string, payload: object, language = "en", more: Record<string, string> = {}) =>
    app.inject({
      method: "PATCH",
      url: `/api/devices/${id}`,
      payload,
      headers: { "accept-language": language, ...more },
    });
  return { home, change, app };
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "jia-overrides-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return join(folder, "jia.db");
}

it("of two who read the same device one changes it, and a report of its state hinders nobody", async () => {
  const { home, change, app } = await started(databaseFile());
  const read = async () => ({ "if-match": String((await app.inject("/api/devices/test:lamp")).headers["etag"]) });
  const first = await read();
  home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: true }], cause: "report" }]);
  const both = await Promise.all(["One", "Two"].map((name) => change("test:lamp", { name }, "en", first)));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  const second = { "if-match": String(both.find(({ statusCode }) => statusCode === 200)?.headers["etag"]) };
  expect((await read())["if-match"].split(".")[0]).toBe(second["if-match"].split(".")[0]);
  expect((await change("test:lamp", { essential: true }, "en", second)).statusCode).toBe(200);
  expect((await change("test:lamp", { favourite: true }, "en", second)).statusCode).toBe(412);
  expect((await change("test:lamp", { favourite: true }, "en", await read())).statusCode).toBe(200);
  expect((await change("test:lamp", { favourite: false })).statusCode).toBe(200);
});

it("names without any language are refused, and take no name back", async () => {
  const { home, change } = await started(databaseFile());
  await change("test:lamp", { name: "Mine" });
  expect((await change("test:lamp", { name: {} })).statusCode).toBe(400);
  expect(home.device("test:lamp")?.name).toBe("Mine");
});

it("a device that a person renames and moves is so at once, after a restart, and when it comes again", async () => {
  const path = databaseFile();
  const { home, change } = await started(path);
  const events: HomeEvent[] = [];
  home.subscribe((event) => events.push(event));
  const set = { name: { en: "Reading lamp", zh: "阅读灯" }, room: "study", favourite: true, order: 2, icon: "lamp" };
  const answer = await change("test:lamp", set, "zh");
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { name: "Reading lamp", label: "阅读灯", room: "Study", favourite: true, order: 2, icon: "lamp" },
  ]);
  expect(events).toMatchObject([{ type: "device-updated", before: { name: "Floor lamp" } }]);
  const again = await started(path);
  again.home.apply([{ kind: "removed", id: "test:lamp" }]);
  again.home.apply(DEVICES.map((device) => ({ kind: "device", device })));
  expect(again.home.device("test:lamp")).toMatchObject({ name: "Reading lamp", room: { name: "Study" } });
  const favourites = (await again.app.inject("/api/devices?favourite=true")).json().devices;
  expect(favourites).toMatchObject([{ id: "test:lamp", changed: expect.arrayContaining(["name", "room"]) }]);
  const back = await again.change("test:lamp", { name: null, room: null, favourite: null, order: null, icon: null });
  expect(back.json()).toMatchObject({ name: "Floor lamp", room: "Living room", icon: "lightbulb", changed: [] });
  expect((await started(path)).home.device("test:lamp")?.name).toBe("Floor lamp");
});

it.each([
  [
    "en",
    '"Desk lamp" is already the name of desk-lamp in the same room (Study). Choose another name, or rename that one first.',
  ],
  ["zh", "“Study”里已有设备（desk-lamp）叫“Desk lamp”。请换一个名称，或先给那台设备改名。"],
])("a name of another device of the room is refused, and nothing changes (%s)", async (language, text) => {
  const { home, change } = await started(databaseFile());
  const answer = await change("test:spot", { name: " desk\u200B LAMP " }, language);
  expect(answer.statusCode).toBe(409);
  const handle = home.device("test:desk")?.handle ?? "";
  expect(answer.payload).toContain(JSON.stringify(text.replace("desk-lamp", handle)).slice(1, -1));
  expect(home.device("test:spot")?.name).toBe("Spot");
  expect((await change("test:lamp", { name: "Desk lamp" })).statusCode).toBe(200);
  expect((await change("test:lamp", { room: "Study" })).statusCode).toBe(409);
});

it("names without a visible character and unknown rooms are refused; an empty room is none", async () => {
  const { change } = await started(databaseFile());
  expect((await change("test:lamp", { name: "\u200B" })).statusCode).toBe(400);
  expect((await change("test:lamp", { room: "attic" })).statusCode).toBe(404);
  expect((await change("test:lamp", { room: "" })).json()).toMatchObject({ room: null, changed: ["room"] });
});
