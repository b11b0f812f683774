import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceJson, deviceWithSpecJson } from "../../src/api/json.ts";
import { DeviceWithSpecBody, ListedDeviceBody } from "../../src/api/schemas.ts";
import type { HomeChange } from "../../src/home/index.ts";
import { testApi } from "../support/api.ts";
import { described } from "../support/home.ts";

const NAMES = ["a", "b", "c"];
const FRESH = { freshFor: new Map([["light.power", 60_000]]) };
const id = (name: string) => `test:${name}`;

const name = fc.constantFrom(...NAMES);
const room = fc.constantFrom(null, "Hall", "Attic");
const value = fc.oneof(
  fc.record({ address: fc.constant("light.on"), value: fc.constantFrom(true, false, null) }),
  fc.record({ address: fc.constant("light.power"), value: fc.constantFrom(1, 2, null) }),
  fc.record({ address: fc.constant("light.mode"), value: fc.constantFrom(0, 1, 99) }),
);
/** Every kind of change that a home knows. */
const change: fc.Arbitrary<HomeChange> = fc.oneof(
  name.map((each): HomeChange => ({ kind: "removed", id: id(each) })),
  fc.tuple(name, room, fc.constantFrom("Lamp", "Light")).map(([each, where, called]): HomeChange => {
    return { kind: "device", device: described(each, { ...FRESH, room: where, name: called }) };
  }),
  fc.tuple(name, fc.constantFrom(true, false, null)).map(([each, online]): HomeChange => {
    return { kind: "availability", id: id(each), online };
  }),
  fc.tuple(name, fc.boolean()).map(([each, lost]): HomeChange => ({ kind: "contact", id: id(each), lost })),
  fc
    .tuple(name, fc.array(value, { minLength: 1, maxLength: 3 }), fc.constantFrom("report", "retained"), fc.nat(90_000))
    .map(([each, values, cause, ago]): HomeChange => {
      return { kind: "values", id: id(each), values, cause: cause === "report" ? cause : "retained", at: NOW - ago };
    }),
  name.map((each): HomeChange => ({ kind: "event", id: id(each), event: "light.pressed", arguments: [] })),
  fc
    .tuple(fc.constantFrom("hall", "attic"), fc.constantFrom("Hall", "Attic", "Loft"), fc.constantFrom("Up", "Above"))
    .map(([each, called, above]): HomeChange => {
      return {
        kind: "room",
        room: { id: each, name: called, aliases: [], floor: "up" },
        floor: { id: "up", name: above, aliases: [] },
      };
    }),
);
const NOW = Date.parse("2026-01-01T12:00:00.000Z");

type Step =
  | { readonly does: "change"; readonly changes: readonly HomeChange[] }
  | { readonly does: "pass"; readonly ms: number }
  | { readonly does: "mark"; readonly name: string; readonly essential: boolean | null }
  | { readonly does: "command"; readonly name: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }).map((changes): Step => ({ does: "change", changes })),
  },
  fc.integer({ min: -70_000, max: 70_000 }).map((ms): Step => ({ does: "pass", ms })),
  fc
    .tuple(name, fc.constantFrom(true, false, null))
    .map(([each, essential]): Step => ({ does: "mark", name: each, essential })),
  name.map((each): Step => ({ does: "command", name: each })),
);

describe("answers about devices that are kept as text", () => {
  it("are what the home knows after every kind of change, as time passes, and when the clock is set back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { app, home, clock } = await testApi(NAMES.map((each) => described(each, FRESH)));
        for (const each of steps) {
          if (each.does === "change") home.apply(each.changes);
          else if (each.does === "pass") clock.advance(each.ms);
          else if (each.does === "mark") home.mark(id(each.name), each.essential);
          else if (home.device(id(each.name))) {
            const properties = [{ address: "light.on", value: true }];
            await home.execute([{ kind: "set", device: id(each.name), properties }], { kind: "api" });
          }
          const reader = { home, now: clock.now(), language: "en" } as const;
          const shown = [...home.devices].sort((a, b) => (a.id < b.id ? -1 : 1));
          const list = (await app.inject("/api/devices")).json();
          expect(list.devices).toEqual(shown.map((device) => ListedDeviceBody.parse(deviceJson(device, reader))));
          const whole = (await app.inject("/api/devices?spec=true&kind=light")).json();
          expect(whole.devices).toEqual(
            shown.map((device) => DeviceWithSpecBody.parse(deviceWithSpecJson(device, reader))),
          );
          for (const device of shown) {
            expect((await app.inject(`/api/devices/${device.id}`)).json()).toEqual(
              JSON.parse(JSON.stringify(deviceWithSpecJson(device, reader))),
            );
          }
        }
        await app.close();
      }),
      { numRuns: 40 },
    );
  });

  it("show a value that changed while a listener of another value of the same report looked at them", async () => {
    const { app, home } = await testApi([described("lamp")]);
    const seen: Promise<unknown>[] = [];
    home.subscribe(() => seen.push(app.inject("/api/devices")));
    const values = [
      { address: "light.on", value: true },
      { address: "light.brightness", value: 40 },
    ];
    home.apply([{ kind: "values", id: "test:lamp", values, cause: "report" }]);
    await Promise.all(seen);
    const { devices } = (await app.inject("/api/devices")).json();
    expect(devices[0].state).toEqual({ "light.on": true, "light.brightness": 40 });
    await app.close();
  });

  it("give some fields whole", async () => {
    const { app, home } = await testApi([described("lamp")]);
    home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: true }], cause: "report" }]);
    const answer = await app.inject("/api/devices?fields=handle,state");
    expect(answer.json().devices).toEqual([{ handle: "lamp", state: { "light.on": true } }]);
    await app.close();
  });
});

describe("a client that polls devices", () => {
  it.each(["/api/devices", "/api/devices/lamp", "/api/devices?fields=state", "/api/devices?limit=1"])(
    "is told by 304 that %s is as it was, until it changes",
    async (url) => {
      const { app, home } = await testApi([described("lamp"), described("zoo")]);
      const first = await app.inject(url);
      expect(first.headers).toMatchObject({
        "cache-control": "private, no-cache",
        etag: expect.stringMatching(/^".+"$/),
      });
      const headers = { "if-none-match": `"other", W/${first.headers["etag"]}` };
      const again = await app.inject({ url, headers });
      expect([again.statusCode, again.body, again.headers["link"]]).toEqual([304, "", first.headers["link"]]);
      const chinese = await app.inject({ url, headers: { ...headers, "accept-language": "zh" } });
      expect(chinese.statusCode).toBe(200);
      home.apply([
        { kind: "values", id: "test:lamp", values: [{ address: "light.on", value: true }], cause: "report" },
      ]);
      const changed = await app.inject({ url, headers });
      expect(changed.statusCode).toBe(200);
      expect(changed.body).toContain('"light.on":true');
      await app.close();
    },
  );
});
