import { afterEach, describe, expect, it } from "vitest";
import type { buildApi } from "../../src/api/index.ts";
import { testApi } from "../support/api.ts";
import { described, testSpec } from "../support/home.ts";

type App = Awaited<ReturnType<typeof buildApi>>;
const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]], {});

async function twoDevices() {
  const test = await testApi([
    described("floor-lamp", {
      name: "Floor lamp",
      room: "Living room",
      freshFor: new Map([["light.power", 60_000]]),
    }),
    described("front-door", { name: "Front door", room: "Hall", spec: LOCK, model: "jia.lock.test" }),
  ]);
  open.push(test.app);
  return test;
}

describe("GET /api/devices", () => {
  it("lists devices in the form that scripts rely on", async () => {
    const { app, home } = await twoDevices();
    home.apply([
      { kind: "availability", id: "test:floor-lamp", online: true },
      { kind: "values", id: "test:floor-lamp", values: [{ address: "light.on", value: true }], cause: "report" },
    ]);
    const answer = await app.inject("/api/devices");
    expect(answer.statusCode).toBe(200);
    expect(answer.json().devices).toHaveLength(2);
    expect(answer.json().devices[0]).toMatchObject({
      id: "test:floor-lamp",
      handle: "floor-lamp",
      name: "Floor lamp",
      room: "Living room",
      kind: "light",
      online: true,
      lastSeen: "2026-01-01T12:00:00.000Z",
      state: { "light.on": true },
    });
  });

  it("gives the members of a group by their ids, and none for a device", async () => {
    const { app, home } = await twoDevices();
    const members = ["test:floor-lamp", "test:gone"];
    home.apply([{ kind: "device", device: described("evening", { members }) }]);
    const { devices } = (await app.inject("/api/devices")).json();
    expect(devices.map((device: { members: string[] }) => device.members)).toEqual([members, [], []]);
    expect((await app.inject("/api/devices/evening")).json()).toMatchObject({ members });
  });

  it("filters by room and kind, and refuses an unknown room", async () => {
    const { app } = await twoDevices();
    const inHall = await app.inject("/api/devices?room=hall");
    expect(inHall.json().devices.map((device: { handle: string }) => device.handle)).toEqual(["front-door"]);
    const lights = await app.inject("/api/devices?kind=light");
    expect(lights.json().devices).toHaveLength(1);
    const nowhere = await app.inject("/api/devices?room=attic");
    expect(nowhere.statusCode).toBe(404);
    expect(nowhere.json().code).toBe("unknown-room");
  });

  it("refuses an unknown parameter, naming the nearest", async () => {
    const { app } = await twoDevices();
    const answer = await app.inject("/api/devices?rooom=hall");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toContain('did you mean "room"?');
  });
});

