import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { deviceMarksResource } from "../../src/api/resources/device-marks.ts";
import { DeviceOverrideStore } from "../../src/app/device-overrides.ts";
import { EssentialMarkStore } from "../../src/app/essential-marks.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { described, testHome } from "../support/home.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A home of one lamp over a store, like one start of Jia. */
async function started(path: string) {
  const { home, clock } = testHome([described("lamp", { name: "Lamp" })]);
  const store = await openStore({ path }, clock, () => undefined);
  cleanups.push(() => store.close());
  const marks = new EssentialMarkStore(home, store.settings, clock, () => false, store.audit);
  await marks.reload();
  const overrides = new DeviceOverrideStore(home, store.deviceOverrides, clock, () => false, store.audit);
  const app = await testApiOn(home, clock, {
    resources: [deviceMarksResource.bind({ home, marks, overrides, clock })],
  });
  cleanups.push(() => app.close());
  const mark = (id: string, body: object) => app.inject({ method: "PATCH", url: `/api/devices/${id}`, payload: body });
  return { home, marks, mark, store };
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "jia-marks-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return join(folder, "jia.db");
}

it("a mark of a device is shown by the API, and survives a restart", async () => {
  const path = databaseFile();
  const { mark, home } = await started(path);
  const answer = await mark("lamp", { essential: true });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { handle: "lamp", essential: true, essentialMark: true },
  ]);
  expect(home.device("lamp")?.essential).toBe(true);
  const again = await started(path);
  expect(again.home.device("lamp")?.essential).toBe(true);
  expect((await again.mark("lamp", { essential: null })).json()).toMatchObject({
    essential: false,
    essentialMark: null,
  });
  expect((await started(path)).home.device("lamp")?.essential).toBe(false);
});

it("the audit has the author of a mark", async () => {
  const { marks, store } = await started(databaseFile());
  await marks.mark("test:lamp", false, {
    kind: "conversation",
    conversation: "c",
    text: "it may go off",
    person: "ann",
  });
  expect(await store.audit.list()).toMatchObject([
    {
      origin: { person: "ann", text: "it may go off" },
      command: { kind: "set", device: "test:lamp", properties: [{ address: "essential", value: false }] },
    },
  ]);
});

it("marks that are made at the same time are all stored", async () => {
  const path = databaseFile();
  const { marks } = await started(path);
  await Promise.all(["test:lamp", "test:a", "test:b"].map((id) => marks.mark(id, true, { kind: "api" })));
  const { home } = await started(path);
  home.apply([{ kind: "device", device: described("b") }]);
  expect([home.device("test:lamp")?.essential, home.device("test:b")?.essential]).toEqual([true, true]);
});

it.each([
  ["teapot", { essential: true }, 404],
  ["lamp", { essential: "yes" }, 400],
  ["lamp", { essential: true, colour: "x" }, 400],
  ["lamp", {}, 400],
])("an invalid mark, or one of an unknown device, is refused: %s %j", async (id, body, status) => {
  const { mark, home } = await started(databaseFile());
  expect((await mark(id, body)).statusCode).toBe(status);
  expect(home.device("lamp")?.essentialMark).toBeNull();
});
