import { describe, expect, it } from "vitest";
import {
  type AuditEntry,
  type AuditSink,
  CONFIRMATION_MS,
  type Delivery,
  type Home,
  MAX_TEXT,
} from "../../../src/home/index.ts";
import { errorText } from "../../../src/language/index.ts";
import { described, LIGHT, set, testHome, testSpec } from "../../support/home.ts";

const person = { kind: "person" } as const;
const LOCK = testSpec("lock", "lock", [["on", { format: "bool" }]], { unlock: [] });

/** Status of every outcome, keyed by `device address`. */
async function statuses(home: Home, ...commands: Parameters<typeof set>[]) {
  const { outcomes } = await home.execute(
    commands.map((args) => set(...args)),
    person,
  );
  return outcomes.map((outcome) => `${"property" in outcome ? outcome.property : outcome.action} ${outcome.status}`);
}

describe("home.execute", () => {
  it("puts values into the device's own form before they are sent", async () => {
    const { home, transport } = testHome([described("lamp")]);
    await home.execute([set("lamp", { "light.on": "on", "light.brightness": "42.4", "light.mode": "night" })], person);
    const [first] = transport.sent;
    expect(first?.command.kind === "set" && first.command.writes.map(({ value }) => value)).toEqual([true, 42, 1]);
  });

  it("calls a confirmed value that was there before unchanged, and keeps the value before", async () => {
    const { home } = testHome([described("lamp")]);
    expect(await statuses(home, ["lamp", { "light.on": true }])).toEqual(["light.on confirmed"]);
    expect(await statuses(home, ["lamp", { "light.on": true }])).toEqual(["light.on unchanged"]);
    const { outcomes } = await home.execute([set("lamp", { "light.on": false })], person);
    expect(outcomes[0]).toMatchObject({ property: "light.on", before: true, value: false });
  });

  it("rejects parts that do not fit the spec, with MIoT's code, and sends the rest", async () => {
    const { home, transport } = testHome([described("lamp")]);
    const { outcomes } = await home.execute(
      [
        set("lamp", { "light.brightness": 150, "light.on": true, "light.power": 3, "light.colour": 1 }),
        set("gone", { "light.on": true }),
      ],
      person,
    );
    expect(outcomes.map(({ status, code, error }) => [status, code, error?.code])).toEqual([
      ["confirmed", undefined, undefined],
      ["rejected", -704220043, "invalid-value"],
      ["rejected", -704030023, "not-writable"],
      ["rejected", -704040003, "unknown-property"],
      ["rejected", -704042001, "unknown-device"],
    ]);
    const error = outcomes[1]?.error;
    expect(error && errorText(error, "en")).toContain("from 1 to 100");
    expect(transport.sent).toHaveLength(1);
  });

  it("sends the last of two values for one property", async () => {
    const { home, transport } = testHome([described("lamp")]);
    const properties = [10, 50].map((value) => ({ address: "light.brightness", value }));
    const { outcomes } = await home.execute([{ kind: "set", device: "test:lamp", properties }], person);
    expect(outcomes).toMatchObject([{ value: 50, status: "confirmed" }]);
    expect(transport.sent).toMatchObject([{ command: { writes: [{ value: 50 }] } }]);
  });

  it("checks the arguments of actions", async () => {
    const { home } = testHome([described("lamp")]);
    const invoke = (action: string, given: (number | string)[]) =>
      home.execute([{ kind: "invoke", device: "test:lamp", action, in: given }], person);
    expect((await invoke("light.blink", [50])).outcomes[0]?.status).toBe("confirmed");
    expect((await invoke("light.blink", [])).outcomes[0]?.error?.code).toBe("invalid-arguments");
    expect((await invoke("light.blink", [500])).outcomes[0]?.error?.code).toBe("invalid-value");
    expect((await invoke("light.dance", [])).outcomes[0]?.error?.code).toBe("unknown-action");
  });

  it("keeps the order of writes to one device and runs different devices at the same time", async () => {
    const { home, transport } = testHome([described("a"), described("b")]);
    const waiting: (() => void)[] = [];
    transport.respond = (device, command) =>
      new Promise<readonly Delivery[]>((resolve) => waiting.push(() => resolve(transport.obey(device, command))));
    const done = home.execute(
      [set("a", { "light.brightness": 10 }), set("a", { "light.brightness": 20 }), set("b", { "light.on": true })],
      person,
    );
    await new Promise(setImmediate);
    expect(transport.sent.map(({ device }) => device)).toEqual(["test:a", "test:b"]);
    while (waiting.length > 0) {
      waiting.shift()?.();
      await new Promise(setImmediate);
    }
    expect((await done).outcomes.map(({ status }) => status)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  it("returns the devices' outcomes, audited with their origin before it answers", async () => {
    const { home, transport, audited } = testHome([described("lamp")]);
    const deliveries: Delivery[] = [
      { status: "timeout" },
      { status: "offline" },
      { status: "accepted" },
      { status: "rejected", code: -704053100 },
    ];
    for (const delivery of deliveries) {
      transport.respond = () => Promise.resolve([delivery]);
      const { outcomes } = await home.execute([set("lamp", { "light.on": true })], person);
      expect(outcomes[0]?.status).toBe(delivery.status);
      expect(audited.at(-1)).toMatchObject({ origin: person, outcomes: [{ status: delivery.status }] });
    }
  });

  it("asks before it unlocks, once and for exactly that command, and runs the safe part at once", async () => {
    const { home, transport, clock } = testHome([
      described("lamp"),
      described("door", { spec: LOCK, model: "jia.lock.test" }),
    ]);
    const first = await home.execute([set("door", { "lock.on": false }), set("lamp", { "light.on": true })], person);
    expect(first.outcomes.map(({ status }) => status)).toEqual(["needs-confirmation", "confirmed"]);
    expect(transport.sent.map(({ device }) => device)).toEqual(["test:lamp"]);
    const id = first.confirmation?.id ?? "";
    expect((await home.confirm(id, person)).outcomes).toMatchObject([{ device: "test:door", status: "confirmed" }]);
    await expect(home.confirm(id, person)).rejects.toMatchObject({ code: "unknown-confirmation" });

    const second = await home.execute([set("door", { "lock.on": false })], person);
    clock.advance(CONFIRMATION_MS + 1);
    await expect(home.confirm(second.confirmation?.id ?? "", person)).rejects.toMatchObject({
      code: "unknown-confirmation",
    });
  });

  it("holds a command with the values that will be sent, whatever words they were given in", async () => {
    const { home, transport } = testHome([described("door", { spec: LOCK })]);
    const { outcomes, confirmation } = await home.execute(
      [set("door", { "lock.on": "off", "lock.nothing": 1 })],
      person,
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["needs-confirmation", "rejected"]);
    const held = { kind: "set", device: "test:door", properties: [{ address: "lock.on", value: false }] };
    expect(confirmation?.commands).toEqual([held]);
    // What does not fit was told already.
    expect((await home.confirm(confirmation?.id ?? "", person)).outcomes).toHaveLength(1);
    expect(transport.sent).toHaveLength(1);
  });

  it("holds a command for the device that was meant, also when its handle goes to another", async () => {
    const { home, transport } = testHome([described("door", { spec: LOCK })]);
    const { confirmation } = await home.execute(
      [{ kind: "set", device: "door", properties: [{ address: "lock.on", value: false }] }],
      person,
    );
    home.apply([
      { kind: "device", device: described("door", { name: "shed", spec: LOCK }) },
      { kind: "device", device: described("safe", { name: "door", spec: LOCK }) },
    ]);
    expect(home.device("door")?.id).toBe("test:safe");
    await home.confirm(confirmation?.id ?? "", person);
    expect(transport.sent.map(({ device }) => device)).toEqual(["test:door"]);
  });

  it("cleans and cuts the results of an action", async () => {
    const { home, transport } = testHome([described("lamp")]);
    transport.respond = () => Promise.resolve([{ status: "confirmed", out: [`\u001b[31m${"x".repeat(5000)}`, 7] }]);
    const { outcomes } = await home.execute(
      [{ kind: "invoke", device: "test:lamp", action: "light.toggle", in: [] }],
      person,
    );
    const [outcome] = outcomes;
    const [text, number] = (outcome && "out" in outcome && outcome.out) || [];
    expect([String(text).slice(0, 6), String(text).length, number]).toEqual(["[31mxx", MAX_TEXT, 7]);
  });

  it("lets only a schedule that was approved when it was saved unlock", async () => {
    const { home } = testHome([described("door", { spec: LOCK })]);
    const command = { kind: "invoke", device: "test:door", action: "lock.unlock", in: [] } as const;
    const run = async (approved: boolean) => {
      const { outcomes } = await home.execute([command], { kind: "schedule", id: "s1", approved });
      return outcomes[0]?.status;
    };
    expect(await run(false)).toBe("needs-confirmation");
    expect(await run(true)).toBe("confirmed");
  });

  it("denies by rule with the reason", async () => {
    const policy = [
      { id: "no-light", decision: "deny", why: { texts: { en: "not tonight", zh: "今晚不行" } }, kinds: [LIGHT.kind] },
    ] as const;
    const { home, transport } = testHome([described("lamp")], { policy });
    const { outcomes } = await home.execute([set("lamp", { "light.on": true })], person);
    expect(outcomes[0]).toMatchObject({
      status: "denied",
      error: { code: "denied", details: { detail: { texts: { en: "not tonight" } } } },
    });
    expect(transport.sent).toEqual([]);
  });

  it("audits a sent command before it is sent, and an unsent one once", async () => {
    const { home, transport, intents, audited } = testHome([described("lamp")]);
    const atSending: unknown[] = [];
    transport.respond = (device, command) => {
      atSending.push(...intents.map(({ outcomes }) => outcomes.map(({ status }) => status)));
      return Promise.resolve(transport.obey(device, command));
    };
    await home.execute(
      [set("lamp", { "light.on": true, "light.colour": 1 }), set("gone", { "light.on": true })],
      person,
    );
    expect(atSending).toEqual([["unknown", "rejected"]]);
    expect(audited.map(({ outcomes }) => outcomes.map(({ status }) => status))).toEqual([
      ["rejected"],
      ["confirmed", "rejected"],
    ]);
  });

  it("keeps the outcomes of the others when one command cannot be sent for a mistake of ours", async () => {
    const failures: unknown[] = [];
    const deliveryFailed = (error: unknown) => failures.push(error);
    const { home, transport, audited } = testHome([described("lamp"), described("fan")], { deliveryFailed });
    transport.respond = (device, command) =>
      device.id === "test:fan"
        ? Promise.reject(new TypeError("no such thing"))
        : Promise.resolve(transport.obey(device, command));
    const { outcomes } = await home.execute(
      [set("fan", { "light.on": true }), set("lamp", { "light.on": true })],
      person,
    );
    expect(outcomes).toMatchObject([
      { device: "test:fan", status: "rejected", error: { code: "internal" } },
      { device: "test:lamp", status: "confirmed" },
    ]);
    expect(JSON.stringify(outcomes)).not.toContain("no such thing");
    expect(audited).toHaveLength(2);
    expect(failures).toEqual([new TypeError("no such thing")]);
  });

  it("lists the arguments and properties in Chinese too", async () => {
    const { home } = testHome([described("lamp")]);
    const invoke = { kind: "invoke", device: "test:lamp", action: "light.toggle", in: [1] } as const;
    const { outcomes } = await home.execute([invoke, set("lamp", { "light.colour": 1 })], person);
    const said = outcomes.map(({ error }) => error && errorText(error, "zh"));
    expect(said[0]).toBe("操作“light.toggle”的参数应为：无参数。");
    expect(said[1]).toContain("light.on、light.brightness");
  });

  it("returns the outcomes also when the audit cannot be written, and reports that", async () => {
    const failures: unknown[] = [];
    const full = () => Promise.reject(new Error("disk full"));
    const audit = { begin: () => Promise.resolve({ complete: full }), record: full };
    const { home } = testHome([described("lamp")], { audit, auditFailed: (error) => failures.push(error) });
    const told: string[] = [];
    home.subscribe(({ type }) => told.push(type));
    const { outcomes } = await home.execute([set("lamp", { "light.on": true })], person);
    expect(outcomes).toMatchObject([{ status: "confirmed" }]);
    expect(told).toContain("executed");
    expect(failures).toEqual([new Error("disk full")]);
  });

  it("sends a command only after it is audited, and each device's commands in order", async () => {
    const steps: string[] = [];
    const { promise: written, resolve: write } = Promise.withResolvers<void>();
    const audit: AuditSink = {
      begin: async ({ command }) => {
        await written;
        steps.push(`noted ${command.device}`);
        return { complete: () => Promise.resolve() };
      },
      record: () => Promise.resolve(),
    };
    const { home, transport } = testHome([described("lamp"), described("fan")], { audit });
    transport.respond = (device, command) => {
      steps.push(`told ${device.id}`);
      return Promise.resolve(transport.obey(device, command));
    };
    const executed = home.execute(
      [set("lamp", { "light.on": true }), set("fan", { "light.on": true }), set("lamp", { "light.on": false })],
      person,
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toEqual([]);
    write();
    await executed;
    expect(steps.slice(0, 4).toSorted()).toEqual([
      "noted test:fan",
      "noted test:lamp",
      "told test:fan",
      "told test:lamp",
    ]);
    expect(steps.slice(4)).toEqual(["noted test:lamp", "told test:lamp"]);
    expect(transport.sent.filter(({ device }) => device === "test:lamp").map(({ command }) => command)).toMatchObject([
      { writes: [{ value: true }] },
      { writes: [{ value: false }] },
    ]);
  });

  it("switches a light although the audit fails before, and audits it with its outcome afterwards", async () => {
    const failures: unknown[] = [];
    const entries: AuditEntry[] = [];
    const audit: AuditSink = {
      begin: () => Promise.reject(new Error("locked")),
      record: (entry) => {
        entries.push(entry);
        return Promise.resolve();
      },
    };
    const { home } = testHome([described("lamp")], { audit, auditFailed: (error) => failures.push(error) });
    await home.execute([set("lamp", { "light.on": true })], person);
    expect(failures).toEqual([new Error("locked")]);
    expect(entries).toMatchObject([{ command: { device: "test:lamp" }, outcomes: [{ status: "confirmed" }] }]);
  });
});