describe("GET /api/devices/:id", () => {
  it.each([
    ["en", { label: "Floor lamp", kindLabel: "light" }, { label: "brightness", valueLabel: "50%" }, "on"],
    ["zh", { label: "落地灯", kindLabel: "灯" }, { label: "亮度", valueLabel: "50%" }, "开"],
  ])("names kinds, properties and values in the reader's language (%s)", async (language, device, brightness, on) => {
    const { app, home } = await twoDevices();
    home.apply([
      {
        kind: "device",
        device: described("floor-lamp", { name: "Floor lamp", aliases: ["落地灯"], room: "Living room" }),
      },
      {
        kind: "values",
        id: "test:floor-lamp",
        values: [
          { address: "light.on", value: true },
          { address: "light.brightness", value: 50 },
        ],
        cause: "report",
      },
    ]);
    const headers = { "accept-language": language };
    const answer = (await app.inject({ url: "/api/devices/floor-lamp", headers })).json();
    expect(answer).toMatchObject({ name: "Floor lamp", ...device, icon: "lightbulb", floor: null });
    const of = (address: string) =>
      answer.spec.properties.find((each: { address: string }) => each.address === address);
    expect(of("light.brightness")).toMatchObject({ ...brightness, unit: "percentage", unitLabel: "%", value: 50 });
    expect(of("light.on")).toMatchObject({ value: true, valueLabel: on, writable: true });
    const [listed] = (await app.inject({ url: "/api/devices?kind=light", headers })).json().devices;
    expect(listed).toMatchObject(device);
    const blink = answer.spec.actions.find((each: { address: string }) => each.address === "light.blink");
    expect(blink.arguments).toMatchObject([
      { address: "light.brightness", range: { min: 1, max: 100 }, unitLabel: "%" },
    ]);
  });

  it("filters by floor, and names the floors that there are", async () => {
    const { app, home } = await twoDevices();
    const floor = { id: "ground", name: "Ground floor", aliases: ["楼下"] };
    home.apply([{ kind: "room", room: { id: "hall", name: "Hall", aliases: [], floor: "ground" }, floor }]);
    for (const called of ["ground", "ground floor", encodeURIComponent("楼下")]) {
      const { devices } = (await app.inject(`/api/devices?floor=${called}`)).json();
      expect(devices).toMatchObject([{ handle: "front-door", floor: "Ground floor", floorId: "ground" }]);
    }
    const nowhere = await app.inject("/api/devices?floor=attic");
    expect([nowhere.statusCode, nowhere.json()]).toMatchObject([
      404,
      { code: "unknown-floor", detail: 'There is no floor "attic". The floors are: Ground floor.' },
    ]);
    const headers = { "accept-language": "zh" };
    expect((await app.inject({ url: "/api/devices?floor=attic", headers })).json().detail).toBe(
      "没有名为“attic”的楼层。现有：Ground floor。",
    );
  });

  it("shows one device with its spec, by id or handle", async () => {
    const { app } = await twoDevices();
    for (const name of ["floor-lamp", "test:floor-lamp"]) {
      const { spec } = (await app.inject(`/api/devices/${name}`)).json();
      expect(spec.properties.find((each: { address: string }) => each.address === "light.brightness")).toEqual({
        address: "light.brightness",
        description: "brightness",
        label: "brightness",
        format: "uint8",
        access: ["read", "write", "notify"],
        writable: true,
        observable: true,
        unit: "percentage",
        unitLabel: "%",
        range: { min: 1, max: 100, step: 1 },
        values: [],
        value: null,
        valueLabel: null,
        reportedAt: null,
        changedAt: null,
        changeSeen: false,
        doubt: { reason: "never-reported", since: null },
      });
      expect(spec.actions[1]).toMatchObject({ address: "light.blink", in: ["light.brightness"] });
    }
  });

  it("tells for each property whether it is known, why not, and since when", async () => {
    const { app, home, clock } = await twoDevices();
    const apply = (address: string, value: number | boolean | null) =>
      home.apply([
        {
          kind: "values",
          id: "test:floor-lamp",
          values: [{ address, value }],
          cause: "report",
        },
      ]);
    const shown = async () => {
      const answer = (await app.inject("/api/devices/floor-lamp")).json();
      const of = (address: string) =>
        answer.spec.properties.find((each: { address: string }) => each.address === address);
      return { answer, of };
    };
    home.apply([{ kind: "availability", id: "test:floor-lamp", online: true }]);
    apply("light.on", true);
    apply("light.power", 5);
    apply("light.brightness", null);
    apply("light.mode", 17);
    clock.advance(60_001);
    apply("light.on", false);
    const { answer, of } = await shown();
    expect(of("light.on")).toMatchObject({ value: false, doubt: null, changeSeen: true });
    const [told, due] = ["2026-01-01T12:00:00.000Z", "2026-01-01T12:01:00.000Z"];
    expect(of("light.power")).toMatchObject({ value: 5, reportedAt: told, doubt: { reason: "overdue", since: due } });
    const doubts = {
      "light.brightness": { reason: "cleared", since: told },
      "light.mode": { reason: "out-of-range", since: told },
      "light.power": { reason: "overdue", since: due },
    };
    expect(answer.doubts).toEqual(doubts);
    expect(of("light.brightness")).toMatchObject({ value: null, doubt: doubts["light.brightness"] });
    home.apply([{ kind: "availability", id: "test:floor-lamp", online: false }]);
    const away = await shown();
    const offline = { reason: "offline", since: "2026-01-01T12:01:00.001Z" };
    expect(away.answer).toMatchObject({ online: false, offlineSince: offline.since, doubts });
    expect(away.of("light.on")).toMatchObject({ value: false, doubt: offline });
  });

  it("refuses an unknown device in the language of the request, with the nearest", async () => {
    const { app } = await twoDevices();
    const answer = await app.inject({
      url: "/api/devices/floor-lmp",
      headers: { "accept-language": "zh-CN,en;q=0.5" },
    });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      code: "unknown-device",
      detail: expect.stringContaining("没有名为"),
      details: { device: "floor-lmp", nearest: "floor-lamp" },
    });
  });
});

describe("POST /api/devices/:id/properties", () => {
  const post = async (app: App, payload: object, url = "/api/devices/floor-lamp/properties") =>
    await app.inject({ method: "POST", url, payload });

  it("sets properties and answers with the outcomes, 200 when all are good", async () => {
    const { app, transport } = await twoDevices();
    const answer = await post(app, { properties: { "light.on": "on", "light.brightness": 50 } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      outcomes: [
        { device: "floor-lamp", id: "test:floor-lamp", property: "light.on", value: true, status: "confirmed" },
        { device: "floor-lamp", id: "test:floor-lamp", property: "light.brightness", value: 50, status: "confirmed" },
      ],
    });
    expect(transport.sent).toHaveLength(1);
    const list = await post(app, { properties: [{ address: "light.on", value: true }] });
    expect(list.json().outcomes[0]).toMatchObject({ status: "unchanged", before: true });
  });

  it("answers 207 when some outcomes are good, and the first failure's status when none is", async () => {
    const { app, transport } = await twoDevices();
    const some = await post(app, { properties: { "light.on": true, "light.brightness": 300 } });
    expect(some.statusCode).toBe(207);
    expect(some.json().outcomes.map((each: { status: string }) => each.status)).toEqual(["confirmed", "rejected"]);
    const none = await post(app, { properties: { "light.brightness": 300 } });
    expect(none.statusCode).toBe(400);
    expect(none.json().code).toBe("invalid-value");
    const cases = [
      [{ status: "offline" } as const, 503, "offline"],
      [{ status: "timeout" } as const, 504, "timeout"],
      [{ status: "rejected", code: -704053100 } as const, 502, "device-rejected"],
    ] as const;
    for (const [delivery, status, code] of cases) {
      transport.respond = () => Promise.resolve([delivery]);
      const answer = await post(app, { properties: { "light.on": true } });
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.json().outcomes).toHaveLength(1);
    }
  });

  it("holds a command that the policy asks about until it is confirmed, and runs it once", async () => {
    const { app, transport } = await twoDevices();
    const asked = await post(app, { properties: { "lock.locked": false } }, "/api/devices/front-door/properties");
    expect(asked.statusCode).toBe(202);
    expect(transport.sent).toHaveLength(0);
    const { id, reasons, question } = asked.json().confirmation;
    expect(question).toMatch(/^Unlock the front door\?$/);
    expect(reasons).toEqual(["it unlocks a door"]);
    const yes = await app.inject({ method: "POST", url: `/api/confirmations/${id}` });
    expect(yes.statusCode).toBe(200);
    expect(yes.json().outcomes[0]).toMatchObject({ device: "front-door", status: "confirmed" });
    const again = await app.inject({ method: "POST", url: `/api/confirmations/${id}` });
    expect([again.statusCode, again.json().code]).toEqual([404, "unknown-confirmation"]);
  });

  it("refuses invalid bodies and does nothing", async () => {
    const { app, transport } = await twoDevices();
    const wrong: readonly (readonly [object, string])[] = [
      [{ properties: {} }, "empty"],
      [{ propertys: { "light.on": true } }, 'did you mean "properties"?'],
      [{ properties: { "light.on": { deep: true } } }, "properties"],
    ];
    for (const [payload, message] of wrong) {
      const answer = await post(app, payload);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().detail).toContain(message);
    }
    const url = "/api/devices/floor-lamp/properties";
    const headers = { "content-type": "application/json" };
    const broken = await app.inject({ method: "POST", url, headers, payload: '{"properties":' });
    expect(broken.json()).toMatchObject({
      code: "invalid-request",
      detail: expect.stringContaining("not JSON"),
    });
    const huge = await app.inject({ method: "POST", url, headers, payload: `"${"x".repeat(10_000_000)}"` });
    expect([huge.statusCode, huge.json().code]).toEqual([413, "too-large"]);
    const text = await app.inject({ method: "POST", url, headers: { "content-type": "text/plain" }, payload: "{}" });
    expect([text.statusCode, text.json().code]).toEqual([415, "unsupported-media-type"]);
    expect(transport.sent).toHaveLength(0);
  });
});

describe("POST /api/devices/:id/actions/:action", () => {
  it("invokes an action with arguments, or without a body", async () => {
    const { app } = await twoDevices();
    const toggle = await app.inject({ method: "POST", url: "/api/devices/floor-lamp/actions/light.toggle" });
    expect(toggle.statusCode).toBe(200);
    expect(toggle.json().outcomes[0]).toMatchObject({ action: "light.toggle", value: [], status: "confirmed" });
    const typed = await app.inject({
      method: "POST",
      url: "/api/devices/floor-lamp/actions/light.toggle",
      headers: { "content-type": "application/json" },
    });
    expect(typed.statusCode).toBe(200);
    const url = "/api/devices/floor-lamp/actions/light.blink";
    const blink = await app.inject({ method: "POST", url, payload: { in: [30] } });
    expect(blink.json().outcomes[0]).toMatchObject({ action: "light.blink", value: [30] });
    const few = await app.inject({ method: "POST", url, payload: {} });
    expect([few.statusCode, few.json().code]).toEqual([400, "invalid-arguments"]);
    const unknown = await app.inject({ method: "POST", url: "/api/devices/floor-lamp/actions/light.explode" });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, "unknown-action"]);
  });
});
